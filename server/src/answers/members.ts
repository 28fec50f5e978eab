import {
  COMMA,
  HARD_BREAK,
  SOFT_BREAK,
  isAtopOnlyCode,
  matchNameAt,
  nameWords,
  nearestStates,
  stateByAbbreviation,
  stateByCode,
  statesByName,
  type NameWord,
  type State,
} from '../reference';
import type { Span } from '../syntax';
import type { DateReading } from './dates';
import { isNotApplicable } from './marks';
import type { Link } from './links';

/** A state's code as written. */
export interface WrittenCode extends Span {
  readonly digits: string;
  /** The state that has it; `undefined` where none has. */
  readonly state: State | undefined;
  /** True for a code of ATOP's published data that the COW list lacks. */
  readonly atopOnly: boolean;
}

/** A state's name or abbreviation as written. */
export interface WrittenName extends Span {
  readonly text: string;
  /** The states that bear it; none where it is not known. */
  readonly states: readonly State[];
  readonly isAbbreviation: boolean;
}

/** One member: a code, a name, or both. The stretch leaves notes out. */
export interface MemberEntry extends Span {
  readonly code: WrittenCode | undefined;
  readonly name: WrittenName | undefined;
  /** The state meant: the code's, or the only one that bears the name. */
  readonly state: State | undefined;
  /** Dates noted beside it: `(joined 1949)`. */
  readonly dates: readonly DateReading[];
}

export interface MembersReading {
  readonly kind: 'members';
  readonly entries: readonly MemberEntry[];
}

/** What a cell (the stretch between two separators) holds, in its order. */
type Token =
  | (Span & { readonly kind: 'code'; readonly digits: string })
  | (Span & { readonly kind: 'name'; readonly states: readonly State[]; readonly isAbbreviation: boolean })
  | (Span & { readonly kind: 'word' });

/**
 * Reads the answer between two offsets as a list of states, one a line or separated by commas,
 * semicolons or `and`, code first or name first. Prose between them is passed over: a word is only
 * taken for a state's name where it stands as one. `dates` and `links` are those of the stretch.
 */
export function readMembers(
  text: string,
  start: number,
  end: number,
  dates: readonly DateReading[],
  links: readonly Link[],
): MembersReading {
  const readable = withoutNotes(text, start, end, [...dates, ...links]);
  const halves = cellsOf(readable, start).flatMap(cell => entriesOf(text, cell));
  return { kind: 'members', entries: withDates(text, joinHalves(halves), dates) };
}

/** In place of a note's characters, so that what is read keeps its offsets. */
const MASK = '_';

/** The stretch with dates, links, remarks in brackets and a list's own numbering masked. */
function withoutNotes(text: string, start: number, end: number, masked: readonly Span[]): string {
  const known = masking(text, start, end, masked);
  const readable = known.replace(BRACKETS, (group: string, inner: string, at: number) =>
    namesAState(inner) || completesAName(known, at, inner) ? group : MASK.repeat(group.length),
  );
  // `370: Belarus`: the colon joins where it would part two names.
  return withoutNumbering(readable.replace(/(?<=\d)[ ]?[:=]/g, found => MASK.repeat(found.length)));
}

const BRACKETS = /[([]([^()[\]\n]{0,200})[)\]]/g;

function masking(text: string, start: number, end: number, masked: readonly Span[]): string {
  let readable = '';
  let at = start;
  for (const span of masked.toSorted((a, b) => a.start - b.start)) {
    if (span.start < at) continue;
    readable += text.slice(at, span.start) + MASK.repeat(span.end - span.start);
    at = span.end;
  }
  return readable + text.slice(at, end);
}

/** `1. Belarus 2. Kazakhstan`: numbers that count, also where one was forgotten; `370. Belarus` is a code. */
function withoutNumbering(readable: string): string {
  if (!/^\s*1[.)]\s/.test(readable)) return readable;
  let count = 0;
  return readable.replace(/(?<!\S)(\d{1,3})[.)](?=\s)/g, (found, digits: string) => {
    const number = Number(digits);
    if (number <= count || number > count + 3) return found;
    count = number;
    return MASK.repeat(found.length);
  });
}

function namesAState(inner: string): boolean {
  const trimmed = inner.trim();
  return (
    /^(?:(?:COW|ccode)\s*(?:code|#)?\s*)?\d{1,4}$/i.test(trimmed) ||
    statesByName(trimmed).length > 0 ||
    abbreviationIn(trimmed) !== undefined
  );
}

/** `Republic of the Congo (Brazzaville)`: the brackets are part of the name. */
function completesAName(readable: string, at: number, inner: string): boolean {
  const [before = ''] = /[^,;:()\n\r\d]*$/.exec(readable.slice(Math.max(0, at - MAX_NAME), at)) ?? [];
  const words = before.trim().split(/\s+/);
  return words.some((_, from) => statesByName(`${words.slice(from).join(' ')} (${inner})`).length > 0);
}

const MAX_NAME = 60;

function abbreviationIn(word: string): State | undefined {
  return /^[A-Z]{3}$/.test(word) ? stateByAbbreviation(word) : undefined;
}

interface Cell {
  readonly tokens: readonly Token[];
  /** True where its other words read as prose rather than as a note such as `joined`. */
  readonly isProse: boolean;
}

const NOTE_WORDS = new Set(
  'acceded and as by cow ccode code de early from founding in into joined joining late left member members of on original originally out signatory signed since the through to until withdrew withdrawn yes'.split(
    ' ',
  ),
);

function cellsOf(readable: string, offset: number): Cell[] {
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
    const span = { start: offset + word.start, end: offset + word.end };
    const raw = readable.slice(word.start, word.end);
    const named = nameAt(readable, words, keys, at);
    if (named) {
      tokens.push({
        kind: 'name',
        start: span.start,
        end: offset + named.end,
        states: named.states,
        isAbbreviation: named.isAbbreviation,
      });
      at += named.length;
      continue;
    }
    if (/^\d{1,5}$/.test(raw)) tokens.push({ kind: 'code', ...span, digits: raw });
    else if (word.word === 'and') close();
    else {
      tokens.push({ kind: 'word', ...span });
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
    const lastEnd = words[at + match.length - 1]?.end ?? word.end;
    const raw = readable.slice(word.start, lastEnd);
    const end = raw.includes('(') && !raw.includes(')') && readable[lastEnd] === ')' ? lastEnd + 1 : lastEnd;
    // `us` is a word, `US` a state; `lao` no more than a slip for `Lao`.
    if (raw.length > 3 || raw === raw.toUpperCase() || (raw.length === 3 && /^[^\P{L}\p{Ll}]/u.test(raw))) {
      return {
        states: match.states,
        length: match.length,
        end,
        isAbbreviation: abbreviationIn(raw) !== undefined,
      };
    }
  }
  const abbreviated = abbreviationIn(readable.slice(word.start, word.end));
  return abbreviated && { states: [abbreviated], length: 1, end: word.end, isAbbreviation: true };
}

/** An entry of which one half may stand in the next cell. */
type Half = Omit<MemberEntry, 'dates'>;

function entriesOf(text: string, cell: Cell): Half[] {
  const entries: Half[] = [];
  let code: WrittenCode | undefined;
  let name: WrittenName | undefined;
  const close = (): void => {
    if (code ?? name) entries.push(entryOf(code, name));
    code = name = undefined;
  };
  for (const token of withUnknownNames(text, withoutCounts(text, cell))) {
    if (token.kind === 'code') {
      if (code) close();
      code = writtenCode(token);
    } else {
      if (name) close();
      name = token.name;
    }
    if (code && name) close();
  }
  close();
  const hasPair = entries.some(entry => entry.code && entry.name);
  return cell.isProse && !hasPair ? [] : entries;
}

const COUNTED = /^(?:members|states|countries|nations|powers|parties|signatories|governments|republics)$/i;

/** `15 original members`: a number that counts is no code. */
function withoutCounts(text: string, cell: Cell): Cell {
  const { tokens } = cell;
  const isCount = (token: Token, at: number): boolean => {
    if (token.kind !== 'code') return false;
    const following = tokens.slice(at + 1, at + 4);
    const named = following.findIndex(({ kind }) => kind !== 'word');
    const words = named < 0 ? following : following.slice(0, named);
    return words.some(({ start, end }) => COUNTED.test(text.slice(start, end)));
  };
  return tokens.some(isCount) ? { ...cell, tokens: tokens.filter((token, at) => !isCount(token, at)) } : cell;
}

type Part =
  | (Span & { readonly kind: 'code'; readonly digits: string })
  | { readonly kind: 'named'; readonly name: WrittenName };

/** The cell's codes and names; words beside a bare code, or alone in their cell, are a name not known. */
function withUnknownNames(text: string, cell: Cell): Part[] {
  const hasName = cell.tokens.some(token => token.kind === 'name');
  const hasCode = cell.tokens.some(token => token.kind === 'code');
  const unknown = hasName ? undefined : unknownName(text, cell, hasCode);
  const parts: Part[] = [];
  for (const token of cell.tokens) {
    if (token.kind === 'code') parts.push(token);
    else if (token.kind === 'name') {
      const { start, end, states, isAbbreviation } = token;
      parts.push({
        kind: 'named',
        name: { start, end, text: text.slice(start, end), states, isAbbreviation },
      });
    } else if (unknown?.start === token.start) parts.push({ kind: 'named', name: unknown });
  }
  return parts;
}

const LINKING_WORDS = new Set(['of', 'the', 'and', 'de', 'da', 'di', 'la']);
const NO_STATES =
  /^(?:members?|original|founding|initial|later|additional|other|signator(?:y|ies)|part(?:y|ies)|states?|countr(?:y|ies)|joined|left|withdr[ae]wn?|see|note|notes|version|all|none|unknown|yes|no|bilateral|multilateral|treaty|alliance|only|cow|ccode|nato|oas|oau|au|eu|un|cis|csto|seato|cento|anzus|weu|osce|ecowas|sadc|ecsc|asean)$/i;
const MAX_NAME_WORDS = 6;

function unknownName(text: string, cell: Cell, besideCode: boolean): WrittenName | undefined {
  const run: Token[] = [];
  for (const token of cell.tokens) {
    if (token.kind !== 'word') {
      if (run.length > 0) break;
      continue;
    }
    const word = text.slice(token.start, token.end);
    const continues = run.length > 0 && LINKING_WORDS.has(word.toLowerCase());
    if (!continues && !/^\p{Lu}/u.test(word) && !(run.length === 0 && isNearAState(word))) {
      // Prose that goes on after a capital is no name.
      if (!besideCode) return undefined;
      break;
    }
    run.push(token);
  }
  const first = run[0];
  const last = run.at(-1);
  if (!first || !last || run.length > MAX_NAME_WORDS) return undefined;
  const name = text.slice(first.start, last.end);
  if (
    run.some(token => NO_STATES.test(text.slice(token.start, token.end))) ||
    isNotApplicable(name) ||
    !/\p{L}{3}/u.test(name)
  )
    return undefined;
  return { start: first.start, end: last.end, text: name, states: [], isAbbreviation: false };
}

function isNearAState(word: string): boolean {
  return word.length > 4 && nearestStates(word, 1).length > 0;
}

function writtenCode({ start, end, digits }: Span & { readonly digits: string }): WrittenCode {
  const value = Number(digits);
  const state = digits === String(value) || digits.length === 3 ? stateByCode(value) : undefined;
  return { start, end, digits, state, atopOnly: isAtopOnlyCode(value) };
}

function entryOf(code: WrittenCode | undefined, name: WrittenName | undefined): Half {
  const start = Math.min(code?.start ?? Infinity, name?.start ?? Infinity);
  const end = Math.max(code?.end ?? 0, name?.end ?? 0);
  const [only, ...others] = name?.states ?? [];
  return { start, end, code, name, state: code ? code.state : others.length > 0 ? undefined : only };
}

/**
 * `370` on one line and `Belarus` on the next are one member. Where pairs were run together (`Belarus,
 * 370 Kazakhstan, 705`), a code and a name that stand in one cell may belong to two.
 */
function joinHalves(halves: readonly Half[]): Half[] {
  const joined: Half[] = [];
  for (const half of halves) {
    const previous = joined.at(-1);
    const { code, name } = half;
    const other = previous?.code && previous.name ? undefined : previous;
    const isOwnPair = code && name && belong(code, name);
    if (other?.name && code && !isOwnPair && belong(code, other.name)) {
      joined[joined.length - 1] = entryOf(code, other.name);
      if (name) joined.push(entryOf(undefined, name));
    } else if (other?.code && name && !isOwnPair && belong(other.code, name)) {
      joined[joined.length - 1] = entryOf(other.code, name);
      if (code) joined.push(entryOf(code, undefined));
    } else joined.push(half);
  }
  return joined;
}

function belong(code: WrittenCode, name: WrittenName): boolean {
  return code.state !== undefined && name.states.includes(code.state);
}

/** Each date belongs to the entry before it, but `April 4, 1949:` heads the entries behind it. */
function withDates(text: string, entries: readonly Half[], dates: readonly DateReading[]): MemberEntry[] {
  let next = 0;
  return entries.map((entry, index) => {
    const until = entries[index + 1]?.start ?? Infinity;
    const own: DateReading[] = [];
    for (let date = dates[next]; date && date.start < until; date = dates[++next]) {
      if (date.start >= entry.end && text[date.end] !== ':') own.push(date);
    }
    return { ...entry, dates: own };
  });
}
