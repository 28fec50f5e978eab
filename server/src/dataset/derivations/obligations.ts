import type { Answer } from '../../answers';
import { contradictionsIn } from '../contradictions';
import { filled, forCoder, isFilled, type Derivation, type Outcome } from '../derivation';
import { isSettled, readOnce, type SheetFacts } from '../sheetFacts';
import { targetStates } from '../targets';
import { listedValues } from '../values';
import { yesOrNo } from '../yesNo';
import { binary, noneUnlessYes } from './shared';

const TYPES = 16;
const CONDITIONS = 19;
const TARGET = 23;
const SYMMETRY = 24;

/** The kinds of promise, as question 16 spells them, by their variable. */
const PACTS = {
  defense: 'Defense pact',
  offense: 'Offense pact',
  neutral: 'Neutrality pact',
  nonagg: 'Nonaggression pact',
  consul: 'Consultation pact',
} as const;

type Pact = keyof typeof PACTS;

/** Questions 16 to 27: what the members owe each other. */
export const obligations: readonly Derivation[] = [
  pact('defense'),
  pact('offense'),
  pact('neutral'),
  pact('nonagg'),
  pact('consul'),
  {
    variable: 'active',
    questions: [18],
    how: 'Never read from the text.',
    staysBlank:
      'Always: question 18 describes the obligations in the coder’s own words, and whether they are active is for a coder to decide.',
    derive: () =>
      forCoder('Whether the obligations that question 18 describes are active is for a coder to decide.'),
  },
  {
    variable: 'conditio',
    questions: [CONDITIONS, 20],
    how: '“None” is 0. Any condition of the question’s list other than “Attack” is 1.',
    staysBlank:
      'Nothing but “Attack” is listed, as help against attack may or may not be counted as conditional; “None” stands beside a condition, or question 20 describes limits that question 19 denies; an entry is not one of the list; no obligation is listed in question 16 that could be conditional.',
    derive: deriveConditio,
  },
  condition('defcon', 'defense'),
  condition('offcon', 'offense'),
  condition('neucon', 'neutral'),
  condition('concon', 'consul'),
  asymmetry(),
  noneUnlessYes('notaiden', 21),
  noneUnlessYes('dipaid', 21),
  noneUnlessYes('terrres', 21),
  noneUnlessYes('seppeace', 25),
  binary('thirdcom', 26),
  binary('noothall', 27),
  noneUnlessYes('specthrt', TARGET),
  target('statthr1', 0),
  target('statthr2', 1),
];

function pact(variable: Pact): Derivation {
  return {
    variable,
    questions: [TYPES],
    how: `1 where “${PACTS[variable]}” is listed, in any of its spellings, for any member; 0 where only others are.`,
    staysBlank:
      'The answer denies or doubts what it lists, or lists none of the five. Where an entry is none of them, or is misspelt, only the 1 of those beside it is taken.',
    derive: facts => derivePact(facts, variable),
  };
}

function derivePact(facts: SheetFacts, variable: Pact): Outcome {
  const listed = listedValues(facts, TYPES);
  if (!isSettled(listed)) return forCoder(listed.unsettled);
  const { named, unknown } = listed.is;
  if (named.includes(PACTS[variable])) return filled(1);
  const [other] = unknown;
  if (other !== undefined) return forCoder(`“${other}” in question ${TYPES} is none of its values.`);
  return named.length > 0 ? filled(0) : forCoder(`Question ${TYPES} lists no type of alliance.`);
}

const conditions = readOnce((facts: SheetFacts) => listedValues(facts, CONDITIONS));

const CONDITIONAL: readonly Pact[] = ['defense', 'offense', 'neutral', 'consul'];

function deriveConditio(facts: SheetFacts): Outcome {
  const conflict = contradictionsIn(facts).find(({ questions }) => questions.includes(CONDITIONS));
  if (conflict) return forCoder(conflict.message);
  const listed = conditions(facts);
  if (!isSettled(listed)) return forCoder(listed.unsettled);
  const { named, unknown } = listed.is;
  const [other] = unknown;
  if (other !== undefined) return forCoder(`“${other}” in question ${CONDITIONS} is none of its values.`);
  if (named.length === 0) return forCoder(`Question ${CONDITIONS} lists no condition, nor “None”.`);
  if (named.includes('None')) return filled(0);
  if (named.every(value => value === 'Attack'))
    return forCoder(
      `Question ${CONDITIONS} lists “Attack” alone; whether that makes an obligation conditional is for a coder to decide.`,
    );
  const pacts = CONDITIONAL.map(variable => derivePact(facts, variable));
  if (pacts.every(outcome => isFilled(outcome) && outcome.value === 0))
    return forCoder(
      `Question ${CONDITIONS} lists conditions, but question ${TYPES} no obligation that could depend on them.`,
    );
  return filled(1);
}

function condition(variable: string, about: Pact): Derivation {
  return {
    variable,
    questions: [CONDITIONS, 20, TYPES],
    how: `0 where \`${about}\` or \`conditio\` is 0. 1 where \`conditio\` is 1 and \`${about}\` is the only obligation that can be conditional.`,
    staysBlank:
      '`conditio` is 1 and several obligations can be conditional; question 19 is not answered; or one of these variables stays blank.',
    derive: facts => deriveCondition(facts, about),
  };
}

function deriveCondition(facts: SheetFacts, about: Pact): Outcome {
  const given = facts.answer(CONDITIONS);
  if (!isSettled(given)) return forCoder(given.unsettled);
  const own = derivePact(facts, about);
  if (isFilled(own) && own.value === 0) return own;
  const conditio = deriveConditio(facts);
  if (!isFilled(conditio)) return conditio;
  if (conditio.value === 0) return filled(0);
  if (!isFilled(own)) return own;
  const others = CONDITIONAL.filter(variable => variable !== about).map(variable =>
    derivePact(facts, variable),
  );
  return others.every(outcome => isFilled(outcome) && outcome.value === 0)
    ? filled(1)
    : forCoder(
        `Which of the obligations depend on the conditions of question ${CONDITIONS} is for a coder to decide.`,
      );
}

function asymmetry(): Derivation {
  const plain = binary('asymm', SYMMETRY, { yes: 0, no: 1 });
  return {
    ...plain,
    questions: [SYMMETRY, TYPES],
    staysBlank: `${plain.staysBlank} It also stays blank where question 16 binds one member alone and question 24 says that all owe the same.`,
    derive: facts => {
      const conflict = contradictionsIn(facts).find(({ questions }) => questions.includes(SYMMETRY));
      return conflict ? forCoder(conflict.message) : plain.derive(facts);
    },
  };
}

function target(variable: string, index: 0 | 1): Derivation {
  return {
    variable,
    questions: [TARGET],
    how: `No is 0. After Yes, the code of the ${index === 0 ? 'first' : 'second'} state where the description begins with one or two states by code and name and mentions no other${index === 0 ? '' : '; 0 where it begins with one'}.`,
    staysBlank: 'The description begins otherwise, or mentions other states as well.',
    derive: facts => {
      const said = yesOrNo(facts, TARGET);
      if (!isSettled(said)) return forCoder(said.unsettled);
      if (said.is === 'no') return filled(0);
      const given = facts.answer(TARGET);
      const states = isSettled(given) ? targetsOf(facts, given.is) : undefined;
      return states
        ? filled(states[index] ?? 0)
        : forCoder(`Which states question ${TARGET} names as targets is for a coder to decide.`);
    },
  };
}

function targetsOf(facts: SheetFacts, answer: Answer): readonly number[] | undefined {
  const { reading } = answer;
  return reading.kind === 'yes-no' ? targetStates(facts.sheet.text, reading.description) : undefined;
}
