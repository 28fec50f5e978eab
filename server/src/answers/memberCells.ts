import {
  COMMA,
  HARD_BREAK,
  SOFT_BREAK,
  matchNameAt,
  nameWords,
  stateByAbbreviation,
  type NameWord,
  type State,
} from '../reference';
import type { Span } from '../syntax';

/** What a cell (the stretch between two separators) holds, in its order. */
export type Token =
  | (Span & { readonly kind: 'code'; readonly digits: string })
  | (Span & { readonly kind: 'name'; readonly states: readonly State[]; readonly isAbbreviation: boolean })
  | (Span & { readonly kind: 'word' });

/** The state that a word names by its abbreviation, in capitals. */
export function abbreviationIn(word: string): State | undefined {
  return /^[A-Z]{3}$/.test(word) ? stateByAbbreviation(word) : undefined;
}

/** A stretch of a list of members between two separators. */
export interface Cell {
  readonly tokens: readonly Token[];
  /** True where its other words read as prose rather than as a note such as `joined`. */
  readonly isProse: boolean;
}

/** Words that stand beside a member without making its cell a sentence. */
const NOTE_WORDS = new Set(
  'acceded and as by cow ccode code codes country de early from founding in into joined joining late left member members of on original originally out signatory signed since the through to until withdrew withdrawn yes'.split(
    ' ',
  ),
);

/** Whether a word is one of a note such as `until` or `joined`. */
export function isNoteWord(word: string): boolean {
  return NOTE_WORDS.has(word.toLowerCase());
}

/** The cells of a list; `offset` is where `readable` begins in the text. Linear in the stretch. */
export function cellsOf(readable: string, offset: number): Cell[] {
  const words = nameWords(readable);
  const keys = words.map(({ word }) => word);
  const cells: Cell[] = [];
  let tokens: Token[] = [];
  let isProse = false;
  const close = (): void => {
    if (tokens.length > 0) cells.push({ tokens, isProse });
    tokens = [];
    isProse = false;
  };
  for (let at = 0; at < words.length;) {
    const word = words[at];
    if (!word) break;
    if (word.word === COMMA || word.word === SOFT_BREAK || word.word === HARD_BREAK) {
      close();
      at++;
      continue;
    }
    const start = offset + word.start;
    const end = offset + word.end;
    const raw = readable.slice(word.start, word.end);
    const named = nameAt(readable, words, keys, at);
    if (named) {
      tokens.push({
        kind: 'name',
        start,
        end: offset + named.end,
        states: named.states,
        isAbbreviation: named.isAbbreviation,
      });
      at += named.length;
      continue;
    }
    if (/^\d{1,5}$/.test(raw)) tokens.push({ kind: 'code', start, end, digits: raw });
    else if (word.word === 'and') close();
    else {
      tokens.push({ kind: 'word', start, end });
      isProse ||= /^\p{Ll}/u.test(raw) && !NOTE_WORDS.has(word.word);
    }
    at++;
  }
  close();
  return cells;
}

interface NamedState {
  readonly states: readonly State[];
  readonly length: number;
  readonly end: number;
  readonly isAbbreviation: boolean;
}

function nameAt(
  readable: string,
  words: readonly NameWord[],
  keys: readonly string[],
  at: number,
): NamedState | undefined {
  const word = words[at];
  if (!word) return undefined;
  const match = matchNameAt(keys, at);
  if (match) {
    const { states, length } = match;
    const lastEnd = words[at + length - 1]?.end ?? word.end;
    const raw = readable.slice(word.start, lastEnd);
    const end = raw.includes('(') && !raw.includes(')') && readable[lastEnd] === ')' ? lastEnd + 1 : lastEnd;
    if (standsAsName(raw) || hasCodeBeside(words, at, length, states))
      return { states, length, end, isAbbreviation: abbreviationIn(raw) !== undefined };
  }
  const abbreviated = abbreviationIn(readable.slice(word.start, word.end));
  return abbreviated && { states: [abbreviated], length: 1, end: word.end, isAbbreviation: true };
}

/** `us` is a word, `US` a state; `lao` no more than a slip for `Lao`. */
function standsAsName(raw: string): boolean {
  return raw.length > 3 || raw === raw.toUpperCase() || (raw.length === 3 && /^[^\P{L}\p{Ll}]/u.test(raw));
}

/** `2 us`: beside its own code, a state's name is no other word. */
function hasCodeBeside(
  words: readonly NameWord[],
  at: number,
  length: number,
  states: readonly State[],
): boolean {
  const isOwnCode = (word: NameWord | undefined): boolean =>
    word !== undefined &&
    /^\d{1,3}$/.test(word.word) &&
    states.some(({ code }) => code === Number(word.word));
  return isOwnCode(words[at - 1]) || isOwnCode(words[at + length]);
}
