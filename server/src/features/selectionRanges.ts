import type { Position, SelectionRange } from 'vscode-languageserver-types';
import type { Answer, Sheet } from '../answers';
import {
  encloses,
  lineEndAfter,
  lineStartBefore,
  questionAt,
  trimSpan,
  type QuestionNode,
  type SectionNode,
  type Span,
} from '../syntax';
import { atopIdMentions } from './atopIds';
import { citations } from './citations';
import { rangeOf, type SheetDocument } from './sheetDocument';
import { stateMentions } from './stateMentions';

/**
 * What a selection at each position grows to: the word; the code, date, name or value; the entry; the
 * line; the paragraph; the answer; the question; the section; the sheet. Each is larger than the one
 * before it.
 */
export function selectionRanges(
  sheetDocument: SheetDocument,
  positions: readonly Position[],
): SelectionRange[] {
  const { document, sheet } = sheetDocument;
  const parts = partsOf(sheet);
  return positions.map(position => {
    const offset = document.offsetAt(position);
    const growing = growingSpans(stretchesAt(sheet, parts, offset), offset);
    return (
      growing.reduceRight<SelectionRange | undefined>(
        (parent, span) => ({ range: rangeOf(sheetDocument, span), ...(parent && { parent }) }),
        undefined,
      ) ?? { range: { start: position, end: position } }
    );
  });
}

/** Those that hold the offset, the smallest first, each within the next. */
function growingSpans(spans: readonly Span[], offset: number): Span[] {
  const holding = spans.filter(({ start, end }) => start < end && start <= offset && offset <= end);
  const growing: Span[] = [];
  for (const span of holding.toSorted((a, b) => a.end - a.start - (b.end - b.start))) {
    const last = growing.at(-1);
    if (!last || (encloses(span, last) && span.end - span.start > last.end - last.start)) growing.push(span);
  }
  return growing;
}

function stretchesAt(sheet: Sheet, parts: readonly Span[], offset: number): Span[] {
  const { text, tree } = sheet;
  const node = questionAt(tree, offset);
  const section = tree.children.findLast(({ start }) => start <= offset);
  const outside = section?.children.filter(({ kind }) => kind === 'stray' || kind === 'log') ?? [];
  const prose = [...(node ? [node.answer] : []), ...outside].find(
    ({ start, end }) => start <= offset && offset <= end,
  );
  return [
    wordAt(text, offset),
    ...parts.filter(({ start, end }) => start <= offset && offset <= end),
    ...(prose ? [lineIn(text, prose, offset), paragraphIn(text, prose, offset), prose] : []),
    ...(node ? [node.number, node.printed, askedIn(node), questionIn(node, offset)] : []),
    ...(section?.heading ? [section.heading, sectionIn(section)] : []),
    tree,
  ];
}

const WORD_CHARACTER = /[\p{L}\p{M}\p{N}]/u;
/** What joins two halves of a word: `non-use`, `d’Ivoire`, `6/30/04`, `2038:23`. */
const JOINT = /[-'’./:–]/;

/** The word that the offset stands in, or at the end of; empty where there is none. */
function wordAt(text: string, offset: number): Span {
  const isWordAt = (at: number): boolean =>
    WORD_CHARACTER.test(text.charAt(at)) ||
    (JOINT.test(text.charAt(at)) &&
      WORD_CHARACTER.test(text.charAt(at - 1)) &&
      WORD_CHARACTER.test(text.charAt(at + 1)));
  let start = offset;
  while (start > 0 && isWordAt(start - 1)) start--;
  let end = offset;
  while (end < text.length && isWordAt(end)) end++;
  return { start, end };
}

/** Everything in the answers that was read as one thing, in no order. */
function partsOf(sheet: Sheet): Span[] {
  return [
    ...sheet.answers.flatMap(answer => [...answer.links, ...readingParts(answer)]),
    ...sheet.logDates,
    ...stateMentions(sheet),
    ...citations(sheet),
    ...atopIdMentions(sheet),
  ];
}

function readingParts({ reading }: Answer): readonly Span[] {
  switch (reading.kind) {
    case 'dates':
      return reading.dates;
    case 'members':
      return reading.entries.flatMap(entry => [entry, ...entry.dates]);
    case 'values':
      return reading.entries;
    case 'yes-no':
      return reading.word ? [reading.word, reading.description] : [reading.description];
    case 'atop-id':
    case 'cow-alliance':
    case 'text':
      return [];
  }
}

/** The line without the white space at its ends. */
function lineIn(text: string, { start, end }: Span, offset: number): Span {
  return trimSpan(
    text,
    Math.max(start, lineStartBefore(text, offset)),
    Math.min(end, lineEndAfter(text, offset)),
  );
}

const BLANK_LINE = /(?:\r\n?|[\n\u2028\u2029])(?<!\r(?=\n))[^\S\n\r\u2028\u2029]*(?=[\n\r\u2028\u2029])/g;

/** From one blank line to the next. */
function paragraphIn(text: string, { start, end }: Span, offset: number): Span {
  let from = start;
  for (const { index } of text.slice(start, end).matchAll(BLANK_LINE)) {
    const at = start + index;
    if (at >= offset) return trimSpan(text, from, at);
    from = at;
  }
  return trimSpan(text, from, end);
}

/** The number and the printed text. */
function askedIn({ number, printed }: QuestionNode): Span {
  return { start: number.start, end: printed.end };
}

/** The question with its answer, or up to the blank line behind it where one might be written. */
function questionIn({ number, printed, answer }: QuestionNode, offset = 0): Span {
  return { start: number.start, end: Math.max(printed.end, answer.end, offset) };
}

/** The section from its heading to its last answer. */
function sectionIn({ start, end, children }: SectionNode): Span {
  const last = children.findLast(child => child.kind === 'question');
  return { start, end: last ? questionIn(last).end : end };
}
