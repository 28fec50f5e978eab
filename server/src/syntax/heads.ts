import { distance } from 'fastest-levenshtein';
import { allQuestions } from '../instrument';
import type { Instrument, Question, Section } from '../instrument/types';
import { changeBetween, type Change } from './change';
import { alignExactly, MAX_GAP, preparePrinted, reachOf, type Alignment, type PrintedText } from './printed';
import { alignLoosely } from './rewording';
import { isLineEnd, isSpace, lineEndAfter } from './span';
import { fold, foldedCode, wordsBetween } from './words';

/** The place in a file where a question or a section begins. */
export type Head = QuestionHead | SectionHead;

interface HeadPlace extends Alignment {
  /** Where the number or the heading begins; its line's indentation is outside. */
  readonly start: number;
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
  /** What stands so far behind a place has no part in whether a head begins there. */
  readonly sight: number;
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
  const result = {
    byNumber: new Map(questions.map(entry => [entry.question.number, entry])),
    byBeginning,
    sections: instrument.sections.map(section => ({
      section,
      heading: preparePrinted(headingText(section)),
      title: preparePrinted(section.title),
    })),
    titleInitials: instrument.sections.map(({ title }) => title.charCodeAt(0)),
    sight: sightFor(questions.map(({ printed }) => printed)),
  };
  prepared.set(instrument, result);
  return result;
}

/**
 * A reworded question is looked for within its reach, and other questions and an answer's first line
 * behind it, within theirs.
 */
function sightFor(questions: readonly PrintedText[]): number {
  return 2 * Math.max(0, ...questions.map(reachOf)) + 3 * MAX_GAP;
}

/** The heading as the instrument prints it. */
export function headingText(section: Section): string {
  return `SECTION ${section.numeral}: ${section.title}`;
}

/** The places in a text where questions and sections begin. */
export interface FoundHeads {
  /** In the file's order, headings that an answer only quotes included. */
  readonly heads: readonly Head[];
  /** How many of them, from the first, are those of the earlier version: the same objects. */
  readonly kept: number;
}

/** An earlier version of a text with its heads. */
export interface EarlierHeads {
  readonly text: string;
  readonly heads: readonly Head[];
}

/**
 * All places where a question or a section of the instrument begins, in the file's order.
 *
 * A number at a line start is a question if the text after it resembles that question's; within a
 * line (a sheet whose lines were run together) the text must be the question's to the word.
 *
 * Given an earlier version, only the surroundings of the change are searched; the result is the same.
 */
export function findHeads(text: string, instrument: Instrument, earlier?: EarlierHeads): FoundHeads {
  const known = prepare(instrument);
  const search = earlier && new EarlierSearch(earlier, text, known.sight);
  const heads = search?.headsFarBefore() ?? [];
  let kept = heads.length;
  const scanner = new Scanner(text, heads.at(-1)?.end);
  while (scanner.at < text.length) {
    const settled = search?.settledHeadAt(scanner.at);
    const head = settled ?? headAt(text, scanner.at, scanner.isLineStart, known);
    if (!head) {
      scanner.skipTo(scanner.at + 1);
      continue;
    }
    heads.push(head);
    if (settled) kept = heads.length;
    const later = settled ? undefined : search?.headsBehind(head);
    if (later) {
      heads.push(...later);
      break;
    }
    scanner.passHead(head.end);
  }
  return { heads, kept };
}

/** The same places one after another: who needs the first of them need not look for all. */
export function* headsInOrder(text: string, instrument: Instrument): Generator<Head> {
  const known = prepare(instrument);
  const scanner = new Scanner(text, undefined);
  while (scanner.at < text.length) {
    const head = headAt(text, scanner.at, scanner.isLineStart, known);
    if (head) {
      yield head;
      scanner.passHead(head.end);
    } else scanner.skipTo(scanner.at + 1);
  }
}

/** Goes through the places of a text where a head may begin. */
class Scanner {
  at = 0;
  isLineStart = true;

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
    if (end === this.text.length || isSpace(this.text.charCodeAt(end))) this.skipTo(end);
  }

  skipTo(from: number): void {
    this.at = nextPlace(this.text, from);
    this.isLineStart = isLineEnd(this.text.charCodeAt(this.at));
    if (this.isLineStart) this.at = skipSpaces(this.text, this.at);
  }
}

/** How the search went in an earlier version of the text, as far as it goes the same way again. */
class EarlierSearch {
  readonly #heads: readonly Head[];
  readonly #change: Change;
  readonly #sight: number;
  /** The first head that the new search has not come to yet. */
  #next = 0;
  /** Whether the new search has found the same heads so far. */
  #isInStep = true;

  constructor(earlier: EarlierHeads, text: string, sight: number) {
    this.#heads = earlier.heads;
    this.#change = changeBetween(earlier.text, text);
    this.#sight = sight;
  }

  /** The heads from which nothing of the change can be seen. */
  headsFarBefore(): Head[] {
    const far = this.#heads.findIndex(head => head.end + this.#sight > this.#change.start);
    this.#next = far < 0 ? this.#heads.length : far;
    return this.#heads.slice(0, this.#next);
  }

  /** The head at a place where the change, though in sight, has no part in it: its text is complete before. */
  settledHeadAt(place: number): Head | undefined {
    const head = this.#heads[this.#next];
    if (!this.#isInStep || head?.start !== place) return undefined;
    const isToTheWord = head.changes.length === 0 && (head.kind === 'section' || isRightlyNumbered(head));
    if (!isToTheWord || head.end + MAX_GAP > this.#change.start) return undefined;
    this.#next++;
    return head;
  }

  /**
   * All heads behind one found anew where the earlier version has the same one: what follows it is the
   * same text, so the search would go on as it did. Asked for each such head in turn.
   */
  headsBehind(found: Head): readonly Head[] | undefined {
    this.#isInStep = false;
    const by = this.#change.endAfter - this.#change.endBefore;
    if (found.start <= this.#change.endAfter) return undefined;
    while ((this.#heads[this.#next]?.start ?? Infinity) < found.start - by) this.#next++;
    const same = this.#heads[this.#next];
    if (!same || !isSameHead(found, same, by)) return undefined;
    return this.#heads.slice(this.#next + 1).map(head => movedHead(head, by));
  }
}

function isRightlyNumbered({ question, printedNumber }: QuestionHead): boolean {
  return printedNumber === question.number;
}

function isSameHead(head: Head, earlier: Head, by: number): boolean {
  if (head.start !== earlier.start + by || head.end !== earlier.end + by) return false;
  if (head.changes.length > 0 || earlier.changes.length > 0) return false;
  return head.kind === 'section'
    ? earlier.kind === 'section' && head.section === earlier.section
    : earlier.kind === 'question' && head.question === earlier.question;
}

function movedHead(head: Head, by: number): Head {
  const start = head.start + by;
  const end = head.end + by;
  const changes =
    head.changes.length === 0
      ? head.changes
      : head.changes.map(change => ({ ...change, start: change.start + by, end: change.end + by }));
  if (head.kind === 'section') return { kind: 'section', start, end, section: head.section, changes };
  const { printedNumber, question } = head;
  const numberEnd = head.numberEnd + by;
  return { kind: 'question', start, end, numberEnd, printedNumber, question, changes };
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

function headAt(text: string, at: number, lineStart: boolean, known: PreparedInstrument): Head | undefined {
  const code = text.charCodeAt(at);
  if (isDigit(code)) return questionHead(text, at, at, lineStart, known);
  if (code === UPPER_S) return sectionHead(text, at, lineStart, known);
  if (!lineStart) return undefined;
  if (code === UPPER_Q) return questionHead(text, at, at + 1, true, known);
  if (code === LOWER_S) return sectionHead(text, at, true, known);
  return known.titleInitials.includes(code) ? titleAlone(text, at, known) : undefined;
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
): QuestionHead | undefined {
  let at = digits;
  let printedNumber = 0;
  for (; at < digits + 3 && isDigit(text.charCodeAt(at)); at++)
    printedNumber = printedNumber * 10 + text.charCodeAt(at) - DIGIT_ZERO;
  if (at === digits || at === digits + 3) return undefined;
  const behind = text.charCodeAt(at);
  const stop = behind === SPACE || behind === TAB ? at + 1 : at;
  const hasStop = isStop(text.charCodeAt(stop));
  if (!hasStop && !lineStart) return undefined;
  const numberEnd = hasStop ? stop + 1 : at;
  const named = known.byNumber.get(printedNumber);

  const exact = named && alignExactly(text, numberEnd, named.printed);
  if (exact && (lineStart || isUnmistakable(text, exact.end, named.printed))) {
    const { end, changes } = exact;
    return { kind: 'question', start, end, numberEnd, printedNumber, question: named.question, changes };
  }
  // `45.1 million` is a number of its own.
  if (!lineStart || !hasStop || isDigit(text.charCodeAt(numberEnd))) return undefined;

  const found = misnumbered(text, numberEnd, known) ?? reworded(text, numberEnd, named, known);
  return found && { kind: 'question', start, numberEnd, printedNumber, ...found };
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
): SectionHead | undefined {
  const capitals = text.startsWith('SECTION', start);
  if (!lineStart && !capitals) return undefined;
  for (const { section, heading } of known.sections) {
    const exact = alignExactly(text, start, heading);
    if (exact) return { kind: 'section', start, section, ...exact };
  }
  return lineStart ? misspelledHeading(text, start, known) : undefined;
}

const NUMERALS = /^(?:[ivxl]{1,4}|[1-9])$/;

/**
 * `SECTON II: OBLIGATIONS`, `Section 2 – Obligations`, `SECTION II`: the first word is nearly
 * `section`, and the title, or where there is none the numeral alone, says which.
 */
function misspelledHeading(text: string, start: number, known: PreparedInstrument): SectionHead | undefined {
  const lineEnd = lineEndAfter(text, start, 200);
  const [first] = wordsBetween(text, start, lineEnd, 1);
  if (!first || first.folded.length > 10 || distance(first.folded, 'section') > 2) return undefined;
  const [second, third] = wordsBetween(text, first.end, lineEnd, 2);
  if (!second) return undefined;

  const numeral = NUMERALS.test(second.folded) ? second.folded : undefined;
  const titleStart = numeral === undefined ? second.start : third?.start;
  for (const entry of known.sections) {
    if (titleStart === undefined) break;
    const title = alignExactly(text, titleStart, entry.title) ?? alignLoosely(text, titleStart, entry.title);
    if (title) return withChanges(text, start, restOfHeading(text, title.end), entry);
  }
  // In capitals and short, `SECTION IV: THE CONTEXT` is a heading by its numeral.
  const line = text.slice(start, lineEnd).trimEnd();
  const byNumeral = known.sections.find(entry => entry.section.numeral.toLowerCase() === numeral);
  const behindSection = line.slice(first.end - start);
  const isHeading = line.length <= MAX_HEADING && behindSection === behindSection.toUpperCase();
  return byNumeral && isHeading ? withChanges(text, start, start + line.length, byNumeral) : undefined;
}

const MAX_HEADING = 70;

/** `OBLIGATIONS` alone on its line and in capitals: the heading without its `SECTION II:`. */
function titleAlone(text: string, start: number, known: PreparedInstrument): SectionHead | undefined {
  for (const entry of known.sections) {
    const title = alignExactly(text, start, entry.title);
    if (!title) continue;
    const written = text.slice(start, title.end);
    const isAlone = title.end === lineEndAfter(text, title.end, 1);
    if (isAlone && written === written.toUpperCase()) return withChanges(text, start, title.end, entry);
  }
  return undefined;
}

const LONGEST_REST = 40;

/** Whatever words follow the title on its line, unless a question follows there. */
function restOfHeading(text: string, from: number): number {
  const lineEnd = lineEndAfter(text, from, LONGEST_REST);
  const rest = text.slice(from, lineEnd);
  return rest.length < LONGEST_REST && !/\d/.test(rest) ? from + rest.trimEnd().length : from;
}

function withChanges(text: string, start: number, end: number, entry: PreparedSection): SectionHead {
  const heading = headingText(entry.section);
  const written = text.slice(start, end);
  const same = fold(written) === entry.heading.folded;
  return {
    kind: 'section',
    start,
    end,
    section: entry.section,
    changes: same ? [] : [{ kind: 'changed', start, end, printed: heading }],
  };
}
