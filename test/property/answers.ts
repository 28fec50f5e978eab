import fc from 'fast-check';
import { monthName } from '../../server/src/answers';
import { allStates, completionNames, type State } from '../../server/src/reference';

/** A member of an alliance: a state by one of its names. */
export interface Named {
  readonly state: State;
  readonly name: string;
}

export const named: fc.Arbitrary<Named> = fc
  .constantFrom(...allStates())
  .chain(state => fc.record({ state: fc.constant(state), name: fc.constantFrom(...completionNames(state)) }));

/** Members of one alliance, each another state. */
export const members: fc.Arbitrary<readonly Named[]> = fc.uniqueArray(named, {
  selector: ({ state }) => state.code,
  minLength: 2,
  maxLength: 12,
});

type Form = (member: Named) => string;

/** A member as coders write it; the code and the name may stand in either order. */
export const MEMBER_FORMS: Readonly<Record<string, Form>> = {
  'code name': ({ state, name }) => `${state.code} ${name}`,
  'code - name': ({ state, name }) => `${state.code} - ${name}`,
  'code – name': ({ state, name }) => `${state.code} – ${name}`,
  'code: name': ({ state, name }) => `${state.code}: ${name}`,
  'code = name': ({ state, name }) => `${state.code} = ${name}`,
  'padded code name': ({ state, name }) => `${String(state.code).padStart(3, '0')} ${name}`,
  'name (code)': ({ state, name }) => `${name} (${state.code})`,
  'name [code]': ({ state, name }) => `${name} [${state.code}]`,
  'name (COW code code)': ({ state, name }) => `${name} (COW code ${state.code})`,
  'name - code': ({ state, name }) => `${name} - ${state.code}`,
  'name code': ({ state, name }) => `${name} ${state.code}`,
  'code (name)': ({ state, name }) => `${state.code} (${name})`,
  code: ({ state }) => String(state.code),
  'code abbreviation': ({ state }) => `${state.code} ${state.abbreviation}`,
};

export const NOTES = [
  '',
  ' (1949-1966)',
  ' (joined 1949)',
  ', joined May 6, 1955',
  ' (signed Sept. 8, 1954)',
  ' (acceded 2/18/1952; withdrew August 1964)',
  ' until 1966',
  ' (original member)',
  ' [ratified 12 June 1921]',
  ' – withdrew in 1979, readmitted 1989',
] as const;

function numbered(mark: (number: number) => string): (entries: readonly string[]) => string {
  return entries => entries.map((entry, index) => mark(index + 1) + entry).join('\n');
}

export const LISTS: Readonly<Record<string, (entries: readonly string[]) => string>> = {
  lines: entries => entries.join('\n'),
  'blank lines': entries => entries.join('\n\n'),
  semicolons: entries => entries.join('; '),
  bullets: entries => entries.map(entry => `• ${entry}`).join('\n'),
  numbers: numbered(number => `${number}. `),
  'numbers in brackets': numbered(number => `(${number}) `),
  'numbers, half in brackets': numbered(number => `${number}) `),
  'numbers with colons': numbered(number => `${number}: `),
  'numbers with dashes': numbered(number => `${number} - `),
  'numbers alone': numbered(number => `${number} `),
  'numbers in a column': numbered(number => `${number}\t`),
  'numbers in one line': entries => entries.map((entry, index) => `(${index + 1}) ${entry}`).join('; '),
  letters: numbered(number => `${'abcdefghijklmnopqrst'.charAt(number - 1)}) `),
  'with a heading': entries => `Original members:\n${entries.join('\n')}`,
  'with “and”': entries => `${entries.slice(0, -1).join('; ')}; and ${entries.at(-1) ?? ''}`,
};

/** A list of members with nothing wrong in it, and the codes that it holds. */
export const memberLists = fc
  .record({
    listed: members,
    form: fc.constantFrom(...Object.values(MEMBER_FORMS)),
    notes: fc.array(fc.constantFrom(...NOTES), { minLength: 12, maxLength: 12 }),
    list: fc.constantFrom(...Object.values(LISTS)),
  })
  .map(({ listed, form, notes, list }) => ({
    text: list(listed.map((member, index) => form(member) + (notes[index] ?? ''))),
    codes: listed.map(({ state }) => state.code),
  }));

/** Lists in which codes, names and notes are put together at random. */
export const muddledLists = fc
  .tuple(
    fc.array(
      fc.record({
        member: named,
        code: fc.oneof(
          fc.constantFrom(...allStates()).map(({ code }) => code),
          fc.nat(9999),
        ),
        isRight: fc.boolean(),
        cut: fc.nat(4),
        form: fc.constantFrom(...Object.values(MEMBER_FORMS)),
        note: fc.constantFrom(...NOTES),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    fc.constantFrom(...Object.values(LISTS), (entries: readonly string[]) => entries.join(', ')),
  )
  .map(([entries, list]) =>
    list(
      entries.map(({ member: { state, name }, code, isRight, cut, form, note }) => {
        const written = {
          state: isRight ? state : { ...state, code },
          name: name.slice(0, name.length - cut),
        };
        return form(written) + note;
      }),
    ),
  );

/** A day from the Congress of Vienna to the end of ATOP's years. */
export const days = fc.record({
  year: fc.integer({ min: 1816, max: 2018 }),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
});

type Day = typeof days extends fc.Arbitrary<infer T> ? T : never;

const two = (number: number): string => String(number).padStart(2, '0');
const short = (month: number): string => (month === 9 ? 'Sept' : monthName(month).slice(0, 3));

/** A day as coders write it, every form to be read in one way only. */
export const DAY_FORMS: Readonly<Record<string, (day: Day) => string>> = {
  'January 17, 1996': ({ year, month, day }) => `${monthName(month)} ${day}, ${year}`,
  'January 17 1996': ({ year, month, day }) => `${monthName(month)} ${day} ${year}`,
  '17 January 1996': ({ year, month, day }) => `${day} ${monthName(month)} ${year}`,
  '17th of January, 1996': ({ year, month, day }) => `${day}th of ${monthName(month)}, ${year}`,
  'Jan. 17, 1996': ({ year, month, day }) => `${short(month)}. ${day}, ${year}`,
  '17-Jan-1996': ({ year, month, day }) => `${day}-${short(month)}-${year}`,
  '1996-01-17': ({ year, month, day }) => `${year}-${two(month)}-${two(day)}`,
  '1996 January 17': ({ year, month, day }) => `${year} ${monthName(month)} ${day}`,
  'January 17-19, 1996': ({ year, month, day }) =>
    `${monthName(month)} ${day}-${Math.min(day + 2, 28)}, ${year}`,
  'January 1996': ({ year, month }) => `${monthName(month)} ${year}`,
  '1/1996': ({ year, month }) => `${month}/${year}`,
  '1996': ({ year }) => String(year),
  'ca. 1996': ({ year }) => `ca. ${year}`,
  'over a line end': ({ year, month, day }) => `${monthName(month)} ${day},\n${year}`,
};

export const writtenDays = fc
  .tuple(days, fc.constantFrom(...Object.values(DAY_FORMS)))
  .map(([day, write]) => ({ day, text: write(day) }));

/** Days that may not be, in forms that may leave them open. */
export const muddledDays = fc
  .record({
    year: fc.integer({ min: 1780, max: 2120 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.nat(40),
    write: fc.constantFrom(
      ...Object.values(DAY_FORMS),
      ({ year, month, day }: Day) => `${month}/${day}/${year}`,
      ({ year, month, day }: Day) => `${day}.${month}.${year % 100}`,
      ({ year, month, day }: Day) => `${monthName(month).replace(/(.)(.)$/, '$2$1')} ${day}, ${year}`,
      ({ month, day }: Day) => `${monthName(month)} ${day}`,
    ),
    more: fc.constantFrom(
      '',
      ' (Greece, Turkey)',
      ' and May 3, 1996',
      '; 1/2/1996',
      '. Source: Langer 1962, 173',
    ),
  })
  .map(({ write, more, ...day }) => write(day) + more);

/** What is told around the date of an end, sources of later years included. */
export const ENDINGS: readonly ((date: string) => string)[] = [
  date => date,
  date => `${date} (source: Langer 2019, 173)`,
  date => `${date} – dissolved by its members (Keesing's 2018: 38236)`,
  date => `Superseded by 3150 on ${date}`,
  date => `Lapsed ${date}. Article 5, ten years after ratification.`,
  date => `${date}; BFSP vol. 172 (2018-2019), pp. 1-3; see also 123 BFSP 453`,
  date => `Ended on ${date} according to Rengger (2018, p. 325)`,
];
