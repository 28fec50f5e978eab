import type { Section } from '../types';

/** Section III, questions 29 to 43: the machinery that the treaty sets up between the partners. */
export const institutionalization: Section = {
  numeral: 'III',
  title: 'INSTITUTIONALIZATION OF THE ALLIANCE',
  questions: [
    {
      number: 29,
      label: 'Conflict among members',
      text: 'Does the treaty make reference to the potential for conflict among members of the alliance? (Yes, No) If Yes, describe.',
      kind: 'yes-no',
      required: true,
      describe: 'yes',
      help:
        'Does the text speak of quarrels that may arise between the members themselves, if only to say ' +
        'that they will be settled in peace? Give the article: `Yes. Article 2: disputes between the ' +
        'parties will be settled peacefully.`',
      variables: ['conwtin'],
    },
    {
      number: 30,
      label: 'Settling disputes',
      text: 'Does the treaty discuss mediation/arbitration or other means of settling disputes among the signatories? (Yes, No) If Yes, describe.',
      kind: 'yes-no',
      required: true,
      describe: 'yes',
      help:
        'Look for a way to settle disputes between the signatories: talks, a mediator, arbitration, a ' +
        'court, a commission. Name it and the article: `Yes. Article 5: arbitration by a panel of three.`',
      variables: ['medarb'],
    },
    {
      number: 31,
      label: 'Military contact',
      text: 'Does the treaty require official contact among the military forces of the participating states? (Yes, No) If Yes, describe. (Note whether official contact is required only in the event of hostilities or also during peacetime.)',
      kind: 'yes-no',
      required: true,
      describe: 'yes',
      help:
        'Must the armed forces, general staffs or defense ministries of the members meet, plan or ' +
        'exercise together? Say whether in peacetime too, or only once fighting begins: `Yes. Article 3: ' +
        'general staffs confer each year, in peacetime.`',
      variables: ['milcon'],
    },
    {
      number: 32,
      label: 'Military aid',
      text: 'Does the treaty include provisions for military aid? (e.g., grants, loans, transfer of technology, training) (Yes, No) If Yes, describe these provisions.',
      kind: 'yes-no',
      required: true,
      describe: 'yes',
      help:
        'Look for help that one member gives the forces of another: money, loans, weapons, know-how, ' +
        'training. Say who gives what to whom: `Yes. Article 2: the larger state trains and equips the ' +
        'army of the smaller.`',
      variables: ['milaid'],
    },
    {
      number: 33,
      label: 'Integrated command',
      text: 'Does the treaty provide for integrated command of military forces while the alliance is in effect (peacetime as well as wartime)? (Yes, No) If Yes, describe.',
      kind: 'yes-no',
      required: true,
      describe: 'yes',
      help:
        "Look for a joint command over the members' forces that exists in peacetime as well as in war. " +
        'Give the article and what it sets up: `Yes. Article 6: a permanent joint command.` Command that ' +
        'changes hands only when fighting starts belongs under question 34.',
      variables: ['intcom'],
    },
    {
      number: 34,
      label: 'Subordination of forces',
      text: 'Does the treaty require subordination of the forces of one or more member states to another in the event of hostilities? (Yes, No) If Yes, describe.',
      kind: 'yes-no',
      required: true,
      describe: 'yes',
      help:
        'If fighting breaks out, do the forces of one member come under the command of another? Say whose ' +
        "forces, under whom, and where it is written: `Yes. Article 4: the smaller state's forces come " +
        "under the other's command.`",
      variables: ['subord'],
    },
    {
      number: 35,
      label: 'Organizations established',
      text: 'Does the treaty establish any organizations? (include provisions for regularly scheduled meetings) (Yes, No) If Yes, describe.',
      kind: 'yes-no',
      required: true,
      describe: 'yes',
      help:
        'Look for councils, commissions, secretariats and meetings held at fixed times that the treaty ' +
        'itself sets up or proposes. Name each, with its purpose: `Yes. Article 9: a council of foreign ' +
        'ministers that meets every year.`',
      variables: ['organ1', 'orgpurp1', 'organ2', 'orgpurp2'],
    },
    {
      number: 36,
      label: 'Bases and troops abroad',
      text: 'Does the treaty provide for joint military bases, or for one or more states to place troops in the territory of one or more other states? (Yes, No) If Yes, describe.',
      kind: 'yes-no',
      required: true,
      describe: 'yes',
      help:
        'Does the text provide for shared bases, or let a member keep troops on the soil of another? Say ' +
        'whose troops may be where: `Yes. Article 8: British forces may stay near the Suez Canal.`',
      variables: ['base'],
    },
    {
      number: 37,
      label: 'Contribution levels',
      text: 'Does the treaty specify contribution levels (funds, troops, etc.)? (Yes, No) If Yes, describe.',
      kind: 'yes-no',
      required: true,
      describe: 'yes',
      help:
        'Look for figures or shares: how many troops, ships or how much money each member must provide. ' +
        'Copy them with the article: `Yes. Article 2: each party provides 60,000 men.`',
      variables: ['contrib'],
    },
    {
      number: 38,
      label: 'Armaments, rules of war',
      text: 'Does the treaty contain any provisions regarding coordinated increase of armaments, reduction of armaments, prohibition of weapons, or rules of warfare? (Yes, No) If Yes, describe such provisions.',
      kind: 'yes-no',
      required: true,
      describe: 'yes',
      help:
        'Look for agreed increases or cuts in armaments, weapons that are forbidden, and rules on how war ' +
        'is waged. Say which of these it is: `Yes. Article 7: a common program of rearmament.`',
      variables: ['armred'],
    },
    {
      number: 39,
      label: 'Acquisition of territory',
      text: 'Does the treaty explicitly permit or prohibit the acquisition of territory not currently held by either ally? (Yes, No) If Yes, describe reference.',
      kind: 'yes-no',
      required: true,
      describe: 'yes',
      help:
        'Does the text say that members may, or may not, gain land that none of them holds? Say which of ' +
        'the two it is, and which land: `Yes. Article 5: neither party will annex land in the region.`',
      variables: ['acqterr'],
    },
    {
      number: 40,
      label: 'Division of gains',
      text: 'Does the treaty include discussion of the division of gains from any future conflict? (Yes, No) If Yes, describe.',
      kind: 'yes-no',
      required: true,
      describe: 'yes',
      help:
        'Look for an agreement on how land, reparations or other spoils of a future war will be shared. ' +
        'Say who would get what: `Yes. Article 4: conquered land is divided equally.`',
      variables: ['divgains'],
    },
    {
      number: 41,
      label: 'Demobilization or withdrawal',
      text: 'Does the treaty include discussion of demobilization/withdrawal following conflict? (Yes, No) If Yes, describe.',
      kind: 'yes-no',
      required: true,
      describe: 'yes',
      help:
        'Does the text say when forces go home or stand down once the fighting is over? Give the article ' +
        'and the time it sets: `Yes. Article 9: troops withdraw within three months of peace.`',
      variables: ['demwith'],
    },
    {
      number: 42,
      label: 'Other military coordination',
      text: 'Are there any other provisions in the treaty that describe the means through which the states will coordinate their military efforts and policies? (Yes, No) If Yes, describe.',
      kind: 'yes-no',
      required: true,
      describe: 'yes',
      help:
        'Look for joint planning that questions 31 to 41 leave out: exchange of intelligence, common ' +
        'strategy, shared supplies. Give the article: `Yes. Article 3: the parties exchange military ' +
        'information.`',
      variables: [],
    },
    {
      number: 43,
      label: 'Comments on institutions',
      text: 'Additional coder comments regarding references to alliance institutionalization:',
      kind: 'text',
      required: false,
      help:
        'Room for whatever the questions on institutions do not catch: `The commission of Article 17 ' +
        'seems never to have met.` It may stay empty.',
      variables: [],
    },
  ],
};
