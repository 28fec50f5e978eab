import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { readSheet, type Sheet } from '../../server/src/answers';
import { answerRows, blankRows, deriveVariables, derivations, isFilled } from '../../server/src/dataset';
import { allStates } from '../../server/src/reference';
import { atopInstrument } from '../../server/src/instrument';
import { publishedVariables } from '../unit/instrument/fixtures';
import { seedText } from '../unit/support/sheets';

/** Pieces of answers, right and wrong, that are put together at random. */
const PIECES = [
  'Yes',
  'No',
  'yes.',
  'no,',
  'but',
  'NA',
  'None',
  '?',
  '(?)',
  'probably',
  'not',
  'Article 3:',
  '“shall not”',
  'ten years',
  '120 months',
  'six months’ notice',
  'renewed for successive 5 year terms',
  'indefinitely',
  'January 17, 1996',
  '3/4/1996',
  '1936',
  'ca. 1844',
  'February 30, 1900',
  'Still in effect',
  'terminated on',
  'until',
  '370 Belarus',
  '705 Kazakhstan',
  '365 Russia (joined 1997)',
  '999',
  'Korea',
  'Treaty',
  'Secret',
  'Public',
  'Defense pact',
  'Neutrality',
  'consultation pact',
  'Attack',
  'Specific adversary',
  'League of Nations',
  'United Nations',
  'Secondary sources only',
  '\n',
  '; ',
];

const answer = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 5 }).map(pieces => pieces.join(' ')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
);

const seed = seedText();
const seedAnswers = readSheet(seed, atopInstrument).answers;

/** The real sheet with other answers to any of its questions. */
const sheets: fc.Arbitrary<Sheet> = fc
  .array(fc.option(answer, { freq: 2 }), { minLength: seedAnswers.length, maxLength: seedAnswers.length })
  .map(answers =>
    [...seedAnswers.entries()].reduceRight((text, [index, { start, end }]) => {
      const written = answers[index];
      return written === null || written === undefined
        ? text
        : `${text.slice(0, start)}\n${written}${text.slice(end)}`;
    }, seed),
  )
  .map(text => readSheet(text, atopInstrument));

const anyText: fc.Arbitrary<Sheet> = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.nat(seed.length).map(length => seed.slice(0, length)),
  )
  .map(text => readSheet(text, atopInstrument));

const stateCodes = new Set(allStates().map(({ code }) => code)).add(8152);
const enumerated = new Map(
  publishedVariables().flatMap(({ name, values }) =>
    typeof values === 'string' ? [] : [[name, new Set(values)] as const],
  ),
);

function filledValues(sheet: Sheet): ReadonlyMap<string, number> {
  return new Map(
    [...deriveVariables(sheet)].flatMap(([name, outcome]) =>
      isFilled(outcome) ? [[name, outcome.value] as const] : [],
    ),
  );
}

describe('the dataset of any sheets', () => {
  it('has every variable, filled or with a reason, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(sheets, anyText), sheet => {
        const row = deriveVariables(sheet);
        assert.equal(row.size, derivations.length);
        for (const outcome of row.values()) {
          if (isFilled(outcome)) assert.ok(Number.isFinite(outcome.value));
          else assert.ok(outcome.reason.length > 0 && outcome.reason.length < 400, outcome.reason);
        }
        answerRows(sheet, 'any.atop');
        blankRows(sheet, row, 'any.atop');
      }),
      { numRuns: 400 },
    );
  }).timeout(120_000);

  it('holds no value that is never published', () => {
    fc.assert(
      fc.property(sheets, sheet => {
        for (const [name, value] of filledValues(sheet)) {
          const published = enumerated.get(name);
          // The length of a renewal is a count of months, of which the data happen to have these.
          if (published && name !== 'renewlgt' && name !== 'statthr2')
            assert.ok(published.has(value), `${name} is ${value}`);
          if (/^(?:mem\d|statthr)/.test(name))
            assert.ok(value === 0 || stateCodes.has(value), `${name} is ${value}`);
        }
      }),
      { numRuns: 400 },
    );
  }).timeout(120_000);

  it('agrees with itself as the published data do', () => {
    fc.assert(
      fc.property(sheets, sheet => {
        const values = filledValues(sheet);
        const both = (a: string, b: string, holds: (x: number, y: number) => boolean): void => {
          const [x, y] = [values.get(a), values.get(b)];
          if (x !== undefined && y !== undefined) assert.ok(holds(x, y), `${a} is ${x}, ${b} is ${y}`);
        };
        both('length', 'speclgth', (length, speclgth) => length > 0 === (speclgth === 1));
        for (const name of ['endyr', 'endmo', 'endday'])
          both('ineffect', name, (ineffect, part) => (ineffect === 1) === (part === 0));
        both('secrart', 'pubsecr', (secrart, pubsecr) => (secrart === 8) === (pubsecr === 2));
        for (const name of ['defcon', 'offcon', 'neucon', 'concon'])
          both('conditio', name, (conditio, own) => conditio === 1 || own === 0);
        both('reflnun', 'begyr', (reflnun, year) =>
          reflnun === 1 ? year >= 1920 && year <= 1940 : reflnun === 2 ? year >= 1944 : true,
        );
        both('bilat', 'mem3', bilat => bilat === 0);
        const conditions = ['defcon', 'offcon', 'neucon', 'concon'].map(name => values.get(name));
        if (values.get('conditio') === 1) assert.ok(conditions.some(value => value !== 0));
        if (values.get('conditio') === 0) assert.deepEqual(conditions, [0, 0, 0, 0]);
      }),
      { numRuns: 400 },
    );
  }).timeout(120_000);

  it('lists each member once, without a gap', () => {
    fc.assert(
      fc.property(sheets, sheet => {
        const row = deriveVariables(sheet);
        const members = [...row].filter(([name]) => /^mem\d/.test(name)).map(([, outcome]) => outcome);
        const codes = members.flatMap(outcome => (isFilled(outcome) ? [outcome.value] : []));
        assert.equal(new Set(codes).size, codes.length);
        assert.ok(members.slice(0, codes.length).every(isFilled));
      }),
      { numRuns: 200 },
    );
  }).timeout(120_000);
});
