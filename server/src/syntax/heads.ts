import { distance } from 'fastest-levenshtein';
import { allQuestions } from '../instrument';
import type { Instrument, Question, Section } from '../instrument/types';
import { changeBetween } from './change';
import {
  alignExactly,
  matchExactly,
  MAX_GAP,
  preparePrinted,
  reachOf,
  type Alignment,
  type PrintedText,
  type WordChange,
} from './printed';
import { alignLoosely } from './rewording';
import { isLineEnd, isSpace, lineEndAfter } from './span';
import { spliced } from './spliced';
import { fold, foldedCode, wordsBetween } from './words';

/** The place in a file where a question or a section begins. */
export type Head = QuestionHead | SectionHead;

interface HeadPlace extends Alignment {
  /** Where the number or the heading begins; its line's indentation is outside. */
  readonly start: number;
  /** An offset behind which the text has no part in its being here. */
  readonly sight: number;
}

export interface QuestionHead extends HeadPlace {
  readonly kind: 'question';
  readonly question: Question;
  readonly printedNumber: number;
  /** Where the number and its full stop end. */
  readonly numberEnd: number;
}

export interface SectionHead extends HeadPlace {
  readonly kind: 'section';
  readonly section: Section;
}

interface PreparedQuestion {
  readonly question: Question;
  readonly printed: PrintedText;
}

interface PreparedSection {
  readonly section: Section;
  readonly heading: PrintedText;
  readonly title: PrintedText;
}

interface PreparedInstrument {
  readonly byNumber: ReadonlyMap<number, PreparedQuestion>;
  /** By their first compared characters, for a question that bears another's number. */
  readonly byBeginning: ReadonlyMap<string, readonly PreparedQuestion[]>;
  readonly sections: readonly PreparedSection[];
  /** The first characters of the sections' titles, as codes. */
  readonly titleInitials: readonly number[];
  /** What stands so far behind a place has no part in whether a question begins there. */
  readonly sight: number;
  /** The same for a heading. */
  readonly headingSight: number;
}

/** A misnumbered question is only looked for where this much of its text is there. */
const BEGINNING = 24;

const prepared = new WeakMap<Instrument, PreparedInstrument>();

function prepare(instrument: Instrument): PreparedInstrument {
  const known = prepared.get(instrument);
  if (known) return known;
  const questions = allQuestions(instrument).map(question => ({
    question,
    printed: preparePrinted(question.text),
  }));
  const byBeginning = new Map<string, PreparedQuestion[]>();
  for (const entry of questions) {
    if (entry.printed.folded.length < BEGINNING) continue;
    const beginning = entry.printed.folded.slice(0, BEGINNING);
    byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), entry]);
  }
  const sections = instrument.sections.map(section => ({
    section,
    heading: preparePrinted(headingText(section)),
    title: preparePrinted(section.title),
  }));
  const headings = sections.map(({ heading }) => ({ printed: heading }));
  const result = {
    byNumber: new Map(questions.map(entry => [entry.question.number, entry])),
    byBeginning,
    sections,
    titleInitials: instrument.sections.map(({ title }) => title.charCodeAt(0)),
    sight: 2 * longestReach(questions) + 3 * MAX_GAP,
    headingSight: longestReach(headings) + MAX_GAP + LONGEST_LINE,
  };
  prepared.set(instrument, result);
  return result;
}

/** A reworded question is looked for within its reach, and other questions in it within theirs. */
function longestReach(entries: readonly { readonly printed: PrintedText }[]): number {
  return Math.max(0, ...entries.map(({ printed }) => reachOf(printed)));
}

/** The heading as the instrument prints it. */
export function headingText(section: Section): string {
  return `SECTION ${section.numeral}: ${section.title}`;
}

/** The places in a text where questions and sections begin. */
export interface FoundHeads {
  readonly text: string;
  /**
   * In the file's order, headings that an answer only quotes included; each as it was found in the version
   * that had it first, and the same object since. Also the list is the same as long as nothing in it changes.
   */
  readonly heads: readonly Head[];
  /** Where each of them stands in this version. */
  readonly starts: readonly number[];
  /** For each head, an offset behind which the text had no part in finding it and those before it. */
  readonly seen: readonly number[];
  /** How many of them, from the first, stand where they stood in the earlier version. */
  readonly kept: number;
  /** How many of them, from the last, stand as far behind each other as in the earlier version. */
  readonly moved: number;
}

/**
 * All places where a question or a section of the instrument begins, in the file's order.
 *
 * A number at a line start is a question if the text after it resembles that question's; within a
 * line (a sheet whose lines were run together) the text must be the question's to the word.
 *
 * Given what was found in an earlier version, only the surroundings of the change are searched; the result
 * is the same.
 */
export function findHeads(text: string, instrument: Instrument, earlier?: FoundHeads): FoundHeads {
  const known = prepare(instrument);
  const change = earlier && changeBetween(earlier.text, text);
  const kept = earlier && change ? countSeenBefore(earlier, change.start) : 0;
  const scanner = new Scanner(text, kept > 0 && earlier ? endOfHead(earlier, kept - 1) : undefined);
  const starts = earlier ? earlier.starts.slice(0, kept) : [];
  const seen = earlier ? earlier.seen.slice(0, kept) : [];
  const between: Head[] = [];
  let sight = seen.at(-1) ?? 0;
  let next = kept;
  const by = change ? change.endAfter - change.endBefore : 0;
  /** The same text as before follows, so the search would go on as it did. */
  const withRestOf = (before: FoundHeads): FoundHeads => {
    for (let at = next; at < before.starts.length; at++) {
      starts.push((before.starts[at] ?? 0) + by);
      seen.push(Math.max(sight, (before.seen[at] ?? 0) + by));
    }
    const heads = headsWith(before.heads, kept, next, between);
    return { text, heads, starts, seen, kept, moved: before.heads.length - next };
  };
  while (scanner.at < text.length) {
    if (earlier && change && between.length === 0 && scanner.lineEnd >= change.endAfter) {
      // Where no head lay in between, the earlier search came by this line end as well.
      if ((earlier.starts[kept] ?? Infinity) > scanner.lineEnd - by) return withRestOf(earlier);
    }
    const head = headAt(text, scanner.at, scanner.isLineStart, known);
    if (typeof head === 'number') {
      sight = Math.max(sight, head);
      scanner.skipTo(scanner.at + 1);
      continue;
    }
    sight = Math.max(sight, head.sight);
    if (earlier && change && head.start > change.endAfter) {
      while ((earlier.starts[next] ?? Infinity) < head.start - by) next++;
      if (isSameHead(head, earlier, next, by)) return withRestOf(earlier);
    }
    between.push(head);
    starts.push(head.start);
    seen.push(sight);
    scanner.passHead(head.end);
  }
  const heads = earlier ? headsWith(earlier.heads, kept, earlier.heads.length, between) : between;
  return { text, heads, starts, seen, kept, moved: 0 };
}

/** The heads with others in place of some of them; the same list where that changes nothing. */
function headsWith(
  heads: readonly Head[],
  from: number,
  to: number,
  others: readonly Head[],
): readonly Head[] {
  if (from === to && others.length === 0) return heads;
  return spliced(heads, from, to, others);
}

function endOfHead({ heads, starts }: FoundHeads, index: number): number {
  const head = heads[index];
  return head ? head.end - head.start + (starts[index] ?? 0) : 0;
}

/** How many heads were found by what stands before an offset alone. */
function countSeenBefore({ seen }: FoundHeads, offset: number): number {
  let count = 0;
  while ((seen[count] ?? Infinity) <= offset) count++;
  return count;
}

/** The same places one after another: who needs the first of them need not look for all. */
export function* headsInOrder(text: string, instrument: Instrument): Generator<Head> {
  const known = prepare(instrument);
  const scanner = new Scanner(text, undefined);
  while (scanner.at < text.length) {
    const head = headAt(text, scanner.at, scanner.isLineStart, known);
    if (typeof head === 'number') scanner.skipTo(scanner.at + 1);
    else {
      yield head;
      scanner.passHead(head.end);
    }
  }
}

/** Goes through the places of a text where a head may begin. */
class Scanner {
  at = 0;
  isLineStart = true;
  /** The first of the line ends just before the place; -1 where there are none. */
  lineEnd = -1;

  constructor(
    private readonly text: string,
    lastEnd: number | undefined,
  ) {
    if (lastEnd === undefined) this.at = skipSpaces(text, 0);
    else this.passHead(lastEnd);
  }

  passHead(end: number): void {
    // A sheet may lack the white space between a question and what follows it.
    this.at = end;
    this.isLineStart = false;
    this.lineEnd = -1;
    if (end === this.text.length || isSpace(this.text.charCodeAt(end))) this.skipTo(end);
  }

  skipTo(from: number): void {
    this.at = nextPlace(this.text, from);
    this.isLineStart = isLineEnd(this.text.charCodeAt(this.at));
    this.lineEnd = this.isLineStart ? this.at : -1;
    if (this.isLineStart) this.at = skipSpaces(this.text, this.at);
  }
}

function isSameHead(head: Head, { heads, starts }: FoundHeads, index: number, by: number): boolean {
  const earlier = heads[index];
  if (!earlier || head.start !== (starts[index] ?? 0) + by) return false;
  if (head.end - head.start !== earlier.end - earlier.start) return false;
  if (head.changes.length > 0 || earlier.changes.length > 0) return false;
  return head.kind === 'section'
    ? earlier.kind === 'section' && head.section === earlier.section
    : earlier.kind === 'question' && head.question === earlier.question;
}

/** The same head `by` characters further on. */
export function movedHead<H extends Head>(head: H, by: number): H;
export function movedHead(head: Head, by: number): Head {
  if (by === 0) return head;
  const start = head.start + by;
  const end = head.end + by;
  const sight = head.sight + by;
  const changes =
    head.changes.length === 0 ? head.changes : head.changes.map(change => movedChange(change, by));
  if (head.kind === 'section') return { kind: 'section', start, end, section: head.section, sight, changes };
  const { printedNumber, question } = head;
  const numberEnd = head.numberEnd + by;
  return { kind: 'question', start, end, numberEnd, printedNumber, question, sight, changes };
}

/** The same difference in a text in which it stands further on. */
export function movedChange(change: WordChange, by: number): WordChange {
  return { ...change, start: change.start + by, end: change.end + by };
}

/** Where a head may begin: behind a line end, and at the digits and the capital S that begin a word. */
function nextPlace(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // Nearly all characters are small letters and blanks.
    if (code > UPPER_S ? code < 0x2000 : code > CARRIAGE_RETURN && code < DIGIT_ZERO) continue;
    if (isDigit(code) || code === UPPER_S) {
      if (isSpace(text.charCodeAt(at - 1))) break;
    } else if (isLineEnd(code)) break;
  }
  return at;
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/**
 * `Section III: obligations of members` or `OBLIGATIONS` on a line of an answer is only taken for the
 * section's heading where the heading itself is missing.
 */
export function withoutQuotedHeadings(heads: readonly Head[]): readonly Head[] {
  if (!heads.some(head => head.kind === 'section' && head.changes.length > 0)) return heads;
  const headed = new Set(heads.map(head => (isPlainHeading(head) ? head.section : undefined)));
  return heads.filter(
    head => head.kind === 'question' || head.changes.length === 0 || !headed.has(head.section),
  );
}

function isPlainHeading(head: Head): head is SectionHead {
  return head.kind === 'section' && head.changes.length === 0;
}

/** The head that begins at a place, or the offset behind which the text has no part in there being none. */
function headAt(text: string, at: number, lineStart: boolean, known: PreparedInstrument): Head | number {
  const code = text.charCodeAt(at);
  if (isDigit(code)) return questionHead(text, at, at, lineStart, known);
  if (code === UPPER_S) return sectionHead(text, at, lineStart, known);
  if (!lineStart) return at + 1;
  if (code === UPPER_Q) return questionHead(text, at, at + 1, true, known);
  if (code === LOWER_S) return sectionHead(text, at, true, known);
  return known.titleInitials.includes(code) ? titleAlone(text, at, known) : at + 1;
}

const TAB = 0x09;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const DIGIT_ZERO = 0x30;
const LOWER_S = 0x73;
const UPPER_S = 0x53;
const UPPER_Q = 0x51;

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** What stands behind a question's number: `5.`, `5)`, `5:`. */
function isStop(code: number): boolean {
  return code === 0x2e || code === 0x29 || code === 0x3a;
}

function questionHead(
  text: string,
  start: number,
  digits: number,
  lineStart: boolean,
  known: PreparedInstrument,
): QuestionHead | number {
  let at = digits;
  let printedNumber = 0;
  for (; at < digits + 3 && isDigit(text.charCodeAt(at)); at++)
    printedNumber = printedNumber * 10 + text.charCodeAt(at) - DIGIT_ZERO;
  if (at === digits || at === digits + 3) return at + 1;
  const behind = text.charCodeAt(at);
  const stop = behind === SPACE || behind === TAB ? at + 1 : at;
  const hasStop = isStop(text.charCodeAt(stop));
  if (!hasStop && !lineStart) return stop + 1;
  const numberEnd = hasStop ? stop + 1 : at;
  const named = known.byNumber.get(printedNumber);

  const exact = named ? matchExactly(text, numberEnd, named.printed) : numberEnd + 1;
  const isThere = typeof exact !== 'number';
  if (isThere && named && (lineStart || isUnmistakable(text, exact.end, named.printed))) {
    const { end, sight, changes } = exact;
    return {
      kind: 'question',
      start,
      end,
      numberEnd,
      printedNumber,
      question: named.question,
      sight,
      changes,
    };
  }
  // `45.1 million` is a number of its own.
  if (!lineStart || !hasStop || isDigit(text.charCodeAt(numberEnd))) {
    return Math.max(numberEnd + 1, isThere ? exact.sight : exact);
  }

  const found = misnumbered(text, numberEnd, known) ?? reworded(text, numberEnd, named, known);
  const sight = start + known.sight;
  return found ? { kind: 'question', start, numberEnd, printedNumber, ...found, sight } : sight;
}

/**
 * A question in other words. `12. Article 3` in the answer above question 12 is none: whatever it has
 * of that question's words, it has from the real one below it.
 */
function reworded(
  text: string,
  from: number,
  named: PreparedQuestion | undefined,
  known: PreparedInstrument,
): (Alignment & { question: Question }) | undefined {
  const loose = named && alignLoosely(text, from, named.printed);
  if (!loose) return undefined;
  for (const { index, 0: mark, 1: digits } of text.slice(from, loose.end).matchAll(LINE_OF_A_HEAD)) {
    const at = from + index + mark.length;
    if (digits === undefined) {
      if (known.sections.some(({ heading }) => alignExactly(text, from + index, heading))) return undefined;
      continue;
    }
    const other = known.byNumber.get(Number(digits));
    if (!other) continue;
    if (alignExactly(text, at, other.printed)) return undefined;
    if (other === named && alignLoosely(text, at, other.printed)) return undefined;
  }
  return { question: named.question, ...loose };
}

/** A line within a question's text that may be the next head: `13.`, with its digits, or `SECTION`. */
const LINE_OF_A_HEAD = /(?<=[\n\r\u2028\u2029][ \t\u00a0]{0,40})(?:(\d{1,2})[ \t]?[.):]|SECTION)/g;

/** Within a line, a label of one or two words must have its colon to be a question. */
function isUnmistakable(text: string, end: number, printed: PrintedText): boolean {
  return printed.words.length > 3 || text[end - 1] === ':';
}

function misnumbered(
  text: string,
  from: number,
  known: PreparedInstrument,
): (Alignment & { question: Question }) | undefined {
  const beginning = foldedBeginning(text, from);
  for (const { question, printed } of known.byBeginning.get(beginning) ?? []) {
    const alignment = alignExactly(text, from, printed);
    if (alignment) return { question, ...alignment };
  }
  return undefined;
}

function foldedBeginning(text: string, from: number): string {
  let folded = '';
  const reach = Math.min(text.length, from + 8 * BEGINNING);
  for (let at = from; at < reach && folded.length < BEGINNING; at++) {
    const code = foldedCode(text.charCodeAt(at));
    if (code !== 0) folded += String.fromCharCode(code);
  }
  return folded;
}

function sectionHead(
  text: string,
  start: number,
  lineStart: boolean,
  known: PreparedInstrument,
): SectionHead | number {
  const capitals = text.startsWith('SECTION', start);
  if (!lineStart && !capitals) return start + 'SECTION'.length;
  for (const { section, heading } of known.sections) {
    const exact = alignExactly(text, start, heading);
    if (exact) return { kind: 'section', start, section, ...exact };
  }
  return lineStart ? misspelledHeading(text, start, known) : start + known.headingSight;
}

const NUMERALS = /^(?:[ivxl]{1,4}|[1-9])$/;

/**
 * `SECTON II: OBLIGATIONS`, `Section 2 – Obligations`, `SECTION II`: the first word is nearly
 * `section`, and the title, or where there is none the numeral alone, says which.
 */
function misspelledHeading(text: string, start: number, known: PreparedInstrument): SectionHead | number {
  const lineEnd = lineEndAfter(text, start, LONGEST_LINE);
  const [first] = wordsBetween(text, start, lineEnd, 1);
  if (!first || first.folded.length > 10 || distance(first.folded, 'section') > 2) {
    return start + LONGEST_LINE + 1;
  }
  const sight = start + known.headingSight;
  const [second, third] = wordsBetween(text, first.end, lineEnd, 2);
  if (!second) return sight;

  const numeral = NUMERALS.test(second.folded) ? second.folded : undefined;
  const titleStart = numeral === undefined ? second.start : third?.start;
  for (const entry of known.sections) {
    if (titleStart === undefined) break;
    const title = alignExactly(text, titleStart, entry.title) ?? alignLoosely(text, titleStart, entry.title);
    if (title) return withChanges(text, start, restOfHeading(text, title.end), entry, known);
  }
  // In capitals and short, `SECTION IV: THE CONTEXT` is a heading by its numeral.
  const line = text.slice(start, lineEnd).trimEnd();
  const byNumeral = known.sections.find(entry => entry.section.numeral.toLowerCase() === numeral);
  const behindSection = line.slice(first.end - start);
  const isHeading = line.length <= MAX_HEADING && behindSection === behindSection.toUpperCase();
  return byNumeral && isHeading ? withChanges(text, start, start + line.length, byNumeral, known) : sight;
}

const MAX_HEADING = 70;
/** As much of a line as is looked at for a heading. */
const LONGEST_LINE = 200;

/** `OBLIGATIONS` alone on its line and in capitals: the heading without its `SECTION II:`. */
function titleAlone(text: string, start: number, known: PreparedInstrument): SectionHead | number {
  let sight = start + 1;
  for (const entry of known.sections) {
    const title = matchExactly(text, start, entry.title);
    sight = Math.max(sight, typeof title === 'number' ? title : title.sight);
    if (typeof title === 'number') continue;
    const written = text.slice(start, title.end);
    const isAlone = title.end === lineEndAfter(text, title.end, 1);
    if (isAlone && written === written.toUpperCase())
      return withChanges(text, start, title.end, entry, known);
  }
  return sight;
}

const LONGEST_REST = 40;

/** Whatever words follow the title on its line, unless a question follows there. */
function restOfHeading(text: string, from: number): number {
  const lineEnd = lineEndAfter(text, from, LONGEST_REST);
  const rest = text.slice(from, lineEnd);
  return rest.length < LONGEST_REST && !/\d/.test(rest) ? from + rest.trimEnd().length : from;
}

function withChanges(
  text: string,
  start: number,
  end: number,
  entry: PreparedSection,
  known: PreparedInstrument,
): SectionHead {
  const heading = headingText(entry.section);
  const written = text.slice(start, end);
  const same = fold(written) === entry.heading.folded;
  return {
    kind: 'section',
    start,
    end,
    section: entry.section,
    sight: start + known.headingSight,
    changes: same ? [] : [{ kind: 'changed', start, end, printed: heading }],
  };
}
