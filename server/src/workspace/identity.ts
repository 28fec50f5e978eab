import type { Range } from 'vscode-languageserver-types';
import { atopIdIn, readBeginning, type Answer, type Sheet } from '../answers';
import { namedStatesIn } from '../features/namedStates';
import type { Instrument } from '../instrument';
import type { State } from '../reference';
import { LineCounter } from './lineCounter';

/**
 * What a sheet is found by: its own ATOP ID and its members. It is known of all sheets of a workspace from
 * the first reading on; nothing in it refers to the text.
 */
export interface SheetIdentity {
  /** The ID at question 1, where it has the form of one. */
  readonly id: IdPlace | undefined;
  /** The states that question 4 lists, each once; of several lists, those of the first that names any. */
  readonly members: readonly State[];
  /** Where each of them is listed: the line and the column of the beginning, then those of the end. */
  readonly memberPlaces: readonly number[];
}

/** An ATOP ID where it stands. IDs stand on one line. */
export interface IdPlace {
  readonly id: string;
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

const ATOP_ID = 1;
const MEMBERS = 4;

/**
 * The identity of the sheet that a text holds, from its beginning where that tells it; ten thousand sheets
 * are found many times faster so. The whole is read where an ID or members are missing there.
 */
export function identify(text: string, instrument: Instrument, readWhole: () => Sheet): SheetIdentity {
  return identityFromBeginning(text, instrument) ?? identityOf(text, readWhole().answers);
}

/** The ID alone, also of a sheet whose members would have to be looked for. */
export function ownIdPlace(
  text: string,
  instrument: Instrument,
  readWhole: () => Sheet,
): IdPlace | undefined {
  const counter = new LineCounter(text);
  const answers = readBeginning(text, instrument, [ATOP_ID]) ?? [];
  return ownId(answers, counter) ?? ownId(readWhole().answers, counter);
}

/** The same as of the whole; `undefined` where the beginning does not tell. */
export function identityFromBeginning(text: string, instrument: Instrument): SheetIdentity | undefined {
  const answers = readBeginning(text, instrument, [ATOP_ID, MEMBERS]);
  const identity = answers && identityOf(text, answers);
  return identity?.id && identity.members.length > 0 ? identity : undefined;
}

/** The identity by the answers of a text, in its order. */
export function identityOf(text: string, answers: readonly Answer[]): SheetIdentity {
  const counter = new LineCounter(text);
  const id = ownId(answers, counter);
  for (const answer of answers) {
    if (answer.question.number !== MEMBERS) continue;
    const listed = membersIn(text, answer, counter);
    if (listed.members.length > 0) return { id, ...listed };
  }
  return { id, members: NONE, memberPlaces: NONE };
}

const NONE: readonly never[] = [];

/** The ATOP ID at question 1; `undefined` where there is none, or none of the right form. */
export function ownAtopId(sheet: Sheet): string | undefined {
  return atopIdIn(sheet.answersOf('atop-id'))?.value;
}

/** The range of an ID. */
export function rangeOfId({ line, from, to }: IdPlace): Range {
  return { start: { line, character: from }, end: { line, character: to } };
}

/** Where a sheet lists a state first; `undefined` for one that is no member. */
export function memberRange(identity: SheetIdentity, code: number): Range | undefined {
  const at = 4 * identity.members.findIndex(member => member.code === code);
  const [line, character, endLine, endCharacter] = at < 0 ? [] : identity.memberPlaces.slice(at, at + 4);
  if (line === undefined || character === undefined) return undefined;
  if (endLine === undefined || endCharacter === undefined) return undefined;
  return { start: { line, character }, end: { line: endLine, character: endCharacter } };
}

function ownId(answers: readonly Answer[], counter: LineCounter): IdPlace | undefined {
  const id = atopIdIn(answers);
  if (!id) return undefined;
  const { line, character } = counter.positionAt(id.start);
  return { id: id.value, line, from: character, to: character + id.end - id.start };
}

/** A name that several states share is no member's, as nobody can say whose. */
function membersIn(
  text: string,
  answer: Answer,
  counter: LineCounter,
): Pick<SheetIdentity, 'members' | 'memberPlaces'> {
  const members: State[] = [];
  const memberPlaces: number[] = [];
  for (const { states, start, end } of namedStatesIn(text, answer)) {
    const [state] = states;
    if (!state || states.length > 1 || members.includes(state)) continue;
    members.push(state);
    const from = counter.positionAt(start);
    const to = counter.positionAt(end);
    memberPlaces.push(from.line, from.character, to.line, to.character);
  }
  // Copies have no room to grow.
  return { members: members.slice(), memberPlaces: memberPlaces.slice() };
}
