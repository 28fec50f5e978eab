/** The places of a text at which a date may begin. */
import { isDigit } from '../syntax';
import { readMonth } from './months';

/** More than any form has before its first digit. */
const REACH = 48;

/**
 * Where a date may begin, at `from` or behind it: at a number, or at a word shortly before one. Prose
 * is passed over quickly so, and the forms are tried at few places. The text's length for none.
 */
export function nextBeginning(text: string, from: number): number {
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

/** A word or a number begins here, as `START` and `WORD_START` of the forms have it, or wider. */
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

/** As `WORD` of the forms has it. */
const SHORTEST_MONTH = 3;
const LONGEST_MONTH = 12;
const BEHIND_MONTH = /\.?[\s,]{0,24}(?:['\u2018\u2019]?\d|[-\u2013\u2014/]|to\s|(?:the|of|de)\s{1,4}\d)/y;

const UNDERSCORE = 0x5f;

function isAsciiLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

function isLetter(code: number): boolean {
  return isAsciiLetter(code) || (code >= 0xc0 && code <= 0x24f);
}
