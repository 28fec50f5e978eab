import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Sheet } from '../answers';
import {
  allStates,
  completionNames,
  isMemberOn,
  matchNameAt,
  nameWords,
  nearestCodes,
  nearestStates,
  normalizeName,
  stateByAbbreviation,
  stateByCode,
  type State,
} from '../reference';
import type { Span } from '../syntax';
import { cellAround, leadFor, wordEndAfter, type AnswerRoom } from './answerRoom';
import type { Offer, Offers } from './completionItems';
import { signatureDates } from './stateMentions';
import { spellYears, stateLabel } from './stateText';

/** How what was typed leads to a state; the lower, the surer. */
const RANK = {
  code: 0,
  abbreviation: 1,
  wholeName: 2,
  codeBegins: 3,
  nameBegins: 4,
  /** `Great` begins `Great Britain` more surely than `Greater Republic of Central America`. */
  otherNameWords: 5,
  otherNameBegins: 6,
  abbreviationBegins: 7,
  wordBegins: 8,
  near: 9,
} as const;

type Rank = (typeof RANK)[keyof typeof RANK];

/** The states that a typed text may mean, each with its best rank. */
type Ranked = ReadonlyMap<State, Rank>;

/** The states that an entry of a list of members may mean; every one where nothing is typed yet. */
export function memberOffers(room: AnswerRoom): Offers[] {
  const { sheet, offset } = room;
  const cell = cellAround(room, /[,;•|]/);
  const before = sheet.text.slice(cell.start, offset);
  if (/[()[\]]/.test(before)) return [];
  if (before === '') {
    const all = new Map(allStates().map(state => [state, RANK.nameBegins] as const));
    return [offersFor(room, { start: offset, end: endOfEntry(room, cell, offset) }, all)];
  }
  for (const start of fragmentStarts(sheet.text, cell, offset)) {
    const span = { start, end: endOfEntry(room, cell, start) };
    const found = statesFor(sheet.text.slice(start, offset));
    if (found.size > 0) return [offersFor(room, span, withWholeEntry(room, span, found), [',', ';'])];
  }
  const near = nearStates(before);
  const span = { start: cell.start, end: endOfEntry(room, cell, cell.start) };
  return near.size > 0 ? [offersFor(room, span, near)] : [];
}

/** Within a name, the state that it names with what follows the cursor is the likeliest. */
function withWholeEntry({ sheet, offset }: AnswerRoom, span: Span, found: Ranked): Ranked {
  if (span.end === offset) return found;
  const whole = [...statesFor(sheet.text.slice(span.start, span.end))];
  return new Map([...found, ...whole.filter(([, rank]) => rank <= RANK.wholeName)]);
}

/**
 * The states that a word of a description may name: only for what looks like the beginning of a name or
 * like a code, as most words of a description are neither.
 */
export function mentionOffers(room: AnswerRoom): Offers[] {
  const { sheet, offset } = room;
  const cell = cellAround(room, /[,;•|(]/);
  for (const start of fragmentStarts(sheet.text, cell, offset)) {
    const fragment = sheet.text.slice(start, offset);
    if (!looksLikeState(fragment, sheet.text.slice(cell.start, start))) continue;
    const sure = [...statesFor(fragment)].filter(([, rank]) => rank <= RANK.otherNameBegins);
    const span = { start, end: endOfEntry(room, cell, start) };
    if (sure.length > 0) return [offersFor(room, span, new Map(sure))];
  }
  return [];
}

/** `Ger`, `255 Ger`; digits alone only at an entry's beginning, for `Article 3` is no code. */
function looksLikeState(fragment: string, before: string): boolean {
  if (/^\d{1,3}[ \t]+\p{Lu}/u.test(fragment)) return true;
  if (/^\d/.test(fragment))
    return /(?:^|[.:]|\band)\s*$/i.test(before) && !/\b(?:no|nos|arts?|paras?|pp?|vol)\.\s*$/i.test(before);
  return /^\p{Lu}/u.test(fragment) && normalizeName(fragment).length > 1;
}

/** How many of the words before the cursor can belong to a name. */
const MAX_WORDS = 8;

/** Where the words begin that may together be the entry, the longest stretch first. */
function fragmentStarts(text: string, { start }: Span, offset: number): readonly number[] {
  const words = text.slice(start, offset).matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*/gu);
  return [...words].slice(-MAX_WORDS).map(word => start + word.index);
}

/** `370`, `370 Bel`, `370: Bel`; not `1. Bel`, which is an entry of a numbered list. */
const CODE_AND_NAME = /^(\d{1,4})(?!\d)(?:[\s:=-]+(\p{L}.*)?)?$/su;

/** The states whose code, abbreviation or name the text is, or begins. */
function statesFor(typed: string): Ranked {
  const ranked = new Map<State, Rank>();
  const add = (state: State | undefined, rank: Rank): void => {
    if (state && rank < (ranked.get(state) ?? Infinity)) ranked.set(state, rank);
  };
  const [whole, digits = '', name = whole === undefined ? typed : ''] = CODE_AND_NAME.exec(typed) ?? [];
  if (name !== '') addNames(name.trim(), add);
  // What follows a code has to be the beginning of a name, or else there is more here than one entry.
  if (digits !== '' && (name === '' || ranked.size > 0)) add(stateByCode(Number(digits)), RANK.code);
  if (digits !== '' && name === '') addCodes(digits, add);
  return ranked;
}

type Add = (state: State | undefined, rank: Rank) => void;

function addCodes(digits: string, add: Add): void {
  for (const state of allStates()) if (String(state.code).startsWith(digits)) add(state, RANK.codeBegins);
}

function addNames(name: string, add: Add): void {
  add(stateByAbbreviation(name), RANK.abbreviation);
  const wanted = normalizeName(name);
  if (wanted === '') return;
  const isCapitals = name.length === 2 && /^[A-Z]+$/.test(name);
  for (const { state, names } of normalizedNames()) {
    if (isCapitals && state.abbreviation.startsWith(name)) add(state, RANK.abbreviationBegins);
    names.forEach((known, index) => {
      if (known === wanted) add(state, RANK.wholeName);
      else if (index === 0 && known.startsWith(wanted)) add(state, RANK.nameBegins);
      else if (known.startsWith(`${wanted} `)) add(state, RANK.otherNameWords);
      else if (known.startsWith(wanted)) add(state, RANK.otherNameBegins);
      else if (known.includes(` ${wanted}`)) add(state, RANK.wordBegins);
    });
  }
}

interface NormalizedNames {
  readonly state: State;
  /** The COW list's name first. */
  readonly names: readonly string[];
}

let normalized: readonly NormalizedNames[] | undefined;

function normalizedNames(): readonly NormalizedNames[] {
  normalized ??= allStates().map(state => ({ state, names: completionNames(state).map(normalizeName) }));
  return normalized;
}

/** How short a text is too short to be near anything. */
const SHORTEST_SLIP = 4;
const MAX_NEAR = 5;

/** The states that a misspelt name or a wrong code is near to; with both, the code's state goes last. */
function nearStates(typed: string): Ranked {
  const [, digits = '', behind = ''] = /^(\d*)(\D.*)?$/s.exec(typed.trim()) ?? [];
  const name = behind.trim();
  const own = name === '' ? undefined : stateByCode(Number(digits));
  const codes = name === '' ? nearestCodes(digits, MAX_NEAR).flatMap(code => stateByCode(code) ?? []) : [];
  const isLongEnough = normalizeName(name).length >= SHORTEST_SLIP;
  const named = isLongEnough ? nearestStates(name, MAX_NEAR).map(({ state }) => state) : [];
  return new Map([...codes, ...named, ...(own ? [own] : [])].map(state => [state, RANK.near]));
}

/**
 * Where the entry that begins at `start` ends: after the known name that the cursor stands in or before,
 * else after the word at the cursor. Notes such as `(joined 1949)` stay.
 */
function endOfEntry({ sheet, offset, area }: AnswerRoom, { end }: Span, start: number): number {
  const wordEnd = wordEndAfter(sheet.text, offset, area.end);
  const entry = sheet.text.slice(start, end);
  const nameStart = /^(?:\d{1,4}(?!\d)[ \t:=-]*)?/.exec(entry)?.[0].length ?? 0;
  const words = nameWords(entry.slice(nameStart));
  const match = matchNameAt(
    words.map(({ word }) => word),
    0,
  );
  const last = words[(match?.length ?? 0) - 1];
  const hasOwnWords = nameStart > 0 || start < offset;
  return last && hasOwnWords ? Math.max(wordEnd, start + nameStart + last.end) : wordEnd;
}

/**
 * The ranked states as offers. Within a rank, members that the sheet lists already go last, and states
 * that were in the system when the alliance was signed go before those that were not.
 */
function offersFor(
  room: AnswerRoom,
  span: Span,
  ranked: Ranked,
  commitCharacters: readonly string[] = [],
): Offers {
  const listed = listedElsewhere(room, span);
  const wasMember = membershipAtSignature(room.sheet);
  const order = (state: State): number =>
    (ranked.get(state) ?? RANK.near) * 4 + (listed.has(state) ? 2 : 0) + (wasMember(state) ? 0 : 1);
  const states = [...ranked.keys()];
  // What is near comes in the order of nearness.
  if (!states.every(state => ranked.get(state) === RANK.near)) {
    states.sort((a, b) => order(a) - order(b) || a.code - b.code);
  }
  const lead = leadFor(room, span);
  return {
    span,
    offers: states.map((state): Offer => {
      const notes = [
        `${state.abbreviation}, ${spellYears(state)}`,
        ...(wasMember(state) ? [] : ['not in the system at signature']),
        ...(listed.has(state) ? ['already listed'] : []),
      ];
      return {
        label: stateLabel(state),
        newText: lead + stateLabel(state),
        kind: CompletionItemKind.Value,
        detail: notes.join('; '),
        data: { of: 'state', code: state.code },
        ...(commitCharacters.length > 0 && { commitCharacters }),
      };
    }),
  };
}

/** The members that the sheet lists, without the one that is being written. */
function listedElsewhere({ answer }: AnswerRoom, span: Span): ReadonlySet<State> {
  if (answer.reading.kind !== 'members') return new Set();
  const others = answer.reading.entries.filter(({ start, end }) => end <= span.start || span.end <= start);
  return new Set(others.flatMap(({ state }) => state ?? []));
}

/** Whether a state was in the system on a day of signature; where none is known, every state counts. */
function membershipAtSignature(sheet: Sheet): (state: State) => boolean {
  const dates = signatureDates(sheet);
  return state => dates.length === 0 || dates.some(({ first, last }) => isMemberOn(state, first, last));
}
