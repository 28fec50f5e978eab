/** Who was in the interstate system when. Days are ISO days, such as `1996-01-17`. */
import { allStates } from './states';
import type { State } from './types';

/**
 * Whether the state was a member on any day from `from` to `to`, both included; with one day given, on that
 * day. A spell without an end goes on.
 */
export function isMemberOn(state: State, from: string, to = from): boolean {
  return state.spells.some(spell => spell.from <= to && (spell.to === undefined || spell.to >= from));
}

/** The states in the system on a day, in the order of their codes. */
export function membersOn(day: string): readonly State[] {
  return allStates().filter(state => isMemberOn(state, day));
}
