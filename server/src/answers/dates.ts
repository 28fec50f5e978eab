import type { Span } from '../syntax';
import {
  daysBetween,
  daysInMonth,
  fromIso,
  isoDay,
  isRealDay,
  monthName,
  writtenDay,
  type Day,
} from './calendar';
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

const LETTER = String.raw`[A-Za-z\u00c0-\u024f]`;
const WORD = String.raw`${LETTER}{3,12}\.?`;
const DAY = String.raw`\d{1,2}(?:st|nd|rd|th|er)?`;
const DASH = String.raw`[ ]?[-\u2013\u2014/](?:[ ]|\r?\n)?`;
/** A page may break within a date, and leave blanks on the lines between. */
const GAP = String.raw`[ \t\u00a0\n\r]{0,8}`;
const SPACE = String.raw`[ \t\u00a0\n\r]{1,8}`;
const YEAR = String.raw`(?:['\u2018\u2019]\d{2}|\d{1,6})(?!\w)`;
/**
 * More days joined to the first: `17-19`, `17 to 19`, `3, 12, and 15`, or old and new style, `20/31`,
 * `20 (31)`.
 */
const MORE_DAYS = String.raw`(?:(?:,${SPACE}${DAY}){0,6}(?:${DASH}|${SPACE}(?:to|through|until)${SPACE}|,?${SPACE}(?:and|&)${SPACE})${DAY}|${SPACE}?[([]${DAY}[)\]])?`;
/** Between two days that share a year; the second may stand in brackets. */
const SECOND_PART = String.raw`(?:${DASH}|${SPACE}(?:to|through|until)${SPACE}|${SPACE}?[([])`;
/** Before a number that counts or files something else: `Resolution 1973`, `pp. 1844`. */
const NUMBERED = String.raw`\b(?:pp?|[Pp]ages?|[Nn]os?|[Nn]umber|[Vv]ol(?:ume)?|[Dd]oc(?:ument)?|[Aa]rt(?:icles?)?|[Rr]es(?:olution)?|[Pp]ara|UNTS|LNTS|TIAS|BFSP|ATOP|COW)\.?[ ]|\d{3}[ ]|[#\u00a7][ ]?`;
/** After a number that counts things: `2000 troops`. */
const COUNTED = String.raw`[ ](?:troops|men|soldiers|persons|people|tons|tonnes|miles|km|kilometers|kilometres|dollars|pounds|francs|words)\b`;
/** Before the first part that is known: `??/05/1902`, `xx.xx.1902`. */
const UNKNOWN = String.raw`(?:\?[-/.]|(?<![\w/.])[xX]{2}[-/.](?:[xX]{2}[-/.])?)`;
const START = String.raw`(?<![\w/.:\u00c0-\u024f])`;
const WORD_START = String.raw`(?<![\w\u00c0-\u024f])`;

/** The forms of a date that begin with a letter, the more telling first. */
const LETTER_FORMS = {
  // June 20/July 2, 1890
  twoDays: String.raw`${WORD_START}${WORD}${SPACE}${DAY}${SECOND_PART}${WORD}${SPACE}${DAY}[)\]]?,?${SPACE}\d{4}(?!\w)`,
  // January 17, 1996; Jan. 17-19, 1996
  monthFirst: String.raw`${WORD_START}${WORD}${GAP}(?:the${SPACE})?${DAY}${MORE_DAYS}(?:${GAP},${GAP}|${SPACE})${YEAR}`,
  // Jan-17-1996, Jan/17/96
  joined: String.raw`${WORD_START}${LETTER}{3,12}(?:-\d{1,2}-|/\d{1,2}/|\.\d{1,2}\.)(?:\d{4}|\d{2})(?![\w/])`,
  // June 1844; June-July 1844
  month: String.raw`${WORD_START}${WORD}(?:(?:${DASH}|[ ]to[ ])${WORD})?(?:${GAP},|[ ](?:of|de))?${SPACE}\d{4}(?!\w|[-/.]\d)`,
  // January 17; Jan '96
  noYear: String.raw`${START}${WORD}[ ](?:${DAY}|['\u2018\u2019]\d{2})(?!\w)`,
} as const;

/** Those that begin with a digit. */
const DIGIT_FORMS = {
  // 1996-01-17; 1996-01-17T12:00
  iso: String.raw`(?<![\w/.-])\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?=T\d|(?![\w/]))`,
  // 1/17/1996, 17.1.1996, 6/30/04
  numeric: String.raw`(?<![\w/.:-])\d{1,2}(?:-\d{1,2}-|/\d{1,2}/|\.\d{1,2}\.)(?:\d{4}|\d{2})(?![\w/])`,
  // 17.I.1996, 17/I/1996, 17.I.96
  roman: String.raw`(?<![\w/.:-])\d{1,2}(?:\.[ ]?[IVX]{1,4}\.[ ]?|/[IVX]{1,4}/|-[IVX]{1,4}-)(?:\d{4}|\d{2})(?![\w/])`,
  // 20 June (2 July) 1890
  twoDays: String.raw`${START}${DAY}${SPACE}${WORD}${SECOND_PART}${DAY}${SPACE}${WORD}[)\]]?,?${SPACE}\d{4}(?!\w)`,
  // 17 January 1996; 17th of January, 1996; 17th day of January, 1996; 17. Januar 1996; 17-Jan-1996; 17/Jan/96
  dayFirst: String.raw`${START}${DAY}\.?(?:${MORE_DAYS}${GAP}(?:(?:day${SPACE}of|of|de)${SPACE})?${WORD}(?:${SPACE}de|${GAP},)?${GAP}${YEAR}|(?:-${WORD}-|/${WORD}/)(?:\d{4}|\d{2})(?![\w/]))`,
  // 1996 January 17
  yearFirst: String.raw`${START}\d{4},?[ ]${WORD}[ ]${DAY}(?!\w|,?[ ]\d{4})`,
  // ??/6/1844, 1844-06-??
  unknownDay: String.raw`(?<=${UNKNOWN})\d{1,2}[-/.]\d{4}(?![\w/]|[-.]\d)|(?<![\w/.-])\d{4}[-/.]\d{1,2}[-/.](?:\?{1,2}|[xX]{2}(?!\w))`,
  // 6/1844
  numericMonth: String.raw`(?<![\w/.:-])(?<!${NUMBERED})\d{1,2}\/\d{4}(?![\w/]|[-.]\d)`,
  // 17 January
  noYear: String.raw`${START}${DAY}[ ](?:of[ ])?${WORD}(?!\w)`,
  // 1844; 1844-1846; 1844-46; 1844/45; but in 1949 - 20 Canada the second is a code
  year: String.raw`(?:(?<=\bmid-|\bca?\.|${UNKNOWN})|(?<![\w/.:,$=&-])(?<!${NUMBERED}))\d{4}(?:${DASH}(?:\d{4}|\d{2}(?![ ]?-[ ]?\d|[ ][A-Z])))?(?![\w/%]|[.,:]\d|${COUNTED})`,
} as const;

type Form = keyof typeof LETTER_FORMS | keyof typeof DIGIT_FORMS;

/**
 * Forms as one expression that matches where it is set. Every repetition in it is bounded, so that a scan
 * is linear whatever the text.
 */
interface Forms {
  readonly any: RegExp;
  /** Each form is a group, so that the group found tells the form. */
  readonly names: readonly Form[];
}

function formsOf(forms: Readonly<Partial<Record<Form, string>>>): Forms {
  const groups = Object.values(forms).map(form => `(${form})`);
  return { any: new RegExp(groups.join('|'), 'y'), names: Object.keys(forms) as Form[] };
}

const FROM_LETTER = formsOf(LETTER_FORMS);
const FROM_DIGIT = formsOf(DIGIT_FORMS);

/** How much before a date may tell more about it. */
const AHEAD = 16;
const CIRCA = /(?:\bcirca|\bca?\.?|\babout|\baround|\bapprox(?:imately|\.)?)[ ]*$/i;

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

/** More than any form has before its first digit. */
const REACH = 48;

/**
 * Where a date may begin, at `from` or behind it: at a number, or at a word shortly before one. Prose
 * is passed over quickly so, and the forms are tried at few places. The text's length for none.
 */
function nextBeginning(text: string, from: number): number {
  let at = from;
  let digit = nextDigit(text, at);
  while (digit < text.length) {
    for (at = Math.max(at, digit - REACH); at <= digit; at++) if (isBeginning(text, at)) return at;
    digit = nextDigit(text, at);
  }
  return digit;
}

function nextDigit(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isDigit(text.charCodeAt(at))) at++;
  return at;
}

/** A word or a number begins here, as `START` and `WORD_START` have it or wider. */
function isBeginning(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  const before = text.charCodeAt(at - 1);
  if (isDigit(before) || before === UNDERSCORE) return false;
  if (isDigit(code)) return !isAsciiLetter(before) && isDayOrYear(text, at);
  return isLetter(code) && !isLetter(before) && isMonthBeforeNumber(text, at);
}

/** A date begins with a number of one or two digits, or of four; COW codes have three. */
function isDayOrYear(text: string, from: number): boolean {
  let at = from;
  while (isDigit(text.charCodeAt(at))) at++;
  const length = at - from;
  return length < 3 || length === 4;
}

/** A word that begins a date is a month's, and behind it comes a number, another month, or one of few words. */
function isMonthBeforeNumber(text: string, from: number): boolean {
  let at = from;
  while (isLetter(text.charCodeAt(at))) at++;
  if (at - from < SHORTEST_MONTH || at - from > LONGEST_MONTH) return false;
  BEHIND_MONTH.lastIndex = at;
  if (!BEHIND_MONTH.test(text)) return false;
  // A full stop may belong to the name: `Octob.`
  return readMonth(text.slice(from, text[at] === '.' ? at + 1 : at), true) !== undefined;
}

/** As `WORD` has it. */
const SHORTEST_MONTH = 3;
const LONGEST_MONTH = 12;
const BEHIND_MONTH = /\.?[\s,]{0,24}(?:['\u2018\u2019]?\d|[-\u2013\u2014/]|to\s|(?:the|of|de)\s{1,4}\d)/y;

const UNDERSCORE = 0x5f;

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isAsciiLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

function isLetter(code: number): boolean {
  return isAsciiLetter(code) || (code >= 0xc0 && code <= 0x24f);
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

/** `1. January 17, 1996` numbers an entry of a list; `17. Januar 1996` and `17.Jan.96` are days. */
function isNumbering(match: RegExpExecArray, stretch: string): boolean {
  if (!/\s/.test(match[0])) return false;
  const [, day = '', month = '', year = ''] =
    /^(\d+)\.[\s\u00a0]*([^\d\s.,]+)(?:[\s.,]\D*)?(\d+)$/.exec(match[0]) ?? [];
  if (day === '') return false;
  const beginsLine = /(?:^|[\n\r])[ \t]*$/.test(stretch.slice(Math.max(0, match.index - 8), match.index));
  return year.length !== 4 || (beginsLine && day.length === 1 && readMonth(month)?.spelling === 'right');
}

/** Year, month and day in this order; the last two may have one digit. */
function readIso(words: DateWords, circa: boolean): DateReading {
  const [year = 0, month = 0, day = 0] = words.text.split(/[-/.]/).map(Number);
  return (
    partOfDay(words, { year, month, day }, circa) ?? knownDay(words, { year, month, day }, circa, isoDay)
  );
}

/** In digits, a zero stands for what is not known: `1902-05-00` is a month, `00/00/1902` a year. */
function partOfDay(words: DateWords, { year, month, day }: Day, circa: boolean): KnownDate | undefined {
  if (day !== 0 || month > 12 || !isYear(year)) return undefined;
  return month === 0 ? wholeYears(words, year, year, circa) : wholeMonths(words, year, month, month, circa);
}

type Writer = (day: Day) => string;

function knownDay(words: DateWords, day: Day, circa: boolean, write: Writer, last: Day = day): DateReading {
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
function nearestDay({ year, month, day }: Day, write: Writer): string | undefined {
  if (month < 1 || month > 12 || day > 39) return undefined;
  return write({ year, month, day: Math.min(Math.max(day, 1), daysInMonth(year, month)) });
}

const NUMERIC = /^(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4}|\d{2})$/;

/** Before the number of a part: `Article 1.2.04`, `Version 4.0.12`. */
const NUMBERS_A_PART = /\b(?:version|section|chapter|part|para(?:graph)?|art(?:icle)?|nos?|pp?)s?\.?\s*$/i;

function readNumeric(words: DateWords, circa: boolean, isPart: boolean): DateReading | undefined {
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

function readRoman(words: DateWords, circa: boolean): DateReading | undefined {
  const [day = '', month = '', year = ''] = words.text.split(/[-/.]/);
  const known = { year: Number(year), month: ROMAN.indexOf(month.trim()) + 1, day: Number(day) };
  if (known.month === 0) return undefined;
  return year.length === 2
    ? openCentury(words, known.month, known.day, known.year)
    : knownDay(words, known, circa, writtenDay);
}

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
function readWritten(words: DateWords, circa: boolean, behind: string): DateReading | undefined {
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

/** `June 20/July 2, 1890`: from one day to another, or one day in two calendars. */
function readTwoDays(words: DateWords, circa: boolean): DateReading | undefined {
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

function readYearFirst(words: DateWords, circa: boolean): DateReading | undefined {
  const [named] = monthsIn(words.text);
  const [year = 0, day = 0] = (words.text.match(/\d+/g) ?? []).map(Number);
  if (!named || !isYear(year)) return undefined;
  const known = { year, month: named.reading.month, day };
  return named.reading.spelling === 'right'
    ? knownDay(words, known, circa, writtenDay)
    : badMonth(words, named.reading, writtenDay(known));
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

function badMonth(words: DateWords, reading: MonthReading, suggestion: string): BadDate {
  return {
    kind: 'bad',
    ...words,
    problem: reading.spelling === 'foreign' ? 'foreign-month' : 'misspelt-month',
    suggestion,
  };
}

function openCentury(words: DateWords, month: number, day: number, year: number): DateReading | undefined {
  const readings = [1800, 1900, 2000]
    .map(century => ({ year: century + year, month, day }))
    .filter(isRealDay);
  return readings.length === 0 ? undefined : { kind: 'ambiguous', ...words, open: 'century', readings };
}

/** `(Marsh 1999, 45)`, `Marsh 1999: 45`: what looks like a misspelt month is an author. */
function isCited(ahead: string, behind: string): boolean {
  return /^[:,]\s?(?:pp?\.\s?)?\d/.test(behind) || (/[(;]\s?$/.test(ahead) && /^\s?[);]/.test(behind));
}

function readMonthAndYear(words: DateWords, circa: boolean, isSource: boolean): DateReading | undefined {
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

/** The month before or behind its year. */
function readNumericMonth(words: DateWords, circa: boolean): DateReading | undefined {
  const [first = 0, second = 0] = (words.text.match(/\d+/g) ?? []).map(Number);
  const [month, year] = first < second ? [first, second] : [second, first];
  return isYear(year) && month >= 1 && month <= 12
    ? wholeMonths(words, year, month, month, circa)
    : undefined;
}

function wholeMonths(words: DateWords, year: number, first: number, last: number, circa: boolean): KnownDate {
  return {
    kind: 'date',
    ...words,
    first: isoDay({ year, month: first, day: 1 }),
    last: isoDay({ year, month: last, day: daysInMonth(year, last) }),
    precision: 'month',
    circa,
  };
}

/** The number of `Jan '96` or `Jan. 96` is its year. */
const ONLY_YEAR = /['\u2018\u2019]|[ ](?:3[2-9]|[4-9]\d)$/;

function readWithoutYear(words: DateWords): DateReading | undefined {
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

function readYears(words: DateWords, circa: boolean): DateReading | undefined {
  const [firstText = '', secondText = firstText] = words.text.match(/\d+/g) ?? [];
  const first = Number(firstText);
  const second = endYear(firstText, secondText);
  if (!isYear(first) || !isYear(second) || second < first) return undefined;
  // `1844/45` is a winter; `2038/57` is the page of a volume.
  if (words.text.includes('/') && second !== first + 1) return undefined;
  return wholeYears(words, first, second, circa);
}

function wholeYears(words: DateWords, first: number, last: number, circa: boolean): KnownDate {
  return {
    kind: 'date',
    ...words,
    first: isoDay({ year: first, month: 1, day: 1 }),
    last: isoDay({ year: last, month: 12, day: 31 }),
    precision: 'year',
    circa,
  };
}

/** `1844-46` ends in 1846, `1998-02` in 2002; centuries later nothing ends. */
function endYear(first: string, second: string): number {
  const year = Number(first.slice(0, 4 - second.length) + second);
  const isNextCentury = second.length === 2 && year < Number(first) && year + 100 - Number(first) <= MAX_TERM;
  return isNextCentury ? year + 100 : year;
}

const MAX_TERM = 30;

function isYear(year: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}
