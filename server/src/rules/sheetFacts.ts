import {
  type Answer,
  type AmbiguousDate,
  type AnswerOf,
  type DateReading,
  type MemberEntry,
  type Period,
  type Sheet,
  isoDay,
} from '../answers';

/** What several rules need to know of a sheet, read from its typed answers. */

/** True where the answer is a list of members, not empty and not `NA`. */
export function listsMembers(answer: AnswerOf<'members'>): boolean {
  return answer.isGiven && !answer.isNotApplicable;
}

/** The members that an answer lists; none for an answer of `NA`. */
export function membersOf(answer: AnswerOf<'members'>): readonly MemberEntry[] {
  return listsMembers(answer) ? answer.reading.entries : [];
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

/** The dates of a dates answer; none where the file lacks the question. */
export function datesOf(answer: Answer | undefined): readonly DateReading[] {
  return answer?.reading.kind === 'dates' ? answer.reading.dates : [];
}

/** All that a date can mean; `undefined` where it names no day or no year. */
export function periodOf(date: DateReading): Period | undefined {
  if (date.kind === 'date') return date;
  const days = date.kind === 'ambiguous' ? date.readings.map(isoDay).sort() : [];
  const [first, last] = [days[0], days.at(-1)];
  return first === undefined || last === undefined ? undefined : { first, last };
}

/** From the earliest to the latest day that any of the dates can mean; `undefined` where none can be read. */
export function periodOfAll(dates: readonly DateReading[]): Period | undefined {
  let whole: Period | undefined;
  for (const date of dates) {
    const period = periodOf(date);
    if (period) whole = whole ? spanning(whole, period) : period;
  }
  return whole;
}

function spanning(a: Period, b: Period): Period {
  return { first: a.first < b.first ? a.first : b.first, last: a.last > b.last ? a.last : b.last };
}

/** The whole period in which the sheet's alliance was signed; `undefined` where no date can be read. */
export function signaturePeriod(sheet: Sheet): Period | undefined {
  return periodOfAll(datesOf(sheet.answerTo(ASKED.signature)));
}

const IN_EFFECT =
  /^\W*(?:(?:it|the\s+(?:alliance|treaty))\s+(?:is|was)\s+)?(?:still\s+)?(?:in\s+(?:effect|force)|active)\b/i;

const NO_LONGER = /\b(?:until|till|ended|expired|(?<!not\s(?:yet\s)?)terminated)\b/i;

/** `Still in effect according to …`: an answer to the question of the termination that names no end. */
export function saysInEffect(text: string): boolean {
  return IN_EFFECT.test(text) && !NO_LONGER.test(text.slice(0, 400));
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
