import { fromIso, writtenDay, type Answer, type DateReading, type KnownDate } from '../answers';
import type { TextChange } from '../rules';
import type { Span } from '../syntax';
import { proseChanges } from './formatSpace';
import { quotationsIn } from './quotations';

/** How dates are written: as they are, `January 17, 1996`, or `1996-01-17`. */
export type DateForm = 'keep' | 'written' | 'iso';

/** Tidies an answer: its white space, `N/A`, and its dates where that is asked for. Never its words. */
export function answerChanges(text: string, answer: Answer, dates: DateForm): TextChange[] {
  if (isNaVariant(answer)) return [{ start: answer.start, end: answer.end, newText: NA }];
  const rewritten = dates === 'keep' ? [] : singleDays(answer, text).flatMap(date => rewriting(date, dates));
  const spaces = proseChanges(text, answer).filter(space => !rewritten.some(date => overlaps(space, date)));
  return [...spaces, ...rewritten].sort((a, b) => a.start - b.start);
}

const NA = 'NA';
const NA_VARIANT = /^n\s?[/.]?\s?a\.?$/i;

/** `N/A`, `n.a.` and the like as a whole answer. */
export function isNaVariant({ text, isNotApplicable }: Answer): boolean {
  return isNotApplicable && text !== NA && NA_VARIANT.test(text);
}

/**
 * The dates that name one day, as far as they are the coder's own: not those within a quotation, and not
 * in answers that are asked for something else.
 */
export function singleDays(answer: Answer, text: string): KnownDate[] {
  const days = datesOf(answer)
    .filter(date => date.kind === 'date')
    .filter(({ precision, first, last }) => precision === 'day' && first === last);
  if (days.length === 0) return [];
  const quotations = quotationsIn(text, answer);
  return days.filter(day => !quotations.some(quotation => overlaps(quotation, day)));
}

function datesOf({ reading }: Answer): readonly DateReading[] {
  if (reading.kind === 'dates') return reading.dates;
  return reading.kind === 'members' ? reading.entries.flatMap(entry => entry.dates) : [];
}

function rewriting({ start, end, text, first }: KnownDate, form: 'written' | 'iso'): TextChange[] {
  const newText = form === 'iso' ? first : writtenDay(fromIso(first));
  return newText === text ? [] : [{ start, end, newText }];
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
