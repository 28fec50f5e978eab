import { filled, forCoder, type Derivation, type Outcome } from '../derivation';
import { readDurations } from '../durations';
import { isSettled, type SheetFacts } from '../sheetFacts';
import { treatyLength } from '../treatyLength';
import { soleValue } from '../values';
import { doubts, excerpt } from '../wording';
import { yesOrNo } from '../yesNo';
import { binary, noneUnlessYes } from './shared';

const RENEWAL = 12;

/** Questions 5 to 12: how the alliance was made, and how long it is to last. */
export const formation: readonly Derivation[] = [
  binary('wartime', 5),
  {
    variable: 'estmode',
    questions: [6],
    how: '“Treaty” is 1; “Executive agreement” and “Diplomatic notes” are 0.',
    staysBlank: 'The answer begins with other words, such as `Convention`, or names more than one of these.',
    derive: facts => byValue(facts, 6, { Treaty: 1, 'Executive agreement': 0, 'Diplomatic notes': 0 }),
  },
  {
    variable: 'pubsecr',
    questions: [7],
    how: '“Public” is 0, “Public but with secret articles” is 1, “Secret” is 2.',
    staysBlank: 'The answer begins with other words, or names more than one of these.',
    derive: derivePubsecr,
  },
  {
    variable: 'secrart',
    questions: [7],
    how: '0 where `pubsecr` is 0, 8 where it is 2.',
    staysBlank: 'Some articles are secret: what they are about is for a coder to classify.',
    derive: facts => {
      const pubsecr = derivePubsecr(facts);
      if (!('value' in pubsecr)) return pubsecr;
      if (pubsecr.value === 0) return filled(0);
      return pubsecr.value === 2
        ? filled(8)
        : forCoder('Question 7 names secret articles; what they are about is for a coder to classify.');
    },
  },
  noneUnlessYes('proadd', 8),
  noneUnlessYes('futmem', 9),
  {
    variable: 'speclgth',
    questions: [10],
    how: 'No is 0; a length of time that `length` takes is 1.',
    staysBlank:
      'The answer describes no length that is certain. Treaties without an end, or that end with some event, have further codes.',
    derive: facts => {
      const length = treatyLength(facts);
      if (!isSettled(length)) return forCoder(length.unsettled);
      switch (length.is.kind) {
        case 'none':
          return filled(0);
        case 'months':
          return filled(1);
        case 'endless':
          return forCoder(
            'Question 10 describes a treaty without an end; which of ATOP’s codes applies is for a coder to decide.',
          );
      }
    },
  },
  {
    variable: 'length',
    questions: [10],
    how: 'In months: `120 months`, `ten years`, `ten (10) years`, `two years and six months`. No is 0, and so is a treaty without an end, such as `indefinitely`. Periods of notice, of renewal and of ratification are passed over.',
    staysBlank:
      'More than one length may be meant; the length is a range, a bound (`at least five years`), in days, or in doubt; the treaty also lasts until some event.',
    derive: facts => {
      const length = treatyLength(facts);
      if (!isSettled(length)) return forCoder(length.unsettled);
      return filled(length.is.kind === 'months' ? length.is.months : 0);
    },
  },
  noneUnlessYes('renounce', 11),
  noneUnlessYes('proren', RENEWAL),
  {
    variable: 'renewlgt',
    questions: [RENEWAL],
    how: 'No is 0. In months where the answer speaks of renewal for terms of one length: `for successive 10 year terms`.',
    staysBlank: 'The answer gives no such term, or more than one.',
    derive: deriveRenewalLength,
  },
];

function byValue(facts: SheetFacts, question: number, codes: Readonly<Record<string, number>>): Outcome {
  const named = soleValue(facts, question);
  if (!isSettled(named)) return forCoder(named.unsettled);
  const code = codes[named.is];
  return code === undefined
    ? forCoder(
        `Question ${question} is answered “${named.is}”; which of ATOP’s codes applies is for a coder to decide.`,
      )
    : filled(code);
}

function derivePubsecr(facts: SheetFacts): Outcome {
  return byValue(facts, 7, { Public: 0, 'Public but with secret articles': 1, Secret: 2 });
}

/** Straight before the length of a renewal. */
const RENEWED_FOR =
  /\b(?:renew\w{0,6}|exten(?:ded|sions?)|prolong\w{0,6})\b[^.;]{0,30}?\bfor\s{1,4}(?:(?:a|an|successive|further|additional|another|new|equal|consecutive|periods?|terms?|of)\s{1,4}){0,5}$/i;

function deriveRenewalLength(facts: SheetFacts): Outcome {
  const said = yesOrNo(facts, RENEWAL);
  if (isSettled(said) && said.is === 'no') return filled(0);
  const given = facts.answer(RENEWAL);
  if (!isSettled(given)) return forCoder(given.unsettled);
  const { text, reading } = given.is;
  const months = reading.kind === 'yes-no' && reading.word?.value === 'no' ? undefined : renewalLength(text);
  return months === undefined
    ? forCoder(`Question ${RENEWAL} is answered “${excerpt(text)}”.`)
    : filled(months);
}

function renewalLength(text: string): number | undefined {
  const beginning = text.slice(0, 2000);
  if (doubts(beginning)) return undefined;
  const [only, ...others] = readDurations(beginning).filter(({ start }) =>
    RENEWED_FOR.test(beginning.slice(Math.max(0, start - 120), start)),
  );
  return others.length > 0 ? undefined : only?.months;
}
