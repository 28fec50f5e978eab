import type { Instrument } from '../instrument/types';
import { changeBetween } from './change';
import type { Head, SectionHead } from './head';
import { prepare, type PreparedInstrument } from './preparedInstrument';
import { DIGIT_ZERO, questionHead } from './questionHead';
import { sectionHead, titleAlone } from './sectionHead';
import { isDigit, isLineEnd, isSpace } from './span';
import { spliced } from './spliced';

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

function isSameHead(head: Head, { heads, starts }: FoundHeads, index: number, by: number): boolean {
  const earlier = heads[index];
  if (!earlier || head.start !== (starts[index] ?? 0) + by) return false;
  if (head.end - head.start !== earlier.end - earlier.start) return false;
  if (head.changes.length > 0 || earlier.changes.length > 0) return false;
  return head.kind === 'section'
    ? earlier.kind === 'section' && head.section === earlier.section
    : earlier.kind === 'question' && head.question === earlier.question;
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

const CARRIAGE_RETURN = 0x0d;
const LOWER_S = 0x73;
const UPPER_S = 0x53;
const UPPER_Q = 0x51;

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
