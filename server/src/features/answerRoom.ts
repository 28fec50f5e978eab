import type { Answer, Sheet } from '../answers';
import {
  isLineEnd,
  isSpace,
  lineEndAfter,
  lineEndOf,
  lineStartBefore,
  questionAt,
  type Span,
} from '../syntax';

/** A place where an answer is being written, or could be. */
export interface AnswerRoom {
  readonly sheet: Sheet;
  readonly answer: Answer;
  readonly offset: number;
  /** From the end of the printed text to the next question. */
  readonly area: Span;
}

/** The answer that would be written at an offset; `undefined` in printed text and where no question is. */
export function answerRoomAt(sheet: Sheet, offset: number): AnswerRoom | undefined {
  const { tree, text } = sheet;
  const node = questionAt(tree, offset);
  const answer = node && sheet.answers.find(candidate => candidate.node === node);
  if (!answer || offset < node.printed.end) return undefined;
  if (tree.log && offset >= tree.log.start) return undefined;
  const wordsEnd = Math.max(node.printed.end, answer.end);
  // The indentation of the next question is room for nothing.
  if (lineStartBefore(text, offset) > wordsEnd && lineEndAfter(text, offset) > node.end) return undefined;
  return { sheet, answer, offset, area: { start: node.printed.end, end: node.end } };
}

/** No answer that is chosen from a list begins with more than this. */
const MAX_BEGINNING = 40;

/**
 * What is written of an answer whose first words the cursor stands in, to the end of the word at the
 * cursor; empty where nothing is. `undefined` further on.
 */
export function beginningOf({ sheet, answer, offset, area }: AnswerRoom): Span | undefined {
  const { text } = sheet;
  if (answer.start === answer.end) {
    return { start: offset, end: offset === area.start ? blanksAfter(text, offset, area.end) : offset };
  }
  const isWithin = answer.start <= offset && offset <= answer.end && offset - answer.start <= MAX_BEGINNING;
  if (!isWithin || lineEndAfter(text, answer.start) < offset) return undefined;
  return { start: answer.start, end: wordEndAfter(text, offset, answer.end) };
}

/**
 * What has to stand before the text that replaces the stretch: nothing, unless it would touch the printed
 * text. Then a blank, or a line end where answers stand on a line of their own.
 */
export function leadFor({ sheet, answer, area }: AnswerRoom, span: Span): string {
  if (span.start !== area.start) return '';
  return answer.question.inline ? ' ' : lineEndOf(sheet.text);
}

/** The end of the blanks after an offset if nothing follows them on the line, else the offset. */
function blanksAfter(text: string, offset: number, limit: number): number {
  let at = offset;
  while (at < limit && isSpace(text.charCodeAt(at)) && !isLineEnd(text.charCodeAt(at))) at++;
  return at === text.length || isLineEnd(text.charCodeAt(at)) ? at : offset;
}

const WORD_CHARACTER = /[\p{L}\p{M}\p{N}'’/-]/u;

/** The end of the word that the offset stands in or after. */
export function wordEndAfter(text: string, offset: number, limit: number): number {
  let at = offset;
  while (at < limit && WORD_CHARACTER.test(text.charAt(at))) at++;
  return at;
}

/** How far from the cursor an entry of a list can reach. */
const REACH = 200;

/** The entry of a list at the cursor: between two separators, without the white space before it. */
export function cellAround({ sheet, offset, area }: AnswerRoom, separator: RegExp): Span {
  const { text } = sheet;
  const isSeparator = (at: number): boolean =>
    isLineEnd(text.charCodeAt(at)) || separator.test(text.charAt(at));
  const floor = Math.max(area.start, offset - REACH);
  const ceiling = Math.min(area.end, offset + REACH);
  let start = offset;
  while (start > floor && !isSeparator(start - 1)) start--;
  while (start < offset && isSpace(text.charCodeAt(start))) start++;
  let end = offset;
  while (end < ceiling && !isSeparator(end)) end++;
  return { start, end };
}
