import { bisect, type Span } from '../syntax';
import type { Source, SourceLine } from './source';

/** A line of the text that the pages make when they are put together. */
export interface FlatLine extends Span {
  readonly source: SourceLine;
  /** Its page, counted from 1. */
  readonly page: number;
  /** What parts it from the line before it. */
  readonly gap: 'line' | 'blank' | 'page';
}

export interface FlatText {
  readonly text: string;
  readonly lines: readonly FlatLine[];
  /** True where lines are told with their page. */
  readonly isPaged: boolean;
  /** The lines that hold some of a stretch. */
  linesOf(stretch: Span): readonly FlatLine[];
}

/** One text of all pages; a page break is a line end, and white space within a page one blank line. */
export function flatText({ pages }: Source): FlatText {
  const lines: FlatLine[] = [];
  let text = '';
  pages.forEach((page, pageIndex) => {
    page.lines.forEach((source, index) => {
      const gap = index === 0 ? 'page' : source.blankBefore ? 'blank' : 'line';
      if (text !== '') text += gap === 'blank' ? '\n\n' : '\n';
      lines.push({
        start: text.length,
        end: text.length + source.text.length,
        source,
        page: pageIndex + 1,
        gap,
      });
      text += source.text;
    });
  });
  const linesOf = ({ start, end }: Span): readonly FlatLine[] => {
    const first = firstEndingAfter(lines, start);
    let last = first;
    while ((lines[last]?.start ?? Infinity) < end) last++;
    return lines.slice(first, last);
  };
  return { text, lines, isPaged: pages.length > 1, linesOf };
}

function firstEndingAfter(lines: readonly FlatLine[], offset: number): number {
  return bisect(lines.length, index => (lines[index]?.end ?? Infinity) <= offset);
}
