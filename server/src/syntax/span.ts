/** A stretch of a document: UTF-16 offsets, `start` inclusive, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** True where the two stretches share a place; an empty one counts where it stands, edges included. */
export function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** True where `inner` lies in `outer`, edges included. */
export function encloses(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The stretch without the white space at its ends; empty at its start where there is nothing else. */
export function trimSpan(text: string, start: number, end: number): Span {
  let from = start;
  while (from < end && isSpace(text.charCodeAt(from))) from++;
  let to = end;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return from === to ? { start, end: start } : { start: from, end: to };
}

/**
 * White space as sheets have it: blanks, tabs, line ends, form feeds, no-break spaces, the byte
 * order mark, and NUL, which a damaged file holds where nothing should stand.
 */
export function isSpace(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0x00;
  return code >= 0x85 && isWideSpace(code);
}

function isWideSpace(code: number): boolean {
  return (
    code === 0x85 ||
    code === 0xa0 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

/** True at the line feed, and at a carriage return or Unicode line end, which stand in for one. */
export function isLineEnd(code: number): boolean {
  return code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029;
}

/** True at the digits 0 to 9. */
export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** The offset at which the line of `offset` ends, before its line end; at most `limit` behind it. */
export function lineEndAfter(text: string, offset: number, limit = Infinity): number {
  const reach = Math.min(text.length, offset + limit);
  let end = offset;
  while (end < reach && !isLineEnd(text.charCodeAt(end))) end++;
  return end;
}

/** The offset at which the line of `offset` begins. */
export function lineStartBefore(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) start--;
  return start;
}
