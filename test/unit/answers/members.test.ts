import { deepStrictEqual, strictEqual } from 'node:assert';
import { allStates, statesByName, type State } from '../../../server/src/reference';
import { membersIn, shownMembers } from './cases';

type Form = (code: number, name: string) => string;

const FORMS: Readonly<Record<string, Form>> = {
  '370 Belarus': (code, name) => `${code} ${name}`,
  'Belarus (370)': (code, name) => `${name} (${code})`,
  'Belarus [370]': (code, name) => `${name} [${code}]`,
  '370: Belarus': (code, name) => `${code}: ${name}`,
  '370 = Belarus': (code, name) => `${code} = ${name}`,
  '370 - Belarus': (code, name) => `${code} - ${name}`,
  '370 – Belarus': (code, name) => `${code} – ${name}`,
  '370 (Belarus)': (code, name) => `${code} (${name})`,
  '370. Belarus': (code, name) => `${code}. ${name}`,
  'Belarus 370': (code, name) => `${name} ${code}`,
};
const COMMA_FORMS: Readonly<Record<string, Form>> = {
  'Belarus, 370': (code, name) => `${name}, ${code}`,
  '370, Belarus': (code, name) => `${code}, ${name}`,
};

type Layout = (entries: readonly string[]) => string;

const LISTS: Readonly<Record<string, Layout>> = {
  'one a line': entries => entries.join('\n'),
  'one a line, CRLF': entries => entries.join('\r\n'),
  'blank lines between': entries => entries.join('\n\n'),
  'commas between': entries => entries.join(', '),
  'semicolons between': entries => entries.join('; '),
  '“and” between': entries => entries.join(' and '),
  'commas and a last “and”': entries => `${entries.slice(0, -1).join(', ')}, and ${entries.at(-1)}`,
  bullets: entries => entries.map(entry => `• ${entry}`).join('\n'),
  hyphens: entries => entries.map(entry => `- ${entry}`).join('\n'),
  numbered: entries => entries.map((entry, index) => `${index + 1}. ${entry}`).join('\n'),
  'numbered with brackets': entries => entries.map((entry, index) => `${index + 1}) ${entry}`).join('\n'),
  'a full stop at the end': entries => `${entries.join(', ')}.`,
};
const RUN_TOGETHER: Layout = entries => entries.join(' ');

/** Every entry is the state that stands there, its code and its name as written, nothing beside them. */
function assertReads(states: readonly State[], write: Form, layout: Layout): void {
  const text = layout(states.map(({ code, name }) => write(code, name)));
  deepStrictEqual(
    membersIn(text).entries.map(({ code, name, state }) => [
      code && text.slice(code.start, code.end),
      name && text.slice(name.start, name.end),
      state?.code,
    ]),
    states.map(({ code, name }) => [String(code), name, code]),
  );
}

describe('every state of the list in every form', () => {
  const states = allStates();
  for (const [form, write] of Object.entries(FORMS)) {
    for (const [list, layout] of Object.entries({ ...LISTS, 'run together on one line': RUN_TOGETHER })) {
      it(`${form}, ${list}`, () => assertReads(states, write, layout));
    }
  }
  for (const [form, write] of Object.entries(COMMA_FORMS)) {
    for (const [list, layout] of Object.entries(LISTS)) {
      it(`${form}, ${list}`, () => assertReads(states, write, layout));
    }
  }
  for (const [list, layout] of Object.entries({ ...LISTS, 'run together on one line': RUN_TOGETHER })) {
    it(`370, ${list}`, () => {
      const text = layout(states.map(({ code }) => String(code)));
      deepStrictEqual(
        membersIn(text).entries.map(({ code, name, state }) => [code?.digits, name, state]),
        states.map(state => [String(state.code), undefined, state]),
      );
    });
    it(`BLR, ${list}`, () => {
      const text = layout(states.map(({ abbreviation }) => abbreviation));
      deepStrictEqual(
        membersIn(text).entries.map(({ name, state }) => [name?.text, name?.isAbbreviation, state]),
        states.map(state => [state.abbreviation, true, state]),
      );
    });
  }
  for (const [list, layout] of Object.entries(LISTS)) {
    it(`Belarus, ${list}`, () => {
      const text = layout(states.map(({ name }) => name));
      deepStrictEqual(
        membersIn(text).entries.map(({ name, state }) => [
          name && text.slice(name.start, name.end),
          state?.code,
        ]),
        // `Germany` alone may be either of two states.
        states.map(({ name, code }) => [name, statesByName(name).length > 1 ? undefined : code]),
      );
    });
  }
  it('every other name', () => {
    for (const state of states) {
      for (const name of state.otherNames) {
        for (const write of Object.values(FORMS)) {
          const [entry, ...others] = membersIn(write(state.code, name)).entries;
          strictEqual(entry?.state, state, name);
          strictEqual(entry.name?.text.replace(/\.$/, ''), name.replace(/\.$/, ''));
          deepStrictEqual(others, []);
        }
      }
    }
  });
});

describe('a multilateral alliance', () => {
  const states = allStates();
  for (const size of [20, 40, 60]) {
    it(`of ${size} members, with notes`, () => {
      const members = states
        .filter((_, index) => index % Math.floor(states.length / size) === 0)
        .slice(0, size);
      const text = members
        .map(
          ({ code, name }, index) => `${code} ${name}${index % 3 === 0 ? ` (joined ${1950 + index})` : ''}`,
        )
        .join(', ');
      const { entries } = membersIn(text);
      deepStrictEqual(
        entries.map(({ state }) => state),
        members,
      );
      deepStrictEqual(
        entries.map(({ dates }) => dates.map(date => date.text)),
        members.map((_, index) => (index % 3 === 0 ? [String(1950 + index)] : [])),
      );
    });
  }
});

/** Texts and their entries, each as `code name = state`, with `@` before a date noted beside it. */
const CASES: Readonly<Record<string, readonly (readonly [string, ...string[]])[]>> = {
  'notes are not members': [
    ['Greece (joined with Turkey, 1952)', 'Greece = 350 @1952'],
    [
      '350 Greece (joined with Turkey, 1952)\n640 Turkey (1952)',
      '350 Greece = 350 @1952',
      '640 Turkey = 640 @1952',
    ],
    ['230 Spain, joined 1982', '230 Spain = 230 @1982'],
    ['230 Spain joined in 1982', '230 Spain = 230 @1982'],
    ['260 German Federal Republic (1955-1990)', '260 German Federal Republic = 260 @1955-1990'],
    ['370 Belarus (705 Kazakhstan)', '370 Belarus = 370'],
    ['370 Belarus http://x.org/365 y', '370 Belarus = 370'],
    [
      'April 4, 1949: 2 United States; February 18, 1952: 350 Greece',
      '2 United States = 2',
      '350 Greece = 350',
    ],
    [
      '2 United States\n(April 4, 1949)\n20 Canada (May 1, 1950)',
      '2 United States = 2 @April 4, 1949',
      '20 Canada = 20 @May 1, 1950',
    ],
  ],
  'prose around the members': [
    ['Original members: 2 United States; 20 Canada', '2 United States = 2', '20 Canada = 20'],
    ['NATO, see below'],
    ['15 original members'],
    ['15 original members: 2 USA, 20 Canada', '2 USA = 2', '20 Canada = 20'],
    ['Members in 1949: 2, 20', '2 = 2', '20 = 20'],
    ['the members are us and them'],
    ['See treaty'],
    ['None'],
    ['NA'],
    ['2 USA, et al.', '2 USA = 2'],
    ['COW 370 Belarus', '370 Belarus = 370'],
    ['No. 370', '370 = 370'],
    ['Members of the League: Prussia, Russia.', 'Prussia = 255', 'Russia = 365'],
  ],
  'lists as they come': [
    ['1. Belarus\n2. Kazakhstan', 'Belarus = 370', 'Kazakhstan = 705'],
    ['1. 370 Belarus 2. 705 Kazakhstan', '370 Belarus = 370', '705 Kazakhstan = 705'],
    ['370 Belarus/705 Kazakhstan', '370 Belarus = 370', '705 Kazakhstan = 705'],
    ['370\nBelarus\n705\nKazakhstan', '370 Belarus = 370', '705 Kazakhstan = 705'],
    ['Belarus\n370\nKazakhstan\n705', '370 Belarus = 370', '705 Kazakhstan = 705'],
    ['Belarus, 370 Kazakhstan, 705', '370 Belarus = 370', '705 Kazakhstan = 705'],
    ['370 Belarus, Kazakhstan 705', '370 Belarus = 370', '705 Kazakhstan = 705'],
    ['346 Bosnia and\nHerzegovina', '346 Bosnia and Herzegovina = 346'],
    ['52 Trinidad and Tobago and 51 Jamaica', '52 Trinidad and Tobago = 52', '51 Jamaica = 51'],
    ['732 Korea, Republic of; 740 Japan', '732 Korea, Republic of = 732', '740 Japan = 740'],
    ['484 Republic of the Congo (Brazzaville)', '484 Republic of the Congo (Brazzaville) = 484'],
    ['365 Russia (Soviet Union)', '365 Russia (Soviet Union) = 365'],
    ['437 COTE D’IVOIRE', '437 COTE D’IVOIRE = 437'],
    ['Lao, 812', '812 Lao = 812'],
    ['Korea', 'Korea = none'],
    ['8152', '8152 (no code) = none'],
  ],
  slips: [
    ['371 Belarus', '371 Belarus = 371'],
    ['365 Romania', '365 Romania = 365'],
    ['3700 Belarus', '3700 Belarus (no code) = none'],
    ['0370 Belarus', '0370 Belarus (no code) = none'],
    ['370 Belarrus', '370 Belarrus (unknown) = 370'],
    ['Belarus', 'Belarus = 370'],
    ['Ruritania', 'Ruritania (unknown) = none'],
    ['999 Ruritania', '999 Ruritania (unknown) (no code) = none'],
    ['Belarrus, 705 Kazakhstan', 'Belarrus (unknown) = none', '705 Kazakhstan = 705'],
  ],
};

describe('members as coders write them', () => {
  for (const [kind, cases] of Object.entries(CASES)) {
    describe(kind, () => {
      for (const [text, ...expected] of cases) {
        it(text.replaceAll('\n', ' / '), () => deepStrictEqual(shownMembers(text), expected));
      }
    });
  }
});
