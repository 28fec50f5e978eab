import type { Rule } from './types';

/** A bare `Yes` where the question asks to describe it (a bare `No` where that is to be described). */
export const yesNeedsDescription: Rule = {
  id: 'yes-needs-description',
  severity: 'warning',
  *check(sheet) {
    for (const { reading, question, start, end } of sheet.byKind['yes-no']) {
      if (!reading.word || question.describe !== reading.word.value) continue;
      if (reading.description.start < reading.description.end) continue;
      const { word } = reading;
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
