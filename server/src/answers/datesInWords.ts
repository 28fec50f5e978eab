/** Dates whose months are written as words. */
import { daysBetween, daysInMonth, isRealDay, monthName, writtenDay, type Day } from './calendar';
import {
  badMonth,
  isYear,
  knownDay,
  openCentury,
  wholeMonths,
  type DateReading,
  type DateWords,
  type Writer,
} from './dateReadings';
import { readMonth, type MonthReading } from './months';

const WRITTEN_YEAR = /(['\u2018\u2019]?)(\d{1,6})$/;

const MONTH_WORD = /[A-Za-z\u00c0-\u024f]{3,12}\.?/g;

/** The words of a date that name a month, with what they were read as. */
function monthsIn(text: string): { readonly word: string; readonly reading: MonthReading }[] {
  const months = [];
  for (const word of text.match(MONTH_WORD) ?? []) {
    const reading = readMonth(word, true);
    if (reading) months.push({ word, reading });
  }
  return months;
}

/** `May 17, 12 states` is prose; `January 17, 96 and` is a date. */
const GOES_ON = /^\s+(?!(?:and|or|to|by|in|at|until|through|with|as|according)\b)\p{L}/iu;

/** The year of `17-Jan-96`, unlike that of `January 17, 96`, counts nothing behind it. */
const JOINED = /[-/.]\d{2}$/;

/** Both written forms: the words hold one month, one day or more, and a year at the end. */
export function readWritten(words: DateWords, circa: boolean, behind: string): DateReading | undefined {
  const [named] = monthsIn(words.text);
  const year = WRITTEN_YEAR.exec(words.text);
  if (!named || !year) return undefined;
  const days = (words.text.slice(0, year.index).match(/\d{1,2}/g) ?? []).map(Number);
  const [first = 0] = days;
  const monthFirst = /^[A-Za-z\u00c0-\u024f]/.test(words.text);
  const digits = year[2] ?? '';
  const write: Writer = day => writeLike(monthFirst, day);

  if (digits.length === 2) {
    if (year[1] === '' && !JOINED.test(words.text) && GOES_ON.test(behind)) return undefined;
    return openCentury(words, named.reading.month, first, Number(digits));
  }
  // `May 17, 1 state …` is prose; `January 17, 199` is a date with a slip in its year.
  if (digits.length === 3 || digits.length === 5)
    return { kind: 'bad', ...words, problem: 'bad-year', suggestion: undefined };
  if (digits.length !== 4) return undefined;
  const day = { year: Number(digits), month: named.reading.month, day: first };
  if (named.reading.spelling !== 'right') {
    return isRealDay(day) ? badMonth(words, named.reading, write(day)) : knownDay(words, day, circa, write);
  }
  return days.length > 1
    ? readSeveralDays(words, day, days, circa, write)
    : knownDay(words, day, circa, write);
}

/**
 * `17-19` and `19, 17` last from the earlier day to the later; `20/31` is one day in two calendars, of
 * which the later is the Gregorian.
 */
function readSeveralDays(
  words: DateWords,
  day: Day,
  days: readonly number[],
  circa: boolean,
  write: Writer,
): DateReading {
  const last = days.at(-1) ?? day.day;
  if (words.text.includes('/') && last < day.day) return knownDay(words, day, circa, write);
  const from = { ...day, day: Math.min(...days) };
  return knownDay(words, from, circa, write, { ...day, day: Math.max(...days) });
}

function writeLike(monthFirst: boolean, day: Day): string {
  return monthFirst ? writtenDay(day) : `${day.day} ${monthName(day.month)} ${day.year}`;
}

/** `June 20/July 2, 1890`: from one day to another, or one day in two calendars. */
export function readTwoDays(words: DateWords, circa: boolean): DateReading | undefined {
  const months = monthsIn(words.text);
  const [firstMonth, lastMonth] = months;
  const numbers = (words.text.match(/\d+/g) ?? []).map(Number);
  const [firstDay = 0, lastDay = 0, year = 0] = numbers;
  if (!firstMonth || !lastMonth || months.length !== 2 || numbers.length !== 3) return undefined;
  const wrong = months.find(({ reading }) => reading.spelling !== 'right');
  if (wrong) {
    const suggestion = words.text.replace(wrong.word, monthName(wrong.reading.month));
    return badMonth(words, wrong.reading, suggestion);
  }
  const last = { year, month: lastMonth.reading.month, day: lastDay };
  const first = { year, month: firstMonth.reading.month, day: firstDay };
  const [from, to] = /[([/]/.test(words.text) ? inTwoCalendars(first, last) : inOrder(first, last);
  return knownDay(words, from, circa, writtenDay, to);
}

/** Only the later day of `December 30-January 11, 1855` is in the year that stands behind it. */
function inOrder(first: Day, last: Day): readonly [Day, Day] {
  return [first.month > last.month ? { ...first, year: first.year - 1 } : first, last];
}

/** The days by which the Julian calendar has been behind the Gregorian since 1700. */
const LEAST_BEHIND = 11;

const MOST_BEHIND = 13;

/**
 * `May 5 (April 22), 1902` is one day, the Gregorian date first; so is `January 11 (December 30), 1855`,
 * whose Julian date is of the year before.
 */
function inTwoCalendars(first: Day, last: Day): readonly [Day, Day] {
  const before = { ...last, year: last.year - 1 };
  const julian = [last, before].find(day => {
    const behind = daysBetween(day, first);
    return behind >= LEAST_BEHIND && behind <= MOST_BEHIND;
  });
  return julian ? [julian, first] : inOrder(first, last);
}

export function readYearFirst(words: DateWords, circa: boolean): DateReading | undefined {
  const [named] = monthsIn(words.text);
  const [year = 0, day = 0] = (words.text.match(/\d+/g) ?? []).map(Number);
  if (!named || !isYear(year)) return undefined;
  const known = { year, month: named.reading.month, day };
  return named.reading.spelling === 'right'
    ? knownDay(words, known, circa, writtenDay)
    : badMonth(words, named.reading, writtenDay(known));
}

export function readMonthAndYear(
  words: DateWords,
  circa: boolean,
  isSource: boolean,
): DateReading | undefined {
  const [firstWord = '', lastWord = firstWord] = words.text.match(MONTH_WORD) ?? [];
  const digits = words.text.slice(-4);
  const first = readMonth(firstWord);
  const last = readMonth(lastWord);
  if (!first || !last || !isYear(Number(digits))) return undefined;
  // In prose `may 1996` is a verb and a year, and a word near a month's name is only a word.
  if (!/^\p{Lu}/u.test(firstWord) && first.spelling !== 'foreign') return undefined;
  const year = Number(digits);
  const wrong = [first, last].find(reading => reading.spelling !== 'right');
  if (wrong && isSource) return undefined;
  if (wrong) {
    const names =
      firstWord === lastWord ? monthName(first.month) : `${monthName(first.month)}-${monthName(last.month)}`;
    return badMonth(words, wrong, `${names} ${year}`);
  }
  return wholeMonths(words, year, first.month, last.month, circa);
}

/** The number of `Jan '96` or `Jan. 96` is its year. */
const ONLY_YEAR = /['\u2018\u2019]|[ ](?:3[2-9]|[4-9]\d)$/;

export function readWithoutYear(words: DateWords): DateReading | undefined {
  const word = /[A-Za-z\u00c0-\u024f]{3,12}(?=\.?(?:$|[ ]['\u2018\u2019]?\d))/.exec(words.text)?.[0];
  const reading = word === undefined ? undefined : readMonth(word);
  if (!word || !reading || (!/^\p{Lu}/u.test(word) && reading.spelling !== 'foreign')) return undefined;
  const day = Number(/\d{1,2}/.exec(words.text)?.[0]);
  const name = monthName(reading.month);
  const text = words.text.startsWith(word) ? `${name} ${day}` : `${day} ${name}`;
  // A leap year, so that February 29 stands.
  const last = daysInMonth(2000, reading.month);
  if (reading.spelling === 'right' && ONLY_YEAR.test(words.text))
    return { kind: 'ambiguous', ...words, open: 'century', readings: [] };
  if (day < 1 || day > 31) return undefined;
  if (day > last) {
    const suggestion = text.replace(String(day), String(last));
    return { kind: 'bad', ...words, problem: 'no-such-day', suggestion };
  }
  if (reading.spelling !== 'right') return badMonth(words, reading, text);
  return { kind: 'ambiguous', ...words, open: 'year', readings: [] };
}
