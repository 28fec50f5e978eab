import type { Position } from 'vscode-languageserver-types';

/** How many findings of each severity a sheet has; hints are left out. */
export interface SheetProblems {
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
}

/**
 * A sheet of the workspace as a list of all sheets shows it. Its names are known first; all else is `null`,
 * and there are no letters, until it has been read through.
 */
export interface SheetListEntry {
  readonly uri: string;
  /** What question 1 says, where it has the form of an ATOP ID. */
  readonly atopId: string | null;
  /** The states that question 4 lists, each once, in its order; without those that are not known. */
  readonly members: readonly { readonly code: number; readonly name: string }[];
  readonly years: {
    /** The year of the first signature. */
    readonly from: number | null;
    /** The year of the last termination; `null` while the alliance is in effect, or where it is not known. */
    readonly to: number | null;
  };
  readonly answered: number | null;
  /** All questions of the instrument. */
  readonly total: number | null;
  /** Required questions without an answer, those that the file lacks included. */
  readonly open: number | null;
  /** By the settings of its folder. */
  readonly problems: SheetProblems | null;
  /** Where the first open question of the file would be answered; `null` where none is open, too. */
  readonly firstOpen: Position | null;
  /**
   * One letter for each question of the instrument, in order: `a` answered, `-` optional and empty, `o`
   * open, `m` missing from the file, `w` answered with a warning, `e` with an error.
   */
  readonly states: string;
}
