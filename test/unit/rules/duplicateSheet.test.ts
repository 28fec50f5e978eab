import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { areCodersCopies } from '../../../server/src/rules/coderCopies';
import { MemoryWorkspace, sheetOf } from '../support/workspace';

/** What is reported at the ATOP ID of a sheet, with where it leads. */
function duplicates(workspace: MemoryWorkspace, path: string) {
  return workspace.service
    .diagnostics(workspace.document(path))
    .filter(({ code }) => code === 'duplicate-sheet')
    .map(({ message, range, severity, relatedInformation = [] }) => ({
      message,
      at: workspace.document(path).getText(range),
      severity,
      leadsTo: relatedInformation.map(({ location }) => workspace.told(location)),
    }));
}

describe('two sheets of one ATOP ID', () => {
  it('are both reported, and lead to each other', () => {
    const workspace = new MemoryWorkspace({ '4765.atop': sheetOf('4765'), '4766.atop': sheetOf('4765') });
    assert.deepEqual(duplicates(workspace, '4765.atop'), [
      {
        message: '“4766.atop” bears the ATOP ID 4765 too.',
        at: '4765',
        severity: 2,
        leadsTo: ['4766.atop Q1: 4765'],
      },
    ]);
    assert.deepEqual(duplicates(workspace, '4766.atop')[0]?.leadsTo, ['4765.atop Q1: 4765']);
  });

  it('are none any more once one of them is given another, or is gone', () => {
    const workspace = new MemoryWorkspace({ '4765.atop': sheetOf('4765'), '4766.atop': sheetOf('4765') });
    workspace.write('4766.atop', sheetOf('4766'));
    assert.deepEqual(duplicates(workspace, '4765.atop'), []);
    workspace.write('4766.atop', sheetOf('4765'));
    workspace.remove('4766.atop');
    assert.deepEqual(duplicates(workspace, '4765.atop'), []);
  });

  it('are none where they are phases of one alliance', () => {
    const workspace = new MemoryWorkspace({ 'a.atop': sheetOf('1020.1'), 'b.atop': sheetOf('1020.2') });
    assert.deepEqual(duplicates(workspace, 'a.atop'), []);
  });

  it('are counted where there are many, and the links are few', () => {
    const workspace = new MemoryWorkspace(
      Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`${2000 + index}.atop`, sheetOf('2000')])),
    );
    const [finding] = duplicates(workspace, '2000.atop');
    assert.equal(finding?.message, 'More than 10 other sheets bear the ATOP ID 2000 too.');
    assert.equal(finding.leadsTo.length, 10);
  });

  it('are reported beside a second coder’s copy, which is not', () => {
    const workspace = new MemoryWorkspace({
      '4765.atop': sheetOf('4765'),
      '4765-coder2.atop': sheetOf('4765'),
      'new.atop': sheetOf('4765'),
    });
    assert.deepEqual(duplicates(workspace, '4765.atop')[0]?.leadsTo, ['new.atop Q1: 4765']);
    assert.equal(duplicates(workspace, 'new.atop')[0]?.message, '2 other sheets bear the ATOP ID 4765 too.');
  });

  it('can be made an error, or left alone', () => {
    const workspace = new MemoryWorkspace({ '4765.atop': sheetOf('4765'), '4766.atop': sheetOf('4765') });
    const problems = (severity: 'error' | 'off') =>
      workspace.index.list(() => ({ 'duplicate-sheet': severity }))[0]?.problems;
    assert.deepEqual(problems('error'), { errors: 1, warnings: 1, information: 10 });
    assert.deepEqual(problems('off'), { errors: 0, warnings: 1, information: 10 });
  });

  it('without a workspace are unknown', () => {
    const { service } = new MemoryWorkspace({});
    const other = new MemoryWorkspace({ '4765.atop': sheetOf('4765') });
    assert.ok(
      service.diagnostics(other.document('4765.atop')).every(({ code }) => code !== 'duplicate-sheet'),
    );
  });
});

describe('a second coder’s copy', () => {
  const root = 'file:///home/alliances/';
  const copies: readonly (readonly [string, string])[] = [
    ['4765.atop', '4765-coder2.atop'],
    ['4765.atop', '4765_AL.atop'],
    ['4765_AL.atop', '4765_JS.atop'],
    ['4765.atop', '4765%20%28copy%2C%20JS%29.atop'],
    ['4765.atop', '4765 (copy, JS).atop'],
    ['4765.atop', '4765%20-%20Copy.atop'],
    ['4765.atop', 'JS_4765.atop'],
    ['4765.atop', '4765 J.S..atop'],
    ['4765-coder1.atop', '4765-coder2.atop'],
    ['4765.atop', '4765 second coder.atop'],
    ['4765.atop', '4765-recoded.atop'],
    ['4765.atop', 'coder2/4765.atop'],
    ['coder1/4765.atop', 'coder2/4765.atop'],
    ['coder1/1996/4765.atop', 'coder2/1996/4765.atop'],
    ['anna/4765.atop', 'ben/4765.atop'],
    ['sheets/4765.atop', 'reliability/batch 1/4765.atop'],
    ['1020.1.atop', '1020.1-coder2.atop'],
    ['BEL-KAZ.atop', 'BEL-KAZ-coder2.atop'],
  ];
  for (const [first, second] of copies) {
    it(`is ${second} beside ${first}`, () => {
      assert.ok(areCodersCopies(root + first, root + second));
      assert.ok(areCodersCopies(root + second, root + first));
    });
  }

  const others: readonly (readonly [string, string])[] = [
    ['4765.atop', '4766.atop'],
    ['4765.atop', '4765-old.atop'],
    ['4765.atop', '4765-draft.atop'],
    ['4765.atop', 'archive/4765.atop'],
    ['4765.atop', '4766-coder2.atop'],
    ['coder1/4765.atop', 'coder2/4766.atop'],
    ['4765-coder2.atop', 'archive/4765-coder2.atop'],
    ['US_UK.atop', 'US_FR.atop'],
    ['1020.1.atop', '1020.2.atop'],
    ['4765.atop', '4765%E0%A4.atop'],
    ['coder1.atop', 'coder2.atop'],
  ];
  for (const [first, second] of others) {
    it(`is not ${second} beside ${first}`, () => {
      assert.ok(!areCodersCopies(root + first, root + second));
      assert.ok(!areCodersCopies(root + second, root + first));
    });
  }
});

describe('names of two codings of one alliance', () => {
  const CASES: readonly (readonly [string, string, boolean])[] = [
    ['4765', '4765-coder2', true],
    ['4765', '4765 (AL)', true],
    ['4765', '4765 (AL, BK)', true],
    ['4765', '4765 (AL, of Minsk)', false],
    ['4765', '4765_al', false],
    ['4765', 'AL_4765', true],
    ['4765', 'coder2-4765', true],
    ['4765', 'CODER2-4765', true],
    ['4765', 'Second Coder 4765', true],
    ['4765-second coder', '4765-Second-Coder', false],
    ['4765-Coder 2', '4765-coder2', false],
    ['4765-coder1', '4765-coder2', true],
    ['4765-copy-AL', '4765-AL-copy', false],
    ['A4765', 'a4765-copy', true],
    ['4765.atop.old', '4765.atop.old-copy', true],
    ['US', 'US_UK', false],
    ['4765', '-copy', false],
    ['copy', 'copy-copy', true],
    ['4765', '4766-copy', false],
    [`4765${'5'.repeat(245)}`, `4765${'5'.repeat(245)}-copy`, true],
    [`4765${'5'.repeat(246)}`, `4765${'5'.repeat(246)}-copy`, true],
    [`4765${'5'.repeat(247)}`, `4765${'5'.repeat(247)}-copy`, false],
    ['anna/4765', 'ben/4765', true],
    ['anna/4765', 'anna/x/4765', false],
    ['anna/4765', 'ben/4766', false],
    ['anna/x/4765', 'ben/y/4765', false],
    ['coder1/4765', 'coder2/x/4765', true],
    ['anna/4765-copy', 'ben/4765-copy', true],
    ['anna/4765-copy', 'ben/4765_copy', false],
  ];
  for (const [first, second, areCopies] of CASES) {
    it(`${first.slice(0, 40)} and ${second.slice(0, 40)} (${first.length} characters) are ${areCopies ? '' : 'not '}two codings`, () => {
      const uriOf = (name: string): string => `file:///home/${encodeURI(name)}.atop`;
      assert.equal(areCodersCopies(uriOf(first), uriOf(second)), areCopies);
      assert.equal(areCodersCopies(uriOf(second), uriOf(first)), areCopies);
    });
  }
});
