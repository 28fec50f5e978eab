import { isLineEnd, isSpace } from './span';
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
  /** The text as published sheets have it: to the letter, but wrapped anywhere. */
  readonly asPublished: RegExp;
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
    asPublished: publishedPattern(text),
  };
}

/** Most sheets match this, and it runs many times faster than the comparison by characters. */
function publishedPattern(text: string): RegExp {
  const words = text.split(' ').map(word =>
    word
      .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
      .replaceAll('"', '["\u201c\u201d]')
      .replaceAll("'", "['\u2018\u2019]"),
  );
  return new RegExp(`\\s{0,${MAX_GAP}}${words.join(`\\s{1,${MAX_GAP}}`)}(?![.:;?!)\\p{L}\\p{N}])`, 'uy');
}

/**
 * Finds `printed` at `from` where the file's text differs from it in nothing but case, white
 * space, line ends, hyphens, quotes and punctuation. Linear in the printed text's length.
 */
export function alignExactly(text: string, from: number, printed: PrintedText): Alignment | undefined {
  const { asPublished, codes } = printed;
  asPublished.lastIndex = from;
  if (asPublished.test(text)) return { end: asPublished.lastIndex, changes: [] };

  const { length } = codes;
  let matched = 0;
  let at = from;
  let skipped = 0;
  for (; at < text.length && matched < length; at++) {
    const code = foldedCode(text.charCodeAt(at));
    if (code === codes[matched]) {
      matched++;
      skipped = 0;
      // A page break leaves blank lines, never pages of them: this keeps hostile texts linear.
    } else if (code !== 0 || ++skipped > MAX_GAP) {
      return undefined;
    }
  }
  if (matched < length || continuesWord(text, at)) return undefined;
  return { end: skipClosing(text, at, printed.closing).end, changes: [] };
}

/** The longest stretch of white space and punctuation within a printed text. */
export const MAX_GAP = 400;

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
  while (end < text.length && '.:;?!)'.includes(text.charAt(end))) end++;
  return { end, isThere };
}
