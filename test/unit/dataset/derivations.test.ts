import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { derivations } from '../../../server/src/dataset';
import { memberVariables } from '../../../server/src/instrument';
import { allStates } from '../../../server/src/reference';
import { answering, outcomeOf, valueOf, type Answers } from './rows';

/** What a variable comes to where the real sheet is answered otherwise; `undefined` for a blank. */
type Case = readonly [answers: Answers, value: number | undefined];

/** The questions of Yes or No that give 1 or 0. */
const BINARY: Readonly<Record<string, number>> = {
  wartime: 5,
  thirdcom: 26,
  noothall: 27,
  medarb: 30,
  intcom: 33,
  contrib: 37,
  divgains: 40,
  demwith: 41,
  nomicoop: 50,
  conmen: 54,
};

/** Those whose Yes has several codes. */
const CODED: Readonly<Record<string, readonly number[]>> = {
  proadd: [8],
  futmem: [9],
  renounce: [11],
  proren: [12],
  notaiden: [21],
  dipaid: [21],
  terrres: [21],
  specthrt: [23],
  seppeace: [25],
  conwtin: [29],
  milcon: [31],
  milaid: [32],
  subord: [34],
  organ1: [35],
  orgpurp1: [35],
  organ2: [35],
  orgpurp2: [35],
  base: [36],
  armred: [38],
  acqterr: [39],
  refothio: [47],
  natrefal: [44, 45, 46, 48],
  compag: [49],
  conres: [51, 52],
  agprois: [53],
  ecaid: [55],
  interv: [56],
};

/** What every question of Yes or No makes of an answer, whatever the variable: 1, 0 or nothing. */
const YES_OR_NO: readonly (readonly [answer: string, said: 'yes' | 'no' | undefined])[] = [
  ['Yes', 'yes'],
  ['yes.', 'yes'],
  ['YES: Article 3', 'yes'],
  ['Yes. Article 3: neither party shall join a bloc.', 'yes'],
  ['Yes - but only by consent (Article 3)', 'yes'],
  ['No', 'no'],
  ['no.', 'no'],
  ['“No”', 'no'],
  ['No. Article 3 speaks of good will in general.', 'no'],
  ['No\n\nhttp://example.org/treaty', 'no'],
  // A description alone.
  ['Article 3: the parties will do so each year.', 'yes'],
  ['Article 3', 'yes'],
  ['The parties promise it in general terms (art. 5)', 'yes'],
  ['Article 3: “neither party shall do otherwise”', 'yes'],
  ['Article 3: neither party shall do otherwise', undefined],
  ['There is no such article.', undefined],
  ['Not mentioned in the treaty', undefined],
  ['The treaty is silent on this', undefined],
  ['Possibly in Article 3', undefined],
  ['See question 18', undefined],
  ['something', undefined],
  // Neither.
  ['', undefined],
  ['?', undefined],
  ['NA', undefined],
  ['None', undefined],
  ['Unknown', undefined],
  ['noo', undefined],
  ['Y', undefined],
  ['1', undefined],
  // Both, or in doubt.
  ['Yes/No', undefined],
  ['Yes or no', undefined],
  ['No?', undefined],
  ['Yes (?)', undefined],
  ['No, but Article 3 comes near it', undefined],
  ['No, except in war', undefined],
  ['Yes, possibly', undefined],
  ['Yes (implied by Article 3)', undefined],
  ['No, not explicitly', undefined],
  ['No for Germany. Yes for Italy.', undefined],
  ['Yes for Germany\nNo for Italy', undefined],
  ['Notable', undefined],
  ['Yesterday', undefined],
];

const CASES: Readonly<Record<string, readonly Case[]>> = {
  atopid: [
    [{ 1: '4765' }, 4765],
    [{ 1: '1020.1' }, 1020.1],
    [{ 1: '4765 (second coder)' }, 4765],
    [{ 1: '1020.10' }, undefined],
    [{ 1: 'ATOP 4765' }, undefined],
    [{ 1: '47655' }, undefined],
    [{ 1: '' }, undefined],
  ],
  cowid: [
    [{ 2: '2065' }, 2065],
    [{ 2: '3521 (entered as a type I alliance)' }, 3521],
    [{ 2: 'NA' }, undefined],
    [{ 2: '2065 or 2066' }, undefined],
    [{ 2: 'Entente' }, undefined],
  ],
  begyr: [
    [{ 3: 'January 17, 1996' }, 1996],
    [{ 3: '1/17/1996' }, 1996],
    [{ 3: '1/2/1996' }, 1996],
    [{ 3: 'June 1844' }, 1844],
    [{ 3: '1844' }, 1844],
    [{ 3: 'ca. 1844' }, undefined],
    [{ 3: '1844-1846' }, undefined],
    [{ 3: '6/30/04' }, undefined],
    [{ 3: 'February 30, 1996' }, undefined],
    [{ 3: 'January 17' }, undefined],
    [{ 3: 'January 17, 1796' }, undefined],
    [{ 3: 'probably January 17, 1996' }, undefined],
    [{ 3: 'January 17, 1996 (?)' }, undefined],
    [{ 3: 'NA' }, undefined],
    [{ 3: 'in the spring' }, undefined],
    // Signed, and then something else.
    [{ 3: 'January 17, 1996 (signed); March 3, 1997 (ratified)' }, 1996],
    [{ 3: 'January 17, 1996\nRatified: March 3, 1997' }, 1996],
    [{ 3: 'January 17, 1996, entered into force March 3, 1997' }, 1996],
    [{ 3: 'Ratified March 3, 1997' }, undefined],
    [{ 3: 'March 3, 1997 (entry into force); January 17, 1996 (signed)' }, undefined],
    // Two members, two days.
    [{ 3: 'December 30, 1995; January 17, 1996' }, undefined],
    [{ 3: 'December 30, 1995 (Belarus)\nJanuary 17, 1996 (Kazakhstan)' }, undefined],
    [{ 3: 'January 5, 1996; January 17, 1996' }, 1996],
    // Three members or more.
    [{ 3: 'December 30, 1995; January 17, 1996', 4: '365 Russia\n370 Belarus\n705 Kazakhstan' }, 1995],
    [{ 3: 'January 17, 1996; December 30, 1995', 4: '365 Russia\n370 Belarus\n705 Kazakhstan' }, undefined],
    [{ 3: 'December 30, 1995; 1/2/1996', 4: '365 Russia\n370 Belarus\n705 Kazakhstan' }, undefined],
  ],
  begmo: [
    [{ 3: '17 January 1996' }, 1],
    [{ 3: 'June 1844' }, 6],
    [{ 3: '1844' }, undefined],
    [{ 3: '1/2/1996' }, undefined],
    [{ 3: 'January 30-February 2, 1996' }, undefined],
    [{ 3: 'January 5, 1996; January 17, 1996' }, 1],
  ],
  begday: [
    [{ 3: '1996-01-17' }, 17],
    [{ 3: 'June 17-19, 1844' }, undefined],
    [{ 3: 'June 1844' }, undefined],
    [{ 3: '1/2/1996' }, undefined],
    [{ 3: '2/2/1996' }, 2],
    [{ 3: 'January 5, 1996; January 17, 1996' }, undefined],
  ],
  ineffect: [
    [{ 14: 'Still in effect' }, 1],
    [{ 14: 'In effect as of December 31, 2003' }, 1],
    [{ 14: 'The treaty is still in force (June 30, 2004)' }, 1],
    [{ 14: 'Remains in effect at the end of 2003' }, 1],
    [{ 14: 'Still in effect\nVersion 4.0: In effect as of December 27, 2017 according to the embassy' }, 1],
    [{ 14: 'November 3, 1998 (armistice)', 15: 'Defeat' }, 0],
    [{ 14: 'Terminated on November 3, 1998', 15: 'Defeat' }, 0],
    [{ 14: '1998', 15: 'Defeat' }, 0],
    [{ 14: 'ca. 1998', 15: 'Defeat' }, 0],
    [{ 14: 'No longer in effect' }, undefined],
    [{ 14: 'In effect until November 3, 1998' }, undefined],
    [{ 14: 'In effect from 1996 to 1998' }, undefined],
    [{ 14: 'Still in effect in 2003\nVersion 4.0: Terminated on November 3, 2010' }, undefined],
    [{ 14: 'Still in effect', 15: 'Replaced by the treaty of 1998.' }, undefined],
    [{ 14: 'Possibly still in effect' }, undefined],
    [{ 14: 'Still in effect?' }, undefined],
    [{ 14: 'November 3, 1998 (?)', 15: 'Defeat' }, undefined],
    [{ 14: 'November 3, 2018', 15: 'Defeat' }, undefined],
    [{ 14: 'NA' }, undefined],
    [{ 14: 'Unknown' }, undefined],
    [{ 14: '' }, undefined],
  ],
  endyr: [
    [{ 14: 'Still in effect' }, 0],
    [{ 14: 'November 3, 1998 (Keesing’s 1999: 41953)', 15: 'Defeat' }, 1998],
    [{ 14: 'November 3, 1998\nSource: Langer 1999, p. 725', 15: 'Defeat' }, 1998],
    [{ 14: 'Friday, November 3, 1998: the army surrendered', 15: 'Defeat' }, 1998],
    [{ 14: 'November 3, 1998\nVersion 4.0: Terminated on November 3, 1998', 15: 'Defeat' }, 1998],
    [{ 14: '11/3/1998', 15: 'Defeat' }, 1998],
    [{ 14: 'ca. 1998', 15: 'Defeat' }, undefined],
    [{ 14: 'May 1, 1998 (Kazakhstan); November 3, 1998 (Belarus)', 15: 'Defeat' }, undefined],
    [{ 14: 'May 1, 1998 (denounced; effective November 3, 1999)', 15: 'Denounced' }, undefined],
    [{ 14: 'May 1, 1998 or November 3, 1998', 15: 'Defeat' }, undefined],
    [{ 14: 'Langer 1952, p. 725', 15: 'Defeat' }, undefined],
    [{ 14: 'Denounced on May 1, 1998', 15: 'Denounced' }, undefined],
    [{ 14: 'November 3, 1988', 15: 'Defeat' }, undefined],
    [{ 14: 'February 30, 1998', 15: 'Defeat' }, undefined],
    [{ 14: '6/30/04', 15: 'Defeat' }, undefined],
  ],
  endmo: [
    [{ 14: 'Still in effect' }, 0],
    [{ 14: 'November 1998', 15: 'Defeat' }, 11],
    [{ 14: '1998', 15: 'Defeat' }, undefined],
    [{ 14: '11/3/1998', 15: 'Defeat' }, undefined],
  ],
  endday: [
    [{ 14: 'Still in effect' }, 0],
    [{ 14: 'November 3, 1998', 15: 'Defeat' }, 3],
    [{ 14: 'November 1998', 15: 'Defeat' }, undefined],
  ],
  term: [
    [{ 14: 'Still in effect', 15: 'NA' }, 0],
    [{ 14: 'November 3, 1998', 15: 'Defeat' }, undefined],
    [{ 14: 'Still in effect', 15: 'It ended.' }, undefined],
    [{ 14: 'Still in effect', 15: '' }, undefined],
  ],
  bilat: [
    [{ 4: '370 Belarus\n705 Kazakhstan' }, 1],
    [{ 4: '365 Russia\n370 Belarus\n705 Kazakhstan' }, 0],
    [{ 4: '365 Russia\n370 Belarus\n705 Kazakhstan (joined 1997)' }, undefined],
    [{ 4: '365 Russia\n370 Belarus\n702 Tajikistan\n705 Kazakhstan (joined 1997)' }, 0],
    [
      {
        3: 'February 12, 1987 (Russia and Belarus)\nMarch 24, 1987 (Kazakhstan)',
        4: '365 Russia\n370 Belarus\n705 Kazakhstan',
      },
      undefined,
    ],
    [
      {
        3: 'February 12, 1987 (Russia, Belarus and Tajikistan)\nMarch 24, 1987 (Kazakhstan)',
        4: '365 Russia\n370 Belarus\n702 Tajikistan\n705 Kazakhstan',
      },
      0,
    ],
    [{ 4: '365 Russia\n370 Belarus\n705 Kazakhstan', 6: 'Bilateral treaty' }, undefined],
    [{ 4: '370 Belarus' }, undefined],
    [{ 4: '370 Belarus\n706 Kazakhstan' }, undefined],
    [{ 4: '370 Belarus\n705 Kazakhstan\nlater joined by Russia as well' }, undefined],
    [{ 4: 'NA' }, undefined],
    [{ 4: '' }, undefined],
  ],
  mem1: [
    [{ 4: '705 Kazakhstan\n370 Belarus' }, 705],
    [{ 4: 'Belarus, Kazakhstan' }, 370],
    [{ 4: 'BLR; KZK' }, 370],
    [{ 4: '8152\n370 Belarus' }, 8152],
    [{ 4: '999\n370 Belarus' }, undefined],
    [{ 4: 'Ruritania\n370 Belarus' }, undefined],
    [{ 4: 'Korea\n370 Belarus' }, undefined],
    [{ 4: '371 Belarus\n705 Kazakhstan' }, undefined],
    [{ 4: '371 Belorus\n705 Kazakhstan' }, undefined],
    [{ 4: '' }, undefined],
  ],
  mem2: [
    [{ 4: '705 Kazakhstan\n370 Belarus' }, 370],
    [{ 4: '365 Soviet Union\n640 Ottoman Empire' }, 640],
    [{ 4: '999\n370 Belarus' }, undefined],
    [{ 4: '370 Belarus\n370 Belarus' }, undefined],
    [{ 4: '370 Belarus' }, undefined],
  ],
  estmode: [
    [{ 6: 'Treaty' }, 1],
    [{ 6: 'A treaty, ratified in 1997' }, 1],
    [{ 6: 'Executive agreement' }, 0],
    [{ 6: 'Exchange of notes' }, 0],
    [{ 6: 'Treaty and exchange of notes' }, undefined],
    [{ 6: 'Treaty without ratification' }, undefined],
    [{ 6: 'Not a treaty' }, undefined],
    [{ 6: 'Probably a treaty' }, undefined],
    [{ 6: 'Convention' }, undefined],
    [{ 6: 'Traety' }, undefined],
    [{ 6: '' }, undefined],
  ],
  pubsecr: [
    [{ 7: 'Public' }, 0],
    [{ 7: 'Public but with secret articles. The protocol does not name the enemy.' }, 1],
    [{ 7: 'Secret' }, 2],
    [{ 7: 'Secret (Article IV)' }, 2],
    [{ 7: 'Secret. It was made known in 1888.' }, 2],
    [{ 7: 'Secret, later public' }, undefined],
    [{ 7: 'Not secret' }, 0],
    [{ 7: 'Never secret' }, undefined],
    [{ 7: 'Published in 1997' }, undefined],
  ],
  secrart: [
    [{ 7: 'Public' }, 0],
    [{ 7: 'Public but with secret articles' }, undefined],
    [{ 7: 'Secret' }, 8],
    [{ 7: 'unknown' }, undefined],
  ],
  speclgth: [
    [{ 10: 'No' }, 0],
    [{ 10: 'Yes. Ten years (Article 20)' }, 1],
    [{ 10: 'Yes. Indefinitely' }, undefined],
    [{ 10: 'Yes' }, undefined],
    [{ 10: 'NA' }, undefined],
  ],
  length: [
    [{ 10: '120 months (Article 20)' }, 120],
    [{ 10: 'Yes. ten years' }, 120],
    [{ 10: '5 years' }, 60],
    [{ 10: 'Yes. Twenty-five years' }, 300],
    [{ 10: 'Yes. No' }, undefined],
    [{ 10: 'Yes, for a period of ten (10) years' }, 120],
    [{ 10: 'Yes. Article 7: the treaty shall remain in force for twenty years.' }, 240],
    [{ 10: 'Yes. The treaty lasts 18 months.' }, 18],
    [{ 10: 'Yes. Two years and six months' }, 30],
    [{ 10: 'Yes. 60 months (5 years)' }, 60],
    [{ 10: 'Yes. 60 months from the day of ratification (Article III)' }, 60],
    [{ 10: 'Yes. 240 months, after which any party may leave on one year’s notice (Article 13).' }, 240],
    [{ 10: 'Five years, renewed for further five-year terms unless denounced six months before.' }, 60],
    [
      { 10: 'Ten years, with automatic extension of five years unless notice is given 12 months in advance' },
      120,
    ],
    [{ 10: 'No' }, 0],
    [{ 10: 'No. It lasts until one side denounces it.' }, 0],
    [{ 10: 'Yes. Indefinitely' }, 0],
    [{ 10: 'Without limit of time (Article 23)' }, 0],
    [{ 10: 'Yes. In perpetuity' }, 0],
    [{ 10: 'Yes. No time limit' }, 0],
    [{ 10: 'Yes' }, undefined],
    [{ 10: 'Yes. 5-10 years' }, undefined],
    [{ 10: 'Yes. Five to ten years' }, undefined],
    [{ 10: 'Yes. Five or 10 years' }, undefined],
    [{ 10: 'Yes. One and a half years' }, undefined],
    [{ 10: 'Yes. 2 1/2 years' }, undefined],
    [{ 10: 'Yes. At least five years' }, undefined],
    [{ 10: 'Yes. Not less than 5 years' }, undefined],
    [{ 10: 'Yes. 60 months (10 years)' }, undefined],
    [{ 10: 'Yes. ten (12) years' }, undefined],
    [{ 10: 'Yes. Five years and then three years' }, undefined],
    [{ 10: 'Yes. 90 days' }, undefined],
    [{ 10: 'Yes. Three weeks' }, undefined],
    [{ 10: 'Yes. Half a year' }, undefined],
    [{ 10: 'Yes. Until the end of the war' }, undefined],
    [{ 10: 'Yes. Ten years, or until the end of the war' }, undefined],
    [{ 10: 'Yes. Ten years and then indefinitely' }, undefined],
    [{ 10: 'Yes. It may be denounced after 5 years' }, undefined],
    [{ 10: 'Yes. One year’s notice ends it' }, undefined],
    [{ 10: 'Yes. Probably ten years' }, undefined],
    [{ 10: 'Yes. Ten years?' }, undefined],
    [{ 10: 'Yes. Not ten years' }, undefined],
    [{ 10: 'NA' }, undefined],
    [{ 10: '' }, undefined],
  ],
  renewlgt: [
    [{ 12: 'No' }, 0],
    [{ 12: 'Automatic renewal for successive 10 year terms until either member denounces' }, 120],
    [{ 12: 'Yes. The treaty is renewed for 36 months (Article III).' }, 36],
    [{ 12: 'Yes. It is extended for further periods of five years unless denounced one year before.' }, 60],
    [{ 12: 'Yes. It goes on by itself after twenty years' }, undefined],
    [{ 12: 'Yes. Renewed for five years, then prolonged for ten years' }, undefined],
    [{ 12: 'Yes. Renewed for an unknown period' }, undefined],
    [{ 12: 'No, but it was renewed for five years' }, undefined],
    [{ 12: 'Yes' }, undefined],
    [{ 12: 'NA' }, undefined],
  ],
  defense: [
    [{ 16: 'Defense pact' }, 1],
    [{ 16: 'Defence pact (Russia only), consultation' }, 1],
    [{ 16: 'Neutrality pact' }, 0],
    [{ 16: 'Defense pact, Trade pact' }, 1],
    [{ 16: 'Neutrality pact, Trade pact' }, undefined],
    [{ 16: 'Nonaggression pact, but not a defense pact' }, undefined],
    [{ 16: 'Defense pact or neutrality pact' }, undefined],
    [{ 16: 'Possibly a defense pact' }, undefined],
    [{ 16: 'NA' }, undefined],
    [{ 16: '' }, undefined],
  ],
  offense: [
    [{ 16: 'Offense pact\nDefense pact' }, 1],
    [{ 16: 'Defense pact' }, 0],
    [{ 16: 'Defense pact, Ofense pakt' }, undefined],
  ],
  neutral: [
    [{ 16: 'Neutrality' }, 1],
    [{ 16: 'Consultation pact' }, 0],
  ],
  nonagg: [
    [{ 16: 'Non-aggression pact; Consultation pact' }, 1],
    [{ 16: 'Consultation pact' }, 0],
  ],
  consul: [
    [{ 16: 'Consultation pact' }, 1],
    [{ 16: 'Nonaggression pact' }, 0],
  ],
  active: [[{ 18: 'Article 1: each helps the other by force of arms.' }, undefined]],
  conditio: [
    [{ 19: 'None' }, 0],
    [{ 19: 'none' }, 0],
    [{ 16: 'Defense pact', 19: 'Specific adversary, Attack', 20: 'An attack by Russia' }, 1],
    [{ 16: 'Neutrality pact', 19: 'Nonprovocation', 20: 'Article 2' }, 1],
    [{ 16: 'Defense pact', 19: 'Attack', 20: 'Article 2' }, undefined],
    [{ 16: 'Nonaggression pact', 19: 'Specific location', 20: 'Europe' }, undefined],
    [{ 19: 'None, Attack' }, undefined],
    [{ 19: 'None', 20: 'Only an attack in Europe' }, undefined],
    [{ 16: 'Defense pact', 19: 'Specific adversary, bad weather', 20: 'x' }, undefined],
    [{ 16: 'Defense pact', 19: 'Possibly a specific adversary', 20: 'x' }, undefined],
    [{ 19: '' }, undefined],
  ],
  defcon: [
    [{ 16: 'Defense pact', 19: 'None' }, 0],
    [{ 16: 'Defense pact', 19: 'Specific location', 20: 'Europe' }, 1],
    [{ 16: 'Defense pact, Nonaggression pact', 19: 'Specific location', 20: 'Europe' }, 1],
    [{ 16: 'Defense pact, Neutrality pact', 19: 'Specific location', 20: 'Europe' }, undefined],
    [{ 16: 'Neutrality pact', 19: 'Specific location', 20: 'Europe' }, 0],
    [{ 16: 'Defense pact', 19: 'Attack', 20: 'Europe' }, undefined],
    [{ 16: 'Neutrality pact', 19: '' }, undefined],
  ],
  offcon: [
    [{ 16: 'Offense pact', 19: 'Number of adversaries', 20: 'Two' }, 1],
    [{ 16: 'Defense pact', 19: 'Attack', 20: 'Europe' }, 0],
  ],
  neucon: [
    [{ 16: 'Neutrality pact', 19: 'Nonprovocation', 20: 'Article 2' }, 1],
    [{ 16: 'Neutrality pact', 19: 'None' }, 0],
  ],
  concon: [
    [{ 16: 'Consultation pact', 19: 'Specific location', 20: 'Europe' }, 1],
    [{ 16: 'Consultation pact', 19: 'None' }, 0],
  ],
  asymm: [
    [{ 24: 'Yes' }, 0],
    [{ 24: 'No. Only Russia promises troops.' }, 1],
    [{ 24: 'No, but nearly' }, undefined],
    [{ 16: 'Defense pact (Russia only)', 24: 'Yes' }, undefined],
    [{ 24: '' }, undefined],
  ],
  statthr1: [
    [{ 23: 'No' }, 0],
    [{ 23: 'Yes. 255 Germany; Article 1 speaks of German aggression.' }, 255],
    [{ 23: 'Yes. 255 Germany and 325 Italy' }, 255],
    [{ 23: 'Yes. 255 Germany, 325 Italy, 740 Japan' }, undefined],
    [{ 23: 'Yes. 255 Germany, and any state that helps it, such as Italy' }, undefined],
    [{ 23: 'Yes. Germany (Article 1)' }, undefined],
    [{ 23: 'Yes. 260 Germany under Prussian rule; see Article 1' }, 260],
    [{ 23: 'Yes. 365 Germany' }, undefined],
    [{ 23: 'Yes' }, undefined],
    [{ 23: '' }, undefined],
  ],
  statthr2: [
    [{ 23: 'No' }, 0],
    [{ 23: 'Yes. 255 Germany; Article 1 speaks of German aggression.' }, 0],
    [{ 23: 'Yes. 255 Germany and 325 Italy' }, 325],
    [{ 23: 'Yes. Terrorism' }, undefined],
  ],
  reflnun: [
    [{ 47: 'No' }, 0],
    [{ 47: 'Yes. United Nations: Article 51 of the Charter (Article 4).' }, 2],
    [{ 47: 'U.N. Charter (Preamble)' }, 2],
    [{ 47: 'Yes. UN: nothing in the treaty affects the rights under the Charter.' }, 2],
    [{ 3: 'January 17, 1936', 14: 'Still in effect', 47: 'Yes. League of Nations (Article 2)' }, 1],
    [{ 47: 'Yes. League of Nations (Article 2)' }, undefined],
    [{ 3: 'January 17, 1936', 47: 'Yes. United Nations (Article 2)' }, undefined],
    [{ 47: 'Yes. League of Nations and United Nations' }, undefined],
    [{ 47: 'Yes. Organization of American States. The United Nations are not mentioned.' }, undefined],
    [{ 47: 'Yes. Organization of American States' }, undefined],
    [{ 47: 'Yes. League of Arab States' }, undefined],
    [{ 47: 'Yes' }, undefined],
    [{ 47: '' }, undefined],
  ],
  source: [
    [{ 58: 'Treaty' }, 1],
    [{ 58: 'Text of the treaty' }, 1],
    [{ 58: 'Secondary sources only' }, 2],
    [{ 58: 'Treaty and secondary sources' }, undefined],
    [{ 58: 'Memoirs' }, undefined],
    [{ 58: '' }, undefined],
  ],
};

const tellCase = (answers: Answers) =>
  Object.entries(answers)
    .map(([question, answer]) => `${question} “${answer.replace(/\n/g, ' / ')}”`)
    .join(', ');

describe('each variable', () => {
  it('is tried in one of the tables below', () => {
    const tried = new Set([
      ...Object.keys(BINARY),
      ...Object.keys(CODED),
      ...Object.keys(CASES),
      ...memberVariables,
    ]);
    assert.deepEqual(
      derivations.map(({ variable }) => variable).filter(variable => !tried.has(variable)),
      [],
    );
  });

  for (const [variable, cases] of Object.entries(CASES)) {
    describe(variable, () => {
      for (const [answers, value] of cases) {
        it(`${value === undefined ? 'stays blank' : `is ${value}`} for ${tellCase(answers)}`, () => {
          const sheet = answering(answers);
          assert.equal(valueOf(sheet, variable), value, JSON.stringify(outcomeOf(sheet, variable)));
        });
      }
    });
  }
});

describe('a question of Yes or No', () => {
  for (const [answer, said] of YES_OR_NO) {
    it(`that is answered “${answer.replace(/\n/g, ' / ')}” says ${said ?? 'nothing certain'}`, () => {
      const sheet = answering({ 26: answer });
      assert.equal(
        valueOf(sheet, 'thirdcom'),
        said === undefined ? undefined : said === 'yes' ? 1 : 0,
        JSON.stringify(outcomeOf(sheet, 'thirdcom')),
      );
    });
  }

  for (const [variable, question] of Object.entries(BINARY)) {
    it(`gives ${variable} from question ${question}`, () => {
      const values = ['Yes. Article 3', 'No', 'NA'].map(answer =>
        valueOf(answering({ [question]: answer }), variable),
      );
      assert.deepEqual(values, [1, 0, undefined]);
    });
  }

  for (const [variable, questions] of Object.entries(CODED)) {
    it(`gives ${variable} from question ${questions.join(', ')} only where the answer is No`, () => {
      const none = Object.fromEntries(questions.map(question => [question, 'No']));
      assert.equal(valueOf(answering(none), variable), 0);
      for (const question of questions) {
        for (const answer of ['Yes. Article 3', 'NA', '']) {
          assert.equal(
            valueOf(answering({ ...none, [question]: answer }), variable),
            undefined,
            `${question} ${answer}`,
          );
        }
      }
    });
  }
});

describe('the end of an alliance', () => {
  const ended = answering({ 14: 'November 3, 2018', 15: 'Replaced' });

  it('after ATOP’s own last day is a coder’s to decide', () => {
    const outcome = outcomeOf(ended, 'ineffect');
    assert.ok('blank' in outcome && outcome.needsCoder);
    assert.match(outcome.reason, /the last day that the dataset covers/);
  });

  it('counts where the dataset covers it', () => {
    const closes = { closes: '2020-12-31' };
    assert.deepEqual(
      ['ineffect', 'endyr', 'endmo', 'endday'].map(name => valueOf(ended, name, closes)),
      [0, 2018, 11, 3],
    );
  });

  it('does not count yet where the dataset closes before it', () => {
    const closes = { closes: '2016-12-31' };
    assert.deepEqual(
      ['ineffect', 'endyr', 'endmo', 'endday', 'term'].map(name => valueOf(ended, name, closes)),
      [1, 0, 0, 0, 0],
    );
  });

  it('in the month in which the dataset closes is a coder’s to decide', () => {
    const sheet = answering({ 14: 'November 2018', 15: 'Replaced' });
    assert.equal(valueOf(sheet, 'ineffect', { closes: '2018-11-15' }), undefined);
  });
});

describe('the members', () => {
  it('behind an entry that settles no state stay blank, and the report names that entry once', () => {
    const sheet = answering({ 4: '365 Russia\n999\n370 Belarus\n705 Kazakhstan' });
    const outcomes = ['mem1', 'mem2', 'mem3', 'mem4', 'mem5'].map(name => outcomeOf(sheet, name));
    assert.deepEqual(outcomes[0], { value: 365 });
    assert.deepEqual(
      outcomes.slice(1).map(outcome => 'blank' in outcome && outcome.needsCoder),
      [true, false, false, false],
    );
    assert.ok(outcomes[1] && 'reason' in outcomes[1]);
    assert.equal(outcomes[1].reason, 'Question 4: 999 is the code of no state.');
  });

  it('past the 59th leave the last variable to a coder', () => {
    const states = allStates().slice(0, 61);
    const sheet = answering({ 4: states.map(({ code, name }) => `${code} ${name}`).join('\n') });
    assert.equal(valueOf(sheet, 'mem58'), states[57]?.code);
    const last = outcomeOf(sheet, 'mem59');
    assert.ok('reason' in last && last.needsCoder);
    assert.equal(last.reason, 'Question 4 lists 61 members; there are variables for 59.');
    assert.equal(valueOf(sheet, 'bilat'), 0);
  });
});

describe('a question that stands in the sheet twice', () => {
  const doubled = (second: string) =>
    answering({
      26: `No\n\n27. Does the treaty specify that the contracting parties must not enter into any other alliances that are directed against the alliance in\nquestion? (Yes, No) If Yes, describe.\n${second}`,
    });

  it('settles what both answers say', () => {
    assert.equal(valueOf(doubled('no'), 'noothall'), 0);
  });

  it('settles nothing where they differ', () => {
    const outcome = outcomeOf(doubled('Yes. Article 4'), 'noothall');
    assert.ok('reason' in outcome);
    assert.equal(outcome.reason, 'Question 27 stands in the sheet twice, with different answers.');
  });
});
