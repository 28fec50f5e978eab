import type { TextChange } from '../rules';
import { isLineEnd, isSpace, type Span } from '../syntax';

const LINE_END = /\r\n|[\n\r]/g;

/** So many line ends, of the kind that the gap has already; of the file's kind where it has none. */
export function withLineEnds(gap: string, count: number, eol: string): string {
  return (gap.match(LINE_END)?.[0] ?? eol).repeat(count);
}

/** How many lines a gap begins. */
export function lineEndsIn(gap: string): number {
  return gap.match(LINE_END)?.length ?? 0;
}

/**
 * Tidies the white space within words that stay as they are: no blanks at a line's end, at most one blank
 * line between two paragraphs, no form feeds where a page broke, and no indentation that the first line
 * has as well. Line breaks stay: a table or a list may be made of them.
 */
export function proseChanges(text: string, span: Span): TextChange[] {
  const indentation = indentationBefore(text, span.start);
  const changes: TextChange[] = [];
  for (let at = span.start; at < span.end; at++) {
    if (!isSpace(text.charCodeAt(at))) continue;
    const start = at;
    while (at < span.end && isSpace(text.charCodeAt(at))) at++;
    const gap = text.slice(start, at);
    const newText = tidied(gap, indentation);
    if (newText !== gap) changes.push({ start, end: at, newText });
  }
  return changes;
}

/** White space between words of one paragraph is kept; between lines, only their ends and indentation. */
function tidied(gap: string, indentation: string): string {
  const count = lineEndsIn(gap);
  if (count === 0) return gap;
  const lastLine = gap.slice(Math.max(gap.lastIndexOf('\n'), gap.lastIndexOf('\r')) + 1);
  const behind = lastLine.replace(/[^ \t\u00a0\u2000-\u200a\u3000]/g, '');
  const own = behind.startsWith(indentation) ? behind.slice(indentation.length) : behind;
  return withLineEnds(gap, Math.min(count, 2), '') + own;
}

const BLANK = /[ \t\u00a0\u2000-\u200a\u3000]/;

/** What stands before the words on their line, if it is nothing but blanks. */
function indentationBefore(text: string, offset: number): string {
  let start = offset;
  while (start > 0 && BLANK.test(text.charAt(start - 1))) start--;
  return start === 0 || isLineEnd(text.charCodeAt(start - 1)) ? text.slice(start, offset) : '';
}
