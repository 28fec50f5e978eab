import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { outlineOf, questionPlace } from '../../../server/src/features/questionPlace';
import { atopInstrument } from '../../../server/src/instrument';
import { openSheet, seedText } from '../support/sheets';

/** What follows the place of a question in a text; `undefined` where it has none. */
function textAt(text: string, question: number, length: number): string | undefined {
  const opened = openSheet(text);
  const place = questionPlace(opened, question);
  if (!place) return undefined;
  const offset = opened.document.offsetAt(place.position);
  return `${place.isInSheet ? 'there' : 'missing'}: ${text.slice(offset, offset + length)}`;
}

describe('The place of a question', () => {
  it('is where its answer begins', () => {
    assert.equal(textAt(seedText(), 1, 4), 'there: 4765');
    assert.equal(textAt(seedText(), 4, 11), 'there: 370 Belarus');
  });

  it('is where its answer would be written', () => {
    assert.equal(textAt(seedText(), 13, 5), 'there: \n14. ');
  });

  it('is before the next question where the file lacks it, and at the end where there is no next', () => {
    const text = seedText().replace(/^13\. [^]*?(?=^14\.)/m, '');
    assert.equal(textAt(text, 13, 4), 'missing: 14. ');
    const cut = seedText().replace(/^61\. [^]*$/m, '');
    assert.equal(textAt(cut, 61, 4), 'missing: ');
  });

  it('is at the end of a text that holds no question', () => {
    assert.equal(textAt('A letter.', 13, 4), 'missing: ');
  });

  it('is nowhere for a number that is no question’s', () => {
    assert.equal(textAt(seedText(), 62, 4), undefined);
    assert.equal(textAt(seedText(), 1.5, 4), undefined);
  });
});

describe('The outline of the instrument', () => {
  it('names five sections and 61 questions, of which three may be left empty', () => {
    const sections = outlineOf(atopInstrument);
    const questions = sections.flatMap(section => section.questions);
    assert.deepEqual(
      sections.map(({ numeral, questions: own }) => `${numeral} ${own.length}`),
      ['I 15', 'II 13', 'III 15', 'IV 13', 'V 5'],
    );
    assert.deepEqual(questions[12], { number: 13, label: 'Renewals so far', required: true });
    assert.deepEqual(
      questions.filter(({ required }) => !required).map(({ number }) => number),
      [28, 43, 57],
    );
  });
});
