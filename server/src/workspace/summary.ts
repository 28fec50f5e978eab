import type { Position, Range } from 'vscode-languageserver-types';
import { fromIso, progressOf, type Answer, type KnownDate, type Sheet } from '../answers';
import { atopIdMentions } from '../features/atopIds';
import { namedStates, type NamedState } from '../features/namedStates';
import { firstOpenPlace } from '../features/progress';
import { rangeOf, type SheetDocument } from '../features/sheetDocument';
import { allQuestions } from '../instrument';
import type { State } from '../reference';
import { packStates, type PackedStates } from './packedStates';

/**
 * What is kept of a sheet once its text is gone. A workspace may hold ten thousand: nothing here refers to
 * the text, and what there are many of is packed.
 */
export interface SheetSummary {
  /** The ID at question 1, where it has the form of one. */
  readonly id: IdMention | undefined;
  /** The IDs of other sheets, or its own once more, in the other answers and the log. */
  readonly mentions: readonly IdMention[];
  /** The states that question 4 lists, each once. */
  readonly members: readonly State[];
  /** The states that answers name, with their ranges. */
  readonly states: PackedStates;
  readonly signed: number | undefined;
  readonly ended: number | undefined;
  readonly answered: number;
  readonly open: number;
  readonly firstOpen: Position | undefined;
  /** A letter a question, as in `SheetListEntry`, but for the findings. */
  readonly letters: string;
}

/** An ATOP ID where it stands. IDs stand on one line. */
export interface IdMention {
  readonly id: string;
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

const SIGNATURE = 3;
const MEMBERS = 4;
const TERMINATION = 14;

const NO_MENTIONS: readonly IdMention[] = [];

/**
 * Sums a sheet up. Its findings are no part of it: they are what takes longest, and who looks for a sheet
 * need not wait for them.
 */
export function summarize(sheetDocument: SheetDocument): SheetSummary {
  const { sheet } = sheetDocument;
  const named = namedStates(sheet);
  const ids = atopIdMentions(sheet);
  const own = ids.find(({ isOwn }) => isOwn);
  const mentions = ids.filter(({ isOwn }) => !isOwn);
  const { answered, open } = progressOf(sheet);
  return {
    id: own && idMention(sheetDocument, own),
    mentions:
      mentions.length === 0 ? NO_MENTIONS : mentions.map(mention => idMention(sheetDocument, mention)),
    members: membersIn(named),
    states: packStates(sheetDocument, named),
    signed: yearsIn(sheet.answerTo(SIGNATURE))[0],
    ended: yearOfEnd(sheet.answerTo(TERMINATION)),
    answered,
    open,
    firstOpen: firstOpenPlace(sheetDocument),
    letters: lettersOf(sheet),
  };
}

/** The ATOP ID at question 1; `undefined` where there is none, or none of the right form. */
export function ownAtopId(sheet: Sheet): string | undefined {
  for (const { reading } of sheet.byKind['atop-id']) {
    if (reading.id) return reading.id.value;
  }
  return undefined;
}

/** The range of an ID. */
export function rangeOfId({ line, from, to }: IdMention): Range {
  return { start: { line, character: from }, end: { line, character: to } };
}

function idMention(
  sheetDocument: SheetDocument,
  mention: { readonly id: string; readonly start: number; readonly end: number },
): IdMention {
  const { start, end } = rangeOf(sheetDocument, mention);
  return { id: mention.id, line: start.line, from: start.character, to: end.character };
}

function membersIn(named: readonly NamedState[]): readonly State[] {
  const members = named.flatMap(({ question, states }) => {
    const [state, ...others] = question === MEMBERS ? states : [];
    return state && others.length === 0 ? [state] : [];
  });
  return [...new Set(members)];
}

/** The years of an answer's dates, as far as each can be read in one way, in order of time. */
function yearsIn(answer: Answer | undefined): number[] {
  if (answer?.reading.kind !== 'dates') return [];
  return answer.reading.dates
    .filter((date): date is KnownDate => date.kind === 'date')
    .map(({ last }) => fromIso(last).year)
    .sort((a, b) => a - b);
}

const GOES_ON = /\b(?:still|in\s+(?:effect|force)|ongoing|active)\b/i;
const GOES_ON_NO_MORE =
  /\b(?:no\s+longer|not|never|until)\b[^.;\n]{0,40}\b(?:in\s+(?:effect|force)|active)\b/i;

/** The dates of an alliance in effect are those on which it was seen to be. */
function yearOfEnd(answer: Answer | undefined): number | undefined {
  if (!answer || (GOES_ON.test(answer.text) && !GOES_ON_NO_MORE.test(answer.text))) return undefined;
  return yearsIn(answer).at(-1);
}

function lettersOf(sheet: Sheet): string {
  const given = new Map<number, boolean>();
  for (const { question, isGiven } of sheet.answers) {
    given.set(question.number, isGiven || given.get(question.number) === true);
  }
  return allQuestions(sheet.instrument)
    .map(({ number, required }) => {
      const isGiven = given.get(number);
      if (isGiven === undefined) return 'm';
      return isGiven ? 'a' : required ? 'o' : '-';
    })
    .join('');
}
