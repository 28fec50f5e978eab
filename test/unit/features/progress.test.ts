import assert from 'node:assert/strict';
import { sheetProgress, type SheetProgress } from '../../../server/src/features/progress';
import { blankSheet } from '../../../server/src/features/newSheet';
import { atopInstrument } from '../../../server/src/instrument';
import { openSheet, seed, seedText, withAnswer } from '../support/sheets';

function progressIn(text: string): SheetProgress {
  const progress = sheetProgress(openSheet(text));
  assert.ok(progress);
  return progress;
}

const numbers = ({ unanswered }: SheetProgress) => unanswered.map(({ number }) => number);

describe('The progress of a sheet', () => {
  it('counts 58 answers of 61 on the real sheet: one is missing, two comments may be', () => {
    const progress = sheetProgress(seed());
    assert.ok(progress);
    assert.equal(`${progress.answered} of ${progress.total}, ${progress.open} open`, '58 of 61, 1 open');
    assert.deepEqual(
      progress.sections.map(({ numeral, answered, total }) => `${numeral} ${answered}/${total}`),
      ['I 14/15', 'II 12/13', 'III 15/15', 'IV 13/13', 'V 4/5'],
    );
    assert.deepEqual(progress.unanswered, [
      {
        number: 13,
        label: 'Renewals so far',
        position: { line: 41, character: 0 },
        range: { start: { line: 39, character: 0 }, end: { line: 40, character: 10 } },
      },
    ]);
  });

  it('grows with an answer', () => {
    const progress = progressIn(withAnswer(13, 'None'));
    assert.equal(progress.answered, 59);
    assert.equal(progress.open, 0);
    assert.deepEqual(progress.unanswered, []);
  });

  it('does not wait for comments', () => {
    assert.deepEqual(numbers(progressIn(withAnswer(28, '', withAnswer(43, '', withAnswer(57, ''))))), [13]);
  });

  it('takes a mark that says nothing for no answer, and leads to it', () => {
    const text = withAnswer(15, '?');
    const open = progressIn(text).unanswered[1];
    assert.equal(open?.number, 15);
    assert.equal(text.split('\n')[open.position.line], '?');
  });

  it('counts a question that the file lacks, but cannot lead to it', () => {
    const progress = progressIn(seedText().replace(/^40\. [^]*?(?=^41\. )/m, ''));
    assert.equal(`${progress.answered} of ${progress.total}, ${progress.open} open`, '57 of 61, 2 open');
    assert.deepEqual(numbers(progress), [13]);
  });

  it('lists a doubled question once, and not at all if either is answered', () => {
    const question =
      '5. Was the alliance signed during war? If so, which war, and which member(s) was at war? (check COW data)\n';
    assert.deepEqual(numbers(progressIn(`${question}\n${question}`)), [5]);
    assert.deepEqual(numbers(progressIn(`${question}\n${question}No\n`)), []);
  });

  it('leads to the room for the answer: beside the question, below it, or at its end', () => {
    const place = (text: string) => progressIn(text).unanswered[0]?.position;
    assert.deepEqual(place('61. Coder:\n\n'), { line: 0, character: 10 });
    assert.deepEqual(place('61. Coder: \n\n'), { line: 0, character: 11 });
    assert.deepEqual(place('2. COW Alliance # (if applicable):  \r\n\r\n61. Coder: A'), {
      line: 1,
      character: 0,
    });
    assert.deepEqual(place('15. Describe what caused the alliance to terminate.'), {
      line: 0,
      character: 51,
    });
    assert.deepEqual(
      place('2. COW Alliance # (if applicable):\n15. Describe what caused the alliance to terminate.'),
      { line: 0, character: 34 },
    );
  });

  it('is nothing for a document that is no sheet', () => {
    assert.equal(sheetProgress(openSheet('Dear diary,\n1. I slept.\n')), null);
    assert.equal(sheetProgress(openSheet('')), null);
  });

  it('begins at 0 of 61 with every question in view', () => {
    const progress = progressIn(blankSheet(atopInstrument, '\n'));
    assert.equal(`${progress.answered} of ${progress.total}, ${progress.open} open`, '0 of 61, 58 open');
    assert.equal(progress.unanswered.length, 58);
  });
});
