import { type Answer, type AnswerOf, fromIso, isoDay, isRealDay, type KnownDate } from '../answers';
import { foundIn } from './found';
import { replace } from './sheetEdits';
import { ASKED } from './sheetFacts';
import type { AnswerRule, Fix } from './types';

/** The first year of ATOP's alliances. */
const FIRST_YEAR = 1815;

/** A date in the future, or a signature before the years that ATOP covers. */
export const dateOutOfRange: AnswerRule<AnswerOf<'dates'>> = {
  id: 'date-out-of-range',
  severity: 'warning',
  kind: 'dates',
  checkAnswer: (answer, _, { today }) =>
    foundIn(answer.reading.dates, date => {
      if (date.kind !== 'date' || !isTheAnswer(answer, date)) return undefined;
      const isFuture = date.first > today;
      const isTooEarly = answer.question.number === ASKED.signature && fromIso(date.last).year < FIRST_YEAR;
      if (!isFuture && !isTooEarly) return undefined;
      return {
        start: date.start,
        end: date.end,
        message: isFuture
          ? `${date.text} is in the future.`
          : `${date.text} is before ${FIRST_YEAR}, where ATOP's alliances begin.`,
        fixes: () => fixes(date, today),
      };
    }),
};

/** In prose, a treaty may well be said to run until a coming year; only a date that leads its answer is meant here. */
function isTheAnswer(answer: Answer, date: KnownDate): boolean {
  const { number } = answer.question;
  return number === ASKED.signature || number === ASKED.revision || date.start === answer.start;
}

/** The years that the written one was most likely meant to be: the same in another century, or a digit off. */
function fixes(date: KnownDate, today: string): Fix[] {
  const written = fromIso(date.first);
  const digits = String(written.year);
  if (!date.text.includes(digits) || date.precision === 'year') return [];
  const thisYear = fromIso(today).year;
  const candidates = [1900, 1800, 2000].map(century => century + (written.year % 100));
  for (let year = thisYear; year >= FIRST_YEAR; year--)
    if (digitsApart(String(year), digits) === 1) candidates.push(year);
  return (
    [...new Set(candidates)]
      .map(year => ({ ...written, year }))
      // Not every year has a February 29.
      .filter(day => day.year >= FIRST_YEAR && isoDay(day) <= today && isRealDay(day))
      .slice(0, 3)
      .map(({ year }) => {
        const text = date.text.replace(digits, String(year));
        return { title: `Write “${text}”`, changes: [replace(date, text)] };
      })
  );
}

function digitsApart(a: string, b: string): number {
  const differing = Array.from({ length: a.length }, (_, index) => a[index] !== b[index]);
  return differing.filter(Boolean).length + Math.abs(a.length - b.length);
}
