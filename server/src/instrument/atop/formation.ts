import type { InstrumentValue, Section } from '../types';
import { memberVariables } from '../variables';
import { value } from './value';

const means: readonly InstrumentValue[] = [
  value('Treaty', 'A signed text that binds its parties only once they have ratified it.', [
    '[a |ratified ]treaty',
    'treaties',
    'treaty requiring ratification',
    'treaty ([ratified|requires ratification|requiring ratification])',
  ]),
  value('Executive agreement', 'An agreement that governments conclude without ratification.', [
    'an executive agreement',
    'executive agreements',
    '[exec|exec.] agreement',
  ]),
  value(
    'Diplomatic notes',
    'Notes or letters in which each government states to the other what it undertakes.',
    [
      '[|diplomatic ]notes',
      '[a |]diplomatic note',
      'diplomatic letters',
      '[exchange|an exchange|exchanges] of [|diplomatic |identical ][notes|letters]',
      '[|exchange of ]notes verbales',
      '[|a ]note verbale',
    ],
  ),
];

const publicity: readonly InstrumentValue[] = [
  value('Public', 'The whole text was open to be known when the alliance was formed.', [
    '[fully|wholly|entirely] public',
    'openly published',
    '[public treaty|the treaty was public|the treaty is public]',
    '[not secret|no secret articles|public, no secret articles]',
  ]),
  value(
    'Public but with secret articles',
    'The treaty was known, but some of its articles, or a protocol to it, were not.',
    [
      'public[|,] [but|with|but with] [secret|a secret] [article|protocol|annex|clause]',
      'public[|,] [but|with|but with] secret [articles|protocols|annexes|clauses|provisions]',
      '[|a ]secret [article|protocol|annex|clause]',
      'secret [articles|protocols|annexes|clauses|provisions]',
      '[partly|partially] secret',
    ],
  ),
  value('Secret', 'The text as a whole was kept from the public.', [
    '[fully|wholly|entirely|completely] secret',
    '[secret treaty|secret agreement|the treaty was secret|not public]',
  ]),
];

/** Section I, questions 1 to 15: how the alliance came about, who belongs to it and how long it lasts. */
export const formation: Section = {
  numeral: 'I',
  title: 'FORMATION, MEMBERS, AND DURATION',
  questions: [
    {
      number: 1,
      label: 'ATOP ID',
      text: 'ATOP ID:',
      kind: 'atop-id',
      required: true,
      inline: true,
      help:
        'The four digits under which ATOP files this alliance. Where the project splits an alliance into ' +
        "phases, the phase follows as a decimal. Write the number alone, on the question's own line: " +
        '`4765` or `1020.1`.',
      variables: ['atopid'],
    },
    {
      number: 2,
      label: 'COW alliance number',
      text: 'COW Alliance # (if applicable):',
      kind: 'cow-alliance',
      required: true,
      help:
        'Look the alliance up in the Correlates of War list of formal alliances and copy its number, ' +
        'digits only. Many ATOP alliances are not on that list; for those, write `NA`.',
      variables: ['cowid'],
    },
    {
      number: 3,
      label: 'Signature dates',
      text: 'Signature date(s) (may vary for members in multilateral alliances):',
      kind: 'dates',
      required: true,
      help:
        'Give the day on which the members signed, not the day of ratification or of entry into force; ' +
        "the treaty's closing lines usually have it. Write the month as a word: `January 17, 1996`. Where " +
        'states signed or joined on different days, put one date on a line and say whose it is: `February ' +
        '18, 1952 (Greece, Turkey)`.',
      variables: ['begyr', 'begmo', 'begday'],
    },
    {
      number: 4,
      label: 'Alliance members',
      text: 'Members of alliance (use COW country codes):',
      kind: 'members',
      required: true,
      states: true,
      help:
        'List every state that belongs to the alliance, one on a line, its Correlates of War code before ' +
        'its name: `370 Belarus`. If a state joined or left later, say so beside it: `230 Spain (joined ' +
        '1982)`. Use the code that the state had at the time: West Germany is `260`, not `255`.',
      variables: ['bilat', ...memberVariables],
    },
    {
      number: 5,
      label: 'Signed during war',
      text: 'Was the alliance signed during war? If so, which war, and which member(s) was at war? (check COW data)',
      kind: 'yes-no',
      required: true,
      describe: 'yes',
      help:
        'Compare the signature date with the Correlates of War lists of wars: was any member fighting one ' +
        'on that day? If not, write `No`; if so, name the war and the members in it: `Yes. Crimean War; ' +
        'France and the United Kingdom were at war.`',
      variables: ['wartime'],
    },
    {
      number: 6,
      label: 'Means of establishment',
      text: 'Means by which alliance was established (e.g., treaty, executive agreement, diplomatic notes, etc.): (Only select "treaty" if the agreement requires ratification.)',
      kind: 'values',
      required: true,
      values: means,
      open: true,
      help:
        'Name the kind of document that made the alliance: `Treaty`, `Executive agreement`, `Diplomatic ' +
        'notes`. Keep `Treaty` for a text that asks for ratification, whatever its title says. Other ' +
        'kinds may be named too, such as `Joint declaration`.',
      variables: ['estmode'],
    },
    {
      number: 7,
      label: 'Public or secret',
      text: 'Was the treaty public, public but with secret articles, or secret? If secret articles, describe the content of secret articles.',
      kind: 'values',
      required: true,
      values: publicity,
      help:
        'Was the text made known when it was signed, made known in part, or kept from the public? Write ' +
        '`Public`, `Public but with secret articles` or `Secret`. Where some articles were secret, go on ' +
        'to say what they hold: `Public but with secret articles. The secret protocol names the enemy.`',
      variables: ['pubsecr', 'secrart'],
    },
    {
      number: 8,
      label: 'Provisions for new members',
      text: 'Are there provisions for adding additional members mentioned in the treaty? (Yes, No) If Yes, describe these provisions.',
      kind: 'yes-no',
      required: true,
      describe: 'yes',
      help:
        'Look in the final clauses for accession: may other states join, which ones, and who must agree? ' +
        'Write `No`, or give the terms and the article: `Yes. Article 10: any European state, by ' +
        'unanimous invitation.`',
      variables: ['proadd'],
    },
    {
      number: 9,
      label: 'Named future members',
      text: 'Are specific state(s) mentioned as possible future members of the alliance? (Yes, No) If Yes, which state(s)?',
      kind: 'yes-no',
      required: true,
      describe: 'yes',
      states: true,
      help:
        'Does the text name a state that is invited or expected to join? Give each with its Correlates of ' +
        'War code: `Yes. 640 Turkey (Article 4)`. An invitation that names no state belongs under ' +
        'question 8 alone.',
      variables: ['futmem'],
    },
    {
      number: 10,
      label: 'Specified length',
      text: 'Are there specific provisions in the treaty concerning the length of time the treaty is to last? (Yes, No) If Yes, describe.',
      kind: 'yes-no',
      required: true,
      describe: 'yes',
      help:
        'Look in the final clauses for a term of months or years, a promise without end, or an end tied ' +
        'to some event, such as the close of a war. Give the term and the article: `Yes. 120 months ' +
        '(Article 20)`. If the text is silent on how long it lasts, write `No`.',
      variables: ['speclgth', 'length'],
    },
    {
      number: 11,
      label: 'Renunciation conditions',
      text: 'Are there conditions under which members may renounce the treaty? If Yes, describe these conditions.',
      kind: 'yes-no',
      required: true,
      describe: 'yes',
      help:
        'Look for a clause that lets a member withdraw while the treaty is still running. Give the ' +
        "conditions and the notice it asks for: `Yes. One year's written notice (Article 13).` A right to " +
        'let the treaty lapse when its term runs out belongs under question 12.',
      variables: ['renounce'],
    },
    {
      number: 12,
      label: 'Renewal provisions',
      text: 'Are there specific provisions in the treaty concerning renewal of the treaty? (Yes, No) If Yes, describe these provisions.',
      kind: 'yes-no',
      required: true,
      describe: 'yes',
      help:
        'What does the text say happens when its term runs out: does it go on by itself unless a member ' +
        'objects, or must the members agree anew? Give the length of each further term, the notice and ' +
        'the article: `Yes. Automatic renewal for terms of five years unless denounced one year before ' +
        '(Article 7).` If it says nothing, write `No`.',
      variables: ['proren', 'renewlgt'],
    },
    {
      number: 13,
      label: 'Renewals so far',
      text: 'Number of times alliance renewed, dates of renewal, and means by which alliance was renewed (Do not include automatic renewals):',
      kind: 'dates',
      required: true,
      help:
        'Count only the renewals that the members acted to bring about; those that came by themselves are ' +
        'left out. Give the number, each date and the means: `1: June 6, 1921, by exchange of notes`. If ' +
        'there was none, write `None`.',
      variables: [],
    },
    {
      number: 14,
      label: 'Termination dates',
      text: 'Termination date(s) (may vary for members in multilateral alliances) and source(s) for termination dates(s):',
      kind: 'dates',
      required: true,
      help:
        'Give the day on which the alliance ended and who says so: `July 1, 1991 (foreign ministry ' +
        'website)`. Where members left on different days, put one date on a line and say whose it is. If ' +
        'it still stands, say as of when and by what source: `Still in effect according to the Belarus ' +
        'MFA (June 30, 2004)`.',
      variables: ['endyr', 'endmo', 'endday', 'ineffect'],
    },
    {
      number: 15,
      label: 'Cause of termination',
      text: 'Describe what caused the alliance to terminate.',
      kind: 'text',
      required: true,
      help:
        'Say in a sentence or two what ended the alliance: its term ran out, it had done its work, a ' +
        'member broke or renounced it, a new treaty took its place, a member ceased to exist. For ' +
        'example: `Replaced by the treaty of 1948.` If it is still in effect, write `NA`.',
      variables: ['term'],
    },
  ],
};
