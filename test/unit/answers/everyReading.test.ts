import { deepEqual } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  addressKey,
  isNotApplicable,
  progressOf,
  readDates,
  readLinks,
  readMembers,
  readSheet,
  readValues,
  weekday,
  type DateReading,
  type MemberEntry,
} from '../../../server/src/answers';
import { readAtopId } from '../../../server/src/answers/identifier';
import { saysSomething } from '../../../server/src/answers/marks';
import { readMonth } from '../../../server/src/answers/months';
import { readYesNo } from '../../../server/src/answers/yesNo';
import { allQuestions, atopInstrument } from '../../../server/src/instrument';
import { seedAnswering } from '../support/findings';
import { areAsApproved, onOneLine, type Rows } from '../support/approved';
import {
  COW_NUMBERS,
  DATES,
  ENDS,
  IDS,
  LINKS,
  MARKS,
  MEMBERS,
  MONTHS,
  MORE_MEMBERS,
  VALUES,
  WEEKDAYS,
  YES_NO,
} from './everyAnswer';

/** Each answer is read amid other text, so that a place that is off by the answer's own shows. */
const BEFORE = 'What is asked (370):\n';
const BEHIND = '\n5 June 1815 http://b.org 705 no';

type Read = (text: string, start: number, end: number) => readonly string[];

function reading(answer: string, read: Read): () => string {
  const start = BEFORE.length;
  return () => {
    const lines = read(BEFORE + answer + BEHIND, start, start + answer.length);
    return lines.length > 0 ? lines.map(line => `  ${onOneLine(line)}`).join('\n') : '  nothing';
  };
}

function place(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  return `“${text.slice(start, end)}” at ${start - BEFORE.length}`;
}

function shownDate(text: string, date: DateReading): string {
  const words = place(text, date) + (text.slice(date.start, date.end) === date.text ? '' : ` (${date.text})`);
  switch (date.kind) {
    case 'date':
      return `${words} is ${date.circa ? 'about ' : ''}the ${date.precision} ${date.first} to ${date.last}`;
    case 'ambiguous': {
      const days = date.readings.map(({ year, month, day }) => `${year}-${month}-${day}`);
      return `${words} leaves the ${date.open} open: ${days.join(', ')}`;
    }
    case 'bad':
      return `${words} is bad (${date.problem}), better: ${date.suggestion ?? 'unknown'}`;
  }
}

function shownMember(text: string, { code, name, state, dates, ...entry }: MemberEntry): string {
  return [
    `${place(text, entry)} is ${state ? `${state.code} ${state.name}` : 'no state known'}`,
    code &&
      `code ${place(text, code)} ${code.digits}${code.state ? '' : ' of no state'}${code.atopOnly ? ', only in ATOP' : ''}`,
    name &&
      `name ${place(text, name)} ${name.isAbbreviation ? 'short for' : 'of'} ${name.states.map(own => own.code).join('/') || 'none'}`,
    ...dates.map(date => shownDate(text, date)),
  ]
    .filter(part => part !== undefined)
    .join('; ');
}

const asDates: Read = (text, start, end) => readDates(text, start, end).map(date => shownDate(text, date));

const asMembers: Read = (text, start, end) =>
  readMembers(text, start, end, () => readDates(text, start, end), readLinks(text, start, end)).entries.map(
    entry => shownMember(text, entry),
  );

const asLinks: Read = (text, start, end) =>
  readLinks(text, start, end).map(
    link =>
      `${place(text, link)}${link.alone ? ' alone' : ''}${link.torn ? `, torn before ${place(text, link.torn)}` : ''}, key ${addressKey(link)}`,
  );

const asId: Read = (text, start, end) => {
  const { id, found } = readAtopId(text, start, end);
  return [
    ...(id ? [`ID ${id.value}, ${place(text, id)}`] : []),
    ...(found === undefined ? [] : [`found ${found}`]),
  ];
};

const asYesNo: Read = (text, start, end) => {
  const { word, description, meant } = readYesNo(text, start, end);
  return [
    word ? `${word.value}: ${place(text, word)}` : `no word, meant ${meant ?? 'neither'}`,
    `described by ${place(text, description)}`,
  ];
};

function asValuesOf(number: number): Read {
  const question = allQuestions(atopInstrument).find(asked => asked.number === number);
  if (!question) throw new Error(`There is no question ${number}.`);
  return (text, start, end) =>
    // A question of its own for each answer: what is prepared for one is kept.
    readValues(text, start, end, { ...question }, readLinks(text, start, end)).entries.map(
      entry =>
        `${place(text, entry)} ${entry.exact ? 'is' : 'is nearly'} ${entry.value?.text ?? 'nothing known'}${entry.note === '' ? '' : `, note “${entry.note}”`}`,
    );
}

/** The real sheet with another answer, read whole. */
function inSheet(number: number): Read {
  return (text, start, end) => {
    const answer = readSheet(seedAnswering(number, text.slice(start, end)), atopInstrument).answerTo(number);
    const { reading: read, start: from, text: words = '' } = answer ?? {};
    return [
      `“${words}”, ${answer?.isGiven === true ? 'given' : 'not given'}`,
      ...(read?.kind === 'cow-alliance' ? [`value ${read.value ?? 'none'}`] : []),
      ...(read?.kind === 'dates'
        ? read.dates.map(date => `${date.text} at ${date.start - (from ?? 0)}`)
        : []),
    ];
  };
}

const asMark: Read = (text, start, end) => {
  const answer = text.slice(start, end);
  return [
    `${isNotApplicable(answer) ? 'not applicable' : 'an answer'}, ${saysSomething(answer) ? 'says something' : 'says nothing'}`,
  ];
};

const ROWS_A_TEST = 25;

/** The rows of one kind of answer, some in each test. */
function rowsOf(kind: string, answers: readonly string[], read: Read): Record<string, Rows> {
  const rows = answers.map(answer => [`${kind}: ${onOneLine(answer)}`, reading(answer, read)] as const);
  const groups: Record<string, Rows> = {};
  for (let at = 0; at < rows.length; at += ROWS_A_TEST)
    groups[`${kind}, from row ${at + 1}`] = rows.slice(at, at + ROWS_A_TEST);
  return groups;
}

describe('how every kind of answer is read', () => {
  const values = Object.entries(VALUES).map(([number, answers]) =>
    rowsOf(`question ${number}`, answers, asValuesOf(Number(number))),
  );
  areAsApproved(join(__dirname, 'everyReading.approved.txt'), {
    ...rowsOf('date', DATES, asDates),
    ...rowsOf('members', [...MEMBERS, ...MORE_MEMBERS], asMembers),
    ...Object.fromEntries(values.flatMap(groups => Object.entries(groups))),
    ...rowsOf('yes or no', YES_NO, asYesNo),
    ...rowsOf('link', LINKS, asLinks),
    ...rowsOf('ATOP ID', IDS, asId),
    ...rowsOf('mark', MARKS, asMark),
    ...rowsOf('COW number', COW_NUMBERS, inSheet(2)),
    ...rowsOf('end', ENDS, inSheet(14)),
  });
});

describe('how far a sheet is filled in', () => {
  const example = (name: string): string =>
    readFileSync(join(__dirname, '..', '..', '..', 'examples', `${name}.atop`), 'utf8');

  it('is counted for all questions and for some', () => {
    const all = (answered: number, open: number): object => ({ answered, total: 61, open });
    const sheets = ['1335', '3180', '4765', '6200'].map(name => readSheet(example(name), atopInstrument));
    const [first] = atopInstrument.sections;
    deepEqual(
      sheets.map(sheet => [progressOf(sheet), progressOf(sheet, first?.questions)]),
      [
        [all(60, 0), { answered: 15, total: 15, open: 0 }],
        [all(60, 0), { answered: 15, total: 15, open: 0 }],
        [all(58, 1), { answered: 14, total: 15, open: 1 }],
        [all(20, 38), { answered: 15, total: 15, open: 0 }],
      ],
    );
  });

  it('has the dates of the log, and none without one', () => {
    const text = example('4765');
    const logDates = (words: string): string[] =>
      readSheet(words, atopInstrument).logDates.map(({ text: date }) => date);
    deepEqual(logDates(text), ['December 27, 2017']);
    deepEqual(logDates(text.slice(0, text.indexOf('Version 4.0: Q14'))), []);
  });
});

describe('misspelt months', () => {
  /** What was looked up before is remembered; more other words than are kept make it forgotten. */
  const forgetAll = (): void => {
    for (let count = 0; count < 600; count++) {
      const letters = Array.from(String(count).padStart(6, '0'), digit => 'bcdfghklqx'.charAt(Number(digit)));
      readMonth(letters.join(''), true);
    }
  };
  const read = (word: string, inDate: boolean): string => {
    const found = readMonth(word, inDate);
    return found ? `${found.spelling} ${found.month}` : 'none';
  };

  areAsApproved(join(__dirname, 'misspeltMonths.approved.txt'), {
    'are found anew': MONTHS.map(word => [
      word,
      () => {
        forgetAll();
        const alone = `  alone: ${read(word, false)}\n`;
        forgetAll();
        return `${alone}  in a date: ${read(word, true)}\n  again: ${read(word, true)}`;
      },
    ]),
  });
});

describe('days of the week', () => {
  it('are those of the calendar', () => {
    const named = WEEKDAYS.map(([year, month, day]) => [year, month, day, weekday({ year, month, day })]);
    deepEqual(named, WEEKDAYS);
  });
});

/** The sheet after an edit before, amid and behind its answers, in its log, and without it. */
function changesOf(text: string): string[] {
  return [
    `\n\n${text}`,
    text.replace('Belarus', 'White Russia'),
    text.replace('December 27, 2017', 'December 28, 2017'),
    text.replace('Q14 revised', 'Question 14 was revised'),
    text.slice(0, text.indexOf('Version 4.0: Q14')),
    text.slice(0, text.indexOf('61. Coder')),
    `${text}\n1. ATOP ID: 4766\n`,
    text.replace('4765', '4766 '),
    text,
  ];
}

describe('a sheet read again after an edit', () => {
  for (const name of ['1335', '3180', '4765', '6200']) {
    it(`has in ${name} every place where it stands now`, () => {
      const text = readFileSync(join(__dirname, '..', '..', '..', 'examples', `${name}.atop`), 'utf8');
      const earlier = readSheet(text, atopInstrument);
      everything(earlier);
      for (const changed of changesOf(text)) {
        deepEqual(
          everything(readSheet(changed, atopInstrument, earlier)),
          everything(readSheet(changed, atopInstrument)),
        );
      }
    });
  }

  function everything(sheet: ReturnType<typeof readSheet>): unknown {
    const { answers, logDates } = sheet;
    return {
      answers: answers.map(
        ({ start, end, text, isGiven, isNotApplicable: isNone, reading: read, links }) => ({
          start,
          end,
          text,
          isGiven,
          isNone,
          read,
          links,
        }),
      ),
      logDates,
    };
  }
});
