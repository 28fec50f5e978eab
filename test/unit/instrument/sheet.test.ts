import assert from 'node:assert/strict';
import { allQuestions, atopInstrument, type Question } from '../../../server/src/instrument';
import { realSheet } from './fixtures';

/** How the answer to each question begins on the real sheet; where nothing is listed, it is `No`. */
const beginnings: Readonly<Record<number, string>> = {
  1: '4765',
  2: 'NA',
  3: 'January 17, 1996',
  4: '370 Belarus',
  6: 'Treaty',
  7: 'Public',
  10: '120 months',
  12: 'Automatic renewal',
  13: '',
  14: 'Still in effect',
  15: 'N/A',
  16: 'Nonaggression pact',
  17: 'NA',
  18: 'Article 1',
  19: 'none',
  20: 'NA',
  21: 'Yes. Article III',
  24: 'Yes',
  28: '',
  35: 'Yes. Article 17',
  47: 'United Nations',
  48: 'OSCE',
  50: 'The parties agree',
  53: 'Article 5',
  56: 'Article 1',
  57: '',
  58: 'Treaty',
  59: 'UNTS',
  60: 'August 18, 2004',
  61: 'Andrew Long',
};

/** What stands after the number of a question at a line's start, up to the next question or heading. */
function printedAfter(question: Question, sheet: string): string {
  const number = new RegExp(`^${question.number}\\. `, 'm').exec(sheet);
  assert.ok(number, `the sheet has no question ${question.number}`);
  const rest = sheet.slice(number.index + number[0].length);
  const next = rest.search(new RegExp(`^(${question.number + 1}\\. |SECTION )`, 'm'));
  return next < 0 ? rest : rest.slice(0, next);
}

const onOneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

describe('The ATOP instrument beside a real coding sheet', () => {
  const sheet = realSheet();

  for (const question of allQuestions(atopInstrument)) {
    it(`prints question ${question.number} as the sheet does, from its number to its answer`, () => {
      const printed = onOneLine(printedAfter(question, sheet));
      assert.equal(printed.slice(0, question.text.length), question.text);

      const answer = printed.slice(question.text.length).trim();
      const beginning = beginnings[question.number] ?? 'No';
      if (beginning === '') assert.equal(answer, '');
      else assert.equal(answer.slice(0, beginning.length), beginning);
    });
  }

  it('has the questions in the order of the sheet, each at the start of a line', () => {
    let reached = 0;
    for (const { number, text } of allQuestions(atopInstrument)) {
      const head = `\n${number}. ${text.split(' ', 2).join(' ')}`;
      const found = sheet.indexOf(head, reached);
      assert.ok(found >= 0, `question ${number} does not follow the ones before it`);
      reached = found + head.length;
    }
  });

  it('has the headings of the sheet, each before the first of its questions', () => {
    for (const { numeral, title, questions } of atopInstrument.sections) {
      const heading = `SECTION ${numeral}: ${title}\n`;
      const found = sheet.indexOf(heading);
      assert.ok(found >= 0, `the sheet has no heading "${heading.trim()}"`);
      const after = sheet.slice(found + heading.length).trimStart();
      assert.ok(after.startsWith(`${questions[0]?.number}. `), `"${after.slice(0, 20)}" follows it`);
    }
  });

  it('knows which answers stand on the line of the question itself', () => {
    for (const question of allQuestions(atopInstrument)) {
      const beginning = beginnings[question.number] ?? 'No';
      if (beginning === '') continue; // Without an answer, the sheet does not show where it would stand.
      const startsALine = printedAfter(question, sheet).includes(`\n${beginning}`);
      assert.equal(question.inline ?? false, !startsALine, `question ${question.number}`);
    }
  });
});
