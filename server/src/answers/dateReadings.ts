/** What the words of a date are read as. */
import type { Span } from '../syntax';
import { daysInMonth, isoDay, isRealDay, type Day } from './calendar';
import type { MonthReading } from './months';

/** A period that a date's words name, both days included, as ISO days. */
export interface Period {
  readonly first: string;
  readonly last: string;
}

export interface DateWords extends Span {
  /** The date as written. */
  readonly text: string;
}

/** A date that can be read in one way. */
export interface KnownDate extends DateWords, Period {
  readonly kind: 'date';
  readonly precision: 'day' | 'month' | 'year';
  /** True where the coder marked it as approximate: `ca. 1844`. */
  readonly circa: boolean;
}

/** A date that can be read in several ways. */
export interface AmbiguousDate extends DateWords {
  readonly kind: 'ambiguous';
  /** What leaves it open: which number is the month, which century, or that no year is given. */
  readonly open: 'order' | 'century' | 'year';
  /** Each possible day; none without a year, nor of a whole month: `Jan '96`. */
  readonly readings: readonly Day[];
}

/** Words meant as a date that name no day. */
export interface BadDate extends DateWords {
  readonly kind: 'bad';
  readonly problem: 'no-such-day' | 'misspelt-month' | 'foreign-month' | 'bad-year';
  /** The nearest date, written as the coder wrote it; `undefined` where none is near. */
  readonly suggestion: string | undefined;
}

export type DateReading = KnownDate | AmbiguousDate | BadDate;

/** Years that a bare number is read as. */
const FIRST_YEAR = 1500;
const LAST_YEAR = 2199;

export function isYear(year: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

/** Writes a day as the coder wrote it. */
export type Writer = (day: Day) => string;

export function knownDay(
  words: DateWords,
  day: Day,
  circa: boolean,
  write: Writer,
  last: Day = day,
): DateReading {
  if (isRealDay(day) && isRealDay(last)) {
    const first = isoDay(day);
    return {
      kind: 'date',
      start: words.start,
      end: words.end,
      text: words.text,
      first,
      last: last === day ? first : isoDay(last),
      precision: 'day',
      circa,
    };
  }
  // Of two days, which one is meant otherwise is the coder's to say.
  const suggestion = last === day ? nearestDay(day, write) : undefined;
  return { kind: 'bad', ...words, problem: 'no-such-day', suggestion };
}

/** The last day of the month for a day too many, the first for none; nothing near where the month is wrong. */
export function nearestDay({ year, month, day }: Day, write: Writer): string | undefined {
  if (month < 1 || month > 12 || day > 39) return undefined;
  return write({ year, month, day: Math.min(Math.max(day, 1), daysInMonth(year, month)) });
}

/** In digits, a zero stands for what is not known: `1902-05-00` is a month, `00/00/1902` a year. */
export function partOfDay(
  words: DateWords,
  { year, month, day }: Day,
  circa: boolean,
): KnownDate | undefined {
  if (day !== 0 || month > 12 || !isYear(year)) return undefined;
  return month === 0 ? wholeYears(words, year, year, circa) : wholeMonths(words, year, month, month, circa);
}

export function wholeMonths(
  words: DateWords,
  year: number,
  first: number,
  last: number,
  circa: boolean,
): KnownDate {
  return {
    kind: 'date',
    ...words,
    first: isoDay({ year, month: first, day: 1 }),
    last: isoDay({ year, month: last, day: daysInMonth(year, last) }),
    precision: 'month',
    circa,
  };
}

export function wholeYears(words: DateWords, first: number, last: number, circa: boolean): KnownDate {
  return {
    kind: 'date',
    ...words,
    first: isoDay({ year: first, month: 1, day: 1 }),
    last: isoDay({ year: last, month: 12, day: 31 }),
    precision: 'year',
    circa,
  };
}

export function badMonth(words: DateWords, reading: MonthReading, suggestion: string): BadDate {
  return {
    kind: 'bad',
    ...words,
    problem: reading.spelling === 'foreign' ? 'foreign-month' : 'misspelt-month',
    suggestion,
  };
}

export function openCentury(
  words: DateWords,
  month: number,
  day: number,
  year: number,
): DateReading | undefined {
  const readings = [1800, 1900, 2000]
    .map(century => ({ year: century + year, month, day }))
    .filter(isRealDay);
  return readings.length === 0 ? undefined : { kind: 'ambiguous', ...words, open: 'century', readings };
}
