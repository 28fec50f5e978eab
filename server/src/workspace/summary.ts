import type { Position } from 'vscode-languageserver-types';
import { fromIso, progressOf, type Answer, type KnownDate, type Sheet } from '../answers';
import { atopIdMentions } from '../features/atopIds';
import { namedStates } from '../features/namedStates';
import { firstOpenPlace } from '../features/progress';
import { rangeOf, type SheetDocument } from '../features/sheetDocument';
import { allQuestions } from '../instrument';
import type { IdPlace } from './identity';
import { packFindings, type PackedFindings } from './packedFindings';
import { packStates, type PackedStates } from './packedStates';

/**
 * What is kept of a sheet that has been read through once its text is gone, besides its identity. A
 * workspace may hold ten thousand: nothing here refers to the text, and what there are many of is packed.
 */
export interface SheetSummary {
  /** The IDs of other sheets, or its own once more, in the other answers and the log. */
  readonly mentions: readonly IdPlace[];
  /** The states that answers name, with their ranges. */
  readonly states: PackedStates;
  readonly signed: number | undefined;
  readonly ended: number | undefined;
  readonly answered: number;
  readonly open: number;
  readonly firstOpen: Position | undefined;
  /** A letter a question, as in `SheetListEntry`, but for the findings. */
  readonly letters: string;
  readonly findings: PackedFindings;
}

const SIGNATURE = 3;
const TERMINATION = 14;

const NO_MENTIONS: readonly IdPlace[] = [];

/** Sums a sheet up: everything that needs all of it to be read, what is found in it included. */
export function summarize(sheetDocument: SheetDocument, today: string): SheetSummary {
  const { sheet } = sheetDocument;
  const mentions = atopIdMentions(sheet).filter(({ isOwn }) => !isOwn);
  const { answered, open } = progressOf(sheet);
  return {
    mentions: mentions.length === 0 ? NO_MENTIONS : mentions.map(mention => idPlace(sheetDocument, mention)),
    states: packStates(sheetDocument, namedStates(sheet)),
    signed: yearsIn(sheet.answerTo(SIGNATURE))[0],
    ended: yearOfEnd(sheet.answerTo(TERMINATION)),
    answered,
    open,
    firstOpen: firstOpenPlace(sheetDocument),
    letters: lettersOf(sheet),
    findings: packFindings(sheet, today),
  };
}

function idPlace(
  sheetDocument: SheetDocument,
  mention: { readonly id: string; readonly start: number; readonly end: number },
): IdPlace {
  const { start, end } = rangeOf(sheetDocument, mention);
  return { id: mention.id, line: start.line, from: start.character, to: end.character };
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
