import type { Sheet } from '../answers';
import type { Outcome } from './derivation';
import { derivations } from './derivations';
import { factsOf, type DatasetOptions } from './sheetFacts';

/** A sheet's variables, in ATOP's order. */
export type VariableRow = ReadonlyMap<string, Outcome>;

/** What a sheet says of every variable. Linear in the sheet; never throws. */
export function deriveVariables(sheet: Sheet, options: DatasetOptions = {}): VariableRow {
  const facts = factsOf(sheet, options);
  return new Map(derivations.map(({ variable, derive }) => [variable, derive(facts)]));
}
