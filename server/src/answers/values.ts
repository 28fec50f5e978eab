import { distance } from 'fastest-levenshtein';
import type { InstrumentValue, Question } from '../instrument/types';
import { wordsBetween, type Word } from '../syntax/words';
import type { Span } from '../syntax';
import type { Link } from './links';

/** One entry of a closed list's answer. */
export interface ValueEntry extends Span {
  readonly text: string;
  /** The value it names, also where it is misspelt; `undefined` where it names none. */
  readonly value: InstrumentValue | undefined;
  /** False where the value is only nearly spelt. */
  readonly exact: boolean;
  /** What stands beside the value in its cell, such as `(Russia only)`. */
  readonly note: string;
}

export interface ValuesReading {
  readonly kind: 'values';
  readonly entries: readonly ValueEntry[];
}

interface Spelling {
  readonly words: readonly string[];
  readonly folded: string;
  readonly value: InstrumentValue;
  /** True where its own words stand in brackets: `Treaty (ratified)`. */
  readonly hasBrackets: boolean;
}

interface Spellings {
  /** By their first word, the longest first. */
  readonly byFirstWord: ReadonlyMap<string, readonly Spelling[]>;
  /** Every word of them that tells one value from another. */
  readonly vocabulary: ReadonlySet<string>;
}

const prepared = new WeakMap<Question, Spellings>();

function spellingsOf(question: Question): Spellings {
  const known = prepared.get(question);
  if (known) return known;
  const byFirstWord = new Map<string, Spelling[]>();
  const vocabulary = new Set<string>();
  for (const value of question.values ?? []) {
    for (const text of [value.text, ...value.otherSpellings]) {
      const words = wordsBetween(text, 0, text.length).map(word => word.folded);
      const group = byFirstWord.get(words[0] ?? '') ?? [];
      group.push({ words, folded: words.join(' '), value, hasBrackets: text.includes('(') });
      byFirstWord.set(words[0] ?? '', group);
      for (const word of words) if (word.length > 3) vocabulary.add(word);
    }
  }
  for (const group of byFirstWord.values()) group.sort((a, b) => b.words.length - a.words.length);
  const spellings = { byFirstWord, vocabulary };
  prepared.set(question, spellings);
  return spellings;
}

/** No list is longer; what follows is prose that only hostile texts have. */
const MAX_WORDS = 400;
const SEPARATOR = /[,;\n\r\u2022|/]|[.](?=\s|$)/;
const LIST_SEPARATOR = /[,;\u2022|/]/;
/** `12`, `b`, `iii`: it counts the entries of a list, or names an article. */
const COUNTER = /^(?:\d+|[a-h]|i{1,3}|iv|v)$/;

/** An unnamed cell behind a value that is longer than any value's name describes that value. */
const MAX_NAME_WORDS = 5;

/** A word with whether it stands in brackets, where a value may go on but not begin. */
interface AnswerWord extends Word {
  readonly inBrackets: boolean;
}

/**
 * Reads the answer between two offsets as values of its question. A value is found wherever its
 * words stand, the longest first; a cell (between commas, semicolons, line ends or `and`) without
 * one is an entry that names none, or one that is nearly spelt.
 */
export function readValues(
  text: string,
  start: number,
  end: number,
  question: Question,
  links: readonly Link[],
): ValuesReading {
  const spellings = spellingsOf(question);
  const words = wordsOutsideLinks(text, start, end, links);
  const entries: ValueEntry[] = [];
  let unnamed: Word[] = [];
  let cellValue: InstrumentValue | undefined;
  let beginsSentence = false;
  const closeCell = (): void => {
    // A long cell describes the value before it, and so does a sentence or a line in other words.
    const isDescription =
      entries.length > 0 &&
      (unnamed.length > MAX_NAME_WORDS ||
        (beginsSentence && !unnamed.some(({ folded }) => spellings.vocabulary.has(folded))));
    if (!cellValue && unnamed.length > 0 && !isDescription)
      entries.push(unnamedEntry(text, unnamed, spellings));
    unnamed = [];
    cellValue = undefined;
  };
  for (let at = 0; at < words.length;) {
    const word = words[at];
    if (!word) break;
    const gap = text.slice(words[at - 1]?.end ?? word.start, word.start);
    if (gap !== ' ' && SEPARATOR.test(gap)) {
      closeCell();
      beginsSentence = !LIST_SEPARATOR.test(gap);
    }
    // A question with one value is answered by the first cell; the rest describes it.
    if (question.several !== true && entries.length > 0) break;

    const spelling = word.inBrackets ? undefined : spellingAt(words, at, spellings);
    if (spelling) {
      const last = words[at + spelling.words.length - 1] ?? word;
      // `No specific adversary` is one answer, not two.
      if (cellValue?.alone !== true) entries.push(entryOf(text, word.start, last.end, spelling.value, true));
      cellValue ??= spelling.value;
      at += spelling.words.length;
    } else {
      if (question.several === true && word.folded === 'and') closeCell();
      else if (!word.inBrackets && !COUNTER.test(word.folded)) unnamed.push(word);
      at++;
    }
  }
  closeCell();
  const read = question.several === true ? withoutYes(entries) : entries.slice(0, 1);
  return { kind: 'values', entries: withNotes(text, read, end, links) };
}

/** `Yes. Attack`: a list may be opened by a Yes, which is none of its values. */
function withoutYes(entries: readonly ValueEntry[]): readonly ValueEntry[] {
  const [first, ...others] = entries;
  return others.length > 0 && first?.value === undefined && /^yes$/i.test(first?.text ?? '')
    ? others
    : entries;
}

function wordsOutsideLinks(text: string, start: number, end: number, links: readonly Link[]): AnswerWord[] {
  const words: AnswerWord[] = [];
  let depth = 0;
  let previousEnd = start;
  let nextLink = 0;
  for (const word of wordsBetween(text, start, end, MAX_WORDS)) {
    for (let at = previousEnd; at < word.start; at++) {
      if (text[at] === '(') depth++;
      else if (text[at] === ')' && depth > 0) depth--;
    }
    previousEnd = word.end;
    while (nextLink < links.length && (links[nextLink]?.end ?? 0) < word.end) nextLink++;
    const link = links[nextLink];
    const inLink = link !== undefined && link.start <= word.start;
    const { folded, end: wordEnd } = word;
    if (!inLink) words.push({ folded, start: word.start, end: wordEnd, inBrackets: depth > 0 });
  }
  return words;
}

/** The longest spelling at a word: of `Secret (Article IV)`, `secret`, not `secret article`. */
function spellingAt(words: readonly AnswerWord[], at: number, spellings: Spellings): Spelling | undefined {
  return spellings.byFirstWord.get(words[at]?.folded ?? '')?.find(spelling => standsAt(words, at, spelling));
}

function standsAt(words: readonly AnswerWord[], at: number, spelling: Spelling): boolean {
  for (let index = 0; index < spelling.words.length; index++) {
    const word = words[at + index];
    if (word?.folded !== spelling.words[index] || (word?.inBrackets === true && !spelling.hasBrackets))
      return false;
  }
  return true;
}

function entryOf(
  text: string,
  start: number,
  end: number,
  value: InstrumentValue | undefined,
  exact: boolean,
): ValueEntry {
  return { start, end, text: text.slice(start, end), value, exact, note: '' };
}

const NOTE = /^[^,;\n\r(]{0,80}(?:(?:\r\n|[\n\r])?[ \t]{0,20}\([^)]{0,200}\)?)?/;

/** What stands beside each value in its cell, up to the next value or address. */
function withNotes(
  text: string,
  entries: readonly ValueEntry[],
  answerEnd: number,
  links: readonly Link[],
): ValueEntry[] {
  return entries.map((entry, index) => {
    if (!entry.value) return entry;
    const next = entries[index + 1]?.start ?? links.find(link => link.start >= entry.end)?.start ?? answerEnd;
    const note = NOTE.exec(text.slice(entry.end, Math.min(next, entry.end + 300)))?.[0].trim() ?? '';
    return /^[^\p{L}\p{N}]*(?:and[^\p{L}\p{N}]*)?$/u.test(note) ? entry : { ...entry, note };
  });
}

function unnamedEntry(text: string, words: readonly Word[], spellings: Spellings): ValueEntry {
  const start = words[0]?.start ?? 0;
  const end = words.at(-1)?.end ?? start;
  return entryOf(text, start, end, nearestValue(words, spellings), false);
}

function nearestValue(words: readonly Word[], spellings: Spellings): InstrumentValue | undefined {
  const written = words.map(word => word.folded).join(' ');
  if (written.length > 80) return undefined;
  let best: { value: InstrumentValue; cost: number } | undefined;
  for (const group of spellings.byFirstWord.values()) {
    for (const { folded, value } of group) {
      const allowed = Math.min(allowedSlips(folded.length), best ? best.cost - 1 : Infinity);
      if (Math.abs(folded.length - written.length) > allowed) continue;
      const cost = distance(written, folded);
      if (cost <= allowed) best = { value, cost };
    }
  }
  return best?.value;
}

function allowedSlips(length: number): number {
  if (length < 5) return 0;
  return length < 6 ? 1 : Math.max(2, Math.floor(length / 6));
}
