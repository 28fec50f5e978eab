import type { Instrument } from '../instrument/types';
import { findHeads, type QuestionHead, type SectionHead } from './heads';
import { trimSpan } from './span';
import type { HeadingLeaf, Leaf, LeafKind, QuestionNode, SectionNode, SheetTree } from './tree';

/**
 * Parses any text at all into the lossless tree of a sheet, in linear time. Never throws: a text
 * that holds nothing of the instrument is a tree without questions.
 */
export function parseSheet(text: string, instrument: Instrument): SheetTree {
  const heads = findHeads(text, instrument);
  const sections: SectionNode[] = [];
  const questions: QuestionNode[] = [];
  let log: Leaf | undefined;

  let open: OpenSection = {
    section: undefined,
    heading: undefined,
    children: strayLeaves(text, 0, heads[0]?.start ?? text.length),
  };
  heads.forEach((head, index) => {
    const end = heads[index + 1]?.start ?? text.length;
    if (head.kind === 'section') {
      pushSection(sections, open);
      const heading: HeadingLeaf = {
        kind: 'heading',
        start: head.start,
        end: head.end,
        changes: head.changes,
      };
      open = { section: head.section, heading, children: [heading, ...strayLeaves(text, head.end, end)] };
      return;
    }
    const parts = questionParts(text, head, end, index === heads.length - 1);
    open.children.push(parts.question, ...parts.after);
    questions.push(parts.question);
    log = parts.log ?? log;
  });
  pushSection(sections, open);
  return { kind: 'sheet', start: 0, end: text.length, text, children: sections, questions, log };
}

interface OpenSection {
  readonly section: SectionHead['section'] | undefined;
  readonly heading: HeadingLeaf | undefined;
  readonly children: (Leaf | QuestionNode)[];
}

function pushSection(sections: SectionNode[], { section, heading, children }: OpenSection): void {
  const first = children[0];
  const last = children.at(-1);
  if (first && last)
    sections.push({ kind: 'section', start: first.start, end: last.end, section, heading, children });
}

interface QuestionParts {
  readonly question: QuestionNode;
  readonly log: Leaf | undefined;
  /** What follows the question's own leaves: the amendment log and its white space. */
  readonly after: readonly Leaf[];
}

function questionParts(text: string, head: QuestionHead, end: number, isLast: boolean): QuestionParts {
  const number = leaf('number', head.start, head.numberEnd);
  const printedSpan = trimSpan(text, head.numberEnd, head.end);
  const printed = leaf('printed', printedSpan.start, head.end);
  const answerEnd = isLast ? logStart(text, head.end, end) : end;
  const written = trimSpan(text, head.end, answerEnd);
  const answer = written.start === written.end ? { start: head.end, end: head.end } : written;

  const children = withSpaces(text, head.start, answerEnd, [
    number,
    printed,
    ...(answer.start < answer.end ? [leaf('answer', answer.start, answer.end)] : []),
  ]);
  const question: QuestionNode = {
    kind: 'question',
    start: head.start,
    end: answerEnd,
    question: head.question,
    number,
    printedNumber: head.printedNumber,
    printed,
    changes: head.changes,
    answer,
    children,
  };
  const logged = trimSpan(text, answerEnd, end);
  const log = logged.start < logged.end ? leaf('log', logged.start, logged.end) : undefined;
  return { question, log, after: withSpaces(text, answerEnd, end, log ? [log] : []) };
}

function leaf(kind: LeafKind, start: number, end: number): Leaf {
  return { kind, start, end };
}

/** Fills what lies between the parts with leaves of white space, so that they tile the stretch. */
function withSpaces(text: string, start: number, end: number, parts: readonly Leaf[]): Leaf[] {
  const leaves: Leaf[] = [];
  let at = start;
  for (const part of parts) {
    if (at < part.start) leaves.push(leaf('space', at, part.start));
    leaves.push(part);
    at = part.end;
  }
  if (at < end) leaves.push(leaf('space', at, end));
  return leaves;
}

function strayLeaves(text: string, start: number, end: number): Leaf[] {
  const stray = trimSpan(text, start, end);
  return withSpaces(text, start, end, stray.start < stray.end ? [leaf('stray', stray.start, stray.end)] : []);
}

/**
 * Entries of the log begin a line (`Version 4.0: …`, `Q14 revised by …`); where lines were run
 * together, only a version that names a question is one.
 */
const LOG_ENTRY =
  /(?:^|[\n\r])[ \t]*(?=Version[ \t]+\d+(?:\.\d+)*[ \t]*[:.-])|(?:^|[\n\r])[ \t]*(?=Q(?:uestion)?s?\.?[ \t]*\d{1,2}\b[^\n\r]{0,80}\b(?:revised|updated|changed|amended|corrected|added)\b)|(?=\bVersion[ \t]+\d+(?:\.\d+)*[ \t]*:\s+Q\d)/i;

function logStart(text: string, from: number, end: number): number {
  const match = LOG_ENTRY.exec(text.slice(from, end));
  return match ? from + match.index + match[0].length : end;
}
