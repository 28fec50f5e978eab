import type { InstrumentValue, Section } from '../types';
import { value } from './value';

/** What may follow the kind of a promise: `defense`, `defense pact`, `defense obligations`. */
const PROMISE = '[| pact| pacts| treaty| alliance| agreement| obligation| obligations| commitment| pledge]';

const pacts: readonly InstrumentValue[] = [
  value('Defense pact', 'A member promises to help, by force of arms, a partner that is attacked.', [
    `[|mutual |collective |common |joint ][defense|defence]${PROMISE}`,
    `[|mutual ]defensive${PROMISE}`,
  ]),
  value(
    'Neutrality pact',
    'A member promises to stay out of a war that a partner fights with someone else.',
    [`[|benevolent |mutual ]neutrality${PROMISE}`, 'neutral'],
  ),
  value(
    'Nonaggression pact',
    'Members promise not to attack each other, or to keep force out of their relations.',
    [`[|mutual ]non[|-| ]aggression${PROMISE}`, `non[|-| ]attack${PROMISE}`],
  ),
  value(
    'Consultation pact',
    'Members promise to confer, in a crisis that threatens their security, on what to do together.',
    [`[|mutual ]consultation${PROMISE}`, `consultative${PROMISE}`, '[consultations|consult]'],
  ),
  value(
    'Offense pact',
    'A member promises to fight beside a partner even where nobody has attacked that partner.',
    [`[|mutual ][offense|offence|offensive]${PROMISE}`],
  ),
];

const conditions: readonly InstrumentValue[] = [
  value(
    'Specific adversary',
    'The obligation holds only against a state or group of states that the text singles out.',
    [
      '[|a |the ][specific|specified|particular|named] [adversary|enemy|opponent]',
      '[specific|specified|particular|named] [adversaries|enemies|opponents]',
      '[adversary|adversaries]',
    ],
  ),
  value('Specific location', 'The obligation holds only in a part of the world that the text marks out.', [
    '[|a ][specific|specified|particular] [|geographic |geographical ][location|area|region|place|territory]',
    '[specific|specified|particular] [locations|areas|regions|places|territories]',
    '[|geographic |geographical ]location',
  ]),
  value(
    'Specific ongoing conflict',
    'The obligation holds only in a conflict that was already under way at signature.',
    [
      '[|a |the ][specific|specified|particular] [|ongoing |on-going ][conflict|war]',
      '[|an |the ][ongoing|on-going] [conflict|war]',
      '[|the ]current [conflict|war]',
      'specific ongoing conflicts',
    ],
  ),
  value('Number of adversaries', 'The obligation depends on how many states the partner has to face.', [
    '[|the |specific |a specific ]number of [adversaries|enemies|opponents|attackers]',
    '[no.|#] of adversaries',
  ]),
  value(
    'Noncompliance with a specific demand',
    'The obligation begins only once another state has refused something asked of it.',
    [
      '[non[|-| ]compliance|failure to comply] with [|a |the ][|specific ]demand',
      '[non[|-| ]compliance|failure to comply] with [|the ][|specific ]demands',
      'non[|-| ]compliance',
      'specific [demand|demands]',
    ],
  ),
  value('Attack', 'The obligation begins only once a partner has been attacked.', [
    '[|an |armed |an armed |military |external |outside |direct ]attack',
    '[|if ]attacked',
    'in [case|the event] of [|an ]attack',
    'attack on [|one |any |another |the ][member|partner|ally]',
    'attack on [a member|a partner|an ally]',
    'attack by [|a ]third [party|state]',
  ]),
  value(
    'Nonprovocation of enemy',
    'The obligation lapses where the partner brought the conflict on itself.',
    [
      '[non[|-| ]|no |lack of |absence of ]provocation[| of [|an |the ][enemy|adversary]| of enemies]',
      'unprovoked',
    ],
  ),
  value(
    'Prior agreement among partners',
    'The obligation begins only once the partners have agreed that it should.',
    [
      '[|a ]prior agreement',
      '[|a ]prior agreement [among|between|by|of] [|the ][partners|members|allies|parties]',
      'agreement among [|the ]partners',
    ],
  ),
  {
    ...value('None', 'Nothing need have happened: the obligations hold in every case.', [
      '[no|nothing|nil|na|n/a|n.a.|not applicable]',
      'none [of the above|of these|of them|listed|mentioned|specified|stated]',
      'no [conditions|limits|contingencies]',
      '[not contingent|unconditional]',
    ]),
    alone: true,
  },
];

/** Section II, questions 16 to 28: what the partners promise each other, and when the promises hold. */
export const obligations: Section = {
  numeral: 'II',
  title: 'OBLIGATIONS',
  questions: [
    {
      number: 16,
      label: 'Alliance type',
      text: 'Type of alliance (defense pact, neutrality pact, nonaggression pact, consultation pact, offense pact): (List all that apply to any member of the alliance.)',
      kind: 'values',
      required: true,
      values: pacts,
      several: true,
      help:
        'Go through the operative articles and list each kind of promise that at least one member makes, ' +
        'one on a line or with commas between: `Defense pact, Consultation pact`. Good wishes in a ' +
        'preamble are no obligation. The title is no guide: a treaty of friendship may hold a defense ' +
        'pact.',
      variables: ['defense', 'offense', 'neutral', 'nonagg', 'consul'],
    },
    {
      number: 17,
      label: 'COW alliance type',
      text: 'Type of alliance as coded in COW data (if applicable):',
      kind: 'cow-alliance',
      required: true,
      help:
        'Copy the type under which the Correlates of War list of formal alliances has this alliance, even ' +
        'where it differs from your answer to question 16: `Defense pact` or `Type I`. If the alliance is ' +
        'not on that list, write `NA`.',
      variables: [],
    },
    {
      number: 18,
      label: 'Obligations of the partners',
      text: 'Describe the obligations of the alliance partners.',
      kind: 'text',
      required: true,
      help:
        'Quote or sum up the articles that say what the partners must do or refrain from, each with its ' +
        'number: `Article 2: if one party is attacked, the other will assist it with all its forces.` ' +
        'Where members promise different things, say who promises what.',
      variables: ['active'],
    },
    {
      number: 19,
      label: 'Conditions on obligations',
      text: 'Are any of the obligations contingent upon any of the following: specific adversary, specific location, specific ongoing conflict, number of adversaries, noncompliance with a specific demand, attack, nonprovocation of enemy, or prior agreement among partners? (List all that apply)',
      kind: 'values',
      required: true,
      values: conditions,
      several: true,
      help:
        'Which circumstances must be present before an obligation comes into force? List them in the ' +
        "question's own words, with commas between: `Specific adversary, Attack`. If the obligations hold " +
        'in every case, write `None`, and `NA` under question 20.',
      variables: ['conditio', 'defcon', 'offcon', 'neucon', 'concon'],
    },
    {
      number: 20,
      label: 'Nature of the limits',
      text: 'Describe the nature of the limits to obligations listed in #19.',
      kind: 'text',
      required: true,
      help:
        'Explain each condition that you listed under question 19: which adversary, which place, what ' +
        'sort of attack. Give the article: `Article 1 applies only to an attack on European territory.` ' +
        'If nothing is listed there, write `NA`.',
      variables: [],
    },
    {
      number: 21,
      label: 'Other assistance in war',
      text: 'Are there any additional provisions for assistance in the event of war? (e.g., promise not to participate in economic sanctions against partner, promise not to aid internal or external enemies, etc.) (Yes, No) If Yes, describe.',
      kind: 'yes-no',
      required: true,
      describe: 'yes',
      help:
        'Look for promises about war that stand beside the main obligations: no help to an enemy, no use ' +
        "of one's territory against the partner, passage or supplies for its troops, support in " +
        'diplomacy. Quote or sum up each: `Yes. Article 3: neither party will aid an enemy of the other.`',
      variables: ['notaiden', 'dipaid', 'terrres'],
    },
    {
      number: 22,
      label: 'Other limits',
      text: 'Are there any additional limits to the alliance obligations or conditions under which treaty obligations do not apply that were not listed in #19? (Yes, No) If Yes, describe.',
      kind: 'yes-no',
      required: true,
      describe: 'yes',
      help:
        'Look for exceptions that question 19 does not name, such as a clause that leaves earlier ' +
        'commitments untouched or lets each member judge what help it gives. Give the article and what it ' +
        'exempts: `Yes. Article 6: obligations under earlier treaties come first.`',
      variables: [],
    },
    {
      number: 23,
      label: 'Specific target or threat',
      text: 'Is a specific target/threat mentioned as the object of the treaty? (Yes, No) (Answering Yes to this question does not necessarily mean that obligations are limited only to this adversary.) If Yes, list the target nation(s) (using COW country codes if possible) and describe the general nature of the reference to the target of the treaty.',
      kind: 'yes-no',
      required: true,
      describe: 'yes',
      states: true,
      help:
        'Does the text name the state or the danger that the alliance is meant to meet? Give each state ' +
        'with its Correlates of War code and say how the text speaks of it: `Yes. 255 Germany; Article 1 ' +
        'speaks of renewed German aggression.` An enemy that only historians name does not count.',
      variables: ['specthrt', 'statthr1', 'statthr2'],
    },
    {
      number: 24,
      label: 'Symmetric obligations',
      text: 'Are the treaty obligations symmetric? (That is, do all members commit to the same obligations?) (Yes, No) If No, describe.',
      kind: 'yes-no',
      required: true,
      describe: 'no',
      help:
        'Compare what each member promises. Write `Yes` if all promise the same; nothing need be added. ' +
        'If not, say who owes more, or what differs: `No. Only the larger state promises troops (Article ' +
        '3).`',
      variables: ['asymm'],
    },
    {
      number: 25,
      label: 'No separate peace',
      text: 'Does the treaty prohibit members from settling conflicts independently (no separate peace)? (Yes, No) If Yes, describe.',
      kind: 'yes-no',
      required: true,
      describe: 'yes',
      help:
        'Look for a promise to make peace or a truce with a common enemy only together. Give the article ' +
        'and its words: `Yes. Article 4: no peace except by common consent.`',
      variables: ['seppeace'],
    },
    {
      number: 26,
      label: 'Consulting on third parties',
      text: 'Does the treaty have provisions requiring that the contracting parties consult before making commitments to third parties (excluding no separate peace provisions discussed above)? (Yes, No) If Yes, describe these provisions.',
      kind: 'yes-no',
      required: true,
      describe: 'yes',
      help:
        'Must a member ask or inform its partners before it commits itself to another state? Give the ' +
        'article and what it asks for: `Yes. Article 5: the parties consult before signing political ' +
        'agreements with others.` A ban on separate peace belongs under question 25.',
      variables: ['thirdcom'],
    },
    {
      number: 27,
      label: 'No opposing alliances',
      text: 'Does the treaty specify that the contracting parties must not enter into any other alliances that are directed against the alliance in question? (Yes, No) If Yes, describe.',
      kind: 'yes-no',
      required: true,
      describe: 'yes',
      help:
        'Look for a promise to enter no alliance, coalition or bloc aimed at the partners. Give the ' +
        'article and its words: `Yes. Article 3: neither will join an alliance directed against the ' +
        'other.`',
      variables: ['noothall'],
    },
    {
      number: 28,
      label: 'Comments on obligations',
      text: 'Additional coder comments regarding treaty obligations:',
      kind: 'text',
      required: false,
      help:
        'Room for whatever the questions on obligations do not catch, such as an article that can be read ' +
        'in two ways: `Article 2 may also be read as a promise of neutrality.` It may stay empty.',
      variables: [],
    },
  ],
};
