import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { codeLenses } from '../../../server/src/features/codeLenses';
import { blankSheet } from '../../../server/src/features/newSheet';
import { atopInstrument } from '../../../server/src/instrument';
import { openSheet, seed, seedText, withAnswer } from '../support/sheets';

/** Each lens as the line that it stands above and its words. */
function lensesIn(text: string): string[] {
  return codeLenses(openSheet(text), { canGoToOpen: true }).map(
    ({ range, command }) => `${range.start.line}: ${command?.title ?? ''}`,
  );
}

describe('the counts above a sheet and its sections', () => {
  it('of the real sheet', () => {
    assert.deepEqual(lensesIn(seedText()), [
      '0: 58 of 61 answered, 1 open',
      '0: Section I: 14 of 15 answered, 1 open',
      '51: Section II: 12 of 13 answered',
      '109: Section III: 15 of 15 answered',
      '167: Section IV: 13 of 13 answered',
      '236: Section V: 4 of 5 answered',
    ]);
  });

  it('follow the answers', () => {
    assert.deepEqual(lensesIn(withAnswer(13, 'None')).slice(0, 2), [
      '0: 59 of 61 answered',
      '0: Section I: 15 of 15 answered',
    ]);
  });

  it('of a new sheet', () => {
    assert.deepEqual(
      lensesIn(blankSheet(atopInstrument, '\n')).map(lens => lens.replace(/^\d+: /, '')),
      [
        '0 of 61 answered, 58 open',
        'Section I: 0 of 15 answered, 15 open',
        'Section II: 0 of 13 answered, 12 open',
        'Section III: 0 of 15 answered, 14 open',
        'Section IV: 0 of 13 answered, 13 open',
        'Section V: 0 of 5 answered, 4 open',
      ],
    );
  });

  it('of questions without a heading stand above the first', () => {
    assert.deepEqual(lensesIn('A note\n\n1. ATOP ID: 4765\n'), ['2: 1 of 61 answered, 57 open']);
  });

  it('are not shown where there is no sheet', () => {
    assert.deepEqual(lensesIn(''), []);
    assert.deepEqual(lensesIn('1. The parties agree'), []);
  });

  it('lead to the next open question from there, while there is one', () => {
    const commands = codeLenses(seed(), { canGoToOpen: true }).map(({ command }) => command);
    assert.deepEqual(
      commands.map(command => command?.command),
      ['atopSheets.nextUnanswered', 'atopSheets.nextUnanswered', '', '', '', ''],
    );
    assert.deepEqual(commands[1]?.arguments, ['file:///sheet.atop', { line: 0, character: 1 }]);
  });

  it('are words alone where the client has no such command', () => {
    for (const { command } of codeLenses(seed(), { canGoToOpen: false })) {
      assert.equal(command?.command, '');
      assert.equal(command.arguments, undefined);
    }
  });
});
