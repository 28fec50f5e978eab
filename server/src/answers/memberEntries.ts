import type { State } from '../reference';
import type { Span } from '../syntax';
import type { DateReading } from './dates';

/** A state's code as written. */
export interface WrittenCode extends Span {
  readonly digits: string;
  /** The state that has it; `undefined` where none has. */
  readonly state: State | undefined;
  /** True for a code of ATOP's published data that the COW list lacks. */
  readonly atopOnly: boolean;
}

/** A state's name or abbreviation as written. */
export interface WrittenName extends Span {
  readonly text: string;
  /** The states that bear it; none where it is not known. */
  readonly states: readonly State[];
  readonly isAbbreviation: boolean;
}

/** One member: a code, a name, or both. The stretch leaves notes out. */
export interface MemberEntry extends Span {
  readonly code: WrittenCode | undefined;
  readonly name: WrittenName | undefined;
  /** The state meant: the code's, or the only one that bears the name. */
  readonly state: State | undefined;
  /** Dates noted beside it: `(joined 1949)`. */
  readonly dates: readonly DateReading[];
}

/** An entry of which one half may stand in the next cell. */
export interface Half extends Omit<MemberEntry, 'dates'> {
  /** True where its cell holds other words too. */
  readonly isRemarked: boolean;
}

/** The same code `by` characters further on. Written out, as copying an object by its unknown properties takes longer. */
export function movedCode({ start, end, digits, state, atopOnly }: WrittenCode, by: number): WrittenCode {
  return { start: start + by, end: end + by, digits, state, atopOnly };
}

/** The same name `by` characters further on. */
export function movedName(
  { start, end, text, states, isAbbreviation }: WrittenName,
  by: number,
): WrittenName {
  return { start: start + by, end: end + by, text, states, isAbbreviation };
}
