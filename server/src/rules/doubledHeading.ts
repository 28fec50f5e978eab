import type { Sheet } from '../answers';
import { printHeading } from '../instrument';
import type { Section } from '../instrument/types';
import { isLineEnd, type HeadingLeaf, type QuestionNode, type SectionNode, type Span } from '../syntax';
import { replace } from './sheetEdits';
import type { Found } from './types';

/** A heading that stands in the sheet a second time, with nothing but white space behind it. */
export interface SpareHeading {
  readonly node: SectionNode;
  readonly heading: HeadingLeaf;
  readonly section: Section;
  /** The one that heads the section's questions. */
  readonly kept: HeadingLeaf;
  /** The heading and the white space behind it. */
  readonly stretch: Span;
}

/**
 * Headings that head nothing, since their section is headed elsewhere: by the first that a question of it
 * follows. Some may be the last words of an answer.
 */
export function spareHeadings(sheet: Sheet): readonly SpareHeading[] {
  const bySection = new Map<Section, PlainHeading[]>();
  for (const found of plainHeadings(sheet)) {
    const others = bySection.get(found.section);
    if (others) others.push(found);
    else bySection.set(found.section, [found]);
  }
  return [...bySection.values()].flatMap(all => {
    const kept = all.find(({ section, next }) => next && section.questions.includes(next.question)) ?? all[0];
    return all.flatMap(({ node, heading, section }) => {
      const stretch = kept && heading !== kept.heading ? emptyStretch(node) : undefined;
      return kept && stretch ? [{ node, heading, section, kept: kept.heading, stretch }] : [];
    });
  });
}

interface PlainHeading {
  readonly node: SectionNode;
  readonly heading: HeadingLeaf;
  readonly section: Section;
  /** The first question behind it, whatever section that belongs to. */
  readonly next: QuestionNode | undefined;
}

/** The headings that differ from the instrument's in no word, in the file's order. */
function plainHeadings({ tree }: Sheet): readonly PlainHeading[] {
  const found: PlainHeading[] = [];
  let next: QuestionNode | undefined;
  for (const node of tree.children.toReversed()) {
    next = node.children.find(child => child.kind === 'question') ?? next;
    const { section, heading } = node;
    if (section && heading?.changes.length === 0) found.push({ node, heading, section, next });
  }
  return found.reverse();
}

/**
 * A finding for each that is plainly a heading: worded as printed, on a line of its own, below an empty line
 * or nothing that it could be a part of.
 */
export function* doubledHeadings(sheet: Sheet): Generator<Found> {
  const spares = spareHeadings(sheet);
  if (spares.length === 0) return;
  const { children, questions } = sheet.tree;
  const ends = new Set([
    ...children.flatMap(({ heading }) => heading?.end ?? []),
    ...questions.map(({ printed }) => printed.end),
  ]);
  for (const spare of spares) {
    if (isAsPrinted(sheet, spare) && endsItsLine(sheet, spare) && standsApart(sheet, spare, ends))
      yield finding(spare);
  }
}

function isAsPrinted({ text }: Sheet, { section, heading }: SpareHeading): boolean {
  return text.slice(heading.start, heading.end).replace(/\s+/g, ' ') === printHeading(section);
}

/** The heading and the white space behind it, to the next question or heading; `undefined` where words follow. */
function emptyStretch({ start, end, children }: SectionNode): Span | undefined {
  const next = children.find(({ kind }) => kind !== 'heading' && kind !== 'space');
  if (next && next.kind !== 'question') return undefined;
  return { start, end: next?.start ?? end };
}

function endsItsLine({ text }: Sheet, { heading, stretch }: SpareHeading): boolean {
  return /[\n\r]|^$/.test(text.slice(heading.end, stretch.end));
}

/**
 * Begins a line, and not one that continues an answer: an empty line stands above it, or one of the `ends`
 * of headings and printed questions.
 */
function standsApart(
  { text }: Sheet,
  { heading: { start } }: SpareHeading,
  ends: ReadonlySet<number>,
): boolean {
  let at = start;
  let lines = 0;
  for (; at > 0 && /\s/.test(text.charAt(at - 1)); at--) {
    const isCrLf = text[at - 1] === '\n' && text[at - 2] === '\r';
    if (isLineEnd(text.charCodeAt(at - 1)) && !isCrLf) lines++;
  }
  return at === 0 || lines > 1 || (lines === 1 && ends.has(at));
}

function finding({ section, heading, kept, stretch }: SpareHeading): Found {
  return {
    start: heading.start,
    end: heading.end,
    message: `The heading “${printHeading(section)}” stands twice in the sheet.`,
    related: [{ start: kept.start, end: kept.end, message: 'It heads its section here.' }],
    unnecessary: true,
    fixes: () => [
      {
        title: 'Remove this heading',
        changes: [replace(stretch, '')],
        preferred: true,
        safe: true,
      },
    ],
  };
}
