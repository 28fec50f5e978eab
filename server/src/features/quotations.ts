import type { Span } from '../syntax';

/**
 * A treaty's own words: in curly marks up to the closing one, which is often forgotten, or to the end of
 * the paragraph; straight marks do not say which way they face and count within one line only.
 */
const QUOTATION = /\u201c(?:[^\u201c\u201d\n\r]|(?:\r\n?|\n)(?![ \t]*[\n\r]))*\u201d?|"[^"\n\r]*"/g;

/** The quotations of a stretch, in order, with their marks. Linear in the stretch. */
export function quotationsIn(text: string, { start, end }: Span): Span[] {
  return Array.from(text.slice(start, end).matchAll(QUOTATION), ({ 0: quoted, index }) => ({
    start: start + index,
    end: start + index + quoted.length,
  }));
}
