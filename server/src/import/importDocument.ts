import { progressOf, readSheet } from '../answers';
import { allQuestions, type Instrument } from '../instrument';
import { importSheet } from './importSheet';
import { importReport } from './report';
import type { Source } from './source';

/** A sheet that was imported, and what there is to say of it. */
export interface ImportedDocument {
  readonly text: string;
  /** What was mended; see `importReport`. */
  readonly report: string;
  /** How many things that are. */
  readonly mended: number;
  readonly answered: number;
  readonly total: number;
  /** The numbers of the questions that the source lacks. */
  readonly missing: readonly number[];
}

/** `importSheet`, with its report; `undefined` where the source holds no sheet of the instrument. */
export function importDocument(source: Source, instrument: Instrument): ImportedDocument | undefined {
  const imported = importSheet(source, instrument);
  if (!imported) return undefined;
  const { text, changes } = imported;
  const sheet = readSheet(text, instrument);
  const there = new Set(sheet.answers.map(({ question }) => question.number));
  const { answered, total } = progressOf(sheet);
  return {
    text,
    report: importReport(changes),
    mended: changes.length,
    answered,
    total,
    missing: allQuestions(instrument)
      .map(({ number }) => number)
      .filter(number => !there.has(number)),
  };
}
