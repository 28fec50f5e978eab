import {
  type Answer,
  type AmbiguousDate,
  type DateReading,
  type KnownDate,
  type MemberEntry,
  type Period,
  type Sheet,
  isoDay,
} from '../answers';

/** What several rules need to know of a sheet, read from its typed answers. */

export interface Members {
  readonly answer: Answer;
  readonly entries: readonly MemberEntry[];
}

/** The answers to the question of the members, with their entries; none for an answer of `NA`. */
export function memberLists(sheet: Sheet): Members[] {
  return sheet.byKind.members
    .filter(answer => answer.isGiven && !answer.isNotApplicable)
    .map(answer => ({ answer, entries: answer.reading.entries }));
}

/** Each dates answer with its dates. */
export function datedAnswers(sheet: Sheet): { answer: Answer; dates: readonly DateReading[] }[] {
  return sheet.byKind.dates.map(answer => ({ answer, dates: answer.reading.dates }));
}

/** The numbers of the ATOP questions that rules compare with each other. */
export const ASKED = {
  cowNumber: 2,
  signature: 3,
  members: 4,
  means: 6,
  termination: 14,
  cause: 15,
  types: 16,
  cowType: 17,
  conditions: 19,
  limits: 20,
  symmetry: 24,
  revision: 60,
} as const;

/** The dates of an answer that can be read in one way only. */
export function knownDates(answer: Answer | undefined): KnownDate[] {
  return answer?.reading.kind === 'dates' ? answer.reading.dates.filter(date => date.kind === 'date') : [];
}

/** The whole period in which the sheet's alliance was signed; `undefined` where no date can be read. */
export function signaturePeriod(sheet: Sheet): Period | undefined {
  return spanOfTime(knownDates(sheet.answerTo(ASKED.signature)));
}

/** From the first day of the earliest period to the last day of the latest. */
export function spanOfTime(periods: readonly Period[]): Period | undefined {
  if (periods.length === 0) return undefined;
  return {
    first: periods.map(period => period.first).reduce((a, b) => (a < b ? a : b)),
    last: periods.map(period => period.last).reduce((a, b) => (a > b ? a : b)),
  };
}

/**
 * The days that an ambiguous date can mean in its place: none in the future, and, after the
 * signature's answer, none before the signature.
 */
export function likelyReadings(
  sheet: Sheet,
  answer: Answer,
  date: AmbiguousDate,
  today: string,
): AmbiguousDate['readings'] {
  const signed = answer.question.number > ASKED.signature ? signaturePeriod(sheet)?.first : undefined;
  const likely = date.readings.filter(
    day => isoDay(day) <= today && (signed === undefined || isoDay(day) >= signed),
  );
  return likely.length > 0 ? likely : date.readings;
}
