import { memberLists } from './sheetFacts';
import type { Rule } from './types';

/** An alliance of fewer than two members. A doubled one counts twice: it is a finding of its own. */
export const tooFewMembers: Rule = {
  id: 'too-few-members',
  severity: 'warning',
  *check(sheet) {
    for (const { answer, entries } of memberLists(sheet)) {
      if (entries.length >= 2) continue;
      yield {
        start: answer.start,
        end: answer.end,
        message:
          entries.length === 0
            ? 'No member can be read here. Write each with its COW code: “370 Belarus”.'
            : 'An alliance has at least two members; only one is listed.',
      };
    }
  },
};
