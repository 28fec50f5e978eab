import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { folderPairs, foldersOf, pairsById, sheetsWithin } from '../../../../client/src/comparison/choices';
import { readCompared } from '../../../../client/src/comparison/compared';
import type { SheetListEntry } from '../../../../client/src/protocol';

const root = 'file:///home/coder/sheets';

function sheet(path: string, atopId: string | null): SheetListEntry {
  return {
    uri: `${root}/${path}`,
    atopId,
    members: [],
    years: { from: null, to: null },
    answered: 61,
    total: 61,
    open: 0,
    problems: { errors: 0, warnings: 0, information: 0 },
    firstOpen: null,
    states: 'a'.repeat(61),
    optional: [28, 43, 57],
  };
}

const shortened = (uri: string) => (uri === root ? '.' : uri.slice(root.length + 1));

const twoCoders = [
  sheet('first/asia/4765.atop', '4765'),
  sheet('first/europe/3180.atop', '3180'),
  sheet('first/europe/1335.atop', '1335'),
  sheet('second/asia/4765.atop', '4765'),
  sheet('second/europe/3180.atop', '3180'),
  sheet('notes.atop', null),
];

describe('what is offered for a comparison', () => {
  it('are every two sheets of one ATOP ID', () => {
    assert.deepEqual(
      pairsById(twoCoders).map(({ atopId, a, b }) => [atopId, shortened(a.uri), shortened(b.uri)]),
      [
        ['3180', 'first/europe/3180.atop', 'second/europe/3180.atop'],
        ['4765', 'first/asia/4765.atop', 'second/asia/4765.atop'],
      ],
    );
  });

  it('are the folders in which the ways to them part', () => {
    assert.deepEqual(
      folderPairs(twoCoders).map(({ a, b, shared }) => [shortened(a), shortened(b), shared]),
      [['first', 'second', 2]],
    );
  });

  it('is a folder and one within it, where the second coder’s sheets lie in that', () => {
    const nested = [sheet('4765.atop', '4765'), sheet('second/4765.atop', '4765')];
    const [pair] = folderPairs(nested);
    assert.deepEqual([shortened(pair!.a), shortened(pair!.b)], ['.', 'second']);
    assert.deepEqual(sheetsWithin(pair!.a, pair!.b, nested).map(shortened), ['4765.atop']);
    assert.deepEqual(sheetsWithin(pair!.b, pair!.a, nested).map(shortened), ['second/4765.atop']);
  });

  it('is no folder for two sheets that lie side by side', () => {
    const beside = [sheet('4765_A.atop', '4765'), sheet('4765_B.atop', '4765')];
    assert.equal(pairsById(beside).length, 1);
    assert.deepEqual(folderPairs(beside), []);
  });

  it('does not grow without bounds where many sheets bear one ID', () => {
    const many = Array.from({ length: 500 }, (_, index) => sheet(`copy${index}/4765.atop`, '4765'));
    assert.equal(pairsById(many).length, 28);
  });

  it('are all folders that hold sheets, down from the one that holds them all', () => {
    assert.deepEqual(foldersOf(twoCoders).map(shortened), [
      '.',
      'first',
      'first/asia',
      'first/europe',
      'second',
      'second/asia',
      'second/europe',
    ]);
    assert.deepEqual(foldersOf([]), []);
  });

  it('takes no folder for another whose name it begins with', () => {
    const sheets = [sheet('first/1.atop', '1'), sheet('first2/1.atop', '1')];
    assert.deepEqual(sheetsWithin(`${root}/first`, `${root}/first2`, sheets).map(shortened), [
      'first/1.atop',
    ]);
  });
});

describe('a comparison that was kept', () => {
  it('is read as it was written, and nothing else is', () => {
    const compared = { kind: 'folders', a: 'file:///a', b: 'file:///b' } as const;
    assert.deepEqual(readCompared(JSON.parse(JSON.stringify(compared))), compared);
    for (const kept of [
      undefined,
      null,
      7,
      {},
      { kind: 'files', a: 'x', b: 'y' },
      { kind: 'sheets', a: 'x' },
    ]) {
      assert.equal(readCompared(kept), undefined);
    }
  });
});
