import type { Sheet } from '../answers';
import type { VariableRow } from './derive';
import { isFilled } from './derivation';
import { derivations } from './derivations';
import { sheetId } from './answerRows';
import { lineCounter } from './places';

/** One variable of a sheet that waits for a coder. */
export interface BlankRow {
  /** The ATOP ID as written; empty where there is none. */
  readonly sheet: string;
  readonly variable: string;
  /** The numbers of the questions that the variable is read from: `44;45;46;48`. */
  readonly question: string;
  readonly reason: string;
  readonly file: string;
  /** Where the question to look at stands, counted from 1; 1 where the file has none of them. */
  readonly line: number;
}

/** The columns of the report, in order. */
export const BLANK_COLUMNS = ['sheet', 'variable', 'question', 'reason', 'file', 'line'] as const;

/** What stays blank until a coder decides; what is rightly blank is left out. */
export function blankRows(sheet: Sheet, row: VariableRow, file: string): BlankRow[] {
  const lineOf = lineCounter(sheet);
  const id = sheetId(sheet) ?? '';
  return derivations.flatMap(({ variable, questions }) => {
    const outcome = row.get(variable);
    if (!outcome || isFilled(outcome) || !outcome.needsCoder) return [];
    const asked = [outcome.question ?? [], ...questions]
      .flat()
      .map(question => sheet.answerTo(question))
      .find(answer => answer !== undefined);
    return {
      sheet: id,
      variable,
      question: questions.join(';'),
      reason: outcome.reason,
      file,
      line: asked ? lineOf(asked) : 1,
    };
  });
}
