import { fromIso, writtenDay } from '../answers';
import type { State } from '../reference';

/** `1996-01-17` as `January 17, 1996`. */
export function writtenIso(iso: string): string {
  return writtenDay(fromIso(iso));
}

/** `from March 3, 1816 to July 4, 1850, and since August 25, 1991`. */
export function writtenSpells(state: State): string {
  return state.spells
    .map(({ from, to }) =>
      to === undefined ? `since ${writtenIso(from)}` : `from ${writtenIso(from)} to ${writtenIso(to)}`,
    )
    .join(', and ');
}
