import type { SheetListEntry } from '../protocol';
import { questionStates, stateAt, type QuestionState } from './questionState';

/** How many questions are in each state: of one sheet, of one question over all sheets, of a section. */
export type Tally = Readonly<Record<QuestionState, number>>;

/** One tally for each of the first `count` questions, over all the sheets that have been read through. */
export function tallyQuestions(
  sheets: readonly Pick<SheetListEntry, 'states'>[],
  count: number,
): readonly Tally[] {
  const tallies = Array.from({ length: count }, emptyTally);
  for (const sheet of sheets) {
    tallies.forEach((tally, index) => {
      const state = stateAt(sheet, index);
      if (state) tally[state]++;
    });
  }
  return tallies;
}

/** The numbers of the questions that may stay empty in every one of the sheets. */
export function optionalInAll(sheets: readonly Pick<SheetListEntry, 'optional'>[]): ReadonlySet<number> {
  const [first, ...others] = new Set(sheets.map(({ optional }) => optional.join()));
  const numbersOf = (list: string | undefined) => (list ? list.split(',').map(Number) : []);
  const inOthers = others.map(list => new Set(numbersOf(list)));
  return new Set(numbersOf(first).filter(number => inOthers.every(numbers => numbers.has(number))));
}

export function sumTallies(tallies: readonly Tally[]): Tally {
  const sum = emptyTally();
  for (const tally of tallies) {
    for (const state of questionStates) sum[state] += tally[state];
  }
  return sum;
}

/** Questions with an answer, whatever is found in it. */
export function answeredIn({ answered, warning, error }: Tally): number {
  return answered + warning + error;
}

/** Required questions without an answer. */
export function openIn({ open, missing }: Tally): number {
  return open + missing;
}

/**
 * How much of what has to be answered is, in whole percent; 100 only where nothing is open. Optional
 * questions without an answer do not count. `undefined` where there is nothing to answer.
 */
export function percentDone(tally: Tally): number | undefined {
  const answered = answeredIn(tally);
  const due = answered + openIn(tally);
  return due === 0 ? undefined : Math.floor((100 * answered) / due);
}

function emptyTally(): Record<QuestionState, number> {
  return { answered: 0, optional: 0, warning: 0, open: 0, missing: 0, error: 0 };
}
