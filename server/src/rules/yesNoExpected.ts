import type { Answer, AnswerOf, YesNoReading } from '../answers';
import { NOTHING } from './found';
import { replace } from './sheetEdits';
import type { AnswerRule, Fix } from './types';

/** A question of Yes or No that is answered by a description alone. */
export const yesNoExpected: AnswerRule<AnswerOf<'yes-no'>> = {
  id: 'yes-no-expected',
  severity: 'information',
  kind: 'yes-no',
  checkAnswer(answer) {
    if (!isDescriptionAlone(answer)) return NOTHING;
    const { start, text, reading, question } = answer;
    return [
      {
        start,
        // Where the word is missing. A line under all of a long description would only be in its reader's way.
        end: start + (FIRST_WORD.exec(text)?.[0].length ?? 0),
        message: `Question ${question.number} asks for Yes or No first, then the description.`,
        ofWholeAnswer: true,
        fixes: () => fixes(answer, reading),
      },
    ];
  },
};

/** With the mark or the quotation mark before it. */
const FIRST_WORD = /^[^\p{L}\p{N}]*\S*/u;

function isDescriptionAlone({ reading, isGiven, isNotApplicable }: AnswerOf<'yes-no'>): boolean {
  return !reading.word && isGiven && !isNotApplicable;
}

/** A description that itself denies: `Not mentioned`, `None of the articles …`, `There are no …`. */
const DENIES =
  /^\W*(?:not|none|never|nothing|neither|nor|without|unclear|unspecified|(?:there|it|the treaty)\s+(?:is|are|was|were|does|do|did|has|have)\s*(?:no|not|n['\u2019]t)\b)/i;

export function denies(answer: Answer): boolean {
  return DENIES.test(answer.text.slice(0, 80));
}

function fixes(answer: Answer, { meant }: YesNoReading): Fix[] {
  if (meant) {
    const word = meant === 'yes' ? 'Yes' : 'No';
    return [{ title: `Write “${word}”`, changes: [replace(answer, word)], preferred: true, safe: true }];
  }
  const isDenial = denies(answer);
  const prefix = (word: string): Fix => ({
    title: `Begin with “${word}.”`,
    changes: [{ start: answer.start, end: answer.start, newText: `${word}. ` }],
    preferred: word === 'Yes' && !isDenial,
    safe: word === 'Yes' && !isDenial,
  });
  return isDenial ? [prefix('No'), prefix('Yes')] : [prefix('Yes'), prefix('No')];
}
