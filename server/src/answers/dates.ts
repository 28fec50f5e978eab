import { isDigit } from '../syntax';
import { fromIso, isRealDay, writtenDay } from './calendar';
import { nextBeginning } from './dateBeginnings';
import { FROM_DIGIT, FROM_LETTER, type Form } from './dateForms';
import { knownDay, type DateReading } from './dateReadings';
import { readIso, readNumeric, readNumericMonth, readRoman, readYears } from './datesInNumbers';
import { readMonthAndYear, readTwoDays, readWithoutYear, readWritten, readYearFirst } from './datesInWords';
import { readMonth } from './months';

/** All dates between two offsets of `text`, in order, never overlapping. Linear in the stretch. */
export function readDates(text: string, start: number, end: number): DateReading[] {
  const stretch = text.slice(start, end);
  const readings: DateReading[] = [];
  let at = nextBeginning(stretch, 0);
  while (at < stretch.length) {
    const reading = readUsual(stretch, at, start) ?? readAt(stretch, at, start);
    if (reading) readings.push(reading);
    // What only looked like a date may hide one: `Article 20, 1996` holds a year.
    at = nextBeginning(stretch, reading ? reading.end - start : at + 1);
  }
  return lendYears(text, readings);
}

/** Nearly all dates are written so; it is the form `monthFirst` at its plainest, and read many times faster. */
const USUAL =
  /(January|February|March|April|May|June|July|August|September|October|November|December) (\d{1,2}), (\d{4})(?!\w)/y;

function readUsual(stretch: string, at: number, offset: number): DateReading | undefined {
  USUAL.lastIndex = at;
  const [text, name = '', day, year] = USUAL.exec(stretch) ?? [];
  const month = text === undefined ? undefined : readMonth(name)?.month;
  if (text === undefined || month === undefined) return undefined;
  const circa = CIRCA.test(stretch.slice(Math.max(0, at - AHEAD), at));
  const words = { start: offset + at, end: offset + at + text.length, text };
  return knownDay(words, { year: Number(year), month, day: Number(day) }, circa, writtenDay);
}

/** The date that begins at a place; `undefined` for words that only look like one. */
function readAt(stretch: string, at: number, offset: number): DateReading | undefined {
  const { any, names } = isDigit(stretch.charCodeAt(at)) ? FROM_DIGIT : FROM_LETTER;
  any.lastIndex = at;
  const match = any.exec(stretch);
  return match ? readForm(names[match.indexOf(match[0], 1) - 1], match, stretch, offset) : undefined;
}

function readForm(
  form: Form | undefined,
  match: RegExpExecArray,
  stretch: string,
  offset: number,
): DateReading | undefined {
  const words = { start: offset + match.index, end: offset + match.index + match[0].length, text: match[0] };
  const ahead = stretch.slice(Math.max(0, match.index - AHEAD), match.index);
  const circa = CIRCA.test(ahead);
  const behind = stretch.slice(match.index + match[0].length, match.index + match[0].length + 12);
  switch (form) {
    case 'iso':
      return readIso(words, circa);
    case 'numeric':
      return readNumeric(words, circa, NUMBERS_A_PART.test(ahead));
    case 'roman':
      return NUMBERS_A_PART.test(ahead) ? undefined : readRoman(words, circa);
    case 'twoDays':
      return readTwoDays(words, circa);
    case 'monthFirst':
    case 'joined':
      return readWritten(words, circa, behind);
    case 'dayFirst':
      return isNumbering(match, stretch) ? undefined : readWritten(words, circa, behind);
    case 'yearFirst':
      return readYearFirst(words, circa);
    case 'unknownDay':
    case 'numericMonth':
      return readNumericMonth(words, circa);
    case 'month':
      return readMonthAndYear(words, circa, isCited(ahead, behind));
    case 'noYear':
      return readWithoutYear(words);
    case 'year':
      return readYears(words, circa);
    default:
      return undefined;
  }
}

/** How much before a date may tell more about it. */
const AHEAD = 16;
const CIRCA = /(?:\bcirca|\bca?\.?|\babout|\baround|\bapprox(?:imately|\.)?)[ ]*$/i;

/** `1. January 17, 1996` numbers an entry of a list; `17. Januar 1996` and `17.Jan.96` are days. */
function isNumbering(match: RegExpExecArray, stretch: string): boolean {
  if (!/\s/.test(match[0])) return false;
  const [, day = '', month = '', year = ''] =
    /^(\d+)\.[\s\u00a0]*([^\d\s.,]+)(?:[\s.,]\D*)?(\d+)$/.exec(match[0]) ?? [];
  if (day === '') return false;
  const beginsLine = /(?:^|[\n\r])[ \t]*$/.test(stretch.slice(Math.max(0, match.index - 8), match.index));
  return year.length !== 4 || (beginsLine && day.length === 1 && readMonth(month)?.spelling === 'right');
}

/** Before the number of a part: `Article 1.2.04`, `Version 4.0.12`. */
const NUMBERS_A_PART = /\b(?:version|section|chapter|part|para(?:graph)?|art(?:icle)?|nos?|pp?)s?\.?\s*$/i;

/** `(Marsh 1999, 45)`, `Marsh 1999: 45`: what looks like a misspelt month is an author. */
function isCited(ahead: string, behind: string): boolean {
  return /^[:,]\s?(?:pp?\.\s?)?\d/.test(behind) || (/[(;]\s?$/.test(ahead) && /^\s?[);]/.test(behind));
}

/**
 * `January 17 and February 3, 1996`: a day without a year takes that of the date which it is listed
 * with. Elsewhere beside a date, `the May 3 agreement` is prose.
 */
function lendYears(text: string, readings: DateReading[]): DateReading[] {
  if (!readings.some(lacksYear) || !readings.some(({ kind }) => kind === 'date')) return readings;
  const dated: DateReading[] = [];
  let next: DateReading | undefined;
  for (const reading of readings.toReversed()) {
    const known =
      lacksYear(reading) && next && isListedWith(text, reading, next) ? dayIn(reading, next) : reading;
    if (!lacksYear(known)) dated.push(known);
    next = known;
  }
  return dated.reverse();
}

function lacksYear(reading: DateReading): boolean {
  return reading.kind === 'ambiguous' && reading.readings.length === 0;
}

function isListedWith(text: string, reading: DateReading, next: DateReading): boolean {
  return (
    next.start - reading.end < 12 &&
    /^\s*(?:,|;|and|&|or|,\s*and)\s*$/.test(text.slice(reading.end, next.start))
  );
}

/** A day named without its year, in the year of another date. */
function dayIn(reading: DateReading, { kind, ...other }: DateReading): DateReading {
  if (kind !== 'date' || !('precision' in other) || other.precision !== 'day') return reading;
  const { start, end, text } = reading;
  const month = readMonth(/[^\d\s]{3,}/.exec(text)?.[0] ?? '')?.month ?? 0;
  const day = { year: fromIso(other.first).year, month, day: Number(/\d+/.exec(text)?.[0]) };
  return isRealDay(day) ? knownDay({ start, end, text }, day, false, writtenDay) : reading;
}
