import { hide } from './mask';

/**
 * A list of members with the marks that number its entries masked: `1. Belarus 2. Kazakhstan`, `(1) Belarus`,
 * `a) Belarus`, and at the beginnings of lines `1 370 Belarus`. Numbers count, also where one was forgotten, and
 * begin with 1, which is no state's code; `370. Belarus` is one.
 */
export function withoutNumbering(readable: string): string {
  if (FIRST_LETTER.test(readable)) return readable.replace(LETTER, hide);
  const [, opening, closing] = FIRST_NUMBER.exec(readable) ?? [];
  if (opening === undefined) return readable;
  const isBare = opening === '' && closing === '';
  if (isBare && !SECOND_LINE.test(readable)) return readable;
  let count = 0;
  return readable.replace(NUMBER, (found, open: string, digits: string, close: string, at: number) => {
    const number = Number(digits);
    const isNext = open === opening && close === closing && number > count && number <= count + MOST_SKIPPED;
    if (!isNext || (isBare && !LINE_START.test(readable.slice(Math.max(0, at - 9), at)))) return found;
    count = number;
    return hide(found);
  });
}

const MOST_SKIPPED = 3;

/** Behind a number: with nothing about it, it counts only where a code follows, or a name with its code. */
const CLOSING = String.raw`([.)\]:]{1,2}(?=[\s\d\p{Lu}])|[ ]?[-\u2013\u2014](?=\s)|(?=[ \t]{1,8}(?:\p{L}\D{0,80})?\d))`;
const FIRST_NUMBER = new RegExp(String.raw`^\s*([([#]?)1${CLOSING}`, 'u');
const NUMBER = new RegExp(String.raw`(?<!\S)([([#]?)(\d{1,3})${CLOSING}`, 'gu');
const LINE_START = /(?:^|[\n\r])[ \t]*$/;
const SECOND_LINE = /[\n\r][ \t]{0,8}2[ \t]/;

const FIRST_LETTER = /^\s*[([]?a[.)\]][ \t]/i;
const LETTER = /(?<=^|[\n\r])[ \t]{0,8}[([]?[a-z][.)\]](?=[ \t])/gi;
