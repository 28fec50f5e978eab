import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position } from 'vscode-languageserver-types';
import { readSheet } from '../../../server/src/answers';
import type { SheetDocument } from '../../../server/src/features/sheetDocument';
import { atopInstrument } from '../../../server/src/instrument';

/** A sheet as the features get it. */
export function openSheet(text: string): SheetDocument {
  const document = TextDocument.create('file:///sheet.atop', 'atop', 1, text);
  return { document, sheet: readSheet(text, atopInstrument) };
}

/** The text of the real sheet of alliance 4765 (Belarus and Kazakhstan, 1996). */
export function seedText(): string {
  return readFileSync(resolve('examples/4765.atop'), 'utf8');
}

/** The real sheet. */
export function seed(): SheetDocument {
  return openSheet(seedText());
}

/** The text of the real sheet, or of another, with another answer to one question. */
export function withAnswer(number: number, answer: string, text = seedText()): string {
  const { start, end, question } = answerOf(openSheet(text), number);
  const gap = start < end || answer === '' ? '' : question.inline ? ' ' : '\n';
  return text.slice(0, start) + gap + answer + text.slice(end);
}

/** The answer to a question that the sheet is known to have. */
export function answerOf({ sheet }: SheetDocument, number: number) {
  const answer = sheet.answerTo(number);
  if (!answer) throw new Error(`The sheet has no question ${number}.`);
  return answer;
}

/** What stands for the cursor in the text of a test. */
const CURSOR = '|';

/** A sheet and the place that the only `|` in its text marks; the mark itself is taken out. */
export function atCursor(marked: string): SheetDocument & { readonly position: Position } {
  const [before, after, ...more] = marked.split(CURSOR);
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(`The text needs one cursor, marked by “${CURSOR}”.`);
  }
  const opened = openSheet(before + after);
  return { ...opened, position: opened.document.positionAt(before.length) };
}
