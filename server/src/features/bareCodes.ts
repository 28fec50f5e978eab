import type { Answer } from '../answers';
import { stateByCode } from '../reference';
import type { Span } from '../syntax';

/** A code as written, in digits. */
export interface BareCode extends Span {
  readonly digits: string;
}

/** A number alone between two separators of a list. */
const ALONE =
  /(?<=^|[,;:([\n\r&]|\.(?=\s)|\b(?:and|or)\b)[ \t\u00a0]{0,3}(?<digits>\d{1,3})(?=[ \t\u00a0]{0,3}(?:$|[,;)\]\n\r&/]|\.(?!\d)|(?:and|or)\b))/giu;
/** `Articles 2, 200 and` … : the numbers behind such a word count something else. */
const COUNTED =
  /\b(?:art|article|section|sec|paragraph|para|par|chapter|annex|protocol|page|pp|p|no|nos|number|volume|vol|q|question|version)s?\.?\s*[\dIVXLC][\dIVXLC\s,;.&()-]*(?:(?:and|or|to)[\s\dIVXLC,;.&()-]*)*$/i;
/** How far back such a word is looked for. */
const REACH = 60;
/** `Yes. 2, 20 and 200`: nothing but codes, so that short ones are codes too. */
const ONLY_CODES = /^(?:yes\b)?(?:[\s.,:;&()[\]\d-]|\band\b|\bor\b)*$/i;
const MAX_LIST = 2000;

/**
 * The codes of states that stand in an answer without a name: `Yes. 365 and 220`. A code of three digits
 * counts where it stands alone in a list; a shorter one, which may number a list, only where the answer
 * holds nothing but codes.
 */
export function bareCodes({ text, start }: Answer): BareCode[] {
  if (!/\d/.test(text)) return [];
  const isList = text.length <= MAX_LIST && ONLY_CODES.test(text);
  const codes: BareCode[] = [];
  for (const match of text.matchAll(ALONE)) {
    const digits = match.groups?.['digits'] ?? '';
    const from = match.index + match[0].length - digits.length;
    if (!stateByCode(Number(digits)) || (digits.length < 3 && !isList)) continue;
    if (digits.length === 3 && digits !== String(Number(digits))) continue;
    if (COUNTED.test(text.slice(Math.max(0, from - REACH), from))) continue;
    codes.push({ start: start + from, end: start + from + digits.length, digits });
  }
  return codes;
}
