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

interface KnownName {
  readonly state: State;
  readonly name: string;
  readonly normalized: string;
}

let knownNames: readonly KnownName[] | undefined;

/** How many edits a name may be off: one in four letters, at least one, at most five. */
function tolerance(length: number): number {
  return Math.min(5, Math.max(1, Math.ceil(length / 4)));
}

/**
 * The states with a name near the text, each once, the nearest first, then in the order of their codes:
 * `nearestStates('Belarrus')` begins with Belarus. Empty where nothing is near enough to be meant.
 */
export function nearestStates(text: string, limit = 3): readonly NearState[] {
  knownNames ??= allStates().flatMap(state =>
    completionNames(state).map(name => ({ state, name, normalized: normalizeName(name) })),
  );
  const wanted = normalizeName(text);
  const allowed = tolerance(wanted.length);
  // Nothing longer can be near any name; the longest have some seventy letters.
  if (wanted === '' || wanted.length > 100) return [];
  const nearest = new Map<State, NearState>();
  for (const { state, name, normalized } of knownNames) {
    if (Math.abs(normalized.length - wanted.length) > allowed) continue;
    const edits = distance(wanted, normalized);
    if (edits <= allowed && edits < (nearest.get(state)?.distance ?? Infinity)) {
      nearest.set(state, { state, name, distance: edits });
    }
  }
  return [...nearest.values()]
    .sort((a, b) => a.distance - b.distance || a.state.code - b.state.code)
    .slice(0, limit);
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
