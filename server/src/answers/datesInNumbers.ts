/** Dates written in numbers alone, and with Roman numerals for months. */
import { isoDay, isRealDay, writtenDay, type Day } from './calendar';
import {
  isYear,
  knownDay,
  nearestDay,
  openCentury,
  partOfDay,
  wholeMonths,
  wholeYears,
  type DateReading,
  type DateWords,
} from './dateReadings';

/** Year, month and day in this order; the last two may have one digit. */
export function readIso(words: DateWords, circa: boolean): DateReading {
  const [year = 0, month = 0, day = 0] = words.text.split(/[-/.]/).map(Number);
  return (
    partOfDay(words, { year, month, day }, circa) ?? knownDay(words, { year, month, day }, circa, isoDay)
  );
}

const NUMERIC = /^(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4}|\d{2})$/;

export function readNumeric(words: DateWords, circa: boolean, isPart: boolean): DateReading | undefined {
  const [, a = '', separator = '', b = '', yearText = ''] = NUMERIC.exec(words.text) ?? [];
  const isSlashed = separator === '/';
  if (yearText.length === 2 && !isSlashed && isPart) return undefined;
  const years =
    yearText.length === 4
      ? [Number(yearText)]
      : [1800, 1900, 2000].map(century => century + Number(yearText));
  const readings: Day[] = [];
  for (const year of years) {
    const monthFirst = { year, month: Number(a), day: Number(b) };
    const dayFirst = { year, month: Number(b), day: Number(a) };
    if (isRealDay(monthFirst)) readings.push(monthFirst);
    if (a !== b && isRealDay(dayFirst)) readings.push(dayFirst);
  }
  const [only] = readings;
  if (!only) {
    if (yearText.length === 4 && Math.min(Number(a), Number(b)) === 0) {
      const unknown = { year: Number(yearText), month: Math.max(Number(a), Number(b)), day: 0 };
      const known = partOfDay(words, unknown, circa);
      if (known) return known;
    }
    if (yearText.length === 2 && !isSlashed) return undefined;
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
  if (readings.length === 1) return knownDay(words, only, circa, writtenDay);
  return { kind: 'ambiguous', ...words, open: yearText.length === 2 ? 'century' : 'order', readings };
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

export function readRoman(words: DateWords, circa: boolean): DateReading | undefined {
  const [day = '', month = '', year = ''] = words.text.split(/[-/.]/);
  const known = { year: Number(year), month: ROMAN.indexOf(month.trim()) + 1, day: Number(day) };
  if (known.month === 0) return undefined;
  return year.length === 2
    ? openCentury(words, known.month, known.day, known.year)
    : knownDay(words, known, circa, writtenDay);
}

/** The month before or behind its year. */
export function readNumericMonth(words: DateWords, circa: boolean): DateReading | undefined {
  const [first = 0, second = 0] = (words.text.match(/\d+/g) ?? []).map(Number);
  const [month, year] = first < second ? [first, second] : [second, first];
  return isYear(year) && month >= 1 && month <= 12
    ? wholeMonths(words, year, month, month, circa)
    : undefined;
}

export function readYears(words: DateWords, circa: boolean): DateReading | undefined {
  const [firstText = '', secondText = firstText] = words.text.match(/\d+/g) ?? [];
  const first = Number(firstText);
  const second = endYear(firstText, secondText);
  if (!isYear(first) || !isYear(second) || second < first) return undefined;
  // `1844/45` is a winter; `2038/57` is the page of a volume.
  if (words.text.includes('/') && second !== first + 1) return undefined;
  return wholeYears(words, first, second, circa);
}

/** `1844-46` ends in 1846, `1998-02` in 2002; centuries later nothing ends. */
function endYear(first: string, second: string): number {
  const year = Number(first.slice(0, 4 - second.length) + second);
  const isNextCentury = second.length === 2 && year < Number(first) && year + 100 - Number(first) <= MAX_TERM;
  return isNextCentury ? year + 100 : year;
}

const MAX_TERM = 30;
