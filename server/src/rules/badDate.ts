import type { Answer, AnswerOf, BadDate } from '../answers';
import { foundIn } from './found';
import { replace } from './sheetEdits';
import { ASKED } from './sheetFacts';
import type { AnswerRule, Found } from './types';

/** Words meant as a date that name no day, and an answer to a plain question of date without any. */
export const badDate: AnswerRule<AnswerOf<'dates'>> = {
  id: 'bad-date',
  severity: 'error',
  kind: 'dates',
  checkAnswer(answer) {
    const { dates } = answer.reading;
    if (dates.length === 0 && asksForADateOnly(answer)) return [noDate(answer)];
    return foundIn(dates, date => (date.kind === 'bad' ? badWords(date) : undefined));
  },
};

function noDate({ start, end }: Answer): Found {
  return {
    start,
    end,
    message:
      'No date can be read here. Write it as “January 17, 1996”, or “January 1996” or “1996” where no more is known.',
  };
}

/** The signature and the sheet's revision have a date; renewals and terminations may be told in prose. */
function asksForADateOnly(answer: Answer): boolean {
  const { number } = answer.question;
  return (
    answer.isGiven && !answer.isNotApplicable && (number === ASKED.signature || number === ASKED.revision)
  );
}

function badWords(date: BadDate): Found {
  const { suggestion } = date;
  return {
    start: date.start,
    end: date.end,
    message: `“${date.text}” is not a date: ${problemOf(date)}.`,
    fixes: () =>
      suggestion === undefined
        ? []
        : [
            {
              title: `Write “${suggestion}”`,
              changes: [replace(date, suggestion)],
              preferred: true,
              safe: date.problem === 'misspelt-month',
            },
          ],
  };
}

function problemOf({ problem }: BadDate): string {
  switch (problem) {
    case 'no-such-day':
      return 'there is no such day';
    case 'misspelt-month':
      return 'its month is misspelt';
    case 'foreign-month':
      return 'its month is not in English';
    case 'bad-year':
      return 'a year has four digits';
  }
}
