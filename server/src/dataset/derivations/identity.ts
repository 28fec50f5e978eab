import { filled, forCoder, notCoded, type Derivation } from '../derivation';
import { isSettled } from '../sheetFacts';
import { excerpt } from '../wording';

/** Question 1 and 2: the alliance's numbers. */
export const identity: readonly Derivation[] = [
  {
    variable: 'atopid',
    questions: [1],
    how: 'The ATOP ID as written, a decimal for a phase included.',
    staysBlank: 'The answer is not in the form of an ATOP ID.',
    derive: facts => {
      const given = facts.answer(1);
      if (!isSettled(given)) return forCoder(given.unsettled);
      const { reading, text } = given.is;
      const id = reading.kind === 'atop-id' ? reading.id?.value : undefined;
      // `1020.10` is no number of its own: it would be that of `1020.1`.
      if (id === undefined || String(Number(id)) !== id)
        return forCoder(`Question 1 is answered “${excerpt(text)}”, which is no ATOP ID.`);
      return filled(Number(id));
    },
  },
  {
    variable: 'cowid',
    questions: [2],
    how: 'The number as written.',
    staysBlank:
      'The answer is `NA`: the alliance is not in the COW list. It also stays blank where the answer is not a number.',
    derive: facts => {
      const given = facts.answer(2);
      if (!isSettled(given)) return forCoder(given.unsettled);
      const { text, isNotApplicable } = given.is;
      if (isNotApplicable) return notCoded('Question 2 says that the alliance has no COW number.');
      const number = /^(\d{1,5})(?:\s{0,3}\([^()]{0,200}\))?$/.exec(text.trim())?.[1];
      return number === undefined
        ? forCoder(`Question 2 is answered “${excerpt(text)}”, which is no COW number.`)
        : filled(Number(number));
    },
  },
];
