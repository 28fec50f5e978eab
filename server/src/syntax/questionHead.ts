/** Tells whether a question begins at a place. */
import type { Question } from '../instrument/types';
import type { QuestionHead } from './head';
import { BEGINNING, type PreparedInstrument, type PreparedQuestion } from './preparedInstrument';
import { alignExactly, matchExactly, type Alignment, type PrintedText } from './printed';
import { alignLoosely } from './rewording';
import { isDigit } from './span';
import { foldedCode } from './words';

/** The question whose number begins at `digits`, or the offset behind which the text has no part in there being none. */
export function questionHead(
  text: string,
  start: number,
  digits: number,
  lineStart: boolean,
  known: PreparedInstrument,
): QuestionHead | number {
  let at = digits;
  let printedNumber = 0;
  for (; at < digits + 3 && isDigit(text.charCodeAt(at)); at++)
    printedNumber = printedNumber * 10 + text.charCodeAt(at) - DIGIT_ZERO;
  if (at === digits || at === digits + 3) return at + 1;
  const behind = text.charCodeAt(at);
  const stop = behind === SPACE || behind === TAB ? at + 1 : at;
  const hasStop = isStop(text.charCodeAt(stop));
  if (!hasStop && !lineStart) return stop + 1;
  const numberEnd = hasStop ? stop + 1 : at;
  const named = known.byNumber.get(printedNumber);

  const exact = named ? matchExactly(text, numberEnd, named.printed) : numberEnd + 1;
  const isThere = typeof exact !== 'number';
  if (isThere && named && (lineStart || isUnmistakable(text, exact.end, named.printed))) {
    const { end, sight, changes } = exact;
    return {
      kind: 'question',
      start,
      end,
      numberEnd,
      printedNumber,
      question: named.question,
      sight,
      changes,
    };
  }
  // `45.1 million` is a number of its own.
  if (!lineStart || !hasStop || isDigit(text.charCodeAt(numberEnd))) {
    return Math.max(numberEnd + 1, isThere ? exact.sight : exact);
  }

  const found = misnumbered(text, numberEnd, known) ?? reworded(text, numberEnd, named, known);
  const sight = start + known.sight;
  return found ? { kind: 'question', start, numberEnd, printedNumber, ...found, sight } : sight;
}

/** What stands behind a question's number: `5.`, `5)`, `5:`. */
function isStop(code: number): boolean {
  return code === 0x2e || code === 0x29 || code === 0x3a;
}

const TAB = 0x09;
const SPACE = 0x20;
export const DIGIT_ZERO = 0x30;

/**
 * A question in other words. `12. Article 3` in the answer above question 12 is none: whatever it has
 * of that question's words, it has from the real one below it.
 */
function reworded(
  text: string,
  from: number,
  named: PreparedQuestion | undefined,
  known: PreparedInstrument,
): (Alignment & { question: Question }) | undefined {
  const loose = named && alignLoosely(text, from, named.printed);
  if (!loose) return undefined;
  for (const { index, 0: mark, 1: digits } of text.slice(from, loose.end).matchAll(LINE_OF_A_HEAD)) {
    const at = from + index + mark.length;
    if (digits === undefined) {
      if (known.sections.some(({ heading }) => alignExactly(text, from + index, heading))) return undefined;
      continue;
    }
    const other = known.byNumber.get(Number(digits));
    if (!other) continue;
    if (alignExactly(text, at, other.printed)) return undefined;
    if (other === named && alignLoosely(text, at, other.printed)) return undefined;
  }
  return { question: named.question, ...loose };
}

/** A line within a question's text that may be the next head: `13.`, with its digits, or `SECTION`. */
const LINE_OF_A_HEAD = /(?<=[\n\r\u2028\u2029][ \t\u00a0]{0,40})(?:(\d{1,2})[ \t]?[.):]|SECTION)/g;

/** Within a line, a label of one or two words must have its colon to be a question. */
function isUnmistakable(text: string, end: number, printed: PrintedText): boolean {
  return printed.words.length > 3 || text[end - 1] === ':';
}

function misnumbered(
  text: string,
  from: number,
  known: PreparedInstrument,
): (Alignment & { question: Question }) | undefined {
  const beginning = foldedBeginning(text, from);
  for (const { question, printed } of known.byBeginning.get(beginning) ?? []) {
    const alignment = alignExactly(text, from, printed);
    if (alignment) return { question, ...alignment };
  }
  return undefined;
}

function foldedBeginning(text: string, from: number): string {
  let folded = '';
  const reach = Math.min(text.length, from + 8 * BEGINNING);
  for (let at = from; at < reach && folded.length < BEGINNING; at++) {
    const code = foldedCode(text.charCodeAt(at));
    if (code !== 0) folded += String.fromCharCode(code);
  }
  return folded;
}
