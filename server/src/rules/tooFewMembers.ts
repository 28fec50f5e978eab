import type { AnswerOf } from '../answers';
import { NOTHING } from './found';
import { listsMembers } from './sheetFacts';
import type { AnswerRule } from './types';

/** An alliance of fewer than two members. A doubled one counts twice: it is a finding of its own. */
export const tooFewMembers: AnswerRule<AnswerOf<'members'>> = {
  id: 'too-few-members',
  severity: 'warning',
  kind: 'members',
  checkAnswer(answer) {
    const { length } = answer.reading.entries;
    if (!listsMembers(answer) || length >= 2) return NOTHING;
    return [
      {
        start: answer.start,
        end: answer.end,
        message:
          length === 0
            ? 'No member can be read here. Write each with its COW code: “370 Belarus”.'
            : 'An alliance has at least two members; only one is listed.',
      },
    ];
  },
};
