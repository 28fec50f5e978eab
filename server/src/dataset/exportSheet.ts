import type { Sheet } from '../answers';
import { ANSWER_COLUMNS, answerRows, sheetId } from './answerRows';
import { blankReportWriter, type ReportFormat } from './blankReport';
import { blankRows } from './blankRows';
import { isFilled } from './derivation';
import { derivations } from './derivations';
import { deriveVariables } from './derive';
import type { DatasetOptions } from './sheetFacts';
import { tableWriter, type TableFormat } from './tables';

/** What a dataset is to be. */
export interface DatasetForm extends DatasetOptions {
  readonly format: TableFormat;
  /** One row an answer instead of one a sheet. */
  readonly isLong: boolean;
  /** The form of the report of what stays blank. */
  readonly report: ReportFormat;
}

/** A sheet's part of the dataset and of the report. */
export interface ExportedSheet {
  /** Its ATOP ID, by which two sheets of one alliance are known; `undefined` where it has none. */
  readonly id: string | undefined;
  readonly rows: string;
  readonly report: string;
  /** How many values wait for a coder. */
  readonly blanks: number;
}

/** Makes a dataset and its report sheet by sheet, so that neither has to be held as a whole. */
export interface DatasetWriter {
  readonly head: () => { readonly rows: string; readonly report: string };
  /**
   * `undefined` for a text that holds no question of the instrument.
   *
   * @param file How the dataset names the sheet's file.
   */
  readonly sheet: (sheet: Sheet, file: string) => ExportedSheet | undefined;
  readonly tail: () => { readonly report: string };
}

/** The long form leaves nothing blank: its report is empty. */
export function datasetWriter({ format, isLong, report, ...options }: DatasetForm): DatasetWriter {
  const table = tableWriter(format, isLong ? ANSWER_COLUMNS : derivations.map(({ variable }) => variable));
  const reporter = blankReportWriter(report);
  return {
    head: () => ({ rows: table.head(), report: isLong ? '' : reporter.head() }),
    sheet: (sheet, file) => {
      if (sheet.tree.questions.length === 0) return undefined;
      const id = sheetId(sheet);
      if (isLong) {
        const rows = answerRows(sheet, file).map(row => table.row({ ...row }));
        return { id, rows: rows.join(''), report: '', blanks: 0 };
      }
      const outcomes = deriveVariables(sheet, options);
      const row = Object.fromEntries(
        [...outcomes].map(([variable, outcome]) => [variable, isFilled(outcome) ? outcome.value : null]),
      );
      const blank = blankRows(sheet, outcomes, file);
      return { id, rows: table.row(row), report: blank.map(reporter.row).join(''), blanks: blank.length };
    },
    tail: () => ({ report: isLong ? '' : reporter.tail() }),
  };
}
