import { MONTHS } from '../answers/calendar';
import { readLinks } from '../answers';
import type { AnswerKind } from '../instrument';
import { SOFT_HYPHEN } from './characters';
import type { FlatLine } from './flatText';
import { wordBeforeHyphen, type Hyphens } from './hyphens';
import type { PageWidth } from './pageWidth';

/** How two lines of an answer go together. */
export type Seam =
  /** Two lines that the coder wrote. */
  | { readonly kind: 'kept' }
  /** One line that the page's width broke; `between` stands where it was broken. */
  | { readonly kind: 'torn'; readonly between: '' | ' '; readonly dropsHyphen?: boolean };

/** How much of a line's end and of the next one's beginning is looked at. */
const EDGE = 500;

const KEPT: Seam = { kind: 'kept' };

/** Behind these a sentence or an entry of a list may be complete. */
const COMPLETE = /[.!?:;)\]"\u201d\u2019]$/;
/** A new entry: a bullet, `(a)`, `1.`, `Article 5:`. */
const ENTRY =
  /^(?:[\u2022\u25cf\u25aa*\u00b7-]\s|[\u2013\u2014]\s|\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]\s|art(?:icle|\.)?\s[\divxl]+\s?:)/i;
/** A capital, a figure or an opening quote begins a sentence or an entry. */
const BEGINNING = /^["\u201c\u2018'([]?[\p{Lu}\p{N}]/u;
/** At a line's end, these say that its sentence or entry goes on. */
const GOES_ON = /(?:[,(/\u2013\u2014-]|\b(?:and|or|of|the|to|by|in|on|from|with|for|at|until))$/i;
const MONTH_END = new RegExp(String.raw`\b(?:${MONTHS.join('|')})$`, 'i');

/**
 * Whether the page's width alone parted two lines of an answer. Only what is sure counts as torn: the
 * next word had no room on its line, and nothing says that a new sentence or a new entry begins.
 */
export function seamBetween(
  line: FlatLine,
  next: FlatLine,
  width: PageWidth,
  kind: AnswerKind | undefined,
  hyphens: Hyphens,
): Seam {
  // A pattern that looks for a line's end from every place in it would take too long for a long line.
  const before = line.source.text.slice(-EDGE);
  const behind = next.source.text.slice(0, EDGE);
  const goesOn = !COMPLETE.test(before) && (/^\p{Ll}/u.test(behind) || GOES_ON.test(before));
  // In a text a page break may look like a blank line.
  if (next.gap === 'blank' && !(goesOn && line.source.place === undefined)) return KEPT;
  if (!(goesOn ? width.isNearlyFull(line, next) : width.isFull(line, next))) return KEPT;
  if (isTornLink(before, behind)) return { kind: 'torn', between: '' };
  if (ENTRY.test(behind) || isIndented(line, next)) return KEPT;
  if (COMPLETE.test(before) && BEGINNING.test(behind)) return KEPT;
  if (kind && beginsEntry(kind, line.source.text, before, behind)) return KEPT;
  return tornAt(before, behind, hyphens);
}

/** In an answer that lists, each entry may stand on its own line. */
function beginsEntry(kind: AnswerKind, line: string, before: string, behind: string): boolean {
  if (!BEGINNING.test(behind) || GOES_ON.test(before) || isOpen(before)) return false;
  switch (kind) {
    case 'members':
      // Where the codes come first, a name goes on until the next code.
      return /^\d/.test(behind) || !/^\d/.test(line);
    case 'dates':
      return !MONTH_END.test(before);
    case 'values':
      return true;
    default:
      return false;
  }
}

function tornAt(before: string, behind: string, hyphens: Hyphens): Seam {
  if (before.endsWith(SOFT_HYPHEN)) return { kind: 'torn', between: '' };
  const stem = wordBeforeHyphen(before);
  const [rest] = /^\p{L}+/u.exec(behind) ?? [];
  if (stem !== undefined && rest !== undefined) {
    return { kind: 'torn', between: '', dropsHyphen: hyphens.isOneWord(stem, rest) };
  }
  const isClosed =
    (/[\p{L}\p{N}][/\u2014]$/u.test(before) && addressAtEnd(before) < 0) ||
    /^[/\u2014][\p{L}\p{N}]/u.test(behind);
  return { kind: 'torn', between: isClosed ? '' : ' ' };
}

/** Where the address begins that the text ends with; -1 where it ends with none. */
function addressAtEnd(text: string): number {
  const word = text.split(/\s/).at(-1) ?? '';
  const at = word.search(/(?:https?:\/\/|www\.)\S/i);
  return at < 0 ? at : text.length - word.length + at;
}

/** An address that goes on where its line ends. */
function isTornLink(before: string, behind: string): boolean {
  const address = addressAtEnd(before);
  if (address < 0) return false;
  const end = before.length - address;
  const both = `${before.slice(address)}\n${behind}`;
  return readLinks(both, 0, both.length).some(({ torn }) => torn !== undefined && torn.start > end);
}

function isIndented(line: FlatLine, next: FlatLine): boolean {
  const [own, other] = [line.source.place, next.source.place];
  return own !== undefined && other !== undefined && other.left - own.left > own.size / 2;
}

/** A bracket that is open goes on: `(accession of Greece,` */
function isOpen(text: string): boolean {
  return text.lastIndexOf('(') > text.lastIndexOf(')');
}
