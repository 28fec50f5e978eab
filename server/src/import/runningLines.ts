import type { ImportChange } from './changes';
import type { Source, SourceLine } from './source';

/** How many lines at the top and the bottom of a page are looked at. */
const EDGE = 3;
/** No line that runs through the pages is longer. */
const LONGEST = 200;
/** The least share of the pages that a running line stands on: the first page may lack it. */
const SHARE = 0.6;
/** How far a running line may stand higher or lower from page to page, in points. */
const SAME_HEIGHT = 2;

interface EdgeLine {
  readonly page: number;
  readonly line: SourceLine;
  readonly edge: 'top' | 'bottom';
  /** True where white space parts it from the rest of its page. */
  readonly isApart: boolean;
}

/**
 * The source without page numbers and without the lines that stand at the head or foot of most of its
 * pages. An answer's last line that only happens to be the same on two pages stays.
 */
export function withoutRunningLines(source: Source): {
  readonly source: Source;
  readonly changes: readonly ImportChange[];
} {
  const dropped = new Set([...runningLines(source), ...pageMarks(source)]);
  const changes = source.pages.flatMap(({ lines }, index) =>
    lines
      .filter(line => dropped.has(line))
      .map((line): ImportChange => ({
        kind: 'running-line',
        ...(source.pages.length > 1 && { page: index + 1 }),
        line: line.number,
        message: `“${line.text}” left out: it belongs to the page, not to the sheet.`,
      })),
  );
  if (changes.length === 0) return { source, changes };
  const pages = source.pages.map(page => ({ ...page, lines: keptLines(page.lines, dropped) }));
  return { source: { pages }, changes };
}

/** The white space beside a running line goes with it. */
function keptLines(lines: readonly SourceLine[], dropped: ReadonlySet<SourceLine>): SourceLine[] {
  return lines.flatMap((line, index) => {
    if (dropped.has(line)) return [];
    const above = lines[index - 1];
    return [above && dropped.has(above) ? { ...line, blankBefore: false } : line];
  });
}

function runningLines({ pages }: Source): SourceLine[] {
  const least = Math.max(2, Math.ceil(pages.length * SHARE));
  if (pages.length < least) return [];
  const groups = new Map<string, EdgeLine[]>();
  pages.forEach(({ lines }, page) => {
    for (const found of edgeLines(lines, page)) {
      if (found.line.text.length > LONGEST) continue;
      const key = `${found.edge} ${keyOf(found.line.text)}`;
      const group = groups.get(key);
      if (group) group.push(found);
      else groups.set(key, [found]);
    }
  });
  return [...groups.values()].flatMap(group => {
    const level = atOneHeight(group);
    const isRunning =
      new Set(level.map(({ page }) => page)).size >= least && (isPageCount(level) || isRunningText(level));
    return isRunning ? level.map(({ line }) => line) : [];
  });
}

function edgeLines(lines: readonly SourceLine[], page: number): EdgeLine[] {
  const top = lines.slice(0, EDGE);
  const bottom = lines.slice(Math.max(EDGE, lines.length - EDGE));
  const gapBelow = (index: number): boolean =>
    lines.slice(index + 1, EDGE + 1).some(line => line.blankBefore);
  const gapAbove = (index: number): boolean =>
    lines.slice(Math.max(0, lines.length - EDGE), index + 1).some(line => line.blankBefore);
  return [
    ...top.map((line, index): EdgeLine => ({ page, line, edge: 'top', isApart: gapBelow(index) })),
    ...bottom.map((line, index): EdgeLine => ({
      page,
      line,
      edge: 'bottom',
      isApart: gapAbove(lines.length - bottom.length + index),
    })),
  ];
}

/** Numbers count from page to page, everything else is the same. */
function keyOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/\d+/g, '#')
    .replace(/^[ivxl]{1,6}$/, '#')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The largest part of the lines that stand at one height; in a text, all of them. */
function atOneHeight(group: readonly EdgeLine[]): readonly EdgeLine[] {
  if (group.some(({ line }) => !line.place)) return group;
  const height = ({ line }: EdgeLine): number => line.place?.baseline ?? 0;
  const sorted = group.toSorted((a, b) => height(a) - height(b));
  let best = { from: 0, to: 0 };
  let from = 0;
  sorted.forEach((found, index) => {
    for (let first = sorted[from]; first && height(found) - height(first) > SAME_HEIGHT; first = sorted[from])
      from++;
    if (index + 1 - from > best.to - best.from) best = { from, to: index + 1 };
  });
  return sorted.slice(best.from, best.to);
}

/** `1`, `2`, `3`; `Page 4 of 7`, `- 5 -`: a number that counts the pages, alone or with what it counts to. */
const PAGE_NUMBER = /^\W*(?:(?:page|pg?\.?)\s*)?(\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|\/|-)\s*\d{1,4})?\W*$/i;

function isPageCount(level: readonly EdgeLine[]): boolean {
  const offsets = level.map(({ line, page }) => {
    const [, number = ''] = PAGE_NUMBER.exec(line.text) ?? [];
    return /\d/.test(number) ? Number(number) - page : (romanNumber(number) ?? NaN) - page;
  });
  return offsets.every(offset => offset === offsets[0]);
}

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii', 'xiv', 'xv'];

function romanNumber(numeral: string): number | undefined {
  const index = ROMAN.indexOf(numeral.toLowerCase());
  return index < 0 ? undefined : index + 1;
}

/** An answer may end two pages: words that answer a question, or a line in the run of the others, stay. */
function isRunningText(level: readonly EdgeLine[]): boolean {
  const [first] = level;
  if (!first) return false;
  const { text } = first.line;
  const words = text.match(/\p{L}{2,}/gu) ?? [];
  if (words.length === 0 || ANSWER.test(text)) return false;
  return first.line.place
    ? level.every(({ isApart }) => isApart)
    : words.length > 2 && !/^\d{1,3}\s/.test(text);
}

const ANSWER = /^\W*(?:yes|no|na|n\/a|none|nothing|treaty|public|secret|articles?|art|preamble|\d{1,3})\b/i;

const NAMED_PAGE = /^\W*page\s+(\d{1,4})(?:\s+(?:of|\/)\s+(\d{1,4}))?\W*$/i;

/**
 * `Page 1 of 5` where pages cannot be told apart: one on a lone page that counts itself, or lines of a
 * text without form feeds that count up by one.
 */
function pageMarks({ pages }: Source): SourceLine[] {
  const [page] = pages;
  if (!page || pages.length > 1) return [];
  const marks = page.lines.flatMap(line => {
    const [, number, total] = NAMED_PAGE.exec(line.text.slice(0, LONGEST)) ?? [];
    return number === undefined ? [] : [{ line, number: Number(number), total: Number(total) }];
  });
  const [first] = marks;
  const counts = marks.every(({ number }, index) => number === (first?.number ?? 0) + index);
  const isLone = marks.length === 1 && first?.number === 1 && first.total === 1;
  return counts && (marks.length > 1 || isLone) ? marks.map(({ line }) => line) : [];
}
