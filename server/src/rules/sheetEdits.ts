import type { Answer, Sheet } from '../answers';
import { printQuestion } from '../instrument';
import type { Question } from '../instrument/types';
import { lineEndAfter, lineEndOf, type QuestionNode, type Span } from '../syntax';
import type { TextChange } from './types';

/** Replaces a stretch. */
export function replace(span: Span, newText: string): TextChange {
  return { start: span.start, end: span.end, newText };
}

/**
 * Writes an answer where there is none, in the place in which published sheets have it: beside the
 * printed text or on the line below it. Marks that say nothing (`?`) are replaced.
 */
export function writeAnswer(sheet: Sheet, answer: Answer, newText: string): TextChange {
  if (answer.start < answer.end) return replace(answer, newText);
  const { end } = answer.node.printed;
  // Blanks after the printed text go: they would stand between it and the answer.
  const blankEnd = lineEndAfter(sheet.text, end, answer.node.end - end);
  const restIsBlank = sheet.text.slice(end, blankEnd).trim() === '';
  const gap = answer.question.inline === true ? ' ' : lineEndOf(sheet.text);
  return { start: end, end: restIsBlank ? blankEnd : end, newText: gap + newText };
}

/**
 * Where a question, or whatever goes before it, is inserted: before the first question of its section
 * that follows it in the instrument, else at the end of its section, else before the first question of
 * another section that follows it.
 */
export function insertionBefore(sheet: Sheet, question: Question): number {
  const own = sheet.instrument.sections.find(({ questions }) => questions.includes(question));
  const next = sheet.tree.questions.find(node => node.question.number > question.number);
  if (next && own?.questions.includes(next.question)) return next.start;
  const headed = sheet.tree.children.findLast(({ section, heading }) => heading && section === own);
  const previous = sheet.tree.questions.findLast(
    node => own?.questions.includes(node.question) && node.question.number < question.number,
  );
  return previous?.end ?? headed?.end ?? next?.start ?? endOfLastQuestion(sheet);
}

function endOfLastQuestion(sheet: Sheet): number {
  return sheet.tree.questions.at(-1)?.end ?? sheet.text.length;
}

/** Questions without answers, each followed by a blank line, to stand before `offset`. */
export function insertBlocks(sheet: Sheet, offset: number, blocks: readonly string[]): TextChange {
  const eol = lineEndOf(sheet.text);
  const before = sheet.text.slice(Math.max(0, offset - 2 * eol.length), offset);
  const lead = offset === 0 || before.endsWith(eol + eol) ? '' : before.endsWith(eol) ? eol : eol + eol;
  return { start: offset, end: offset, newText: lead + blocks.map(block => block + eol + eol).join('') };
}

export function printedBlock(sheet: Sheet, question: Question): string {
  return printQuestion(question, lineEndOf(sheet.text));
}

/** A whole question, its answer and the white space after it. */
export function removeQuestion(node: QuestionNode): TextChange {
  return { start: node.start, end: node.end, newText: '' };
}

/** The first line of a question: its number and its printed text up to the line's end. */
export function firstLineOf(sheet: Sheet, node: QuestionNode): Span {
  const { start, printed } = node;
  return { start, end: lineEndAfter(sheet.text, start, printed.end - start) };
}
