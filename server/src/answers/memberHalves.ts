/** Puts together what belongs to one member and stands in several cells of a list. */
import { A_SLIP, nearestNameOf, normalizeName } from '../reference';
import {
  belong,
  entryOf,
  nameNotKnown,
  type Half,
  type WrittenCode,
  type WrittenName,
} from './memberEntries';

/** `Belarus and Kazakhstan (370 and 705)`: as many codes behind some names, each that of the name in its place. */
export function inParallel(halves: readonly Half[]): readonly Half[] {
  const paired: Half[] = [];
  for (let at = 0, half = halves[0]; half; half = halves[at]) {
    const names: WrittenName[] = [];
    const codes: WrittenCode[] = [];
    let end = at;
    for (let next: Half | undefined = half; next?.name && codes.length === 0; next = halves[++end]) {
      const isLast: boolean = next.code !== undefined && next.code.start > next.name.start;
      if (next.code && !(isLast && names.length > 0 && !belong(next.code, next.name))) break;
      names.push(next.name);
      if (next.code) codes.push(next.code);
    }
    const behindNames = end;
    for (let next = halves[end]; next?.code && !next.name; next = halves[++end]) {
      if (codes.length === names.length) break;
      codes.push(next.code);
    }
    const pairs = names.flatMap((name, index) => {
      const code = codes[index];
      return code && belong(code, name) ? [entryOf(code, name, half.isRemarked)] : [];
    });
    const isParallel = names.length > 1 && pairs.length === names.length;
    const passed = Math.max(at + 1, behindNames);
    for (const entry of isParallel ? pairs : halves.slice(at, passed)) paired.push(entry);
    at = isParallel ? end : passed;
  }
  return paired;
}

/**
 * `370` on one line and `Belarus` on the next are one member. Where pairs were run together (`Belarus,
 * 370 Kazakhstan, 705`), a code and a name that stand in one cell may belong to two.
 */
export function joinHalves(text: string, halves: readonly Half[]): Half[] {
  const joined: Half[] = [];
  /** `both` stands for the last entry and this half, where the two are one. */
  const append = (half: Half, both: Half | undefined): void => {
    if (both) joined.pop();
    joined.push(both ?? half);
  };
  const appendPair = (pair: Half): void => {
    const last = joined.at(-1);
    append(pair, wholeEntry(text, last, pair) ?? withAlias(text, last, pair));
  };
  for (const [index, half] of halves.entries()) {
    const previous = joined.at(-1);
    const { code, name, isRemarked } = half;
    const other = previous?.code && previous.name ? undefined : previous;
    const isOwnPair = code && name && belong(code, name);
    const whole = wholeEntry(text, previous, half);
    if (whole) append(half, whole);
    else if (other?.name && code && !isOwnPair && belong(code, other.name)) {
      joined.pop();
      appendPair(entryOf(code, other.name, isRemarked));
      if (name) joined.push(entryOf(undefined, name, isRemarked));
    } else if (other?.code && name && !isOwnPair && belong(other.code, name)) {
      joined.pop();
      appendPair(entryOf(other.code, name, isRemarked));
      if (code) joined.push(entryOf(code, undefined, isRemarked));
    } else {
      const next = halves[index + 1];
      const isOfNext = next?.code && !next.name && name && belong(next.code, name);
      append(half, isOfNext ? undefined : withAlias(text, previous, half));
    }
  }
  return joined;
}

/**
 * An entry whose name, that of the code's state, is parted by a line's end (`620 Libya⏎Arab Jamahiriya`,
 * `Ottoman⏎Turkey (640)`) or, where it is misspelt, by its `and` (`52 Trinidadd and Tobago`, `346 Bosnia and
 * Herzegowina`), also without its code.
 */
function wholeEntry(text: string, first: Half | undefined, second: Half): Half | undefined {
  if (!first?.name || !second.name || (first.code && second.code)) return undefined;
  const code = second.code ?? first.code;
  const state = code ? code.state : first.state;
  const { start } = first.name;
  const { end } = second.name;
  if (!state || end - start > LONGEST_NAME) return undefined;
  const isTorn =
    first.name.states.includes(state) && JOINED.test(text.slice(first.name.end, second.name.start));
  // Most names that follow each other are of two members.
  if (!code && !isTorn) return undefined;
  const name = text.slice(start, end);
  const own = nearestNameOf(state, name);
  if (!own) return undefined;
  if (code && own.distance === 0) {
    return entryOf(
      code,
      { start, end, text: name, states: [state], isAbbreviation: false },
      second.isRemarked,
    );
  }
  if (first.name.states.length > 0 && !isTorn) return undefined;
  // In `Great Britain and Nothern Ireland`, `UK of Great Britan and Northern Ireland` what stands behind the
  // slip is a name by itself.
  const isLeftOver = second.name.states.length > 0;
  if (isLeftOver && !(isTorn && (first.isRemarked || second.isRemarked))) return undefined;
  if (isTorn && own.distance > A_SLIP) return undefined;
  return entryOf(code, nameNotKnown(start, end, name), second.isRemarked);
}

/** Between two lines or commas there may be two members. */
const JOINED = /^[^,;]*\s(?:and|&)\s[^,;]*$/i;

const LONGEST_NAME = 100;

/**
 * An entry with another name of its state beside it: `365 Russia, USSR`, or the columns `220⇥FRN⇥France`
 * and `France⇥FRN⇥220`. The same name once more is none.
 */
function withAlias(text: string, first: Half | undefined, second: Half): Half | undefined {
  if (!first?.name || !second.name || (first.code && second.code)) return undefined;
  const [pair, { name }] = second.code ? [second, first] : [first, second];
  if (!pair.code || !pair.name || !name || !belong(pair.code, pair.name) || !belong(pair.code, name))
    return undefined;
  const isBeside = /^[ \t]*(?:,[ \t]*)?$/.test(text.slice(first.end, second.start));
  const isOther = name.isAbbreviation !== pair.name.isAbbreviation || pair === first;
  if (!isBeside || !isOther || normalizeName(name.text) === normalizeName(pair.name.text)) return undefined;
  return { ...pair, start: first.start, end: second.end };
}

/** `Iraq 645 … Iraq signed later`: a state that is listed with its code elsewhere is only spoken of. */
export function withoutMentions(halves: readonly Half[]): readonly Half[] {
  const listed = new Set(halves.filter(({ code, name }) => code && name).map(({ state }) => state));
  return halves.filter(({ code, name, state, isRemarked }) => {
    const isPair = code !== undefined && name !== undefined;
    return !isRemarked || isPair || !state || !listed.has(state);
  });
}
