/** A day of the Gregorian calendar; `month` 1 to 12. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function isRealDay({ year, month, day }: Day): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** `1996-01-17`: days written so compare as strings do. */
export function isoDay({ year, month, day }: Day): string {
  const fourDigits = year < 1000 ? String(year).padStart(4, '0') : String(year);
  return `${fourDigits}-${twoDigits(month)}-${twoDigits(day)}`;
}

const DAY = 24 * 60 * 60 * 1000;
let today = { number: NaN, iso: '' };

/** Today in UTC, as an ISO day. */
export function isoToday(): string {
  const number = Math.floor(Date.now() / DAY);
  // It is asked for at every letter that a coder types.
  if (number !== today.number) today = { number, iso: new Date(number * DAY).toISOString().slice(0, 10) };
  return today.iso;
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}

/** The day of `1996-01-17`, as `isoDay` writes it. */
export function fromIso(iso: string): Day {
  return { year: Number(iso.slice(0, 4)), month: Number(iso.slice(5, 7)), day: Number(iso.slice(8, 10)) };
}

/** How many days after the first the second is. */
export function daysBetween(first: Day, second: Day): number {
  return (startOf(second) - startOf(first)) / DAY;
}

function startOf({ year, month, day }: Day): number {
  return new Date(0).setUTCFullYear(year, month - 1, day);
}

export function monthName(month: number): string {
  return MONTHS[month - 1] ?? '';
}

/** `January 17, 1996`, as published sheets write it. */
export function writtenDay({ year, month, day }: Day): string {
  return `${monthName(month)} ${day}, ${year}`;
}

/** `Wednesday`. */
export function weekday(day: Day): string {
  return WEEKDAYS[new Date(startOf(day)).getUTCDay()] ?? '';
}
