import { deepStrictEqual, notDeepStrictEqual, ok, strictEqual } from 'node:assert';
import { answersIn, assertTiles, read, seed } from './realSheet';
import { withPrinted } from './layouts';
import { atopInstrument, allQuestions } from '../../../server/src/instrument';

type Slip = (word: string) => string;

const SLIPS: Readonly<Record<string, Slip>> = {
  'a lost word': () => '',
  'an added word': word => `really ${word}`,
  'a typo': word => typo(word),
  'a replaced word': () => 'blimp',
};

/** Two letters swapped or, where they are the same, one doubled. */
function typo(word: string): string {
  const at = /[a-z](?=[a-z])/i.exec(word)?.index ?? -1;
  if (at < 0) return `${word}${word}`;
  const [a = '', b = ''] = word.slice(at, at + 2);
  return word.slice(0, at) + (a === b ? a + b + b : b + a) + word.slice(at + 2);
}

const PLACES = { beginning: 0, middle: 0.5, end: 1 } as const;

/** Applies a slip to one word of the printed text, its punctuation kept. */
function slipIn(printed: string, share: number, slip: Slip): string {
  const words = [...printed.matchAll(/[\p{L}\p{N}]+/gu)];
  const word = words[Math.round((words.length - 1) * share)];
  if (!word) return printed;
  return printed.slice(0, word.index) + slip(word[0]) + printed.slice(word.index + word[0].length);
}

describe('a coder rewords a question and its answer stays', () => {
  const expected = answersIn(seed);

  for (const [name, slip] of Object.entries(SLIPS)) {
    for (const [place, share] of Object.entries(PLACES)) {
      describe(`${name} at the ${place}`, () => {
        for (const { number, text } of allQuestions(atopInstrument)) {
          // Nothing of `Coder:` is left to know it by.
          if (text === 'Coder:' && (name === 'a lost word' || name === 'a replaced word')) continue;
          it(`of question ${number}`, () => {
            const reworded = withPrinted((printed, which) =>
              which === number ? slipIn(printed, share, slip) : printed,
            );
            notDeepStrictEqual(reworded, seed);
            const { tree } = read(reworded);
            assertTiles(tree);
            deepStrictEqual(answersIn(reworded), expected);
            const changed = tree.questions.filter(question => question.changes.length > 0);
            deepStrictEqual(
              changed.map(question => question.question.number),
              [number],
            );
            const [question] = changed;
            for (const { start, end } of question?.changes ?? []) {
              ok(question && question.printed.start <= start && start <= end && end <= question.printed.end);
            }
            if (question) strictEqual(question.changes.length, 1, JSON.stringify(question.changes));
          });
        }
      });
    }
  }
});
