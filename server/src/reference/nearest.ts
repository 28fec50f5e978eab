/** What a wrong name or code was probably meant to be. */
import { distance } from 'fastest-levenshtein';
import { completionNames, stateByCode } from './lookup';
import { normalizeName } from './names';
import { allStates } from './states';
import type { State } from './types';

/** A state whose name is near a misspelt one. */
export interface NearState {
  readonly state: State;
  /** The nearest of the state's names, as the table has it. */
  readonly name: string;
  /** Edits between the two, both normalised; 0 where the name is right. */
  readonly distance: number;
}

/** A name in the form in which names are compared. */
interface ComparedName {
  readonly name: string;
  readonly normalized: string;
}

let known: ReadonlyMap<State, readonly ComparedName[]> | undefined;

/** The names of all states. */
function knownNames(): ReadonlyMap<State, readonly ComparedName[]> {
  known ??= new Map(
    allStates().map(state => [
      state,
      completionNames(state).map(name => ({ name, normalized: normalizeName(name) })),
    ]),
  );
  return known;
}

/** How many edits a name may be off: one in four letters, at least one, at most five. */
function tolerance(length: number): number {
  return Math.min(5, Math.max(1, Math.ceil(length / 4)));
}

/** The edits that a slip of the pen makes; a name further off is a guess, or another name. */
export const A_SLIP = 2;

/** Nothing longer can be near any name; the longest have some seventy letters. */
const LONGEST_NEAR = 100;

/**
 * The states with a name near the text, each once, the nearest first, then in the order of their codes:
 * `nearestStates('Belarrus')` begins with Belarus. Empty where nothing is near enough to be meant.
 */
export function nearestStates(text: string, limit = 3): readonly NearState[] {
  const wanted = normalizeName(text);
  const nearest: NearState[] = [];
  for (const [state, names] of knownNames()) {
    const near = nearestIn(names, state, wanted);
    if (near) nearest.push(near);
  }
  return nearest.sort((a, b) => a.distance - b.distance || a.state.code - b.state.code).slice(0, limit);
}

/** The state's own name that is nearest to the text; `undefined` where none is near enough to be meant. */
export function nearestNameOf(state: State, text: string): NearState | undefined {
  return nearestIn(knownNames().get(state) ?? [], state, normalizeName(text));
}

function nearestIn(names: readonly ComparedName[], state: State, wanted: string): NearState | undefined {
  if (wanted === '' || wanted.length > LONGEST_NEAR) return undefined;
  let allowed = tolerance(wanted.length);
  let nearest: NearState | undefined;
  for (const { name, normalized } of names) {
    if (Math.abs(normalized.length - wanted.length) > allowed) continue;
    const edits = distance(wanted, normalized);
    if (edits > allowed) continue;
    nearest = { state, name, distance: edits };
    allowed = edits - 1;
  }
  return nearest;
}

/** A code one slip away from the digits written. */
interface NearCode {
  readonly code: number;
  /** 0: a key struck twice, or two digits swapped; 1: another slip from a code of three digits; 2: any. */
  readonly slip: number;
  /** How many digits, from the left, are right: the hand tires towards the end. */
  readonly kept: number;
  readonly difference: number;
}

/**
 * The codes that differ from the digits by one slip (an extra, a lost, a wrong digit, or two swapped), the
 * likeliest first: `nearestCodes('3700')` begins with 370, `nearestCodes('356')` with 365. The code that the
 * digits already are is not among them.
 */
export function nearestCodes(digits: string, limit = 3): readonly number[] {
  if (!/^\d{1,5}$/.test(digits)) return [];
  const found = new Map<number, NearCode>();
  const consider = (written: string, likely: boolean): void => {
    const code = Number(written);
    if (written === digits || written !== String(code) || !stateByCode(code)) return;
    const slip = likely ? 0 : written.length === 3 ? 1 : 2;
    if (slip >= (found.get(code)?.slip ?? Infinity)) return;
    found.set(code, {
      code,
      slip,
      kept: sharedStart(digits, written),
      difference: Math.abs(code - Number(digits)),
    });
  };
  for (let at = 0; at <= digits.length; at++) {
    const [before, after] = [digits.slice(0, at), digits.slice(at)];
    const [here = '', next = ''] = after;
    consider(before + after.slice(1), here !== '' && here === next);
    consider(before + next + here + after.slice(2), true);
    for (const digit of '0123456789') {
      consider(before + digit + after, false);
      consider(before + digit + after.slice(1), false);
    }
  }
  return [...found.values()]
    .sort((a, b) => a.slip - b.slip || b.kept - a.kept || a.difference - b.difference || a.code - b.code)
    .slice(0, limit)
    .map(({ code }) => code);
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
