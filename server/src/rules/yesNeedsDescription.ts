import type { AnswerOf } from '../answers';
import { NOTHING } from './found';
import type { AnswerRule } from './types';

/** A bare `Yes` where the question asks to describe it (a bare `No` where that is to be described). */
export const yesNeedsDescription: AnswerRule<AnswerOf<'yes-no'>> = {
  id: 'yes-needs-description',
  severity: 'warning',
  kind: 'yes-no',
  checkAnswer({ reading, question, start, end }) {
    const { word, description } = reading;
    if (word?.value !== question.describe || word === undefined) return NOTHING;
    if (description.start < description.end) return NOTHING;
    const written = word.value === 'yes' ? 'Yes' : 'No';
    return [
      {
        start: word.start,
        end: word.end,
        message: `Question ${question.number} asks to describe a ${written}: say which article, and what it provides.`,
        fixes: () => [
          {
            title: 'Add a description',
            changes: [{ start, end, newText: `${written}. Article number: “what it provides”` }],
            snippet: `${written}. Article \${1:number}: “\${2:what it provides}”`,
          },
        ],
      },
    ];
  },
};
