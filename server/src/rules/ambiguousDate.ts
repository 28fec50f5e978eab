import { type AmbiguousDate, type Answer, type AnswerOf, isoDay, type Sheet, writtenDay } from '../answers';
import { foundIn } from './found';
import { replace } from './sheetEdits';
import { ASKED, likelyReadings } from './sheetFacts';
import type { AnswerRule, Found } from './types';

/** A date that can be read in several ways: `3/4/1996`, `6/30/04`, a day without a year. */
export const ambiguousDate: AnswerRule<AnswerOf<'dates'>> = {
  id: 'ambiguous-date',
  severity: 'information',
  kind: 'dates',
  checkAnswer: (answer, sheet, { today }) =>
    foundIn(answer.reading.dates, date => {
      if (date.kind !== 'ambiguous') return undefined;
      // In prose about renewals or the end, a day without its year is read with the words around it.
      if (date.readings.length === 0 && !isPlainDate(answer)) return undefined;
      return finding(sheet, answer, date, today);
    }),
};

function isPlainDate(answer: Answer): boolean {
  return answer.question.number === ASKED.signature || answer.question.number === ASKED.revision;
}

function finding(sheet: Sheet, answer: Answer, date: AmbiguousDate, today: string): Found {
  if (date.open === 'year') {
    return { start: date.start, end: date.end, message: `“${date.text}” has no year.` };
  }
  if (date.readings.length === 0) {
    const message = `“${date.text}” leaves its century open. Write the year in full.`;
    return { start: date.start, end: date.end, message };
  }
  const readings = likelyReadings(sheet, answer, date, today).toSorted((a, b) =>
    isoDay(a) < isoDay(b) ? 1 : -1,
  );
  const [only, another] = readings.map(writtenDay);
  const ordered = date.open === 'order' ? readings.toReversed() : readings;
  return {
    start: date.start,
    end: date.end,
    message:
      another === undefined
        ? `“${date.text}” leaves ${date.open === 'order' ? 'its month' : 'its century'} open; it can only be ${only ?? date.text}. Write ${date.open === 'order' ? 'the month as a word' : 'the year in full'}.`
        : `“${date.text}” can be read as ${ordered.map(writtenDay).join(' or ')}.`,
    fixes: () =>
      ordered.map(day => ({
        title: `Write “${writtenDay(day)}”`,
        changes: [replace(date, writtenDay(day))],
        preferred: readings.length === 1,
        safe: readings.length === 1,
      })),
  };
}
