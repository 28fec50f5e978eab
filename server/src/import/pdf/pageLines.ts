import type { LinePlace, SourceLine } from '../source';

/** A run of letters on a page, its baseline and left edge in points from the page's top left corner. */
export interface TextRun {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** The size of its font. */
  readonly size: number;
}

interface OpenLine {
  baseline: number;
  size: number;
  readonly runs: TextRun[];
}

/** A run belongs to a line whose baseline is nearer than this share of the larger size: superscripts do. */
const SAME_LINE = 0.5;
/** Between two runs that are further apart than this share of their size stands a blank. */
const BLANK = 0.17;
/** A gap between baselines of more than this many usual ones leaves a blank line. */
const BLANK_LINE = 1.4;

/** A line with its place; what parts it from the one above is not yet known. */
export interface PlacedLine {
  readonly text: string;
  readonly place: LinePlace;
}

/** The lines of a page from top to bottom, each from left to right. Sheets have no columns. */
export function pageLines(runs: readonly TextRun[]): PlacedLine[] {
  return openLines(runs)
    .map(({ runs: unordered, baseline, size }) => {
      const ordered = withoutOverprints(unordered.toSorted((a, b) => a.x - b.x));
      const written = ordered.filter(run => run.text.trim() !== '');
      const left = written[0]?.x ?? 0;
      const right = written.reduce((farthest, run) => Math.max(farthest, run.x + run.width), -Infinity);
      return { text: lineText(ordered), place: { left, right, baseline, size } };
    })
    .filter(({ text }) => text !== '');
}

/** All pages with their blank lines. One page may hold nothing but parted lines, so all are looked at. */
export function withBlankLines(pages: readonly (readonly PlacedLine[])[]): SourceLine[][] {
  const pitch = usualPitch(pages);
  return pages.map(lines =>
    lines.map(({ text, place }, index) => {
      const above = lines[index - 1]?.place;
      const gap = above ? place.baseline - above.baseline : 0;
      const usual = Math.max(1, pitch) * Math.max(place.size, above?.size ?? 0);
      return { text, place, number: index + 1, blankBefore: gap > BLANK_LINE * usual };
    }),
  );
}

function openLines(runs: readonly TextRun[]): OpenLine[] {
  const lines: OpenLine[] = [];
  // Blanks count where they stand between letters; alone they make no line.
  for (const run of runs.toSorted((a, b) => a.y - b.y)) {
    const line = lines.at(-1);
    const size = Math.max(line?.size ?? 0, run.size);
    if (!line || Math.abs(run.y - line.baseline) > SAME_LINE * size) {
      lines.push({ baseline: run.y, size: run.size, runs: [run] });
      continue;
    }
    if (run.size > line.size && run.text.trim() !== '') {
      line.baseline = run.y;
      line.size = run.size;
    }
    line.runs.push(run);
  }
  return lines;
}

/** Bold letters are printed twice by some programs, the second time a hair's breadth beside the first. */
function withoutOverprints(runs: readonly TextRun[]): TextRun[] {
  const kept: TextRun[] = [];
  for (const run of runs) {
    const isDouble = kept
      .slice(-4)
      .some(
        other =>
          run.text.trim() !== '' &&
          other.text === run.text &&
          Math.abs(other.x - run.x) < 0.1 * run.size &&
          Math.abs(other.y - run.y) < 0.1 * run.size,
      );
    if (!isDouble) kept.push(run);
  }
  return kept;
}

function lineText(runs: readonly TextRun[]): string {
  let text = '';
  let end = -Infinity;
  let blank = false;
  for (const run of runs) {
    if (run.text.trim() === '') {
      blank ||= run.text !== '';
      continue;
    }
    const isApart = blank || run.x - end > BLANK * run.size;
    if (text !== '' && isApart && !/\s$/.test(text) && !/^\s/.test(run.text)) text += ' ';
    text += run.text;
    end = Math.max(end, run.x + run.width);
    blank = false;
  }
  return text.trim();
}

/**
 * The distance of two lines of one paragraph, in sizes of their letters: that at a quarter of all
 * distances, as some lines are parted by more and few by less.
 */
function usualPitch(pages: readonly (readonly PlacedLine[])[]): number {
  const pitches = pages
    .flatMap(lines =>
      lines.slice(1).map(({ place }, index) => {
        const above = lines[index]?.place ?? place;
        return (place.baseline - above.baseline) / Math.max(place.size, above.size);
      }),
    )
    .sort((a, b) => a - b);
  return pitches[Math.floor(pitches.length / 4)] ?? 0;
}
