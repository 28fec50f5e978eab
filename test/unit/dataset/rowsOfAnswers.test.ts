import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readSheet } from '../../../server/src/answers';
import { answerRows, blankRows, deriveVariables, derivations } from '../../../server/src/dataset';
import { atopInstrument } from '../../../server/src/instrument';
import { answering, example, outcomeOf, type Answers } from './rows';

const rowsOf = (answers: Answers) => answerRows(answering(answers), 'sheets/4765.atop');
const typed = (question: number, answer: string) =>
  rowsOf({ [question]: answer }).find(row => row.question === question)?.value;

describe('the long form', () => {
  it('has a row for each question of the real sheet, with its place in the file', () => {
    const rows = answerRows(example(4765), 'sheets/4765.atop');
    assert.deepEqual(
      rows.map(({ question }) => question),
      Array.from({ length: 61 }, (_, index) => index + 1),
    );
    assert.deepEqual(rows[3], {
      sheet: '4765',
      question: 4,
      label: 'Alliance members',
      text: '370 Belarus\n705 Kazakhstan',
      value: '370; 705',
      file: 'sheets/4765.atop',
      line: 11,
    });
  });

  it('has a row with an empty text where nothing is answered, at the line of the question', () => {
    const row = answerRows(example(4765), '')[12];
    assert.ok(row);
    const { text, value, line } = row;
    assert.deepEqual({ text, value, line }, { text: '', value: '', line: 40 });
  });

  it('has a row for each of two answers to one question', () => {
    const { text } = example(4765);
    const doubled = readSheet(`${text}\n61. Coder: Maria Ortiz\n`, atopInstrument);
    assert.deepEqual(
      answerRows(doubled, '').flatMap(row => (row.question === 61 ? [row.text] : [])).length,
      2,
    );
  });

  it('has no rows, and throws nothing, for a file that is no sheet', () => {
    assert.deepEqual(answerRows(readSheet('', atopInstrument), 'empty.atop'), []);
  });

  const TYPED: readonly (readonly [question: number, answer: string, value: string])[] = [
    [1, '1020.1', '1020.1'],
    [1, 'none yet', ''],
    [2, 'NA', 'NA'],
    [2, '2065', '2065'],
    [3, 'January 17, 1996', '1996-01-17'],
    [3, 'June 17-19, 1844', '1844-06-17/1844-06-19'],
    [3, 'June 1844', '1844-06'],
    [3, 'ca. 1844', '1844~'],
    [3, '1844-1846', '1844/1846'],
    [3, 'April 4, 1949 (Belgium)\nFebruary 18, 1952', '1949-04-04; 1952-02-18'],
    [3, '1/2/1996', '[1996-01-02, 1996-02-01]'],
    [3, 'February 30, 1996', ''],
    [4, '370 Belarus, Kazakhstan', '370; 705'],
    [4, '8152', '8152'],
    [8, 'Yes. Article 3', 'Yes'],
    [8, 'no', 'No'],
    [8, 'Article 3', ''],
    [8, 'NA', 'NA'],
    [16, 'defence pact; consultations', 'Defense pact; Consultation pact'],
    [19, 'none', 'None'],
    [6, 'Traety', ''],
    [15, 'It ended.', ''],
    [15, 'N/A', 'NA'],
  ];
  for (const [question, answer, value] of TYPED) {
    it(`reads “${answer.replace(/\n/g, ' / ')}” at question ${question} as “${value}”`, () => {
      assert.equal(typed(question, answer), value);
    });
  }
});

describe('the report of what waits for a coder', () => {
  const sheet = example(4765);
  const report = blankRows(sheet, deriveVariables(sheet), 'sheets/4765.atop');

  it('of the real sheet names each variable that needs a judgement, once', () => {
    assert.deepEqual(
      report.map(({ variable }) => variable),
      'proren active notaiden dipaid terrres organ1 orgpurp1 organ2 orgpurp2 refothio natrefal agprois interv'.split(
        ' ',
      ),
    );
  });

  it('says from which questions, why, and where', () => {
    assert.deepEqual(
      report.find(({ variable }) => variable === 'natrefal'),
      {
        sheet: '4765',
        variable: 'natrefal',
        question: '44;45;46;48',
        reason: 'Question 48 is answered Yes; which of ATOP’s codes applies is for a coder to decide.',
        file: 'sheets/4765.atop',
        line: 193,
      },
    );
  });

  it('leaves out what is rightly blank', () => {
    assert.equal(
      report.find(({ variable }) => variable === 'cowid' || variable === 'mem3'),
      undefined,
    );
  });

  it('of an empty file names every variable but the members behind the first', () => {
    const empty = readSheet('', atopInstrument);
    const rows = blankRows(empty, deriveVariables(empty), 'empty.atop');
    assert.equal(rows.length, derivations.length - 58);
    assert.ok(rows.every(({ line, sheet: id }) => line === 1 && id === ''));
  });

  it('has a sentence for every reason', () => {
    for (const text of ['', 'Yes', 'NA', '?', 'no, but']) {
      const odd = answering(Object.fromEntries(Array.from({ length: 61 }, (_, index) => [index + 1, text])));
      for (const { variable } of derivations) {
        const outcome = outcomeOf(odd, variable);
        if ('reason' in outcome) assert.match(outcome.reason, /^[A-Z“\d].*[.”]$/s, variable);
      }
    }
  });
});
