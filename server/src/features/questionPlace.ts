import type { Position } from 'vscode-languageserver-types';
import { questionByNumber, type Instrument } from '../instrument';
import { insertionBefore } from '../rules/sheetEdits';
import { answerPlace } from './answerPlace';
import type { SheetDocument } from './sheetDocument';

/** Where a question of the instrument is found in a sheet. */
export interface QuestionPlace {
  /** False for a question that the file lacks. */
  readonly isInSheet: boolean;
  /** Where its answer begins or would be written; of a question that is missing, where it would stand. */
  readonly position: Position;
}

/** A section of the instrument, for a client that shows what of it is done. */
export interface SectionOutline {
  /** `I` … `V`. */
  readonly numeral: string;
  readonly title: string;
  readonly questions: readonly QuestionOutline[];
}

export interface QuestionOutline {
  readonly number: number;
  /** A few words that name the question. */
  readonly label: string;
  /** False where an empty answer is a complete one. */
  readonly required: boolean;
}

/** The sections and questions of an instrument by their names alone. */
export function outlineOf({ sections }: Instrument): SectionOutline[] {
  return sections.map(({ numeral, title, questions }) => ({
    numeral,
    title,
    questions: questions.map(({ number, label, required }) => ({ number, label, required })),
  }));
}

/** Where the first of the answers to a question is; `null` for a number that the instrument does not know. */
export function questionPlace({ document, sheet }: SheetDocument, number: number): QuestionPlace | null {
  const question = questionByNumber(sheet.instrument, number);
  if (!question) return null;
  const answer = sheet.answerTo(number);
  const offset = answer ? answerPlace(sheet.text, answer) : insertionBefore(sheet, question);
  return { isInSheet: answer !== undefined, position: document.positionAt(offset) };
}
