import {
  completionNames,
  isAtopOnlyCode,
  nearestNameOf,
  nearestStates,
  normalizeName,
  stateByCode,
  statesByName,
  type State,
} from '../reference';
import type { Span } from '../syntax';
import type { DateReading } from './dates';
import { isNotApplicable } from './marks';
import type { Link } from './links';
import { cellsOf, type Cell, type Token } from './memberCells';
import type { Half, MemberEntry, WrittenCode, WrittenName } from './memberEntries';
import { usualLines, usualMembers, type UsualLines } from './memberLines';
import { withoutNotes } from './memberNotes';

export interface MembersReading {
  readonly kind: 'members';
  readonly entries: readonly MemberEntry[];
}

/**
 * Reads the answer between two offsets as a list of states, one a line or separated by commas,
 * semicolons or `and`, code first or name first. Prose between them is passed over: a word is only
 * taken for a state's name where it stands as one. `links` are those of the stretch, and `datesIn` reads
 * its dates where it may have any.
 */
export function readMembers(
  text: string,
  start: number,
  end: number,
  datesIn: () => readonly DateReading[],
  links: readonly Link[],
): MembersReading {
  usual ??= usualLines(line => readAny(line, line, 0));
  const members = usualMembers(text.slice(start, end), start, usual);
  // Such lines have neither notes nor dates.
  if (members) return { kind: 'members', entries: withDates(text, members, []) };
  const dates = datesIn();
  const readable = withoutNotes(text, start, end, [...dates, ...links]);
  const entries = usualMembers(readable, start, usual) ?? readAny(text, readable, start);
  return { kind: 'members', entries: withDates(text, entries, dates) };
}

/** Made on first use. */
let usual: UsualLines | undefined;

/** Reads a list of any form; `offset` is where `readable` begins in the text. */
function readAny(text: string, readable: string, offset: number): readonly Half[] {
  const halves: Half[] = [];
  for (const cell of cellsOf(readable, offset)) for (const half of entriesOf(text, cell)) halves.push(half);
  return withoutMentions(joinHalves(text, inParallel(halves)));
}

function entriesOf(text: string, cell: Cell): Half[] {
  const isRemarked = cell.tokens.some(({ kind }) => kind === 'word');
  const pairs = cell.isProse
    ? withoutSubjects(text, cell, pairsOf(partsOf(text, cell)))
    : pairsOf(partsOf(text, cell));
  const entries = pairs.map(({ code, name }) => entryOf(code, name, isRemarked));
  // Of a code and a word that are both unknown, neither is one in prose.
  const hasPair = entries.some(
    entry => entry.code && entry.name && (entry.code.state ?? entry.name.states[0]),
  );
  return cell.isProse && !hasPair ? [] : entries;
}

const TELLS_OF = /^(?:did|does|was|were|is|has|had|would|could|never|refused|declined|not)$/;

/** `200 UK. Poland did not sign`: of a state whose name a verb follows something is told. */
function withoutSubjects(text: string, { tokens }: Cell, pairs: readonly Pair[]): readonly Pair[] {
  let at = 0;
  return pairs.filter(({ code, name }) => {
    if (code || !name) return true;
    while ((tokens[at]?.start ?? Infinity) < name.end) at++;
    const next = tokens[at];
    return !(next?.kind === 'word' && TELLS_OF.test(text.slice(next.start, next.end)));
  });
}

/** A code and a name that stand side by side, or one of them alone. */
type Pair = Pick<MemberEntry, 'code' | 'name'>;

/**
 * The parts of a cell in pairs. In `Portugal 255 Germany 260 German Federal Republic 290`, where the
 * code of Portugal ends the line before, the first part is left alone, as the others then belong together.
 */
function pairsOf(parts: readonly Part[]): readonly Pair[] {
  const inOrder = pairedInOrder(parts);
  if (parts.length < 3) return inOrder;
  const shifted = [...pairedInOrder(parts.slice(0, 1)), ...pairedInOrder(parts.slice(1))];
  const ownPairs = (pairs: readonly Pair[]): number =>
    pairs.filter(({ code, name }) => code && name && belong(code, name)).length;
  return ownPairs(shifted) > ownPairs(inOrder) ? shifted : inOrder;
}

function pairedInOrder(parts: readonly Part[]): Pair[] {
  const pairs: Pair[] = [];
  let open: Pair | undefined;
  for (const { code, name } of parts) {
    const other: Pair | undefined = open;
    const isSecond = other !== undefined && (code ? !other.code : !other.name);
    if (isSecond) {
      pairs[pairs.length - 1] = { code: code ?? other.code, name: name ?? other.name };
      open = undefined;
    } else {
      open = { code, name };
      pairs.push(open);
    }
  }
  return pairs;
}

const COUNTED = /^(?:members|states|countries|nations|powers|parties|signatories|governments|republics)$/i;

/** `15 original members`: a number that counts is no code. */
function withoutCounts(text: string, tokens: readonly Token[]): readonly Token[] {
  const isCount = (token: Token, at: number): boolean => {
    if (token.kind !== 'code') return false;
    const following = tokens.slice(at + 1, at + 4);
    const named = following.findIndex(({ kind }) => kind !== 'word');
    const words = named < 0 ? following : following.slice(0, named);
    return words.some(({ start, end }) => COUNTED.test(text.slice(start, end)));
  };
  return tokens.some(isCount) ? tokens.filter((token, at) => !isCount(token, at)) : tokens;
}

/** `220 France (1)`, `(1) acceded later`: numbers in brackets that mark a footnote and begin it. */
function withoutMarks(text: string, tokens: readonly Token[]): readonly Token[] {
  const isMark = (token: Token, at: number): boolean => {
    if (token.kind !== 'code' || token.digits.length > 2) return false;
    const isInBrackets =
      '(['.includes(text.charAt(token.start - 1)) && behindBracket(text, token.end) > token.end;
    const next = tokens[at + 1];
    if (!isInBrackets || (next?.kind === 'name' && isCodeOf(token, next.states))) return false;
    const begins = at === 0 && next?.kind === 'word' && /^\p{Ll}/u.test(text.slice(next.start, next.end));
    if (begins) return !isCodeOf(token, namedAbove(text, token.start));
    return isPair(tokens[at - 2], tokens[at - 1]);
  };
  return tokens.some(isMark) ? tokens.filter((token, at) => !isMark(token, at)) : tokens;
}

/** As much of a line as may be the last words of it that name a state. */
const NAME_REACH = 80;

/** The states that the last words of the line above name: the line's end may have parted name and code. */
function namedAbove(text: string, offset: number): readonly State[] {
  // The last character is the bracket.
  const above = text.slice(Math.max(0, offset - NAME_REACH), offset - 1).trimEnd();
  const lastPart = above.split(/[\n\r;,]/).at(-1) ?? '';
  const words = lastPart.split(/\s/);
  return words.flatMap((_, at) => statesByName(words.slice(at).join(' ')));
}

function isPair(first: Token | undefined, second: Token | undefined): boolean {
  return (
    (first?.kind === 'name' && isCodeOf(second, first.states)) ||
    (second?.kind === 'name' && isCodeOf(first, second.states))
  );
}

/** What joins two names of one state: `UAR/Syria`, `UAR (Syria)`. */
const STROKE = /^ ?\/ ?$/;
const OPENING = /^\s{0,18}[([]\s{0,8}$/;
const CLOSING = /^\s{0,8}[)\]]/;

type Name = Extract<Token, { readonly kind: 'name' }>;

/** Names that belong to one member where its code says so. */
interface JoinedNames {
  /** The first, and those that strokes join to it. */
  readonly names: readonly Name[];
  /** The one behind them in brackets, to the closing one. */
  readonly bracketed: Name | undefined;
}

/** The names from a place on that strokes join, with the one in brackets behind them. */
function joinedNames(text: string, tokens: readonly Token[], from: number): JoinedNames {
  const names: Name[] = [];
  for (let at = from; ; at++) {
    const token = tokens[at];
    const last = names.at(-1);
    if (token?.kind !== 'name') return { names, bracketed: undefined };
    if (last && !STROKE.test(text.slice(last.end, token.start)))
      return { names, bracketed: inBrackets(text, last, token) };
    names.push(token);
  }
}

/** A name that stands in brackets right behind something, to the closing bracket. */
function inBrackets(text: string, before: Span, name: Name): Name | undefined {
  const end = behindBracket(text, name.end);
  return end > name.end && OPENING.test(text.slice(before.end, name.start)) ? { ...name, end } : undefined;
}

/** Behind the closing bracket that stands at an offset, or the offset itself. */
function behindBracket(text: string, at: number): number {
  return at + (CLOSING.exec(text.slice(at, at + 9))?.[0].length ?? 0);
}

/**
 * `652 UAR/Syria`, `652 UAR (Syria)`: names that strokes or brackets join are one member's where the code
 * beside them is that of one of the states. Without it, those that strokes join may be two members; the one
 * in brackets is a remark, as it is in `Germany 255 (Prussia)`.
 */
function withJoinedNames(text: string, tokens: readonly Token[]): readonly Token[] {
  const [from, to] = [tokens[0], tokens.at(-1)];
  if (!from || !to || !/[/([]/.test(text.slice(from.end, to.start))) return tokens;
  const joined: Token[] = [];
  for (let at = 0, token = tokens[0]; token; token = tokens[at]) {
    const { names, bracketed } = joinedNames(text, tokens, at);
    if (names.length === 0) {
      joined.push(token);
      at += isRemarkedPair(text, tokens, at) ? 2 : 1;
      continue;
    }
    const all = bracketed ? [...names, bracketed] : names;
    const beside = [tokens[at - 1], tokens[at + all.length]];
    const own = asOneName(names, beside) ?? asOneName(all, beside) ?? withNarrowed(names, bracketed);
    for (const name of own) joined.push(name);
    at += all.length;
  }
  return joined;
}

/** `220 FRN France`: a state's name and its abbreviation side by side are one name. */
function withAliases(text: string, tokens: readonly Token[]): readonly Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const last = joined.at(-1);
    const states = aliasStates(last, token);
    if (last?.kind === 'name' && states.length > 0 && /^[ -]{1,3}$/.test(text.slice(last.end, token.start)))
      joined[joined.length - 1] = { ...last, end: token.end, states, isAbbreviation: false };
    else joined.push(token);
  }
  return joined.length < tokens.length ? joined : tokens;
}

/** The states that both name, one of them by an abbreviation. */
function aliasStates(first: Token | undefined, second: Token): readonly State[] {
  if (first?.kind !== 'name' || second.kind !== 'name' || first.isAbbreviation === second.isAbbreviation)
    return [];
  return first.states.filter(state => second.states.includes(state));
}

/** Several names as one that stands for all their states, where a code beside them is that of one. */
function asOneName(
  names: readonly Name[],
  beside: readonly (Token | undefined)[],
): readonly [Name] | undefined {
  const [first, last] = [names[0], names.at(-1)];
  const states = [...new Set(names.flatMap(name => name.states))];
  if (!first || !last || !beside.some(token => isCodeOf(token, states))) return undefined;
  return first === last ? [first] : [{ ...first, end: last.end, states, isAbbreviation: false }];
}

/** `Germany (GMY)`: what stands in brackets behind a name tells which of its states is meant. */
function withNarrowed(names: readonly Name[], bracketed: Name | undefined): readonly Name[] {
  const last = names.at(-1);
  const states = last?.states.filter(state => bracketed?.states.includes(state)) ?? [];
  if (!last || !bracketed || states.length === 0) return names;
  return [...names.slice(0, -1), { ...last, end: bracketed.end, states, isAbbreviation: false }];
}

function isCodeOf(token: Token | undefined, states: readonly State[]): boolean {
  return token?.kind === 'code' && states.some(state => state === writtenCode(token).state);
}

/** `Germany 255 (Prussia)`, `Germany (255) (Prussia)`: a name and its code at `at`, and another name of it in brackets. */
function isRemarkedPair(text: string, tokens: readonly Token[], at: number): boolean {
  const [name, code, remark] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  // In `484 (Congo) 490 (Zaire)` the first name has a code of its own, though it fits the second too.
  return (
    name?.kind === 'name' &&
    code?.kind === 'code' &&
    remark?.kind === 'name' &&
    isCodeOf(code, name.states) &&
    !isCodeOf(tokens[at - 2], name.states) &&
    inBrackets(text, { start: code.start, end: behindBracket(text, code.end) }, remark) !== undefined
  );
}

/** Either a code or a name. */
type Part =
  | { readonly code: WrittenCode; readonly name: undefined }
  | { readonly code: undefined; readonly name: WrittenName };

/** The cell's codes and names; words beside a bare code, or alone in their cell, are a name not known. */
function partsOf(text: string, cell: Cell): Part[] {
  const hasName = cell.tokens.some(token => token.kind === 'name');
  const misspelt = hasName ? undefined : misspeltName(text, cell);
  // The code of `2 Untied States` counts no states.
  const tokens = misspelt
    ? cell.tokens
    : withJoinedNames(text, withAliases(text, withoutMarks(text, withoutCounts(text, cell.tokens))));
  const unknown = hasName ? undefined : (misspelt ?? unknownName(text, tokens));
  const parts: Part[] = [];
  for (const token of tokens) {
    if (token.kind === 'code') parts.push({ code: writtenCode(token), name: undefined });
    else if (token.kind === 'name') {
      const { start, end, states, isAbbreviation } = token;
      const name = { start, end, text: text.slice(start, end), states, isAbbreviation };
      parts.push({ code: undefined, name });
    } else if (unknown?.start === token.start) parts.push({ code: undefined, name: unknown });
  }
  return parts;
}

/** `370 belarrus`, `2 nited States`: all words beside a code, where they are nearly its state's name. */
function misspeltName(text: string, { tokens }: Cell): WrittenName | undefined {
  const [code, ...others] = tokens.filter(({ kind }) => kind === 'code');
  const words = tokens.filter(({ kind }) => kind === 'word');
  const [first, last] = [words[0], words.at(-1)];
  if (code?.kind !== 'code' || others.length > 0 || !first || !last || words.length > MAX_NAME_WORDS)
    return undefined;
  if (first.start < code.start && code.start < last.end) return undefined;
  const { state } = writtenCode(code);
  const name = text.slice(first.start, last.end);
  return state && nearestNameOf(state, name) ? nameNotKnown(first.start, last.end, name) : undefined;
}

/** Edits that a slip of the pen makes. */
const A_SLIP = 2;

function nameNotKnown(start: number, end: number, text: string): WrittenName {
  return { start, end, text, states: [], isAbbreviation: false };
}

const LINKING_WORDS = new Set(['of', 'the', 'and', 'de', 'da', 'di', 'la']);
const NO_STATES =
  /^(?:members?|original|founding|initial|later|additional|other|signator(?:y|ies)|part(?:y|ies)|states?|countr(?:y|ies)|nations?|joined|left|withdr[ae]wn?|entry|exit|from|until|dates?|signature|signed|ratified|acce(?:ssion|ded)|names?|codes?|see|note|notes|version|all|none|unknown|yes|no|bilateral|multilateral|treaty|pact|agreement|convention|charter|protocol|article|alliance|entente|league|organi[sz]ation|council|conference|community|group|bloc|powers?|only|cow|ccode|nato|oas|oau|au|eu|un|cis|csto|seato|cento|anzus|weu|osce|ecowas|sadc|ecsc|asean)$/i;
/** Names have up to eight: `United Provinces of the Rio de la Plata`. */
const MAX_NAME_WORDS = 8;

function unknownName(text: string, tokens: readonly Token[]): WrittenName | undefined {
  const besideCode = tokens.some(({ kind }) => kind === 'code');
  const run: Token[] = [];
  for (const token of tokens) {
    if (token.kind !== 'word') {
      if (run.length > 0) break;
      continue;
    }
    const word = text.slice(token.start, token.end);
    const continues = run.length > 0 && LINKING_WORDS.has(word.toLowerCase());
    if (!continues && !/^\p{Lu}/u.test(word) && !(run.length === 0 && isNearAState(word))) {
      // Prose that goes on after a capital is no name.
      if (!besideCode) return undefined;
      break;
    }
    run.push(token);
  }
  const first = run[0];
  const last = run.at(-1);
  if (!first || !last || run.length > MAX_NAME_WORDS) return undefined;
  const name = text.slice(first.start, last.end);
  if (!besideCode && isLabel(text, last.end) && nearestStates(name, 1).length === 0) return undefined;
  if (
    run.some(token => NO_STATES.test(text.slice(token.start, token.end))) ||
    isNotApplicable(name) ||
    !/\p{L}{3}/u.test(name)
  )
    return undefined;
  return nameNotKnown(first.start, last.end, name);
}

/** `Guarantors: 200 UK, 220 France`; but `Ruritania: 370` is a name with its code. */
function isLabel(text: string, end: number): boolean {
  const behind = text.slice(end, end + 16);
  return /^[ \t]*:/.test(behind) && !/^[ \t]*:[ \t]*\d{1,4}[ \t]*(?:[\n\r,;]|$)/.test(behind);
}

function isNearAState(word: string): boolean {
  return word.length > 4 && nearestStates(word, 1).length > 0;
}

function writtenCode({ start, end, digits }: Span & { readonly digits: string }): WrittenCode {
  const value = Number(digits);
  const state = digits === String(value) || digits.length === 3 ? stateByCode(value) : undefined;
  return { start, end, digits, state, atopOnly: isAtopOnlyCode(value) };
}

function entryOf(code: WrittenCode | undefined, name: WrittenName | undefined, isRemarked: boolean): Half {
  const start = Math.min(code?.start ?? Infinity, name?.start ?? Infinity);
  const end = Math.max(code?.end ?? 0, name?.end ?? 0);
  const [only, ...others] = name?.states ?? [];
  const state = code ? code.state : others.length > 0 ? undefined : only;
  return { start, end, code, name, state, isRemarked };
}

/** `Belarus and Kazakhstan (370 and 705)`: as many codes behind some names, each that of the name in its place. */
function inParallel(halves: readonly Half[]): readonly Half[] {
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
function joinHalves(text: string, halves: readonly Half[]): Half[] {
  const joined: Half[] = [];
  const append = (half: Half, next?: Half): void => {
    const isOfNext = next?.code && !next.name && half.name && belong(next.code, half.name);
    const alias = isOfNext ? undefined : withAlias(text, joined.at(-1), half);
    const whole = wholeEntry(text, joined.at(-1), half) ?? alias;
    if (whole) joined.pop();
    joined.push(whole ?? half);
  };
  for (const [index, half] of halves.entries()) {
    const previous = joined.at(-1);
    const { code, name, isRemarked } = half;
    const other = previous?.code && previous.name ? undefined : previous;
    const isOwnPair = code && name && belong(code, name);
    const whole = wholeEntry(text, previous, half);
    if (whole) {
      joined.pop();
      joined.push(whole);
    } else if (other?.name && code && !isOwnPair && belong(code, other.name)) {
      joined.pop();
      append(entryOf(code, other.name, isRemarked));
      if (name) joined.push(entryOf(undefined, name, isRemarked));
    } else if (other?.code && name && !isOwnPair && belong(other.code, name)) {
      joined.pop();
      append(entryOf(other.code, name, isRemarked));
      if (code) joined.push(entryOf(code, undefined, isRemarked));
    } else append(half, halves[index + 1]);
  }
  return joined;
}

function belong(code: WrittenCode, name: WrittenName): boolean {
  return code.state !== undefined && name.states.includes(code.state);
}

/**
 * An entry whose name, that of the code's state, is parted by a line's end (`620 Libya⏎Arab Jamahiriya`,
 * `Ottoman⏎Turkey (640)`) or, where it is misspelt, by its `and` (`52 Trinidadd and Tobago`, `346 Bosnia and
 * Herzegowina`).
 */
function wholeEntry(text: string, first: Half | undefined, second: Half): Half | undefined {
  const code = second.code ?? first?.code;
  if (!code?.state || !first?.name || !second.name || (first.code && second.code)) return undefined;
  const { start } = first.name;
  const { end } = second.name;
  if (end - start > LONGEST_NAME) return undefined;
  const { state } = code;
  const name = text.slice(start, end);
  const normalized = normalizeName(name);
  if (completionNames(state).some(known => normalizeName(known) === normalized)) {
    return entryOf(
      code,
      { start, end, text: name, states: [state], isAbbreviation: false },
      second.isRemarked,
    );
  }
  const isTorn = first.name.states.includes(state) && !/[,;]/.test(text.slice(first.end, second.start));
  if (first.name.states.length > 0 && !isTorn) return undefined;
  // In `Great Britain and Nothern Ireland` what stands behind the slip is a name by itself.
  const isLeftOver = second.name.states.length > 0;
  if (isLeftOver && !(isTorn && second.isRemarked)) return undefined;
  const own = nearestNameOf(state, name);
  if (!own || (isLeftOver && own.distance > A_SLIP)) return undefined;
  return entryOf(code, nameNotKnown(start, end, name), second.isRemarked);
}

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
function withoutMentions(halves: readonly Half[]): readonly Half[] {
  const listed = new Set(halves.filter(({ code, name }) => code && name).map(({ state }) => state));
  return halves.filter(({ code, name, state, isRemarked }) => {
    const isPair = code !== undefined && name !== undefined;
    return !isRemarked || isPair || !state || !listed.has(state);
  });
}

/** Each date belongs to the entry before it, but `April 4, 1949:` heads the entries behind it. */
function withDates(text: string, entries: readonly Half[], dates: readonly DateReading[]): MemberEntry[] {
  let next = 0;
  return entries.map(({ start, end, code, name, state }, index) => {
    const until = entries[index + 1]?.start ?? Infinity;
    const own: DateReading[] = [];
    for (let date = dates[next]; date && date.start < until; date = dates[++next]) {
      if (date.start >= end && text[date.end] !== ':') own.push(date);
    }
    return { start, end, code, name, state, dates: own };
  });
}
