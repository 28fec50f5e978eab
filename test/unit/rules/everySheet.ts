import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSheet } from '../../../server/src/answers';
import { atopInstrument } from '../../../server/src/instrument';
import { seedAnsweringAll, seedText } from '../support/findings';

/** The real sheet, filled in and tidied until nothing is found in it: what is found below is what is changed. */
export const TIDY = seedAnsweringAll(
  new Map([
    [10, 'Yes. 120 months (Article 20)'],
    [12, 'Yes. Automatic renewal for successive 10 year terms (Article 20)'],
    [13, 'NA'],
    [14, 'Still in effect'],
    [16, 'Nonaggression pact'],
    [47, 'Yes. United Nations (Preamble)'],
    [48, 'Yes. OSCE (Preamble)'],
    [50, 'Yes. Cooperation (Article 5)'],
    [53, 'Yes. Article 10'],
    [56, 'Yes. Article 1'],
  ]),
);

const ANSWERS = readSheet(TIDY, atopInstrument).answers;

function nodeOf(number: number): { readonly start: number; readonly end: number } {
  const answer = ANSWERS.find(({ question }) => question.number === number);
  if (!answer) throw new Error(`The sheet has no question ${number}.`);
  return answer.node;
}

/** The tidy sheet with other answers, by their questions' numbers. */
function answering(answers: Readonly<Record<number, string>>, text = TIDY): string {
  const own = text === TIDY ? ANSWERS : readSheet(text, atopInstrument).answers;
  let changed = text;
  for (const { question, start, end } of own.toReversed()) {
    const answer = answers[question.number];
    if (answer !== undefined) changed = changed.slice(0, start) + answer + changed.slice(end);
  }
  return changed;
}

function replacing(...pairs: readonly (readonly [string, string])[]): string {
  let text = TIDY;
  for (const [from, to] of pairs) {
    if (!text.includes(from)) throw new Error(`The sheet holds no “${from}”.`);
    text = text.replace(from, to);
  }
  return text;
}

/** The tidy sheet without its questions from one number to another. */
function without(first: number, last = first): string {
  return TIDY.slice(0, nodeOf(first).start) + TIDY.slice(nodeOf(last).end);
}

function block(number: number): string {
  const { start, end } = nodeOf(number);
  return TIDY.slice(start, end);
}

/** The tidy sheet with one of its questions moved before another. */
function moving(number: number, target: number, last = number): string {
  const { start } = nodeOf(number);
  const { end } = nodeOf(last);
  const at = nodeOf(target).start;
  const moved = TIDY.slice(start, end);
  return at > start
    ? TIDY.slice(0, start) + TIDY.slice(end, at) + moved + TIDY.slice(at)
    : TIDY.slice(0, at) + moved + TIDY.slice(at, start) + TIDY.slice(end);
}

/** The tidy sheet with a second copy of a question, or another text, before another one. */
function inserting(text: string, before: number): string {
  const at = nodeOf(before).start;
  return TIDY.slice(0, at) + text + TIDY.slice(at);
}

function withAnswer(number: number, answer: string): string {
  const { start, end } = nodeOf(number);
  const own = ANSWERS.find(({ question }) => question.number === number);
  if (!own) throw new Error(`The sheet has no question ${number}.`);
  return TIDY.slice(start, own.start) + answer + TIDY.slice(own.end, end);
}

function example(name: string): string {
  return readFileSync(join(__dirname, '..', '..', '..', 'examples', `${name}.atop`), 'utf8');
}

const crlf = (text: string): string => text.replaceAll('\n', '\r\n');

const members = (list: string): string => answering({ 4: list });
const signed = (date: string): string => answering({ 3: date });
const ended = (termination: string): string => answering({ 14: termination, 15: 'Denounced by Belarus' });
const withLinks = (at14: string, more: Readonly<Record<number, string>>): string =>
  answering({ 14: `Still in effect (${at14})`, ...more });

const SECTION_2 = 'SECTION II: OBLIGATIONS\n';
const TORN = 'http://a.org/bilateral relations/political/';
const WHOLE = 'http://a.org/bilateral_relations/political/';

/** Sheets as coders get them wrong, each with the name that it has among the approved outcomes. */
export const SHEETS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'whole sheets': [
    ['the tidied sheet', TIDY],
    ['the real sheet as published', seedText()],
    ['the real sheet with the line ends of Windows', crlf(seedText())],
    ['the multilateral sheet 3180', example('3180')],
    ['the ended sheet 1335', example('1335')],
    ['the unfinished sheet 6200', example('6200')],
  ],
  'missing answers': [
    ['no ATOP ID', answering({ 1: '' })],
    ['no COW number', answering({ 2: '' })],
    ['no signature date', answering({ 3: '' })],
    ['no members', answering({ 4: '' })],
    ['no answer to 5', answering({ 5: '' })],
    ['no answer to 5, with the line ends of Windows', crlf(answering({ 5: '' }))],
    ['no means', answering({ 6: '' })],
    ['no renewals', answering({ 13: '' })],
    ['no cause', answering({ 15: '' })],
    ['no type', answering({ 16: '' })],
    ['no answer about symmetry', answering({ 24: '' })],
    ['no comments', answering({ 28: '', 43: '', 57: '' })],
    ['no coder', answering({ 61: '' })],
    ['no revision date, and blanks where it would stand', answering({ 60: '   ' })],
    ['a question mark for an answer', answering({ 25: '?' })],
    ['a dash for an answer with text below', answering({ 25: '—', 26: '...' })],
    ['a question mark for a date', answering({ 3: '?' })],
    ['no answer to the last question before a heading', answering({ 15: '', 56: '' })],
  ],
  'the skeleton': [
    ['question 13 twice, the second unanswered', inserting(withAnswer(13, ''), 14)],
    ['question 13 twice, the first unanswered', inserting(withAnswer(13, ''), 13)],
    ['question 13 twice, the same answer', inserting(block(13), 14)],
    [
      'question 13 twice, the same answer but for its line ends',
      inserting(withAnswer(18, 'One  two'), 19).replace(
        /Article 1: “ \.\.\. The Contracting Parties pledge themselves to be guided in those relations by the principles of \.\.\.the non-use of force or\nthreat of force\.\.\.”/,
        'One\ntwo',
      ),
    ],
    ['question 25 twice, with different answers', inserting(withAnswer(25, 'Yes. Article 9'), 26)],
    ['question 25 twice, neither answered', answering({ 25: '' }, inserting(withAnswer(25, ''), 26))],
    ['question 25 three times', inserting(block(25) + withAnswer(25, 'Yes. Article 9'), 26)],
    ['question 61 twice', inserting(block(61), 61)],
    ['question 13 lost', without(13)],
    ['question 1 lost', without(1)],
    ['question 61 lost', TIDY.slice(0, nodeOf(61).start)],
    ['questions 13 to 15 lost', without(13, 15)],
    ['questions 15 and 16 lost', without(16).replace(block(15), '')],
    ['questions 12 and 14 lost', without(14).replace(block(12), '')],
    ['question 13 lost, with the line ends of Windows', crlf(without(13))],
    ['the last two questions lost', TIDY.slice(0, nodeOf(60).start)],
    ['the last two questions lost, no line end', TIDY.slice(0, nodeOf(60).start).trimEnd()],
    ['the last two questions lost, one line end', `${TIDY.slice(0, nodeOf(60).start).trimEnd()}\n`],
    ['all questions of section II lost, its heading left', without(16, 28)],
    ['section II lost whole', without(16, 28).replace(SECTION_2, '')],
    ['section V lost whole', TIDY.slice(0, TIDY.indexOf('SECTION V:'))],
    ['section I lost whole', TIDY.slice(TIDY.indexOf('SECTION II:'))],
    [
      'sections III and IV lost whole',
      TIDY.slice(0, TIDY.indexOf('SECTION III')) + TIDY.slice(TIDY.indexOf('SECTION V:')),
    ],
    ['the heading of section II lost', replacing([SECTION_2, ''])],
    ['the heading of section II lost, with the line ends of Windows', crlf(replacing([SECTION_2, '']))],
    ['the heading of section I lost', replacing([' SECTION I: FORMATION, MEMBERS, AND DURATION\n', ''])],
    [
      'the headings of sections II and III lost',
      replacing([SECTION_2, ''], ['SECTION III: INSTITUTIONALIZATION OF THE ALLIANCE\n', '']),
    ],
    ['the heading of section II and its first question lost', without(16).replace(SECTION_2, '')],
    ['a heading without its words', replacing([SECTION_2, 'SECTION II\n'])],
    [
      'a heading with another numeral',
      replacing(['SECTION IV: TREATY CONTEXT', 'SECTION VI: TREATY CONTEXT']),
    ],
    ['a heading misspelt', replacing([SECTION_2, 'SECTION II: OBLIGATION\n'])],
    ['a heading in small letters', replacing([SECTION_2, 'Section II: Obligations\n'])],
    ['question 30 before question 20', moving(30, 20)],
    ['question 12 before question 11', moving(12, 11)],
    ['question 5 before question 10', moving(5, 10)],
    ['question 16 before question 15', moving(16, 15)],
    ['question 2 before question 1', moving(2, 1)],
    ['question 1 before question 61', moving(1, 61)],
    ['question 61 before question 1', moving(61, 1)],
    ['questions 20 to 22 before question 40', moving(20, 40, 22)],
    ['questions 50 to 52 before question 40, with the line ends of Windows', crlf(moving(50, 40, 52))],
    [
      'the heading of section II below question 18',
      replacing([SECTION_2, ''], [block(19), SECTION_2 + block(19)]),
    ],
    [
      'the heading of section II above question 14',
      replacing([SECTION_2, ''], [block(14), `${SECTION_2}\n${block(14)}`]),
    ],
    [
      'the heading of section III below its questions',
      replacing(
        ['SECTION III: INSTITUTIONALIZATION OF THE ALLIANCE\n', ''],
        ['SECTION IV:', 'SECTION III: INSTITUTIONALIZATION OF THE ALLIANCE\n\nSECTION IV:'],
      ),
    ],
    [
      'question 30 misplaced and section III without heading',
      moving(30, 20).replace('SECTION III: INSTITUTIONALIZATION OF THE ALLIANCE\n', ''),
    ],
    [
      'a word of question 8 changed',
      replacing(['additional members mentioned', 'additional states mentioned']),
    ],
    ['a word of question 8 lost', replacing(['additional members mentioned', 'members mentioned'])],
    [
      'the last word of question 2 lost',
      replacing(['2. COW Alliance # (if applicable):', '2. COW Alliance # (if):']),
    ],
    ['the first word of question 8 lost', replacing(['8. Are there provisions', '8. there provisions'])],
    [
      'a word of question 8 added',
      replacing(['additional members mentioned', 'additional new members mentioned']),
    ],
    [
      'many words of question 12 changed',
      replacing([
        '12. Are there specific provisions in the treaty concerning renewal of the treaty?',
        '12. Were there particular provisions in a treaty for renewal of this treaty?',
      ]),
    ],
    [
      'four words of question 12 changed',
      replacing([
        '12. Are there specific provisions in the treaty concerning',
        '12. Were there particular rules in one treaty concerning',
      ]),
    ],
    [
      'question 8 under number 9',
      replacing(['8. Are there provisions for adding', '9. Are there provisions for adding']),
    ],
    ['question 47 under number 74', replacing(['47. Does', '74. Does'])],
    [
      'another instrument of few questions',
      `Notes\n\n1. ATOP ID: 4765\n${Array.from({ length: 12 }, (_, index) => `${index + 2}. A question of ours ${index}?\nNo\n`).join('')}`,
    ],
    [
      'another instrument of ten questions',
      Array.from({ length: 10 }, (_, index) => `${index + 1}. A question of ours ${index}?\nNo\n`).join(''),
    ],
    ['a beginning of three questions', TIDY.slice(0, nodeOf(4).start)],
    [
      'six of our questions among eighteen numbered lines',
      `${TIDY.slice(0, nodeOf(7).start)}${Array.from({ length: 12 }, (_, index) => `${index + 80}. Ours\n`).join('')}`,
    ],
    [
      'six of our questions among nineteen numbered lines',
      `${TIDY.slice(0, nodeOf(7).start)}${Array.from({ length: 13 }, (_, index) => `${index + 80}. Ours\n`).join('')}`,
    ],
    [
      'seven of our questions among many numbered lines',
      `${TIDY.slice(0, nodeOf(8).start)}${Array.from({ length: 30 }, (_, index) => `${index + 80}. Ours\n`).join('')}`,
    ],
    [
      'two of our questions among nine numbered lines',
      `${TIDY.slice(0, nodeOf(3).start)}${Array.from({ length: 7 }, (_, index) => `${index + 80}. Ours\n`).join('')}`,
    ],
    [
      'two of our questions among ten numbered lines',
      `${TIDY.slice(0, nodeOf(3).start)}${Array.from({ length: 8 }, (_, index) => `${index + 80}. Ours\n`).join('')}`,
    ],
    ['an empty file', ''],
    ['a blank file', '  \n\n'],
    ['a poem', '\n  Roses are red,\r\nviolets are blue'],
    ['the heading of section II and its last question lost', without(28).replace(SECTION_2, '')],
    [
      'question 1 before question 5 and section I without heading',
      moving(1, 5).replace(' SECTION I: FORMATION, MEMBERS, AND DURATION\n', ''),
    ],
    ['question 44 before question 43', moving(44, 43)],
    [
      'question 2 before question 5, with a blank line too many',
      moving(2, 5).replace('4765\n', '4765\n\n\n'),
    ],
    ['the heading of section II twice', inserting(`${SECTION_2}\n`, 20)],
    [
      'question 18 twice, blanks apart',
      inserting(withAnswer(18, 'Onetwo'), 19).replace(block(18), withAnswer(18, 'One two')),
    ],
  ],
  members: [
    ['a code of no state', members('999 Belarus\n705 Kazakhstan')],
    ['a code of no state, the name of several', members('999 Korea\n705 Kazakhstan')],
    ['a code of no state, alone', members('374\n705 Kazakhstan')],
    ['a code of no state, with a name that none has', members('999 Atlantis\n705 Kazakhstan')],
    ['a code far from all', members('88888\n705 Kazakhstan')],
    ['365 Romania for a member', members('365 Romania\n705 Kazakhstan')],
    ['two codes of two other states', members('651 Syria\n652 Egypt')],
    ['a code beside the name of several states', members('370 Korea\n705 Kazakhstan')],
    ['370 Belarrus', members('370 Belarrus\n705 Kazakhstan')],
    ['370 Bellaruss', members('370 Bellarruss\n705 Kazakhstan')],
    ['705 Kazachstann', members('370 Belarus\n705 Kasachstann')],
    ['365 Rumania, nearly', members('365 Romanai\n705 Kazakhstan')],
    ['365 Romamiaa', members('365 Rommamiaa\n705 Kazakhstan')],
    ['370 Bela, cut short', members('370 Bela\n705 Kazakhstan')],
    ['160 Arg., cut short', members('160 Arg.\n705 Kazakhstan')],
    ['370 Iran, cut short of another', members('370 Irann\n705 Kazakhstan')],
    ['370 White Ruthenia, unknown', members('370 White Ruthenia\n705 Kazakhstan')],
    ['a name without code', members('Belarus\n705 Kazakhstan')],
    ['an abbreviation without code', members('BLR\n705 Kazakhstan')],
    ['a name of several states without code', members('Korea\n705 Kazakhstan')],
    [
      'a name of several states without code, in 1950',
      answering({ 3: 'January 17, 1950', 4: 'Germany\nYemen' }),
    ],
    ['Germany in 1960', answering({ 3: 'January 17, 1960', 4: '2 United States\nGermany' })],
    ['Germany with no date', answering({ 3: 'unclear', 4: '2 United States\nGermany' })],
    ['a name that no state has', members('370 Belarus\nAtlantis')],
    ['a name nearly of one state', members('370 Belarus\nKazachstan')],
    ['a name nearly of several states', members('370 Belarus\nNiger1, Austrlia, Autria, Irak, Iren')],
    ['a state listed twice', members('370 Belarus\n705 Kazakhstan\n370 Belarus')],
    ['a state listed twice on one line', members('370 Belarus, 705 Kazakhstan, 370 Belarus')],
    ['a state listed twice, the second in the middle', members('370 Belarus; 370 Belarus; 705 Kazakhstan')],
    [
      'a state listed twice, the second on its own line in the middle',
      members('370 Belarus\n370 Belarus\n705 Kazakhstan'),
    ],
    [
      'a state listed twice, with the line ends of Windows',
      crlf(members('370 Belarus\n370 Belarus\n705 Kazakhstan')),
    ],
    ['a state listed twice, with a note', members('370 Belarus\n705 Kazakhstan\n370 Belarus (again)')],
    [
      'a state listed twice, with a note in square brackets',
      members('370 Belarus\n705 Kazakhstan\n370 Belarus  [again]'),
    ],
    [
      'a state listed twice, with a date',
      members('370 Belarus\n705 Kazakhstan\n370 Belarus joined May 3, 1997'),
    ],
    ['a state listed three times', members('370 Belarus\n370\n705 Kazakhstan\nBelarus')],
    ['a state listed twice, once with another code', members('370 Belarus\n705 Kazakhstan\n370 Kazakhstan')],
    ['a state listed twice, once misspelt', members('370 Belarus\n705 Kazakhstan\n370 Belarrus')],
    ['states of other times', members('327 Papal States\n396 Abkhazia\n347 Kosovo')],
    ['a code that is in ATOP alone', members('370 Belarus\n8152 Someone\n563 Transvaal\n672 Persia')],
    ['a state before its time', answering({ 3: 'January 17, 1950' })],
    ['a state before its time, for any day of a year', answering({ 3: '1950' })],
    [
      'a state in its last month',
      answering({ 3: 'December 1991', 4: '370 Belarus\n705 Kazakhstan\n265 German Democratic Republic' }),
    ],
    [
      'a state before its time, joined later',
      answering({
        3: 'January 17, 1950',
        4: '2 United States\n370 Belarus (joined May 3, 1997)\n705 Kazakhstan (joined May 3, 1977)',
      }),
    ],
    ['states before the system', answering({ 3: 'December 31, 1815', 4: '2 United States\n370 Belarus' })],
    ['states when the system begins', answering({ 3: 'January 1, 1816', 4: '2 United States\n370 Belarus' })],
    [
      'a state with two spells before them',
      answering({ 3: 'January 17, 1820', 4: '2 United States\n41 Haiti' }),
    ],
    ['one member only', members('370 Belarus')],
    ['one member, in words', members('Belarus')],
    ['members in words that name none', members('the usual two')],
    ['no members: NA', members('NA')],
    ['370 Belaruuss, two letters off', members('370 Belaruuss\n705 Kazakhstan')],
    ['370 Belaruuuss, three letters off', members('370 Belaruuuss\n705 Kazakhstan')],
    ['a name nearer to one state than to another', members('370 Belarus\nNigerr\nKazakkstannn')],
    ['a name some way from its state', members('370 Belarus\nCzechoslovakiaaa\nCzechoslovakkiaa')],
    [
      'a sheet that ends with a doubled member',
      TIDY.slice(0, nodeOf(4).start) + withAnswer(4, '370 Belarus\n705 Kazakhstan\n370 Belarus').trimEnd(),
    ],
    [
      'a state listed twice, with the line ends of old Macs',
      members('370 Belarus\n370 Belarus\n705 Kazakhstan').replaceAll('\n', '\r'),
    ],
    [
      'a state listed twice, another with a note behind it',
      members('370 Belarus\n705 Kazakhstan\n370 Belarus, 365 Russia (new)'),
    ],
    ['one state three times, without its code', members('Belarus\nBelarus\nBelarus\n705 Kazakhstan')],
    ['one state four times, in all ways', members('Belarus\n370 Belarus\n370\nBLR\n705 Kazakhstan')],
    ['one member, alone and without its code', members('Belarus (alone)')],
    [
      'a state before its time, two signatures',
      answering({ 3: 'January 17, 1950; March 3, 1952', 4: '2 United States\n370 Belarus' }),
    ],
    [
      'a state before its time, two signatures in no order',
      answering({ 3: 'March 3, 1952; January 17, 1950', 4: '2 United States\n370 Belarus' }),
    ],
    [
      'a state before its time, one date bad',
      answering({ 3: 'February 30, 1950; March 3, 1952', 4: '2 United States\n370 Belarus' }),
    ],
    ['a state before its time, order open', answering({ 3: '4.3.1952', 4: '2 United States\n370 Belarus' })],
    [
      'a state before its time, joined some day',
      answering({ 3: 'January 17, 1950', 4: '2 United States\n370 Belarus (joined 5/3/1997)' }),
    ],
  ],
  dates: [
    ['no date for a signature', signed('in the spring')],
    ['NA for a signature', signed('NA')],
    ['no date for a revision', answering({ 60: 'last week' })],
    ['no such day', signed('February 30, 1996')],
    ['no such day, far off', signed('January 45, 1996')],
    ['a misspelt month', signed('Janury 17, 1996')],
    ['a foreign month', signed('17 janvier 1996')],
    ['a year of three digits', signed('January 17, 199')],
    ['a year of five digits', signed('January 17, 19966')],
    ['an order left open', signed('3/4/1996')],
    ['an order left open, one of them to come', answering({ 60: '1/12/2026' })],
    ['an order left open, both to come', answering({ 60: '1/12/2027' })],
    ['a century left open', signed('6/30/96')],
    ['a century and an order left open', signed('3/4/96')],
    ['a century left open after the signature', answering({ 60: '6/30/04' })],
    [
      'a century left open after a signature in 1850',
      answering({ 3: 'January 17, 1850', 4: '200 United Kingdom\n220 France', 60: '6/30/04' }),
    ],
    ['a century left open on the day of the signature', answering({ 60: '1/17/96' })],
    ['a century left open the day before the signature', answering({ 60: '1/16/96' })],
    ['a century left open, today', answering({ 60: '11/24/26' })],
    ['a century left open, tomorrow', answering({ 60: '11/25/26' })],
    ['a year left open', signed('January 17')],
    ['a year left open at the revision', answering({ 60: 'August 18' })],
    ['a year left open in prose', ended('Ended on May 3')],
    ['a future signature', signed('January 17, 2096')],
    ['a signature tomorrow', signed('November 25, 2026')],
    [
      'a signature today',
      answering({ 3: 'November 24, 2026', 60: 'November 24, 2026' }).replace(
        'December 27, 2017',
        'November 24, 2026',
      ),
    ],
    ['a future revision', answering({ 60: 'August 18, 2204' })],
    ['a future revision, in a year alone', answering({ 60: '2204' })],
    ['a future revision, in digits', answering({ 60: '8/18/2034' })],
    ['a future end that leads its answer', ended('January 17, 2096')],
    ['a future end in prose', ended('It will end on January 17, 2096')],
    ['a future month', signed('December 2026')],
    ['a signature in 1814', answering({ 3: 'March 1, 1814', 4: '200 United Kingdom\n220 France' })],
    ['a signature in 1815', answering({ 3: 'March 1, 1815', 4: '200 United Kingdom\n220 France' })],
    ['a signature in 1796', answering({ 3: 'January 17, 1796' })],
    ['a signature in 1696, a digit off', answering({ 3: '17 January 1696' })],
    ['a year before all', answering({ 3: '1714' })],
    ['an end before the signature', ended('January 16, 1996')],
    ['an end on the day of the signature', ended('January 17, 1996')],
    ['an end in the year of the signature', ended('1996')],
    ['an end in a year before', ended('Ended in 1995 by treaty')],
    ['an end before, then a date behind it', ended('Ended January 16, 1995, according to a book of 1999')],
    ['an end before, of a source', ended('The treaty ended May 3, 1999 (see the treaty of 1990)')],
    ['an end told in prose', ended('Belarus left the treaty in 1990 after the war')],
    ['an end told in prose, with a source', ended('Belarus left the treaty in 1990. Source: Minsk 2001')],
    ['an end told in prose, cited only', ended('Belarus left (1990)')],
    ['an end told in prose, cited in closed brackets before', ended('Belarus (a member) left in 1990')],
    ['an end whose date is another’s', ended('The 1990 treaty ended in 1999')],
    [
      'an end whose date is early, behind long words',
      ended('After long negotiations between the two of them the treaty ended 1990'),
    ],
    ['an end about which nothing can be read', ended('Ended 3/4/90')],
    ['an end, in effect until', ended('In effect until 1990')],
    [
      'still in effect since before',
      ended('Still in effect since 1990').replace('Denounced by Belarus', 'NA'),
    ],
    ['a revision before the signature', answering({ 60: 'August 18, 1994' })],
    ['a revision in the year of the signature', answering({ 60: '1996' })],
    ['a revision of two dates, one early', answering({ 60: 'August 18, 1994; August 18, 2004' })],
    ['an amendment before the revision', answering({ 60: 'August 18, 2018' })],
    ['an amendment on the day of the revision', answering({ 60: 'December 27, 2017' })],
    [
      'two signatures, an end between them',
      answering({ 3: 'January 17, 1996; March 3, 1998', 14: 'Ended May 3, 1997', 15: 'War' }),
    ],
    [
      'two signatures in no order, an end before both',
      answering({ 3: 'March 3, 1998; January 17, 1996', 14: 'Ended May 3, 1995', 15: 'War' }),
    ],
    ['an end that leads, before a later year', ended('1990; the last troops left in 1999')],
    [
      'an end that leads in words, before a later year',
      ended('Ended on 1990 by treaty; the last troops left in 1999'),
    ],
    [
      'an end that leads in too many words',
      ended('Ended on the, in the, by the, about the mid 1990; troops left in 1999'),
    ],
    ['an end that does not lead', ended('War of 1990; troops left in 1999')],
    ['an end of another thing', ended('Ended 1990 treaty; troops left in 1999')],
    ['an end, and a later year in brackets', ended('Belarus left in 1990 (treaty of 1999)')],
    ['an end behind a later year in brackets', ended('Belarus (a member since 1999) left in 1990')],
    ['an end whose order is open', ended('4.3.1990')],
    ['an end on no day', ended('February 30, 1990')],
    ['an end and a day that is none', ended('Belarus left in 1990, on February 30, 1991')],
    [
      'a signature today, an end before it',
      answering({ 3: 'November 24, 2026', 14: 'January 1, 2026', 15: 'War', 60: 'November 24, 2026' }),
    ],
    ['a revision today, an amendment before it', answering({ 60: 'November 24, 2026' })],
    ['a signature beside one whose century is open', signed('January 17, 1996; 6/30/96')],
    ['a revision before all alliances', answering({ 60: 'August 18, 1804' })],
    ['a future leap day', signed('February 29, 2048')],
    ['a future signature in prose', signed('Signed on January 17, 2096')],
    ['a future revision in prose', answering({ 60: 'last on August 18, 2204' })],
    ['a future signature, a digit off 1815', signed('January 17, 2815')],
    ['a future signature, a century off today', signed('November 24, 2126')],
    ['a future signature, a century off tomorrow', signed('November 25, 2126')],
    ['an early end in prose', ended('It may end on January 17, 2096')],
  ],
  'answers of Yes or No': [
    ['a description alone', answering({ 25: 'Article 4 forbids it.' })],
    ['a denial alone', answering({ 25: 'There is no such article.' })],
    ['a denial that begins otherwise', answering({ 25: 'It does not. Neither article does.' })],
    [
      'a denial far behind',
      answering({
        25: 'Article 4, which speaks at great length of the peace and of its making, is silent: there is no ban.',
      }),
    ],
    ['a slip for Yes', answering({ 24: 'Yse' })],
    ['a slip for No', answering({ 25: 'noo' })],
    ['a bare Yes', answering({ 25: 'Yes' })],
    ['a bare Yes in brackets', answering({ 25: '(yes).' })],
    ['a bare No where it is to be described', answering({ 24: 'No.' })],
    ['NA for a Yes or No', answering({ 25: 'NA' })],
  ],
  'closed lists': [
    ['a value misspelt', answering({ 16: 'Defense pact, Nonagression pact' })],
    ['a value that is none', answering({ 16: 'Trade pact' })],
    ['a value of six words', answering({ 16: 'One two three four five six' })],
    ['a value of seven words', answering({ 16: 'One two three four five six seven' })],
    ['a value misspelt in an open list', answering({ 6: 'Trety' })],
    ['a value of its own in an open list', answering({ 6: 'Handshake' })],
    ['a value that is none in a list of one', answering({ 7: 'Hidden' })],
    ['NA for a value', answering({ 16: 'NA', 7: 'none' })],
    ['a value of six words, blanks between', answering({ 16: 'One two  three four five six' })],
    ['a question mark for a value', answering({ 16: '?', 6: '?' })],
  ],
  contradictions: [
    ['a type without a COW number', answering({ 17: 'Entente' })],
    ['a type denied without a COW number', answering({ 17: 'not in the list' })],
    ['in effect, with a cause', answering({ 15: 'War between the members' })],
    ['in effect, with a cause denied', answering({ 15: 'Not terminated' })],
    ['in effect, one has left', answering({ 15: 'Belarus withdrew' })],
    ['in effect for all but one, with a cause', answering({ 14: 'In effect except for Belarus', 15: 'War' })],
    ['the treaty is in force, with a cause', answering({ 14: 'The treaty is still in force', 15: 'War' })],
    ['was active until, with a cause', answering({ 14: 'It was active until 1999', 15: 'War' })],
    ['not yet terminated, with a cause', answering({ 14: 'In effect, not yet terminated', 15: 'War' })],
    [
      'in effect, terminated far behind, with a cause',
      answering({ 14: `In effect. ${'So it goes. '.repeat(40)}It terminated.`, 15: 'War' }),
    ],
    ['none beside a condition', answering({ 19: 'None, attack' })],
    ['a condition and none', answering({ 19: 'attack and none' })],
    ['none beside a condition, in other words', answering({ 19: 'Consultation: none. Attack' })],
    ['none beside a condition, on its own line', answering({ 19: 'attack\nnone' })],
    ['none noted, beside a condition', answering({ 19: 'None (consultation), attack' })],
    ['limits where there are no conditions', answering({ 20: 'Only against Germany' })],
    ['limits that are none', answering({ 20: 'Without limits' })],
    [
      'limits denied behind sixty characters',
      answering({ 20: 'Against Germany and Austria in the east and the far south, never.' }),
    ],
    ['limits where there are conditions', answering({ 19: 'attack', 20: 'Only against Germany' })],
    [
      'a bilateral treaty of three',
      answering({ 4: '370 Belarus\n705 Kazakhstan\n365 Russia', 6: 'Bilateral treaty' }),
    ],
    ['a bilateral treaty of two', answering({ 6: 'Bilateral treaty' })],
    [
      'three bilateral treaties',
      answering({ 4: '370 Belarus\n705 Kazakhstan\n365 Russia', 6: 'Treaty (three bilateral treaties)' }),
    ],
    [
      'not a bilateral treaty',
      answering({ 4: '370 Belarus\n705 Kazakhstan\n365 Russia', 6: 'Treaty, not bilateral' }),
    ],
    [
      'a bilateral treaty that a third joined',
      answering({ 4: '370 Belarus\n705 Kazakhstan\n365 Russia (joined later)', 6: 'Bilateral treaty' }),
    ],
    [
      'a bilateral treaty that a third joined at a date',
      answering({ 4: '370 Belarus\n705 Kazakhstan\n365 Russia (1998)', 6: 'Bilateral treaty' }),
    ],
    ['symmetric, and one bound alone', answering({ 16: 'Defense pact (Russia only)' })],
    ['symmetric, and only one bound', answering({ 16: 'Defense pact (only by Russia)' })],
    [
      'symmetric but explained, and one bound alone',
      answering({ 16: 'Defense pact (Russia only)', 24: 'Yes, nearly' }),
    ],
    ['asymmetric, and one bound alone', answering({ 16: 'Defense pact (Russia only)', 24: 'No. Russia' })],
    ['symmetric, and one article alone', answering({ 16: 'Defense pact (Article 3 only)' })],
    ['none alone beside words before it', answering({ 19: 'There is none; attack' })],
    ['none behind a word that ends in and', answering({ 19: 'attack land none' })],
    ['limits and no conditions given', answering({ 19: '', 20: 'Only against Germany' })],
    [
      'a bilateral treaty, named behind other words',
      answering({ 4: '370 Belarus\n705 Kazakhstan\n365 Russia', 6: 'Treaty, of the bilateral kind' }),
    ],
    ['symmetric, and a stranger bound alone', answering({ 16: 'Defense pact (Atlantis only)' })],
    ['symmetric in no word, and one bound alone', answering({ 16: 'Defense pact (Russia only)', 24: 'NA' })],
    ['symmetric, and one bound alone in wide blanks', answering({ 16: 'Defense pact (only  Russia )' })],
  ],
  identifiers: [
    ['an ATOP ID in words', answering({ 1: 'ATOP 4765' })],
    ['an ATOP ID with blanks', answering({ 1: '4 7 6 5' })],
    ['an ATOP ID of three digits', answering({ 1: '476' })],
    ['two ATOP IDs', answering({ 1: '4765, 4770' })],
    ['a phase for an ATOP ID', answering({ 1: '1020.1' })],
  ],
  links: [
    ['a torn link', withLinks(TORN, {})],
    ['a torn link, its whole copy in a text', withLinks(TORN, { 18: `Article 1, see ${WHOLE}` })],
    ['a torn link, its copy loose', withLinks(TORN, { 16: `Nonaggression pact\n\n${WHOLE}` })],
    [
      'a torn link, its copy loose, with the line ends of Windows',
      crlf(withLinks(TORN, { 16: `Nonaggression pact\n\n${WHOLE}` })),
    ],
    [
      'two torn links, one loose copy',
      withLinks(TORN, { 16: `Nonaggression pact\n\n${WHOLE}`, 18: `Article 1 (${TORN})` }),
    ],
    ['a torn file', withLinks('http://a.org/the report.pdf', {})],
    ['a link torn by two blanks', withLinks('http://a.org/bilateral  relations/political/', {})],
    ['a loose link behind a value', answering({ 16: `Nonaggression pact\n${WHOLE}` })],
    ['a link beside a value', answering({ 16: `Nonaggression pact ${WHOLE}` })],
    ['a loose link behind the members', members(`370 Belarus\n705 Kazakhstan\n\n${WHOLE}`)],
    ['a loose link behind the ATOP ID', answering({ 1: `4765\n${WHOLE}` })],
    ['a loose link behind the COW number', answering({ 2: `NA\n${WHOLE}` })],
    ['a loose link behind a No', answering({ 25: `No\n${WHOLE}` })],
    ['a link beside a No', answering({ 25: `No ${WHOLE}` })],
    ['a link that describes a Yes', answering({ 25: `Yes. Article 3\n${WHOLE}` })],
    ['a link behind a date', signed(`January 17, 1996\n${WHOLE}`)],
    ['a link for a text', answering({ 18: WHOLE })],
    ['a link before a value', answering({ 16: `${WHOLE} Nonaggression pact` })],
    ['a link alone for a value', answering({ 16: WHOLE })],
    ['a torn link, its copy alone in a text', withLinks(TORN, { 18: `Article 1\n${WHOLE}` })],
    ['a torn link at the end of a value', answering({ 16: `Nonaggression pact ${TORN}` })],
    ['a link between a value and its note', answering({ 16: `Nonaggression pact\n${WHOLE}\n(Article 1)` })],
    ['a torn link and its copy, before more words', withLinks(TORN, { 18: `Article 1\n${WHOLE}\nand more` })],
  ],
};
