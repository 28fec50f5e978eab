import { isAtopOnlyCode, stateByCode, type State } from '../reference';
import type { Span } from '../syntax';
import type { DateReading } from './dateReadings';

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

/** A code of which only the digits are known. */
export function writtenCode({ start, end, digits }: Span & { readonly digits: string }): WrittenCode {
  const value = Number(digits);
  const state = digits === String(value) || digits.length === 3 ? stateByCode(value) : undefined;
  return { start, end, digits, state, atopOnly: isAtopOnlyCode(value) };
}

/** Words that stand as a name and are none that is known. */
export function nameNotKnown(start: number, end: number, text: string): WrittenName {
  return { start, end, text, states: [], isAbbreviation: false };
}

/** The entry of a code, a name, or both. */
export function entryOf(
  code: WrittenCode | undefined,
  name: WrittenName | undefined,
  isRemarked: boolean,
): Half {
  const start = Math.min(code?.start ?? Infinity, name?.start ?? Infinity);
  const end = Math.max(code?.end ?? 0, name?.end ?? 0);
  const [only, ...others] = name?.states ?? [];
  const state = code ? code.state : others.length > 0 ? undefined : only;
  return { start, end, code, name, state, isRemarked };
}

/** Whether the code is that of a state which bears the name. */
export function belong(code: WrittenCode, name: WrittenName): boolean {
  return code.state !== undefined && name.states.includes(code.state);
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
