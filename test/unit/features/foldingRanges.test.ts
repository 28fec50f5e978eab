import assert from 'node:assert/strict';
import { foldingRanges } from '../../../server/src/features/foldingRanges';
import { openSheet, seed, seedText } from '../support/sheets';

/** Each fold as its first line's beginning and its last line. */
function folded(text: string): [string, string][] {
  const lines = text.split(/\r?\n/);
  return foldingRanges(openSheet(text)).map(({ startLine, endLine }) => [
    (lines[startLine] ?? '').trim().slice(0, 12),
    (lines[endLine] ?? '').trim(),
  ]);
}

describe('Folding the real sheet', () => {
  it('folds a question down to the last line of its answer', () => {
    const folds = new Map(folded(seedText()));
    assert.equal(folds.get('4. Members o'), '705 Kazakhstan');
    assert.equal(folds.get('5. Was the a'), 'No');
    assert.equal(folds.get('13. Number o'), 'renewals):');
    assert.equal(folds.get('50. Does the'), 'Combating Crime (art. 14)');
    assert.equal(folds.has('1. ATOP ID: '), false, 'one line does not fold');
  });

  it('folds the five sections, the last without the amendment log', () => {
    const sections = folded(seedText()).filter(([first]) => first.startsWith('SECTION'));
    assert.equal(sections.length, 5);
    assert.deepEqual(sections[0], ['SECTION I: F', 'N/A']);
    assert.deepEqual(sections[4], ['SECTION V: D', '61. Coder: Andrew Long, Ashley Leeds']);
  });

  it('folds a log of several lines', () => {
    const log = 'Version 4.0: Q14 revised\nVersion 5.0: Q15 revised';
    assert.ok(folded(`61. Coder: A\n\n${log}\n\n`).some(([, last]) => last === 'Version 5.0: Q15 revised'));
  });

  it('keeps the sections where the editor wants few folds', () => {
    const few = foldingRanges(seed(), { rangeLimit: 6 });
    assert.equal(few.length, 6);
    assert.deepEqual(
      few.map(({ startLine }) => startLine),
      [0, 3, 51, 109, 167, 236],
    );
    assert.deepEqual(foldingRanges(seed(), { rangeLimit: 0 }), []);
  });

  for (const [name, text] of [
    ['the real sheet', seedText()],
    ['a Windows file', seedText().replaceAll('\n', '\r\n')],
    ['lines run together', seedText().replace(/\n+(?=\d+\. )/g, ' ')],
    ['nothing', ''],
  ] as const) {
    it(`gives folds of two lines or more that nest or lie apart: ${name}`, () => {
      const ranges = foldingRanges(openSheet(text));
      for (const { startLine, endLine } of ranges) assert.ok(startLine < endLine);
      for (const [at, outer] of ranges.entries()) {
        for (const inner of ranges.slice(at + 1)) {
          assert.ok(inner.startLine > outer.endLine || inner.endLine <= outer.endLine);
        }
      }
    });
  }
});
