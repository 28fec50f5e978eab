import { isLineEnd, isSpace, trimSpan } from './span';
import { fold, foldedCode, wordsBetween } from './words';

/** A text that the instrument prints, prepared for being found again in a file. */
export interface PrintedText {
  readonly text: string;
  /** Its compared characters, joined, and the same as codes: a joined string is slow to index. */
  readonly folded: string;
  readonly codes: Uint16Array;
  readonly words: readonly string[];
  readonly vocabulary: ReadonlySet<string>;
  /** The punctuation that closes it: `.)`, `):`, `?`. */
  readonly closing: string;
}

/** One place where a file's text differs from the instrument's. */
export interface WordChange {
  readonly kind: 'lost' | 'added' | 'changed';
  /** Where the file differs; for a lost word, the empty stretch where it should stand. */
  readonly start: number;
  readonly end: number;
  /** The instrument's words; empty for an added one. */
  readonly printed: string;
}

export interface Alignment {
  /** The offset at which the printed text ends in the file, its closing punctuation included. */
  readonly end: number;
  /** In the file's order; empty where only case, space, quotes or dashes differ. */
  readonly changes: readonly WordChange[];
}

/** Where the instrument's own words stand. */
export interface ExactAlignment extends Alignment {
  /** The offset behind which the text has no part in it. */
  readonly sight: number;
}

const UNCHANGED: readonly WordChange[] = [];

export function preparePrinted(text: string): PrintedText {
  const words = wordsBetween(text, 0, text.length).map(word => word.folded);
  let end = text.length;
  while (end > 0 && foldedCode(text.charCodeAt(end - 1)) === 0) end--;
  const folded = fold(text);
  return {
    text,
    folded,
    codes: Uint16Array.from(folded, character => character.charCodeAt(0)),
    words,
    vocabulary: new Set(words),
    closing: text.slice(end).replace(/\s/g, ''),
  };
}

/**
 * Finds `printed` at `from` where the file's text differs from it in nothing but case, white
 * space, line ends, hyphens, quotes and punctuation. Linear in the printed text's length.
 */
export function alignExactly(text: string, from: number, printed: PrintedText): ExactAlignment | undefined {
  const matched = matchExactly(text, from, printed);
  return typeof matched === 'number' ? undefined : matched;
}

/** The same; where `printed` is not there, the offset behind which the text has no part in that. */
export function matchExactly(text: string, from: number, printed: PrintedText): ExactAlignment | number {
  const published = endAsPublished(text, from, printed.text);
  if (published !== undefined) return { end: published, changes: UNCHANGED, sight: published + 1 };

  const { codes } = printed;
  const { length } = codes;
  let matched = 0;
  let at = from;
  let skipped = 0;
  const reach = Math.min(text.length, from + reachOf(printed));
  for (; at < reach && matched < length; at++) {
    const code = foldedCode(text.charCodeAt(at));
    if (code === codes[matched]) {
      matched++;
      skipped = 0;
      // A page break leaves blank lines, never pages of them: this keeps hostile texts linear.
    } else if (code !== 0 || ++skipped > MAX_GAP) {
      return at + 1;
    }
  }
  if (matched < length || continuesWord(text, at)) return at + 1;
  const { end } = skipClosing(text, at, printed.closing);
  return { end, changes: UNCHANGED, sight: at + (printed.closing.length + 1) * MAX_CLOSING_GAP };
}

/** The longest stretch of white space and punctuation within a printed text. */
export const MAX_GAP = 400;

/** The longest stretch of a file in which a printed text is looked for: with a page break, or indented. */
export function reachOf({ text }: PrintedText): number {
  return 2 * text.length + MAX_GAP;
}

/**
 * The end of `printed` at `from` where it stands to the letter but wrapped anywhere, as published
 * sheets have it. Whole lines are compared at once, many times faster than character by character.
 */
function endAsPublished(text: string, from: number, printed: string): number | undefined {
  let at = skipGap(text, from);
  // Most texts that are tried are others: few characters tell.
  const probe = Math.min(PROBE, printed.length - 1);
  if (text.charCodeAt(at) !== printed.charCodeAt(0)) return undefined;
  if (text.charCodeAt(at + probe) !== printed.charCodeAt(probe)) return undefined;
  let matched = 0;
  for (;;) {
    const left = printed.length - matched;
    const lineLength = text.slice(at, at + left + 1).indexOf('\n');
    if (lineLength < 0 || lineLength >= left) {
      if (text.slice(at, at + left) !== printed.slice(matched)) return undefined;
      return isClosedAt(text, at + left) ? at + left : undefined;
    }
    const { end } = trimSpan(text, at, at + lineLength);
    const next = matched + end - at;
    if (text.slice(at, end) !== printed.slice(matched, next) || printed[next] !== ' ') return undefined;
    matched = next + 1;
    at = skipGap(text, end);
  }
}

/** `SECTION II` and `SECTION IV` differ here. */
const PROBE = 9;

function skipGap(text: string, from: number): number {
  const reach = Math.min(text.length, from + MAX_GAP);
  let at = from;
  while (at < reach && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** True where neither the last word nor its punctuation goes on. */
function isClosedAt(text: string, end: number): boolean {
  return end === text.length || !(continuesWord(text, end) || '.:;?!)'.includes(text.charAt(end)));
}

function continuesWord(text: string, at: number): boolean {
  return at < text.length && foldedCode(text.charCodeAt(at)) !== 0;
}

/** What the closing punctuation of a printed text may stand apart from its last word by. */
const MAX_CLOSING_GAP = 40;

/** Where the closing punctuation after the last word ends, and whether any of it is there. */
export function skipClosing(
  text: string,
  from: number,
  closing: string,
): { readonly end: number; readonly isThere: boolean } {
  let end = from;
  let isThere = closing === '';
  for (const mark of closing) {
    let at = end;
    const reach = Math.min(text.length, end + MAX_CLOSING_GAP);
    // A full stop on the next line is the answer's; a bracket or a colon may have been wrapped there.
    while (at < reach && isSpace(text.charCodeAt(at)) && (mark !== '.' || !isLineEnd(text.charCodeAt(at))))
      at++;
    if (text[at] !== mark) continue;
    end = at + 1;
    isThere = true;
  }
  const reach = Math.min(text.length, end + MAX_CLOSING_GAP);
  while (end < reach && '.:;?!)'.includes(text.charAt(end))) end++;
  return { end, isThere };
}
