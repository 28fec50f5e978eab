import assert from 'node:assert/strict';
import { blankSheet } from '../../../server/src/features/newSheet';
import { atopInstrument } from '../../../server/src/instrument';
import { openSheet } from '../support/sheets';

describe('A new sheet', () => {
  for (const eol of ['\n', '\r\n']) {
    it(`asks all 61 questions in the instrument’s words (${JSON.stringify(eol)})`, () => {
      const { sheet } = openSheet(blankSheet(atopInstrument, eol));
      assert.deepEqual(
        sheet.tree.questions.map(({ question }) => question.number),
        Array.from({ length: 61 }, (_, index) => index + 1),
      );
      for (const { changes, answer } of sheet.tree.questions) {
        assert.deepEqual(changes, []);
        assert.equal(answer.start, answer.end);
      }
    });

    it(`has the five headings and no other text (${JSON.stringify(eol)})`, () => {
      const { sheet } = openSheet(blankSheet(atopInstrument, eol));
      assert.deepEqual(
        sheet.tree.children.map(node => node.section?.numeral),
        ['I', 'II', 'III', 'IV', 'V'],
      );
      for (const node of sheet.tree.children) assert.deepEqual(node.heading?.changes, []);
    });
  }

  it('is wrapped as published sheets are, with a blank line between questions', () => {
    const lines = blankSheet(atopInstrument, '\n').split('\n');
    assert.ok(lines.every(line => line.length <= 130));
    assert.ok(lines.some(line => line.length > 120));
    lines.forEach((line, at) => {
      if (at > 0 && /^(?:\d+\. |SECTION )/.test(line)) assert.equal(lines[at - 1], '', `before ${line}`);
    });
  });

  it('uses one kind of line end', () => {
    const blank = blankSheet(atopInstrument, '\r\n');
    assert.equal(blank.replaceAll('\r\n', '').search(/[\r\n]/), -1);
  });
});
