import { printHeading, type Section } from '../instrument';
import type { TextChange } from '../rules';
import { isSpace, trimSpan, type HeadingLeaf, type QuestionNode, type Span } from '../syntax';
import { proseChanges, withLineEnds } from './formatSpace';

/**
 * Lays out a question's number and printed text: in the instrument's words, wrapped at a width (0: not at
 * all). A question that is worded or numbered otherwise keeps its words and its lines: whatever was
 * written into it is the coder's, and *reworded-question* offers to restore it.
 */
export function printedChanges(text: string, node: QuestionNode, width: number, eol: string): TextChange[] {
  const { question, printedNumber, changes, number, printed } = node;
  const span = { start: number.start, end: printed.end };
  const isOwn = changes.length === 0 && printedNumber === question.number;
  if (!isOwn || holdsMore(text, printed, question.text)) return proseChanges(text, span);
  return laidOut(text, span, `${question.number}. ${question.text}`, width, eol);
}

/** Lays out a heading in the instrument's words, on one line; one that is worded otherwise keeps its words. */
export function headingChanges(text: string, heading: HeadingLeaf, section: Section): TextChange[] {
  const printed = printHeading(section);
  if (heading.changes.length > 0 || holdsMore(text, heading, printed, SEPARATORS))
    return proseChanges(text, heading);
  return laidOut(text, heading, printed, 0, '');
}

const QUOTES = /["'\u2018-\u201f`\u00b4\u00ab\u00bb\u2032\u2033\ufffd]/;
const DASHES = /[-\u00ad\u2010-\u2015\u2212]/;
/** What a heading's numeral and its title are parted by; one will do for another. */
const SEPARATORS = /[-:.\u2010-\u2015\u2212]/;

/**
 * True where a mark stands in the printed text that the instrument does not print there: a tick, a star,
 * a second question mark. Letters are compared when the text is found; marks are not.
 */
export function holdsMore(text: string, span: Span, printed: string, dashes = DASHES): boolean {
  // A hyphen at a line's end tears a word; it comes and goes with the wrapping.
  const written = text.slice(span.start, span.end).replace(/[-\u00ad\u2010\u2011](?=\s*[\n\r])/g, '');
  const left = marksIn(printed, dashes);
  for (const [mark, count] of marksIn(written, dashes)) if (count > (left.get(mark) ?? 0)) return true;
  return false;
}

/** How often each mark stands in a text; quotes of every kind are one, and so are the dashes. */
function marksIn(text: string, dashes: RegExp): Map<string, number> {
  const marks = new Map<string, number>();
  for (const character of text) {
    if (/[\p{L}\p{M}\p{N}]/u.test(character) || isSpace(character.charCodeAt(0))) continue;
    const mark = QUOTES.test(character) ? '"' : dashes.test(character) ? '-' : character;
    marks.set(mark, (marks.get(mark) ?? 0) + 1);
  }
  return marks;
}

/** The words of `printed` in place of the stretch. Where they stand there already only the gaps are changed. */
function laidOut(text: string, span: Span, printed: string, width: number, eol: string): TextChange[] {
  const words = wordsIn(text, span);
  const wanted = printed.split(' ');
  const areSame =
    words.length === wanted.length &&
    words.every((word, index) => straight(text.slice(word.start, word.end)) === wanted[index]);
  const inFile = text.slice(span.start, span.end);
  const shown = areSame
    ? words.map(({ start, end }) => text.slice(start, end))
    : (inFile.includes('\u201c') ? curly(printed) : printed).split(' ');
  const breaks = lineBreaks(shown, width);
  if (!areSame) {
    const newText = shown
      .map((word, index) => (breaks.has(index) ? eol : index > 0 ? ' ' : '') + word)
      .join('');
    return newText === inFile ? [] : [{ ...span, newText }];
  }
  return words.slice(1).flatMap((word, index) => {
    const gap = { start: words[index]?.end ?? word.start, end: word.start };
    const isBreak = breaks.has(index + 1);
    const newText = isBreak ? withLineEnds(text.slice(gap.start, gap.end), 1, eol) : ' ';
    return text.slice(gap.start, gap.end) === newText ? [] : [{ ...gap, newText }];
  });
}

function wordsIn(text: string, { start, end }: Span): Span[] {
  const words: Span[] = [];
  let at = trimSpan(text, start, end).start;
  while (at < end) {
    const from = at;
    while (at < end && !isSpace(text.charCodeAt(at))) at++;
    words.push({ start: from, end: at });
    while (at < end && isSpace(text.charCodeAt(at))) at++;
  }
  return words;
}

function straight(words: string): string {
  return words.replace(/[\u201c\u201d]/g, '"').replace(/[\u2018\u2019]/g, "'");
}

function curly(words: string): string {
  return words.replace(/"([^"]*)"/g, '\u201c$1\u201d').replace(/'/g, '\u2019');
}

/** The words that begin a line but the first; a word longer than the width stands alone. */
function lineBreaks(words: readonly string[], width: number): ReadonlySet<number> {
  const breaks = new Set<number>();
  if (width <= 0) return breaks;
  let length = 0;
  words.forEach((word, index) => {
    if (index > 0 && length + 1 + word.length > width) {
      breaks.add(index);
      length = word.length;
    } else {
      length += (index > 0 ? 1 : 0) + word.length;
    }
  });
  return breaks;
}
