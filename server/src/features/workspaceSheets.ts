import type { Range } from 'vscode-languageserver-types';
import type { State } from '../reference';
import type { SheetPlace } from '../rules';

/** A state named in one of the workspace's sheets: by its code, its name, or both. */
export interface StatePlace extends SheetPlace {
  readonly question: number;
  readonly code: Range | undefined;
  readonly name: Range | undefined;
  /** True where the name is the COW abbreviation: `BLR`. */
  readonly isAbbreviation: boolean;
}

/** An ATOP ID in one of the workspace's sheets. */
export interface IdPlace extends SheetPlace {
  /** True for the sheet's own ID, at question 1. */
  readonly isOwn: boolean;
}

/** What a sheet is known by. */
export interface SheetNames {
  readonly uri: string;
  readonly id: string | undefined;
  /** Where the ID stands; the sheet's beginning where it has none. */
  readonly range: Range;
  readonly members: readonly State[];
}

/**
 * What the features that look beyond one sheet ask of the workspace. Sheets come in the order of their
 * URIs, places in the order of their sheets.
 */
export interface WorkspaceSheets {
  /** True for a sheet of the workspace. */
  has(uri: string): boolean;
  /** The sheets that bear the ID at question 1, each with the range of it. */
  sheetsWithId(id: string): Iterable<SheetPlace>;
  /** Another number whenever other sheets than this one come to bear the ID, or bear it elsewhere; 0 where none does. */
  versionOfOthers(id: string, uri: string): number;
  /** Every place where the ID is written. */
  placesOfId(id: string): IdPlace[];
  /** Every place where a state of this code is named. */
  placesOfState(code: number): StatePlace[];
  /** Every sheet. */
  names(): Iterable<SheetNames>;
  /** Where a sheet lists a state as a member. */
  memberRange(uri: string, code: number): Range | undefined;
}

/** A workspace without sheets. */
export const NO_SHEETS: WorkspaceSheets = {
  has: () => false,
  sheetsWithId: () => [],
  versionOfOthers: () => 0,
  placesOfId: () => [],
  placesOfState: () => [],
  names: () => [],
  memberRange: () => undefined,
};
