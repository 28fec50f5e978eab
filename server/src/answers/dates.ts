import type { Span } from '../syntax';
import { daysInMonth, isoDay, isRealDay, monthName, writtenDay, type Day } from './calendar';
import { readMonth, type MonthReading } from './months';

/** A period that a date's words name, both days included, as ISO days. */
export interface Period {
  readonly first: string;
  readonly last: string;
}

interface DateWords extends Span {
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
  /** Each possible day; for `year`, none. */
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

const WORD = String.raw`[A-Za-z\u00c0-\u024f]{3,12}\.?`;
const DAY = String.raw`\d{1,2}(?:st|nd|rd|th|er)?`;
/** A second day joined to the first: `17-19`, or old and new style, `20/31`. */
const SECOND_DAY = String.raw`(?:[ ]?[-\u2013\u2014/][ ]?(${DAY}))?`;
const GAP = String.raw`[ \t\u00a0]{0,3}[\n\r]{0,4}[ \t\u00a0]{0,3}`;
const YEAR = String.raw`(['\u2018\u2019]\d{2}|\d{1,6})`;

/**
 * The forms of a date, the more telling first. Every repetition is bounded, so that a scan is
 * linear whatever the text.
 */
const FORMS = new RegExp(
  [
    // 1996-01-17
    String.raw`(?<iso>(?<![\w/.-])(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\w/]))`,
    // 1/17/1996, 17.1.1996, 6/30/04
    String.raw`(?<numeric>(?<![\w/.:-])(\d{1,2})(?<separator>[-/.])(\d{1,2})\k<separator>(\d{4}|\d{2})(?![\w/]))`,
    // January 17, 1996; Jan. 17-19, 1996
    String.raw`(?<monthFirst>(?<![\w\u00c0-\u024f])(${WORD})${GAP}(${DAY})${SECOND_DAY}(?:${GAP},${GAP}|[ \t\u00a0\n\r]{1,4})${YEAR}(?![\w]))`,
    // 17 January 1996; 17th of January, 1996
    String.raw`(?<dayFirst>(?<![\w/.:])(${DAY})${SECOND_DAY}${GAP}(?:of[ ])?(${WORD})(?:${GAP},)?${GAP}${YEAR}(?![\w]))`,
    // June 1844; June-July 1844
    String.raw`(?<month>(?<![\w\u00c0-\u024f])(${WORD})(?:[ ]?[-\u2013\u2014/][ ]?(${WORD}))?(?:${GAP},|[ ]of)?[ \t\u00a0\n\r]{1,4}(\d{4})(?!\w|[-/.]\d))`,
    // January 17; 17 January
    String.raw`(?<noYear>(?<![\w/.:\u00c0-\u024f])(?:(${WORD})[ ](${DAY})|(${DAY})[ ](?:of[ ])?(${WORD}))(?![\w]))`,
    // 1844; 1844-1846; 1844-46
    String.raw`(?<year>(?<![\w/.:,$-])(\d{4})(?:[ ]?[-\u2013\u2014][ ]?(\d{4}|\d{2}))?(?![\w:/%]|[.,]\d))`,
  ].join('|'),
  'g',
);

const FORM_NAMES = ['iso', 'numeric', 'monthFirst', 'dayFirst', 'month', 'noYear', 'year'] as const;

const CIRCA = /(?:\bcirca|\bca?\.?|\babout|\baround|\bapprox(?:imately|\.)?)[ ]*$/i;

/** All dates between two offsets of `text`, in order, never overlapping. Linear in the stretch. */
export function readDates(text: string, start: number, end: number): DateReading[] {
  const stretch = text.slice(start, end);
  const readings: DateReading[] = [];
  FORMS.lastIndex = 0;
  for (;;) {
    const match = FORMS.exec(stretch);
    if (!match) break;
    const reading = readForm(match, stretch, start);
    if (reading) readings.push(reading);
    // What only looked like a date may hide one: `Article 20, 1996` holds a year.
    else FORMS.lastIndex = match.index + skipFirstWord(match[0]);
  }
  return lendYears(readings);
}

function skipFirstWord(words: string): number {
  return Math.max(1, /^(?:[A-Za-z\u00c0-\u024f]+|\d+)/.exec(words)?.[0].length ?? 1);
}

/** `January 17 and February 3, 1996`: a day without a year takes it from a date beside it. */
function lendYears(readings: readonly DateReading[]): DateReading[] {
  const dated = readings.some(reading => reading.kind === 'date');
  return dated
    ? readings.filter(reading => reading.kind !== 'ambiguous' || reading.open !== 'year')
    : [...readings];
}

function readForm(match: RegExpExecArray, stretch: string, offset: number): DateReading | undefined {
  const words = { start: offset + match.index, end: offset + match.index + match[0].length, text: match[0] };
  const form = FORM_NAMES.find(name => match.groups?.[name] !== undefined);
  const circa = CIRCA.test(stretch.slice(Math.max(0, match.index - 16), match.index));
  const group = groupsOf(match);
  switch (form) {
    case 'iso':
      return knownDay(words, { year: group(0), month: group(1), day: group(2) }, circa, isoDay);
    case 'numeric':
      return readNumeric(words);
    case 'monthFirst':
    case 'dayFirst':
      return readWritten(words, circa);
    case 'month':
      return readMonthAndYear(words, circa);
    case 'noYear':
      return readWithoutYear(words);
    case 'year':
      return readYears(words, circa);
    case undefined:
      return undefined;
  }
}

/** The numbers of a match, in order. */
function groupsOf(match: RegExpExecArray): (index: number) => number {
  const numbers = match[0].match(/\d+/g)?.map(Number) ?? [];
  return index => numbers[index] ?? 0;
}

type Writer = (day: Day) => string;

function knownDay(words: DateWords, day: Day, circa: boolean, write: Writer, last: Day = day): DateReading {
  if (isRealDay(day) && isRealDay(last)) {
    return { kind: 'date', ...words, first: isoDay(day), last: isoDay(last), precision: 'day', circa };
  }
  const wrong = isRealDay(day) ? last : day;
  return {
    kind: 'bad',
    ...words,
    problem: 'no-such-day',
    suggestion: isRealDay(day) ? undefined : nearestDay(wrong, write),
  };
}

/** The last day of the month for a day too many, the first for none; nothing near where the month is wrong. */
function nearestDay({ year, month, day }: Day, write: Writer): string | undefined {
  if (month < 1 || month > 12 || day > 39) return undefined;
  return write({ year, month, day: Math.min(Math.max(day, 1), daysInMonth(year, month)) });
}

const NUMERIC = /^(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4}|\d{2})$/;

function readNumeric(words: DateWords): DateReading | undefined {
  const [, a = '', separator = '', b = '', yearText = ''] = NUMERIC.exec(words.text) ?? [];
  if (yearText.length === 2 && separator !== '/') return undefined;
  const years =
    yearText.length === 4
      ? [Number(yearText)]
      : [1800, 1900, 2000].map(century => century + Number(yearText));
  const readings = years.flatMap(year => {
    const monthFirst = { year, month: Number(a), day: Number(b) };
    const dayFirst = { year, month: Number(b), day: Number(a) };
    return (a === b ? [monthFirst] : [monthFirst, dayFirst]).filter(isRealDay);
  });
  const [only] = readings;
  if (!only) {
    const year = years.at(-1) ?? 0;
    const month = Number(a) <= 12 ? Number(a) : Number(b);
    const day = Number(a) <= 12 ? Number(b) : Number(a);
    return {
      kind: 'bad',
      ...words,
      problem: 'no-such-day',
      suggestion: nearestDay({ year, month, day }, writtenDay),
    };
  }
  if (readings.length === 1) return knownDay(words, only, false, writtenDay);
  return { kind: 'ambiguous', ...words, open: yearText.length === 2 ? 'century' : 'order', readings };
}

const WRITTEN_YEAR = /(['\u2018\u2019]?)(\d{1,6})$/;

/** Both written forms: the words hold one month, one or two days, and a year at the end. */
function readWritten(words: DateWords, circa: boolean): DateReading | undefined {
  const monthWord = /[A-Za-z\u00c0-\u024f]{3,12}/g;
  const month = [...words.text.matchAll(monthWord)].map(found => ({
    word: found[0],
    reading: readMonth(found[0]),
  }));
  const named = month.find(candidate => candidate.reading);
  if (!named?.reading) return undefined;
  const year = WRITTEN_YEAR.exec(words.text);
  if (!year) return undefined;
  const days = [...words.text.slice(0, year.index).matchAll(/\d{1,2}/g)].map(found => Number(found[0]));
  const [first = 0, second] = days;
  const monthFirst = /^[A-Za-z\u00c0-\u024f]/.test(words.text);
  const digits = year[2] ?? '';
  const write: Writer = day => writeLike(monthFirst, day);

  if (digits.length === 2) return openCentury(words, named.reading, first, Number(digits));
  if (digits.length !== 4) {
    // `May 17, 12 states …` is prose; `January 17, 199` is a date with a slip in its year.
    return digits.length === 3 || digits.length === 5
      ? { kind: 'bad', ...words, problem: 'bad-year', suggestion: undefined }
      : undefined;
  }
  const day = { year: Number(digits), month: named.reading.month, day: first };
  if (named.reading.spelling !== 'right') {
    return isRealDay(day) ? badMonth(words, named.reading, write(day)) : knownDay(words, day, circa, write);
  }
  return knownDay(words, day, circa, write, second === undefined ? day : secondDay(day, second, words.text));
}

/** `17-19` ends later; `20/31` is one day in two calendars, of which the later is the Gregorian. */
function secondDay(day: Day, second: number, text: string): Day {
  return text.includes('/') && second < day.day ? day : { ...day, day: second };
}

function writeLike(monthFirst: boolean, day: Day): string {
  return monthFirst ? writtenDay(day) : `${day.day} ${monthName(day.month)} ${day.year}`;
}

function badMonth(words: DateWords, reading: MonthReading, suggestion: string): BadDate {
  return {
    kind: 'bad',
    ...words,
    problem: reading.spelling === 'foreign' ? 'foreign-month' : 'misspelt-month',
    suggestion,
  };
}

function openCentury(
  words: DateWords,
  { month }: MonthReading,
  day: number,
  year: number,
): DateReading | undefined {
  const readings = [1800, 1900, 2000]
    .map(century => ({ year: century + year, month, day }))
    .filter(isRealDay);
  return readings.length === 0 ? undefined : { kind: 'ambiguous', ...words, open: 'century', readings };
}

const MONTH_AND_YEAR =
  /^([A-Za-z\u00c0-\u024f]{3,12})\.?(?: ?[-\u2013\u2014/] ?([A-Za-z\u00c0-\u024f]{3,12})\.?)?[^A-Za-z\d]*(?:of)?\s*(\d{4})$/;

function readMonthAndYear(words: DateWords, circa: boolean): DateReading | undefined {
  const [, firstWord = '', lastWord = firstWord, digits = ''] = MONTH_AND_YEAR.exec(words.text) ?? [];
  const first = readMonth(firstWord);
  const last = readMonth(lastWord);
  // In prose `may 1996` is a verb and a year, and a word near a month's name is only a word.
  if (!first || !last || !/^\p{Lu}/u.test(firstWord) || !isYear(Number(digits))) return undefined;
  const year = Number(digits);
  const wrong = [first, last].find(reading => reading.spelling !== 'right');
  if (wrong) {
    const names =
      firstWord === lastWord ? monthName(first.month) : `${monthName(first.month)}-${monthName(last.month)}`;
    return badMonth(words, wrong, `${names} ${year}`);
  }
  return {
    kind: 'date',
    ...words,
    first: isoDay({ year, month: first.month, day: 1 }),
    last: isoDay({ year, month: last.month, day: daysInMonth(year, last.month) }),
    precision: 'month',
    circa,
  };
}

function readWithoutYear(words: DateWords): DateReading | undefined {
  const word = /[A-Za-z\u00c0-\u024f]{3,12}(?=\.?(?:$|[ ]\d))/.exec(words.text)?.[0];
  const reading = word === undefined ? undefined : readMonth(word);
  if (!word || !reading || (!/^\p{Lu}/u.test(word) && reading.spelling !== 'foreign')) return undefined;
  const day = Number(/\d{1,2}/.exec(words.text)?.[0]);
  const name = monthName(reading.month);
  const text = words.text.startsWith(word) ? `${name} ${day}` : `${day} ${name}`;
  // A leap year, so that February 29 stands.
  if (!isRealDay({ year: 2000, month: reading.month, day })) return undefined;
  if (reading.spelling !== 'right') return badMonth(words, reading, text);
  return { kind: 'ambiguous', ...words, open: 'year', readings: [] };
}

function readYears(words: DateWords, circa: boolean): DateReading | undefined {
  const [firstText = '', secondText] = words.text.match(/\d+/g) ?? [];
  const first = Number(firstText);
  const second =
    secondText === undefined
      ? first
      : secondText.length === 4
        ? Number(secondText)
        : Number(firstText.slice(0, 2) + secondText);
  if (!isYear(first) || !isYear(second) || second < first) return undefined;
  return {
    kind: 'date',
    ...words,
    first: isoDay({ year: first, month: 1, day: 1 }),
    last: isoDay({ year: second, month: 12, day: 31 }),
    precision: 'year',
    circa,
  };
}

function isYear(year: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}
