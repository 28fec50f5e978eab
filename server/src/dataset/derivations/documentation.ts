import { filled, forCoder, type Derivation } from '../derivation';
import { isSettled } from '../sheetFacts';
import { soleValue } from '../values';

/** Question 58: what the coding was made from. */
export const documentation: readonly Derivation[] = [
  {
    variable: 'source',
    questions: [58],
    how: '“Treaty” is 1; “Secondary sources only” is 2, the only other code that is published.',
    staysBlank:
      'The answer is “Treaty and secondary sources”, which the published codes do not tell apart, or begins with other words.',
    derive: facts => {
      const named = soleValue(facts, 58);
      if (!isSettled(named)) return forCoder(named.unsettled);
      if (named.is === 'Treaty') return filled(1);
      if (named.is === 'Secondary sources only') return filled(2);
      return forCoder(
        `Question 58 is answered “${named.is}”; which of ATOP’s codes applies is for a coder to decide.`,
      );
    },
  },
];
