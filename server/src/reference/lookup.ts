/** States by code, by abbreviation and by name. The indexes are built on first use. */
import { COMMA, SOFT_BREAK, nameWords, normalizeName } from './names';
import { allStates } from './states';
import type { State } from './types';

/** The states that a stretch of words names. */
export interface NameMatch {
  /** Several where the name is shared (`Korea`); in the order of their codes. */
  readonly states: readonly State[];
  /** How many words and breaks the name takes. */
  readonly length: number;
}

/** What names begin with some words and commas: the states that have just these for a name, and how they go on. */
interface NameNode {
  states: readonly State[] | undefined;
  readonly next: Map<string, NameNode>;
}

interface NameIndex {
  readonly names: NameNode;
  /** Every word of any name, and the abbreviations. */
  readonly words: ReadonlySet<string>;
}

let byCode: ReadonlyMap<number, State> | undefined;
let byAbbreviation: ReadonlyMap<string, State> | undefined;
let names: NameIndex | undefined;

/** The state with a COW code: `stateByCode(370)` is Belarus. */
export function stateByCode(code: number): State | undefined {
  byCode ??= new Map(allStates().map(state => [state.code, state]));
  return byCode.get(code);
}

/** The state with a COW abbreviation, in any case: `stateByAbbreviation('blr')` is Belarus. */
export function stateByAbbreviation(abbreviation: string): State | undefined {
  byAbbreviation ??= new Map(allStates().map(state => [state.abbreviation, state]));
  return byAbbreviation.get(abbreviation.toUpperCase());
}

/**
 * Codes in ATOP's published data that the COW list lacks. Of 2,398 member spells, one has such a code; the
 * data say no more about it.
 */
const ATOP_ONLY_CODES: ReadonlySet<number> = new Set([8152]);

/** Whether ATOP's published data use the code although no state of the COW list has it. */
export function isAtopOnlyCode(code: number): boolean {
  return ATOP_ONLY_CODES.has(code);
}

/** The names by which a state can be asked for: COW's first, then the others. No abbreviation among them. */
export function completionNames(state: State): readonly string[] {
  return [state.name, ...state.otherNames];
}

/**
 * The states that a text as a whole names; none if it names none, or says more than a name. Case, accents,
 * punctuation and the like do not matter (see `normalizeName`); COW abbreviations are not names.
 */
export function statesByName(text: string): readonly State[] {
  const words = nameWords(text).map(({ word }) => word);
  const match = matchNameAt(words, 0);
  return match?.length === words.length ? match.states : [];
}

/** False where no word of a text is a state's abbreviation or stands in any state's name. */
export function mayNameStates(text: string): boolean {
  const { words } = nameIndex();
  return nameWords(text).some(({ word }) => words.has(word));
}

/**
 * The longest name that starts at `from` in the words of a text, as `nameWords` gives them:
 * `Trinidad and Tobago`, not `Trinidad`; `Korea, Republic of`, not `Korea`. Three things temper the length:
 *
 * - A name does not cut another short: in `China, Republic of Korea` the first name is `China`.
 * - A line's end parts two names, though not one: `Austria⏎Hungary` begins with Austria, while
 *   `Papua New⏎Guinea` is one state.
 * - A name with others of the same state right behind it is one: `Russia (Soviet Union)`,
 *   `Turkey/Ottoman Empire`, `United States (U.S.)`. It names the states that all of them name.
 */
export function matchNameAt(words: readonly string[], from: number): NameMatch | undefined {
  const first = bestName(words, from);
  if (!first) return undefined;
  let { states, end } = first;
  for (let others = 0; others < MAX_OTHER_NAMES; others++) {
    const next = bestName(words, end);
    const common = states.filter(state => next?.states.includes(state));
    if (!next || common.length === 0) break;
    states = common;
    end = next.end;
  }
  return { states, length: end - from };
}

/** `Vietnam (DRV/SRV)` has two; more are a repetition, not a name. */
const MAX_OTHER_NAMES = 2;

interface Candidate {
  readonly states: readonly State[];
  readonly end: number;
}

const NO_CANDIDATES: readonly Candidate[] = [];

/** The longest name at `from` that cuts no other name short. */
function bestName(words: readonly string[], from: number): Candidate | undefined {
  const candidates = namesAt(words, from);
  const longest = candidates.at(-1);
  if (!longest || words[longest.end] === SOFT_BREAK) return longest;
  const whole = candidates.find(({ end }) => {
    const next = namesAt(words, words[end] === COMMA ? end + 1 : end).at(-1);
    return next !== undefined && next.end > longest.end;
  });
  return whole ?? longest;
}

/** Every name that starts at `from`, the shortest first. */
function namesAt(words: readonly string[], from: number, withinLine = false): readonly Candidate[] {
  let node = nameIndex().names.next.get(words[from] ?? '');
  if (!node) return NO_CANDIDATES;
  const found: Candidate[] = [];
  for (let at = from + 1; node; at++) {
    if (node.states) found.push({ states: node.states, end: at });
    if (words[at] === SOFT_BREAK) {
      if (withinLine || (node.states && namesAt(words, at + 1, true).length > 0)) break;
      at++;
    }
    const word = words[at];
    node = word === undefined ? undefined : node.next.get(word);
  }
  return found;
}

function nameIndex(): NameIndex {
  return (names ??= buildNameIndex());
}

function buildNameIndex(): NameIndex {
  const byName = new Map<string, State[]>();
  const add = (name: string, state: State): void => {
    const states = byName.get(name);
    if (!states) byName.set(name, [state]);
    else if (!states.includes(state)) states.push(state);
  };
  for (const state of allStates()) {
    for (const name of completionNames(state)) add(normalizeName(name), state);
  }
  // A derived name counts only where no state has it as a name of its own.
  const own = new Set(byName.keys());
  for (const state of allStates()) {
    for (const name of completionNames(state).flatMap(derivedNames)) {
      const normalized = normalizeName(name);
      if (!own.has(normalized)) add(normalized, state);
    }
  }
  const names: NameNode = { states: undefined, next: new Map() };
  for (const [name, states] of byName) {
    let node = names;
    for (const word of name.replaceAll(COMMA, ' ,').split(' ')) {
      const next: NameNode = node.next.get(word) ?? { states: undefined, next: new Map() };
      node.next.set(word, next);
      node = next;
    }
    node.states = states;
  }
  const words = new Set([...byName.keys()].flatMap(name => nameWords(name).map(({ word }) => word)));
  for (const state of allStates()) words.add(state.abbreviation.toLowerCase());
  return { names, words };
}

/** `Republic of Korea` also as lists and indexes turn it, with and without the comma and the last `of`. */
function derivedNames(name: string): readonly string[] {
  const [, style, place] = /^([^,]+?) of (.+)$/.exec(name) ?? [];
  const turned = style && place ? [`${place}, ${style} of`, `${place}, ${style}`] : [];
  return [name, ...turned].flatMap(form => (form.includes(',') ? [form, form.replaceAll(',', '')] : []));
}
