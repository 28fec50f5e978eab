import type { DateParts } from '../dateParts';
import { filled, forCoder, type Derivation, type Outcome } from '../derivation';
import { isSettled, type SheetFacts } from '../sheetFacts';
import { signature } from '../signature';
import { termination } from '../termination';

const PARTS: Readonly<Record<keyof DateParts, string>> = { year: 'year', month: 'month', day: 'day' };

function beginning(variable: string, part: keyof DateParts): Derivation {
  return {
    variable,
    questions: [3],
    how: `The ${PARTS[part]} of the signature. Of several dates it is the first, where that is the earliest and the alliance has three members or more, or the later dates are said to be of accession, ratification, entry into force or renewal.`,
    staysBlank:
      'The date is approximate, can be read in several ways, does not exist, or is said to be of something else than the signature. Of other lists of dates, and of `1/2/1996`, only what all readings agree on is taken.',
    derive: facts => {
      const signed = signature(facts);
      return isSettled(signed) ? partOf(signed.is, part, 3) : forCoder(signed.unsettled);
    },
  };
}

function partOf(parts: DateParts, part: keyof DateParts, question: number): Outcome {
  const value = parts[part];
  return value === undefined
    ? forCoder(`Question ${question} does not settle the ${PARTS[part]}.`)
    : filled(value);
}

function ending(variable: string, part: keyof DateParts): Derivation {
  return {
    variable,
    questions: [14],
    how: `0 where \`ineffect\` is 1; otherwise the ${PARTS[part]} of the date that the answer leads with. Sources and what stands in brackets are passed over.`,
    staysBlank:
      'More than one date may be that of the end, or the date is approximate, ambiguous, in doubt, or before the signature; and wherever `ineffect` stays blank.',
    derive: facts => {
      const end = termination(facts);
      if (!isSettled(end)) return forCoder(end.unsettled);
      if (end.is.kind === 'in-effect') return filled(0);
      return isSettled(end.is.on) ? partOf(end.is.on.is, part, 14) : forCoder(end.is.on.unsettled);
    },
  };
}

/** Questions 3, 14 and 15: when the alliance began and ended. */
export const dates: readonly Derivation[] = [
  beginning('begyr', 'year'),
  beginning('begmo', 'month'),
  beginning('begday', 'day'),
  ending('endyr', 'year'),
  ending('endmo', 'month'),
  ending('endday', 'day'),
  {
    variable: 'ineffect',
    questions: [14],
    how: '1 where the answer says that the alliance is in effect and nothing of an end; 0 where it leads with the date of the end.',
    staysBlank:
      'The answer says both, or neither, or is in doubt; question 15 describes what ended an alliance that question 14 says is in effect; the end is later than 2016, where ATOP’s own data close, and no closing day was given for the dataset. With a closing day, an end after it is 1.',
    derive: facts => {
      const end = termination(facts);
      return isSettled(end) ? filled(end.is.kind === 'in-effect' ? 1 : 0) : forCoder(end.unsettled);
    },
  },
  {
    variable: 'term',
    questions: [15, 14],
    how: '0 where question 15 is `NA` and the alliance is in effect.',
    staysBlank: 'The alliance has ended: what ended it is for a coder to classify.',
    derive: deriveTerm,
  },
];

function deriveTerm(facts: SheetFacts): Outcome {
  const cause = facts.answer(15);
  if (!isSettled(cause)) return forCoder(cause.unsettled);
  const end = termination(facts);
  if (!isSettled(end)) return forCoder(end.unsettled);
  return end.is.kind === 'in-effect'
    ? filled(0)
    : forCoder('What question 15 describes is for a coder to classify.');
}
