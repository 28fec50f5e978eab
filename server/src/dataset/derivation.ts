import type { SheetFacts } from './sheetFacts';

/** A variable's value, or why it has none. */
export type Outcome = Filled | Blank;

export interface Filled {
  readonly value: number;
}

export interface Blank {
  readonly blank: true;
  /** One or two sentences that a coder can act on. */
  readonly reason: string;
  /** False where a blank is the right value, as for the third member of two. */
  readonly needsCoder: boolean;
  /** Of several questions, the one that leaves it open. */
  readonly question?: number;
}

/**
 * How one variable comes from a sheet. What the text settles is filled; all else stays blank, so that
 * nothing in a dataset is a guess.
 */
export interface Derivation {
  /** As published, lower case. */
  readonly variable: string;
  /** The questions whose answers it is read from. */
  readonly questions: readonly number[];
  /** What leads to which value; a phrase or sentences in Markdown. */
  readonly how: string;
  /** When it stays blank, likewise. */
  readonly staysBlank: string;
  /** Never throws, whatever the sheet holds. */
  readonly derive: (facts: SheetFacts) => Outcome;
}

export function filled(value: number): Filled {
  return { value };
}

/** Blank until a coder decides; `question` is the one to look at, where there are several. */
export function forCoder(reason: string, question?: number): Blank {
  return { blank: true, reason, needsCoder: true, ...(question !== undefined && { question }) };
}

/** Rightly blank. */
export function notCoded(reason: string): Blank {
  return { blank: true, reason, needsCoder: false };
}

export function isFilled(outcome: Outcome): outcome is Filled {
  return 'value' in outcome;
}
