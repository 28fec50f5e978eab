/**
 * From a sheet to data: ATOP's variables, as far as the text settles them, and the answers one by one.
 */
export { ANSWER_COLUMNS, answerRows, sheetId, typedValue, type AnswerRow } from './answerRows';
export { blankReportWriter, REPORT_FORMATS, type BlankReportWriter, type ReportFormat } from './blankReport';
export { BLANK_COLUMNS, blankRows, type BlankRow } from './blankRows';
export { isFilled, type Blank, type Derivation, type Filled, type Outcome } from './derivation';
export { derivations } from './derivations';
export { deriveVariables, type VariableRow } from './derive';
export { datasetWriter, type DatasetForm, type DatasetWriter, type ExportedSheet } from './exportSheet';
export type { DatasetOptions } from './sheetFacts';
export { TABLE_FORMATS, tableWriter, type TableFormat } from './tables';
