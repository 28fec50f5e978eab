import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { SheetListEntry, SheetProblems } from '../../../client/src/protocol';
import {
  arrange,
  countUndecided,
  isFiltering,
  noFilter,
  type SheetFilter,
} from '../../../client/src/sheetsView/arrangement';

type Members = SheetListEntry['members'];
type Problems = Partial<SheetProblems> | null;

const belarus = { code: 370, name: 'Belarus' };
const kazakhstan = { code: 705, name: 'Kazakhstan' };
const ivoryCoast = { code: 437, name: 'Côte d’Ivoire' };
const kingdom = { code: 200, name: 'United Kingdom' };

function sheet(
  file: string,
  atopId: string | null,
  members: Members = [],
  open: number | null = 0,
  problems: Problems = {},
): SheetListEntry {
  return {
    uri: `file:///sheets/${file}`,
    atopId,
    members,
    years: { from: null, to: null },
    answered: open === null ? null : 61 - open,
    total: open === null ? null : 61,
    open,
    problems: problems && { errors: 0, warnings: 0, information: 0, ...problems },
    firstOpen: null,
    states: open === null ? '' : 'a'.repeat(61),
    optional: [28, 43, 57],
  };
}

/** A sheet of which no more than the names is known yet. */
const unread = (file: string, atopId: string, members: Members = []) =>
  sheet(file, atopId, members, null, null);

const filesOf = (sheets: readonly SheetListEntry[]) =>
  sheets.map(({ uri }) => uri.slice(uri.lastIndexOf('/') + 1));

describe('the order of the sheets in the view', () => {
  it('is by number for ATOP IDs, with phases after their alliance and sheets without an ID last', () => {
    const sheets = [
      sheet('b.atop', null),
      sheet('x.atop', '1020.1'),
      sheet('a10.atop', null),
      sheet('y.atop', '4765'),
      sheet('a9.atop', null),
      sheet('z.atop', '1020'),
      sheet('w.atop', '995'),
    ];
    const expected = ['w.atop', 'z.atop', 'x.atop', 'y.atop', 'a9.atop', 'a10.atop', 'b.atop'];
    assert.deepEqual(filesOf(arrange(sheets, 'id', noFilter)), expected);
    assert.deepEqual(filesOf(arrange(sheets.toReversed(), 'id', noFilter)), expected);
  });

  it('is by the names of the members, those without members last', () => {
    const sheets = [
      sheet('none.atop', '1'),
      sheet('kingdom.atop', '2', [kingdom]),
      sheet('both.atop', '3', [belarus, kazakhstan]),
      sheet('one.atop', '4', [belarus]),
      sheet('accent.atop', '5', [ivoryCoast]),
    ];
    assert.deepEqual(filesOf(arrange(sheets, 'members', noFilter)), [
      'one.atop',
      'both.atop',
      'accent.atop',
      'kingdom.atop',
      'none.atop',
    ]);
  });

  it('puts first what is most to do, and then goes by the ATOP ID', () => {
    const sheets = [
      sheet('d.atop', '4', [], 2, { warnings: 9 }),
      sheet('b.atop', '2', [], 0, { errors: 1 }),
      sheet('c.atop', '3', [], 7),
      sheet('a.atop', '1', [], 2, { information: 1 }),
      unread('unread.atop', '0'),
    ];
    assert.deepEqual(filesOf(arrange(sheets, 'open', noFilter)), [
      'c.atop',
      'a.atop',
      'd.atop',
      'b.atop',
      // Nothing is known of it, neither that something is to do nor that nothing is.
      'unread.atop',
    ]);
    assert.deepEqual(filesOf(arrange(sheets, 'problems', noFilter)), [
      'b.atop',
      'd.atop',
      'a.atop',
      'c.atop',
      'unread.atop',
    ]);
  });

  it('does not touch the list that was given', () => {
    const sheets = [sheet('b.atop', '2'), sheet('a.atop', '1')];
    arrange(sheets, 'id', noFilter);
    assert.deepEqual(filesOf(sheets), ['b.atop', 'a.atop']);
  });
});

describe('the filter of the view', () => {
  const sheets = [
    sheet('4765.atop', '4765', [belarus, kazakhstan], 1, { warnings: 1 }),
    sheet('accord%20de%20paix.atop', '3700', [ivoryCoast], 0, { information: 3 }),
    sheet('100%.atop', null, [kingdom], 0, { errors: 1 }),
  ];
  const found = (filter: Partial<SheetFilter>) => filesOf(arrange(sheets, 'id', { ...noFilter, ...filter }));

  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['', ['accord%20de%20paix.atop', '4765.atop', '100%.atop']],
    ['4765', ['4765.atop']],
    ['47', ['4765.atop']],
    ['765', []],
    ['370', ['accord%20de%20paix.atop', '4765.atop']],
    ['belar', ['4765.atop']],
    ['KAZAKH 370', ['4765.atop']],
    ['stan', ['4765.atop']],
    ['cote divoire', []],
    ['cote ivoire', ['accord%20de%20paix.atop']],
    ['Côte d’Ivoire', ['accord%20de%20paix.atop']],
    ['united kingdom', ['100%.atop']],
    ['de paix', ['accord%20de%20paix.atop']],
    ['  ,; ', ['accord%20de%20paix.atop', '4765.atop', '100%.atop']],
    ['Narnia', []],
  ];
  for (const [text, files] of cases) {
    it(`finds ${files.length === 0 ? 'nothing' : files.join(' and ')} by “${text}”`, () => {
      assert.deepEqual(found({ text }), files);
    });
  }

  it('leaves only sheets with open questions, or with errors or warnings', () => {
    assert.deepEqual(found({ onlyOpen: true }), ['4765.atop']);
    assert.deepEqual(found({ onlyProblems: true }), ['4765.atop', '100%.atop']);
    assert.deepEqual(found({ onlyProblems: true, text: 'kingdom' }), ['100%.atop']);
    assert.deepEqual(found({ onlyOpen: true, text: 'kingdom' }), []);
  });

  it('leaves out sheets of which it is not known whether they pass, and counts them', () => {
    const some = [...sheets, unread('new.atop', '5000', [belarus]), unread('other.atop', '5001', [kingdom])];
    const countOf = (filter: Partial<SheetFilter>) => countUndecided(some, { ...noFilter, ...filter });
    const filesFor = (filter: Partial<SheetFilter>) =>
      filesOf(arrange(some, 'id', { ...noFilter, ...filter }));
    assert.deepEqual(filesFor({ onlyProblems: true }), ['4765.atop', '100%.atop']);
    assert.deepEqual(filesFor({ onlyOpen: true }), ['4765.atop']);
    assert.equal(countOf({ onlyProblems: true }), 2);
    assert.equal(countOf({ onlyOpen: true }), 2);
    assert.equal(countOf({ onlyProblems: true, text: 'kingdom' }), 1);
    assert.equal(countOf({ onlyProblems: true, text: 'Narnia' }), 0);
    assert.equal(countOf({ text: 'kingdom' }), 0);
  });

  it('knows whether it leaves anything out', () => {
    assert.equal(isFiltering(noFilter), false);
    assert.equal(isFiltering({ ...noFilter, text: ' , ' }), false);
    assert.equal(isFiltering({ ...noFilter, text: 'x' }), true);
    assert.equal(isFiltering({ ...noFilter, onlyOpen: true }), true);
    assert.equal(isFiltering({ ...noFilter, onlyProblems: true }), true);
  });
});
