import { replace } from './sheetEdits';
import type { Rule } from './types';

/** An ATOP ID that is not four digits, with a decimal phase or without. */
export const badIdentifier: Rule = {
  id: 'bad-identifier',
  severity: 'error',
  *check(sheet) {
    for (const answer of sheet.byKind['atop-id']) {
      const { reading } = answer;
      if (reading.id || !answer.isGiven) continue;
      const { found } = reading;
      yield {
        start: answer.start,
        end: answer.end,
        message: 'An ATOP ID is four digits, such as 4765, or 1020.1 for one phase of an alliance.',
        fixes: () =>
          found === undefined
            ? []
            : [{ title: `Write ${found}`, changes: [replace(answer, found)], preferred: true }],
      };
    }
  },
};
