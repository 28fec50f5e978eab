import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Sheet } from '../answers';
import { allQuestions, printQuestion, type Instrument, type Question } from '../instrument';
import { isSpace, lineEndAfter, lineEndOf, lineStartBefore, questionAt, type Span } from '../syntax';
import { asSnippet, type CompletionPlace, type Offer, type Offers } from './completionItems';
import { blankSheet } from './newSheet';
import { questionTitle } from './questionText';

/** A document with no more than this in it is one that has just been begun. */
const BARELY_BEGUN = 24;

/** A whole blank sheet, for a document that has nothing or a few characters in it. */
export function newSheetOffers({ sheetDocument, offset, options }: CompletionPlace): Offers | undefined {
  const { sheet } = sheetDocument;
  if (sheet.tree.origins.length > 0) return undefined;
  const written = sheet.text.trim();
  const span = wordsOfLine(sheet.text, offset);
  if (written.length > BARELY_BEGUN || written !== sheet.text.slice(span.start, span.end).trim())
    return undefined;
  const blank = blankSheet(sheet.instrument, lineEndOf(sheet.text));
  const offer: Offer = {
    label: `New ${sheet.instrument.name}`,
    detail: `All ${allQuestions(sheet.instrument).length} questions, to be answered`,
    newText: blank,
    kind: CompletionItemKind.File,
  };
  const filled = options.snippetSupport ? withCursorAtFirstAnswer(sheet.instrument, blank) : undefined;
  return { span, offers: [filled === undefined ? offer : { ...offer, newText: filled, isSnippet: true }] };
}

/** The sheet as a snippet, the cursor where the first answer is to be written. */
function withCursorAtFirstAnswer(instrument: Instrument, blank: string): string | undefined {
  const [first] = allQuestions(instrument);
  if (!first?.inline) return undefined;
  const printed = `${first.number}. ${first.text} `;
  const at = blank.indexOf(printed) + printed.length;
  return blank.includes(printed)
    ? `${asSnippet(blank.slice(0, at))}$0${asSnippet(blank.slice(at))}`
    : undefined;
}

/** The words on the line of an offset, without the white space around them; the offset where there are none. */
function wordsOfLine(text: string, offset: number): Span {
  let start = lineStartBefore(text, offset);
  let end = lineEndAfter(text, offset);
  while (start < offset && isSpace(text.charCodeAt(start))) start++;
  while (end > offset && isSpace(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

/** The beginning of a question's number, or nothing yet. */
const NUMBER_BEGUN = /^(\d{0,2})[.)]?$/;

/**
 * The questions that the file lacks, on a blank line or one with nothing but the beginning of a number:
 * first those that belong between the questions around it. Not within an answer.
 */
export function missingQuestionOffers(place: CompletionPlace): Offers | undefined {
  const { sheet } = place.sheetDocument;
  const span = wordsOfLine(sheet.text, place.offset);
  const begun = NUMBER_BEGUN.exec(sheet.text.slice(span.start, span.end))?.[1];
  if (begun === undefined || !isBetweenQuestions(sheet, place.offset, span)) return undefined;
  const present = new Set(sheet.tree.questions.map(({ question }) => question.number));
  const missing = allQuestions(sheet.instrument).filter(
    ({ number }) => !present.has(number) && String(number).startsWith(begun),
  );
  if (missing.length === 0) return undefined;
  const belongs = belongsAt(sheet, place.offset);
  const ordered = [...missing.filter(belongs), ...missing.filter(question => !belongs(question))];
  return { span, offers: ordered.map(question => questionOffer(place, question, span)) };
}

/** True where a line stands after an answer, or is the last of it, or stands before all questions. */
function isBetweenQuestions(sheet: Sheet, offset: number, { start, end }: Span): boolean {
  const { tree, text } = sheet;
  if (tree.log && offset >= tree.log.start) return false;
  const node = questionAt(tree, offset);
  if (!node) return true;
  const isBelowPrinted = lineStartBefore(text, offset) > node.printed.end;
  return isBelowPrinted && (start < end ? node.answer.end <= end : node.answer.end <= offset);
}

/** Whether a question's number lies between those of the questions before and after an offset. */
function belongsAt({ tree }: Sheet, offset: number): (question: Question) => boolean {
  const before = tree.questions.findLast(node => node.start < offset)?.question.number ?? -Infinity;
  const after = tree.questions.find(node => node.start >= offset)?.question.number ?? Infinity;
  return ({ number }) => before < number && number < after;
}

/** The printed question, with blank lines around it and room for its answer. */
function questionOffer({ sheetDocument, options }: CompletionPlace, question: Question, span: Span): Offer {
  const { text, instrument } = sheetDocument.sheet;
  const eol = lineEndOf(text);
  const lead = isBlankBefore(text, span.start) ? '' : eol;
  const trail = isBlankAfter(text, span.end) ? '' : eol;
  const printed = lead + printQuestion(question, eol) + (question.inline ? ' ' : eol);
  return {
    label: questionTitle(question),
    detail: 'Missing from this sheet',
    kind: CompletionItemKind.Text,
    data: { of: 'question', instrument: instrument.id, question: question.number },
    ...(options.snippetSupport
      ? { newText: `${asSnippet(printed)}$0${trail}`, isSnippet: true }
      : { newText: printed + trail }),
  };
}

function isBlankBefore(text: string, offset: number): boolean {
  const lineStart = lineStartBefore(text, offset);
  if (lineStart === 0) return true;
  const previousEnd = lineStart - (text.startsWith('\r\n', lineStart - 2) ? 2 : 1);
  return text.slice(lineStartBefore(text, previousEnd), previousEnd).trim() === '';
}

function isBlankAfter(text: string, offset: number): boolean {
  const lineEnd = lineEndAfter(text, offset);
  const next = lineEnd + (text.startsWith('\r\n', lineEnd) ? 2 : 1);
  return text.slice(next, lineEndAfter(text, next)).trim() === '';
}
