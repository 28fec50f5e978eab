import type { AnswerOf } from '../answers';
import { NOTHING } from './found';
import { replace } from './sheetEdits';
import type { AnswerRule } from './types';

/** An ATOP ID that is not four digits, with a decimal phase or without. */
export const badIdentifier: AnswerRule<AnswerOf<'atop-id'>> = {
  id: 'bad-identifier',
  severity: 'error',
  kind: 'atop-id',
  checkAnswer(answer) {
    const { reading } = answer;
    if (reading.id || !answer.isGiven) return NOTHING;
    const { found } = reading;
    return [
      {
        start: answer.start,
        end: answer.end,
        message: 'An ATOP ID is four digits, such as 4765, or 1020.1 for one phase of an alliance.',
        fixes: () =>
          found === undefined
            ? []
            : [{ title: `Write ${found}`, changes: [replace(answer, found)], preferred: true }],
      },
    ];
  },
};
