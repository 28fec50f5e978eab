import type { AnswerOf } from '../answers';
import type { Rule } from './types';

/** A bare `Yes` where the question asks to describe it (a bare `No` where that is to be described). */
export const yesNeedsDescription: Rule = {
  id: 'yes-needs-description',
  severity: 'warning',
  *check(sheet) {
    for (const { reading, question, start, end } of sheet.byKind['yes-no'].filter(lacksDescription)) {
      const { word } = reading;
      if (!word) continue;
      const written = word.value === 'yes' ? 'Yes' : 'No';
      yield {
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
      };
    }
  },
};

function lacksDescription({ reading: { word, description }, question }: AnswerOf<'yes-no'>): boolean {
  return word !== undefined && word.value === question.describe && description.start === description.end;
}
