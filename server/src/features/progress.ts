import type { Position, Range } from 'vscode-languageserver-types';
import { progressOf, type Answer, type Progress, type Sheet } from '../answers';
import type { Section } from '../instrument';
import { answerPlace } from './answerPlace';
import { rangeOf, type SheetDocument } from './sheetDocument';

export interface SectionProgress extends Progress {
  readonly numeral: string;
  readonly title: string;
}

/** A required question of the file that has no answer. */
export interface UnansweredQuestion {
  readonly number: number;
  readonly label: string;
  /** Where the answer is to be written. */
  readonly position: Position;
  /** The question's number and printed text. */
  readonly range: Range;
}

/** How far a sheet is filled in, as a whole and by section. */
export interface SheetProgress extends Progress {
  readonly sections: readonly SectionProgress[];
  /** In the order of the file. */
  readonly unanswered: readonly UnansweredQuestion[];
}

/** `null` for a document that holds no question of the instrument: it is no sheet yet. */
export function sheetProgress(sheetDocument: SheetDocument): SheetProgress | null {
  const { sheet } = sheetDocument;
  if (sheet.tree.origins.length === 0) return null;
  return {
    ...progressOf(sheet),
    sections: sheet.instrument.sections.map(section => sectionProgress(sheet, section)),
    unanswered: unansweredAnswers(sheet).map(answer => unansweredQuestion(sheetDocument, answer)),
  };
}

/** Where the first open question of the file is answered; `undefined` where none is open. */
export function firstOpenPlace({ document, sheet }: SheetDocument): Position | undefined {
  const [first] = unansweredAnswers(sheet);
  return first && document.positionAt(answerPlace(sheet.text, first));
}

/** How far one section is. */
export function sectionProgress(sheet: Sheet, section: Section): SectionProgress {
  return { numeral: section.numeral, title: section.title, ...progressOf(sheet, section.questions) };
}

/** The empty answers to required questions; one for a doubled question, none if either is answered. */
function unansweredAnswers(sheet: Sheet): Answer[] {
  const settled = new Set(
    sheet.answers.filter(answer => answer.isGiven).map(answer => answer.question.number),
  );
  return sheet.answers.filter(({ question }) => {
    if (!question.required || settled.has(question.number)) return false;
    settled.add(question.number);
    return true;
  });
}

function unansweredQuestion(sheetDocument: SheetDocument, answer: Answer): UnansweredQuestion {
  const { document, sheet } = sheetDocument;
  const { question, node } = answer;
  return {
    number: question.number,
    label: question.label,
    position: document.positionAt(answerPlace(sheet.text, answer)),
    range: rangeOf(sheetDocument, { start: node.number.start, end: node.printed.end }),
  };
}
