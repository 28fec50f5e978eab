import { mayNameStates, statesByName } from '../reference';
import type { Span } from '../syntax';
import { withoutNumbering } from './listNumbering';
import { hide, MASK } from './mask';
import { abbreviationIn, cellsOf, isNoteWord } from './memberCells';

/**
 * The stretch of a list of members with all masked that is no member: `masked` (dates and links),
 * remarks in brackets, a list's own numbering.
 */
export function withoutNotes(text: string, start: number, end: number, masked: readonly Span[]): string {
  const known = masking(text, start, end, masked);
  const hasBrackets = known.includes('(') || known.includes('[');
  const unwrapped = hasBrackets && MAY_BE_WRAPPED.test(known) ? known.replace(WRAPPED, hide) : known;
  const bare = hasBrackets
    ? unwrapped.replace(BRACKETS, (group: string, inner: string, at: number) =>
        bracketed(known, at, group, inner),
      )
    : known;
  const unnumbered = bare.replace(ORDINAL, hide);
  const unmarked = MAY_HAVE_FOOTNOTES.test(unnumbered) ? unnumbered.replace(FOOTNOTE, hide) : unnumbered;
  const uncounted = withoutNumbering(unmarked);
  // `370: Belarus`: the colon joins where it would part two names.
  const hasColons = uncounted.includes(':') || uncounted.includes('=');
  return hasColons ? uncounted.replace(/(?<=\d)[ ]?[:=]/g, hide) : uncounted;
}

/** A remark in brackets, also where a line ends within it, unless a member begins the next. */
const BRACKETS =
  /[([]((?:[^()[\]\n\r]|(?:\r\n|[\n\r])(?![ \t]*(?:[\n\r]|\d{1,4}[ \t]+\p{Lu}))){0,200})[)\]]/gu;
/** Soon seen: few lists have any. */
const MAY_BE_WRAPPED = /[\n\r][ \t]{0,8}[([]/;
/** Between a name and the one in brackets that the line's end has put below it. */
const WRAPPED = /(?<=\p{L})[ \t]{0,8}(?:\r\n|[\n\r])[ \t]{0,8}(?=[([]\p{L})/gu;
/** `Member 1:` */
const ORDINAL =
  /\b(?:mem(?:ber)?|state|country|party|nation|ally|signatory|phase|stage|side|group)[ ]?#?\d{1,2}(?=[ ]?[:.)=\u2013-])/gi;
/** Soon seen: few lists have any. */
const MAY_HAVE_FOOTNOTES = /[a-z\u0080-\uffff]\d/;
/** `Belarus1`: a footnote's mark, which a PDF's text layer sets on the line. */
const FOOTNOTE = /\d{1,2}(?<=\p{Ll}\d{1,2})(?![\p{L}\p{N}])/gu;

function masking(text: string, start: number, end: number, masked: readonly Span[]): string {
  let readable = '';
  let at = start;
  for (const span of masked.toSorted((a, b) => a.start - b.start)) {
    if (span.start < at) continue;
    readable += text.slice(at, span.start) + MASK.repeat(span.end - span.start);
    at = span.end;
  }
  return readable + text.slice(at, end);
}

/** What is left to read of a group in brackets. */
function bracketed(known: string, at: number, group: string, inner: string): string {
  if (CODES_ALONE.test(inner)) return group;
  const [, label = '', digits = '', rest = ''] = CODE_FIRST.exec(inner) ?? [];
  if (digits !== '' && isNote(rest))
    return `${group.charAt(0)}${hide(label)}${digits}${hide(rest)}${group.slice(-1)}`;
  if (!mayNameStates(inner)) return hide(group);
  const isRead = completesAName(known, at, inner) || isList(inner) || namesAState(inner);
  return isRead ? group : hide(group);
}

/** `(640)`, `(COW code: 640)`, `(640, joined 1955)` */
const CODE_FIRST =
  /^(\s*(?:#[\s.:#]*)?(?:(?:COW|c?code|country|number|no)[\s.:#]*){0,3})(\d{1,4})(?![\p{L}\p{N}])(.*)$/isu;

/** `(370, 705)`, `(370 and 705)` */
const CODES_ALONE = /^\s?\d{1,3}(?:\s?(?:[,;/&]|\band\b)\s?\d{1,3})+\s?$/i;

/** What stands behind a code in brackets: nothing, a masked date, what a comma parts from it, a note. */
function isNote(rest: string): boolean {
  const [, mark = '', word = ''] = /^\s*([^\p{L}\s]*)\s*(\p{L}*)/u.exec(rest) ?? [];
  return mark !== '' || word === '' || isNoteWord(word);
}

function namesAState(inner: string): boolean {
  const trimmed = inner.trim();
  return statesByName(trimmed).length > 0 || abbreviationIn(trimmed) !== undefined;
}

/** `Republic of the Congo (Brazzaville)`: the brackets are part of the name. */
function completesAName(known: string, at: number, inner: string): boolean {
  return beginningsBefore(known, at).some(words => statesByName(`${words} (${inner})`).length > 0);
}

const MAX_NAME = 60;

/** The words of the cell before `at`: all of them, then without the first, and so on. */
function beginningsBefore(known: string, at: number): string[] {
  const before =
    known
      .slice(Math.max(0, at - MAX_NAME), at)
      .split(/[,;:()\d]/)
      .at(-1) ?? '';
  const words = before.trim().split(/\s+/);
  return words.map((_, from) => words.slice(from).join(' '));
}

/** `Original members (2 USA, 20 Canada)`: codes beside their own names are a list, not a remark. */
function isList(inner: string): boolean {
  let pairs = 0;
  for (const { tokens } of cellsOf(inner, 0)) {
    tokens.forEach((token, index) => {
      const beside = tokens[index + 1];
      const [code, name] = token.kind === 'code' ? [token, beside] : [beside, token];
      const isPair = code?.kind === 'code' && name?.kind === 'name';
      if (isPair && name.states.some(state => state.code === Number(code.digits))) pairs++;
    });
  }
  return pairs > 1;
}
