import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, it } from 'mocha';
import { readSheet } from '../../../../server/src/answers';
import {
  AGREEMENT_COLUMNS,
  agreementJson,
  agreementRows,
  agreementText,
  asOnePair,
  codeSheet,
  compareCoders,
  DISAGREEMENT_COLUMNS,
  disagreementRows,
  type AgreementReport,
  type CodedSheet,
} from '../../../../server/src/dataset/agreement';
import { atopInstrument } from '../../../../server/src/instrument';
import { withAnswer } from '../../support/sheets';

const IDS = ['1335', '3180', '4765', '6200'] as const;
type Id = (typeof IDS)[number];

function example(id: Id): string {
  return readFileSync(join('examples', `${id}.atop`), 'utf8');
}

function coded(path: string, text: string): CodedSheet {
  return codeSheet(path, readSheet(text, atopInstrument));
}

/** The examples as one coder has them, with that coder's own answers to some questions. */
function coder(name: string, edits: readonly (readonly [Id, number, string])[] = []): CodedSheet[] {
  return IDS.map(id => {
    const text = edits
      .filter(([edited]) => edited === id)
      .reduce((changed, [, number, answer]) => withAnswer(number, answer, changed), example(id));
    return coded(`${name}/${id}.atop`, text);
  });
}

function of(report: AgreementReport, number: number) {
  const found = report.questions.find(({ question }) => question.number === number);
  if (!found) throw new Error(`Question ${number} is not in the figures.`);
  return found;
}

function near(actual: number | undefined, expected: number): void {
  assert.equal(actual?.toFixed(6), expected.toFixed(6));
}

/** What the second coder has otherwise, and what only looks otherwise. */
const SECOND = coder('second', [
  ['4765', 4, '370 Belarus'],
  ['1335', 24, 'No. Only Germany promises neutrality.'],
  ['3180', 47, 'No'],
  ['4765', 13, 'None'],
  ['6200', 21, 'No'],
  ['3180', 18, 'To help each other.'],
  ['1335', 4, 'Austria-Hungary (300), Germany (255)'],
  ['4765', 3, '17 January 1996'],
  ['3180', 16, 'consultation pact; defensive pact; non-aggression pact'],
  ['4765', 10, 'Yes. Ten years.'],
  ['4765', 14, 'In effect'],
  ['4765', 58, 'the treaty'],
]);

describe('two coders’ copies of the examples, with known differences', () => {
  const report = compareCoders(atopInstrument, coder('first'), SECOND);

  it('matches the sheets by ATOP ID', () => {
    assert.deepEqual(
      report.matched.map(({ id, a, b }) => [id, a.path, b.path]),
      IDS.map(id => [id, `first/${id}.atop`, `second/${id}.atop`]),
    );
    assert.deepEqual(
      [report.onlyA, report.onlyB, report.duplicates, report.withoutId].map(list => list.length),
      [0, 0, 0, 0],
    );
  });

  it('finds the differences and nothing that merely looks like one', () => {
    assert.deepEqual(
      report.disagreements.map(({ id, question, kind }) => [id, question.number, kind]),
      [
        ['1335', 24, 'category'],
        ['3180', 18, 'wording'],
        ['3180', 47, 'category'],
        ['4765', 4, 'category'],
        ['4765', 13, 'missing'],
        ['6200', 21, 'missing'],
      ],
    );
  });

  it('says where each of both answers stands', () => {
    const members = report.disagreements.find(({ question }) => question.number === 4);
    assert.deepEqual(
      [members?.a, members?.b].map(side => side && [side.path, side.line, side.text]),
      [
        ['first/4765.atop', 11, '370 Belarus 705 Kazakhstan'],
        ['second/4765.atop', 11, '370 Belarus'],
      ],
    );
    // An answer that is missing is placed at its question.
    const renewals = report.disagreements.find(({ question }) => question.number === 13);
    assert.match(example('4765').split('\n')[renewals!.a.line - 1]!, /^13\. /);
  });

  it('question 4, members: 3 of 4', () => {
    const { pairs, agreed, percent, kappa, alpha } = of(report, 4);
    assert.deepEqual([pairs, agreed, percent], [4, 3, 0.75]);
    // Four lists a coder, three of them shared: by chance 3 × 1/4 × 1/4.
    near(kappa.value, (3 / 4 - 3 / 16) / (1 - 3 / 16));
    // Of 8 values three lists have 2 and two have 1: 1 − (2/8) / (1 − 3 × 2 / 56).
    near(alpha.value, 1 - 2 / 8 / (50 / 56));
  });

  it('question 24, symmetry: 2 of 3, and the first coder never varies', () => {
    const { pairs, agreed, percent, kappa, alpha } = of(report, 24);
    // The sheet of 6200 is half filled in: no pair.
    assert.deepEqual([pairs, agreed], [3, 2]);
    near(percent, 2 / 3);
    // By chance 1 × 2/3 + 0 × 1/3.
    near(kappa.value, 0);
    // Five Yes, one No: (2/6) / (2 × 5 × 1 / 30).
    near(alpha.value, 0);
  });

  it('question 47, organizations: 2 of 3', () => {
    const { kappa, alpha } = of(report, 47);
    // By chance 1/3 × 2/3 + 2/3 × 1/3 = 4/9.
    near(kappa.value, 0.4);
    // Three Yes, three No: 1 − (2/6) / (2 × 3 × 3 / 30).
    near(alpha.value, 4 / 9);
  });

  it('questions that one coder left open count where both answered, and are counted apart', () => {
    assert.deepEqual([of(report, 13).pairs, of(report, 13).givenByOne], [3, 1]);
    assert.deepEqual([of(report, 21).pairs, of(report, 21).givenByOne], [3, 1]);
    assert.deepEqual([of(report, 22).pairs, of(report, 22).givenByOne], [3, 0]);
  });

  it('a question on which all sheets are the same has a percentage and no coefficients', () => {
    const { percent, kappa, alpha } = of(report, 6);
    assert.equal(percent, 1);
    assert.deepEqual(
      [kappa, alpha].map(measure => measure.value === undefined && measure.reason),
      ['no-variation', 'no-variation'],
    );
  });

  it('all questions: 165 of 168', () => {
    const { pairs, agreed, percent, kappa, alpha } = report.overall;
    // 15 questions of 4 pairs, question 13 of 3, and 35 questions (21 to 58) of 3.
    assert.deepEqual([pairs, agreed], [15 * 4 + 3 + 35 * 3, 165]);
    near(percent, 165 / 168);
    // Expected pairs of the same by chance, question by question. Four pairs, in sixteenths:
    const four = sum({ 2: 6, 3: 4, 4: 3, 5: 10, 6: 16, 7: 10, 8: 10, 9: 16, 10: 16, 11: 10, 12: 10 });
    const fourMore = sum({ 14: 10, 16: 4, 17: 8, 19: 4 });
    // Three pairs: 21 questions without variation, 12 with one sheet that differs from the two others
    // (5/9), question 13 likewise, question 24 with 2/3, question 47 with 4/9.
    const three = 3 * (21 + (13 * 5) / 9 + 2 / 3 + 4 / 9);
    const expected = (4 * (four + fourMore)) / 16 + three;
    near(kappa.value, (165 - expected) / (168 - expected));
    // Expected values that differ by chance: of 8 values 8 − Σ n(n − 1) / 7, of 6 values 6 − Σ n(n − 1) / 5.
    const eight = 15 * 8 - twoAtATime(8) / 7;
    const six = 13 * (6 - 14 / 5) + (6 - 20 / 5) + (6 - 12 / 5);
    near(alpha.value, 1 - (3 * 2) / (eight + six));
  });

  /** Σ n(n − 1) over the categories of questions 2 to 12, 14, 16, 17 and 19. */
  function twoAtATime(values: number): number {
    const same = values * (values - 1);
    const threeToOne = 6 * 5 + 2 * 1;
    const allDifferent = 4 * 2;
    return (
      3 * same + // 6, 9, 10
      6 * threeToOne + // 5, 7, 8, 11, 12, 14
      3 * allDifferent + // 3, 16, 19
      (4 * 3 + 2 + 2) + // 2
      3 * 2 + // 4
      2 * (4 * 3) // 17
    );
  }

  function sum(shares: Readonly<Record<number, number>>): number {
    return Object.values(shares).reduce((total, share) => total + share, 0);
  }

  it('names the questions that are in no figure, and why', () => {
    assert.deepEqual(
      report.leftOut.map(({ question, reason }) => [question.number, reason]),
      [
        [1, 'the sheets are matched by it'],
        ...[15, 18, 20, 28, 43, 57, 59].map(number => [number, 'free text']),
        [60, 'about the sheet, not the treaty'],
        [61, 'free text'],
      ],
    );
  });

  it('reads as a table and a list of places', () => {
    const text = agreementText(report, { a: 'first', b: 'second' });
    assert.match(text, /^A: first\nB: second\n4 sheets compared: 1335, 3180, 4765, 6200\n/);
    assert.match(text, /\n 4 Alliance members +4 +3 +75\.0% +0\.692 +0\.720\n/);
    assert.match(text, /\n 6 .* 100\.0% +no variation +no variation\n/);
    assert.match(text, /\nAll questions +168 +165 +98\.2% +0\.934 +0\.943\n/);
    assert.match(text, /\nDisagreements: 3\n1335, question 24: [^\n]+\n {2}A first\/1335\.atop:\d+: Yes/);
    assert.match(text, /\nAnswered by one coder alone: 2\n/);
    assert.match(text, /\nDifferences outside the figures: 1\n3180, question 18: /);
    assert.match(text, / {2}A first\/4765\.atop:40: \(no answer\)\n {2}B second\/4765\.atop:\d+: None\n/);
  });

  it('makes rows for a spreadsheet and data for a program, with nothing that is not a number in them', () => {
    const rows = agreementRows(report);
    assert.equal(rows.length, 52);
    assert.ok(rows.every(row => isDeepStrictEqual(Object.keys(row), [...AGREEMENT_COLUMNS])));
    assert.ok(
      disagreementRows(report).every(row => isDeepStrictEqual(Object.keys(row), [...DISAGREEMENT_COLUMNS])),
    );
    assert.deepEqual(
      rows.map(row => row['question']),
      [...report.questions.map(({ question }) => question.number), 'all'],
    );
    assert.equal(rows.find(row => row['question'] === 6)?.['kappa'], null);
    assert.equal(rows.find(row => row['question'] === 6)?.['kappa_undefined'], 'no-variation');
    assert.deepEqual(
      disagreementRows(report).map(row => [row['atopid'], row['question'], row['counted_as_b']]),
      [
        ['1335', 24, 'no'],
        ['3180', 18, 'tohelpeachother'],
        ['3180', 47, 'no'],
        ['4765', 4, '370'],
        ['4765', 13, 'NA'],
        ['6200', 21, 'no'],
      ],
    );
    const json = JSON.stringify(agreementJson(report, { a: 'first', b: 'second' }));
    assert.doesNotMatch(json, /NaN|undefined|Infinity/);
    assert.match(json, /"question":6,[^{]*"kappa":\{"value":null,"reason":"no-variation"/);
  });
});

describe('sheets that do not pair up', () => {
  const seed = example('4765');

  it('are listed, and compared with nothing', () => {
    const report = compareCoders(
      atopInstrument,
      [coded('a/4765.atop', seed), coded('a/1335.atop', example('1335'))],
      [coded('b/4765.atop', seed), coded('b/3180.atop', example('3180')), coded('b/notes.atop', 'Notes.')],
    );
    assert.deepEqual(
      report.matched.map(({ id }) => id),
      ['4765'],
    );
    assert.deepEqual(
      [report.onlyA, report.onlyB, report.withoutId].map(list => list.map(({ path }) => path)),
      [['a/1335.atop'], ['b/3180.atop'], ['b/notes.atop']],
    );
    const text = agreementText(report, { a: 'a', b: 'b' });
    assert.match(text, /Only A has 1335: a\/1335\.atop\nOnly B has 3180: b\/3180\.atop\n/);
    assert.match(text, /Not compared, as question 1 gives no ATOP ID: b\/notes\.atop/);
  });

  it('two sheets of one ID on one side are not chosen between', () => {
    const report = compareCoders(
      atopInstrument,
      [coded('a/4765.atop', seed), coded('a/4765 copy.atop', seed)],
      [coded('b/4765.atop', seed)],
    );
    assert.equal(report.matched.length, 0);
    assert.deepEqual(
      report.duplicates.map(({ id, sheets }) => [id, sheets.map(({ path }) => path)]),
      [['4765', ['a/4765.atop', 'a/4765 copy.atop', 'b/4765.atop']]],
    );
    assert.deepEqual([report.onlyA, report.onlyB], [[], []]);
  });

  it('nothing in common: every measure is undefined, none is NaN', () => {
    const report = compareCoders(atopInstrument, [coded('a', seed)], [coded('b', example('1335'))]);
    assert.equal(report.overall.pairs, 0);
    assert.equal(report.overall.percent, undefined);
    assert.deepEqual(
      [report.overall.kappa, report.overall.alpha].map(
        measure => measure.value === undefined && measure.reason,
      ),
      ['no-pairs', 'no-pairs'],
    );
    assert.match(
      agreementText(report, { a: 'a', b: 'b' }),
      /^A: a\nB: b\n0 sheets compared\nOnly A has 4765: a\n/,
    );
  });

  it('two files that are named are a pair where one gives no ID, not where they give two', () => {
    const [a, b] = asOnePair(coded('a', seed), coded('b', withAnswer(1, '')));
    assert.deepEqual([a.id, b.id], ['4765', '4765']);
    const [c, d] = asOnePair(coded('a', seed), coded('b', example('1335')));
    assert.deepEqual([c.id, d.id], ['4765', '1335']);
    const [e, f] = asOnePair(coded('a', withAnswer(1, '')), coded('b', withAnswer(1, '')));
    assert.equal(compareCoders(atopInstrument, [e], [f]).matched.length, 1);
  });
});

describe('what an answer counts as', () => {
  function category(number: number, answer: string): string {
    const { coding } = coded('sheet', withAnswer(number, answer)).answers.get(number)!;
    return coding.kind === 'category' ? coding.category : `(${coding.kind})`;
  }

  for (const [number, answer, expected] of [
    [2, '2065', '2065'],
    [2, 'COW 2065', '2065'],
    [2, 'N/A', 'NA'],
    [3, 'Jan. 17, 1996', '1996-01-17'],
    [3, '1996-02-03 (Kazakhstan)\nJanuary 17, 1996 (Belarus)', '1996-01-17; 1996-02-03'],
    [3, 'January 1996', '1996-01'],
    [3, '1996', '1996'],
    [3, 'January 17-19, 1996', '1996-01-17/1996-01-19'],
    [3, '1/2/1996', '“1/2/1996”'],
    [13, 'Once, by a letter', 'no date'],
    [14, 'Still in effect as of May 2, 2020', 'in effect'],
    [14, 'In force until May 2, 2020', '2020-05-02'],
    [4, 'Kazakhstan, Belarus', '370; 705'],
    [4, '705, 370, 705', '370; 705'],
    [4, '371 Ruritania', '371'],
    [7, 'Secret (Article IV)', 'secret'],
    [8, 'Yes. Article 3', 'yes'],
    [8, 'NO!', 'no'],
    [8, 'y', 'yes'],
    [8, 'Article 3 invites any state.', 'yes'],
    [8, 'There are no such provisions.', '(unclear)'],
    [8, 'n/a', 'NA'],
    [8, '', '(missing)'],
    [8, '?', '(missing)'],
    [16, 'Neutrality pact and defence pact', 'defense pact; neutrality pact'],
    [17, 'Type IIIc', 'type iiic'],
    [17, 'Type I: Defense pact', 'type i'],
    [17, 'Entente', 'entente'],
    [19, 'None', 'none'],
    [19, 'NA', 'none'],
    [58, 'Newspapers', 'newspapers'],
  ] as const) {
    it(`question ${number}: ${JSON.stringify(answer)} is ${expected}`, () => {
      assert.equal(category(number, answer), expected);
    });
  }

  it('NA can be taken for a missing answer instead', () => {
    const sheet = readSheet(example('4765'), atopInstrument);
    assert.equal(codeSheet('a', sheet).answers.get(2)?.coding.kind, 'category');
    assert.equal(codeSheet('a', sheet, 'missing').answers.get(2)?.coding.kind, 'missing');
    // `None` is a value of question 19.
    assert.equal(codeSheet('a', sheet, 'missing').answers.get(19)?.coding.kind, 'category');
  });

  it('long answers are shown cut, and lines are counted whatever the line ends', () => {
    const text = withAnswer(18, `${'word '.repeat(9000)}\nend`).replaceAll('\n', '\r\n');
    const { answers } = coded('sheet', text);
    assert.ok(answers.get(18)!.text.length <= 301);
    assert.equal(answers.get(19)!.line, text.slice(0, text.indexOf('\r\nnone')).split('\n').length + 1);
  });
});
