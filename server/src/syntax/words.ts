import { isSpace, type Span } from './span';

/** A word of a document: the run of letters and digits, and the same in lower case. */
export interface Word extends Span {
  readonly folded: string;
}

const ASCII_FOLDED = Uint8Array.from({ length: 128 }, (_, code) => {
  const lower = String.fromCharCode(code).toLowerCase();
  return /[a-z0-9]/.test(lower) ? lower.charCodeAt(0) : 0;
});

/**
 * What a character counts as when printed text is compared: its code in lower case, or 0 where it
 * is not compared at all (white space, punctuation, quotes, dashes of every kind, and the
 * replacement character that a wrongly decoded quote leaves).
 */
export function foldedCode(code: number): number {
  return code < 128 ? (ASCII_FOLDED[code] ?? 0) : foldedBeyondAscii(code);
}

function foldedBeyondAscii(code: number): number {
  const isMark =
    code < 0xc0 || code === 0xd7 || code === 0xf7 || (code >= 0x2000 && code <= 0x2bff) || code >= 0xfe00;
  return isMark || isSpace(code) ? 0 : code;
}

/** The characters of `text` that are compared, in lower case. */
export function fold(text: string): string {
  let folded = '';
  for (let at = 0; at < text.length; at++) {
    const code = foldedCode(text.charCodeAt(at));
    if (code !== 0) folded += String.fromCharCode(code);
  }
  return folded;
}

/**
 * The words of `text` between two offsets, at most `limit` of them. Words are runs of compared
 * characters; whatever stands between two words separates them.
 */
export function wordsBetween(text: string, from: number, to: number, limit = Infinity): Word[] {
  const words: Word[] = [];
  let at = from;
  while (at < to && words.length < limit) {
    if (foldedCode(text.charCodeAt(at)) === 0) {
      at++;
      continue;
    }
    const start = at;
    let folded = '';
    for (; at < to; at++) {
      const code = foldedCode(text.charCodeAt(at));
      if (code === 0) break;
      folded += String.fromCharCode(code);
    }
    words.push({ start, end: at, folded });
  }
  return words;
}

/** Do two words hold the same letters in whatever order? */
export function isRearranged(a: string, b: string): boolean {
  return a.length === b.length && sortedLetters(a) === sortedLetters(b);
}

function sortedLetters(word: string): string {
  return Array.from(word).sort().join('');
}
