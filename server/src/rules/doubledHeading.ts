import type { Sheet } from '../answers';
import { printHeading } from '../instrument';
import type { Section } from '../instrument/types';
import { isLineEnd, type HeadingLeaf, type SectionNode, type Span } from '../syntax';
import { replace } from './sheetEdits';
import type { Found } from './types';

/** A heading that stands in the sheet a second time and can go. */
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
 * Headings that stand twice, as printed, with nothing but white space behind them: whatever an answer
 * quotes has words of its own around it. Kept is the first that a question of its section follows.
 */
export function spareHeadings(sheet: Sheet): readonly SpareHeading[] {
  return sheet.instrument.sections.flatMap(section => {
    const nodes = sheet.tree.children.filter(node => node.section === section && isAsPrinted(sheet, node));
    const kept = nodes.find(node => leadsTo(sheet, node, section)) ?? nodes[0];
    return nodes.flatMap(node => {
      const stretch = node === kept ? undefined : emptyStretch(sheet, node);
      const isSpare = node.heading && kept?.heading && stretch && standsApart(sheet, node.heading);
      return isSpare ? [{ node, heading: node.heading, section, kept: kept.heading, stretch }] : [];
    });
  });
}

/** A finding for each heading that can go. */
export function* doubledHeadings(sheet: Sheet): Generator<Found> {
  for (const spare of spareHeadings(sheet)) yield finding(spare);
}

function isAsPrinted({ text }: Sheet, { section, heading }: SectionNode): boolean {
  if (!section || !heading) return false;
  return text.slice(heading.start, heading.end).replace(/\s+/g, ' ') === printHeading(section);
}

/** Whether the first question behind a heading is one of the section's. */
function leadsTo({ tree }: Sheet, { start }: SectionNode, section: Section): boolean {
  const next = tree.questions.find(node => node.start > start);
  return next !== undefined && section.questions.includes(next.question);
}

/** The heading and the white space behind it, to the next question or heading; `undefined` where words follow. */
function emptyStretch({ text }: Sheet, { start, end, children }: SectionNode): Span | undefined {
  const next = children.find(({ kind }) => kind !== 'heading' && kind !== 'space');
  if (next && next.kind !== 'question') return undefined;
  const [heading] = children;
  const stretch = { start, end: next?.start ?? end };
  const isOnOwnLine = /[\n\r]|^$/.test(text.slice(heading?.end, stretch.end));
  return isOnOwnLine ? stretch : undefined;
}

/** Begins a line, and not one that continues an answer: an empty line or no answer stands above it. */
function standsApart({ text, tree }: Sheet, { start }: HeadingLeaf): boolean {
  let at = start;
  let lines = 0;
  for (; at > 0 && /\s/.test(text.charAt(at - 1)); at--) {
    const isCrLf = text[at - 1] === '\n' && text[at - 2] === '\r';
    if (isLineEnd(text.charCodeAt(at - 1)) && !isCrLf) lines++;
  }
  const isBelowHeading = tree.children.some(({ heading }) => heading?.end === at);
  const isBelowQuestion = tree.questions.some(({ printed }) => printed.end === at);
  return at === 0 || lines > 1 || (lines === 1 && (isBelowHeading || isBelowQuestion));
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
