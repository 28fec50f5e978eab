/**
 * From a sheet to data: ATOP's variables, as far as the text settles them, and the answers one by one.
 */
export { ANSWER_COLUMNS, answerRows, sheetId, typedValue, type AnswerRow } from './answerRows';
export { BLANK_COLUMNS, blankRows, type BlankRow } from './blankRows';
export { isFilled, type Blank, type Derivation, type Filled, type Outcome } from './derivation';
export { derivations } from './derivations';
export { deriveVariables, type VariableRow } from './derive';
export type { DatasetOptions } from './sheetFacts';
