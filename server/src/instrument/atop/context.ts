import type { Section } from '../types';

/** Section IV, questions 44 to 56: the other treaties, organizations and matters that the treaty touches. */
export const context: Section = {
  numeral: 'IV',
  title: 'TREATY CONTEXT',
  questions: [
    {
      number: 44,
      label: 'Treaties nullified',
      text: 'Does the treaty state that it nullifies any existing treaties signed by one or more of the contracting parties? (Yes, No) If Yes, list the treaties/agreements that are nullified and describe the treaty reference.',
      kind: 'yes-no',
      required: true,
      describe: 'yes',
      help:
        'Does the text end an earlier treaty of any of its members? Name the treaty, its date and the ' +
        'article: `Yes. Article 8 ends the treaty of friendship of 1921.` A treaty that is only changed ' +
        'belongs under question 45.',
      variables: ['natrefal'],
    },
    {
      number: 45,
      label: 'Treaties modified',
      text: 'Does the treaty state that it modifies any existing treaties signed by one or more of the contracting parties? (Yes, No) If Yes, list the treaties/agreements that are modified and describe the treaty reference.',
      kind: 'yes-no',
      required: true,
      describe: 'yes',
      help:
        'Does the text change, extend or add to an earlier treaty of any of its members, which otherwise ' +
        'stays in force? Name the treaty, its date and the article: `Yes. Article 1 extends the treaty of ' +
        '1925 by five years.`',
      variables: ['natrefal'],
    },
    {
      number: 46,
      label: 'Treaties included',
      text: 'Does the treaty state that it includes any existing treaties signed by one or more of the contracting parties? (Yes, No) If Yes, list the treaties/agreements that are included and describe the treaty reference.',
      kind: 'yes-no',
      required: true,
      describe: 'yes',
      help:
        'Does the text take an earlier treaty of any of its members in as a part of itself, or confirm it ' +
        'as still binding? Name the treaty, its date and the article: `Yes. Article 2 confirms the ' +
        'convention of 1907.`',
      variables: ['natrefal'],
    },
    {
      number: 47,
      label: 'International organizations',
      text: 'Does the treaty make any references to international organizations? (Yes, No) If Yes, list the international organization and describe the nature of the reference.',
      kind: 'yes-no',
      required: true,
      describe: 'yes',
      help:
        'Look for the League of Nations, the United Nations and any other organization; a mention in the ' +
        'preamble counts. Name each one and say what the text does with it: `Yes. United Nations: Article ' +
        '51 of the Charter (Article 4).`',
      variables: ['reflnun', 'refothio'],
    },
    {
      number: 48,
      label: 'Other alliances mentioned',
      text: 'Does the treaty make any references to other existing alliances? (Yes, No) If Yes, list the alliance and describe the nature of the reference.',
      kind: 'yes-no',
      required: true,
      describe: 'yes',
      help:
        'Does the text speak of another alliance that exists already? Name it and say in what way: `Yes. ' +
        'North Atlantic Treaty: its obligations are unaffected (Article 7).` Treaties that are ended, ' +
        'changed or taken in belong under questions 44 to 46.',
      variables: ['natrefal'],
    },
    {
      number: 49,
      label: 'Companion agreements',
      text: 'Are there any companion agreements referenced in the treaty? (Yes, No) If Yes, describe the agreements.',
      kind: 'yes-no',
      required: true,
      describe: 'yes',
      help:
        'Look for protocols, annexes, conventions or letters that belong to the treaty and that its text ' +
        'mentions. Give the title, date and subject of each: `Yes. A military convention of the same day ' +
        'on joint defense (Article 3).`',
      variables: ['compag'],
    },
    {
      number: 50,
      label: 'Non-military cooperation',
      text: 'Does the treaty include statements regarding non-military cooperation (e.g., economic, cultural, scientific exchange)? (Yes, No) If Yes, describe.',
      kind: 'yes-no',
      required: true,
      describe: 'yes',
      help:
        'Look for articles on trade, culture, science, transport, justice or the environment. List the ' +
        'fields with their articles: `Yes. Economic relations (Article 7); education (Article 11).`',
      variables: ['nomicoop'],
    },
    {
      number: 51,
      label: 'Member conflicts resolved',
      text: 'Does the treaty resolve other conflicts among the parties to the alliance? (Yes, No) If Yes, describe.',
      kind: 'yes-no',
      required: true,
      describe: 'yes',
      help:
        'Does the text settle a quarrel that the members had with each other, for instance by fixing a ' +
        'border or giving up a claim? Say what is settled and how: `Yes. Article 1 fixes the common ' +
        'frontier.`',
      variables: ['conres'],
    },
    {
      number: 52,
      label: "Others' conflicts settled",
      text: 'Does the treaty propose/enforce settlement of a conflict not involving parties to the alliance? (Yes, No) If Yes, describe.',
      kind: 'yes-no',
      required: true,
      describe: 'yes',
      help:
        'Does the text propose or impose a settlement between states that are not parties to it? Name ' +
        'them and the terms: `Yes. Article 2: the two neighboring states must accept a truce.`',
      variables: ['conres'],
    },
    {
      number: 53,
      label: 'Further agreements proposed',
      text: 'Does the treaty propose other agreements among the contracting parties? (Yes, No) If Yes, describe.',
      kind: 'yes-no',
      required: true,
      describe: 'yes',
      help:
        'Look for promises that the members will conclude other agreements later. Give the subject of ' +
        'each, and the article: `Yes. Article 10: agreements on payments and customs.`',
      variables: ['agprois'],
    },
    {
      number: 54,
      label: 'Unresolved member conflicts',
      text: 'Does the treaty mention unresolved conflicts among the contracting parties? (Yes, No) If Yes, describe.',
      kind: 'yes-no',
      required: true,
      describe: 'yes',
      help:
        'Does the text mention a quarrel between members that it leaves open? Say between whom and about ' +
        'what: `Yes. The preamble notes the dispute over the islands.`',
      variables: ['conmen'],
    },
    {
      number: 55,
      label: 'Economic aid',
      text: 'Does the treaty include provisions for economic aid or other enticements (include trade concessions, post war recovery, etc.)? (Yes, No) If Yes, describe these provisions.',
      kind: 'yes-no',
      required: true,
      describe: 'yes',
      help:
        'Look for money, loans, trade advantages, debt relief or help to rebuild that goes with the ' +
        'alliance. Say who gives what to whom: `Yes. Article 6: a yearly subsidy to the smaller state.` ' +
        'Aid for armed forces belongs under question 32.',
      variables: ['ecaid'],
    },
    {
      number: 56,
      label: 'Intervention in politics',
      text: 'Does the treaty describe circumstances under which one party may intervene in the internal politics of another party or specifically commit the states to non-intervention? (Yes, No) If Yes, describe.',
      kind: 'yes-no',
      required: true,
      describe: 'yes',
      help:
        'Does the text let one member step into the domestic politics of another, or bind the members to ' +
        'keep out? Say which of the two, and quote it: `Yes. Article 1: non-interference in internal ' +
        'affairs.`',
      variables: ['interv'],
    },
  ],
};
