import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { MemoryWorkspace, sheetOf } from '../support/workspace';

const texts = {
  '3150.atop': sheetOf('3150', {
    4: '365 Soviet Union\nBelarus (370)\nCzech Republic',
    9: 'Yes. 360 and 390',
    15: 'Belarus left; 370 days later Kazakhstan did.',
    23: 'Yes. 370, 640. Belarus too.',
  }),
  '4765.atop': sheetOf('4765', {
    4: '370 BLR\n705 Kazakhstan',
    45: 'Yes. It extends ATOP 3150 (Article 1), of 3150 pages.',
    48: 'Yes. See 3150.',
  }),
  '4765-coder2.atop': sheetOf('4765', { 4: 'Belarus 370, 705 Kazakhstan' }),
  '2000.atop': sheetOf('2000', { 4: '365 Russia\n370 Romania' }),
};
const workspace = new MemoryWorkspace(texts);
const { service } = workspace;

/** The sheets that a renaming changes, with their texts after it; or the words with which it is refused. */
function renamed(path: string, words: string, newName: string, options = {}) {
  const result = service.rename(workspace.document(path), workspace.position(path, words, options), newName);
  if ('refusal' in result) return result.refusal;
  return Object.fromEntries(
    result.map(({ uri, edits }) => [workspace.path(uri), workspace.textAfter(workspace.path(uri), edits)]),
  );
}

/** The words of a refusal. */
function refusal(result: ReturnType<typeof renamed>): string {
  assert.ok(typeof result === 'string', 'the renaming is refused');
  return result;
}

describe('renaming an ATOP ID', () => {
  it('changes question 1 and every mention, and nothing else', () => {
    const after = {
      '3150.atop': texts['3150.atop'].replace('ATOP ID: 3150', 'ATOP ID: 3151'),
      '4765.atop': texts['4765.atop'].replace('ATOP 3150', 'ATOP 3151').replace('See 3150', 'See 3151'),
    };
    assert.deepEqual(renamed('3150.atop', '3150', '3151'), after);
    assert.deepEqual(renamed('4765.atop', 'See 3150', ' 3151 ', { plus: 5 }), after);
  });

  it('changes a second coder’s copy along with the sheet', () => {
    assert.deepEqual(Object.keys(renamed('4765.atop', '4765', '4766.1')), ['4765-coder2.atop', '4765.atop']);
  });

  it('is refused for what is no ATOP ID, and for one that is taken', () => {
    assert.match(refusal(renamed('3150.atop', '3150', '315')), /“315” is no ATOP ID: write four digits/);
    assert.match(refusal(renamed('3150.atop', '3150', 'ATOP 3151')), /is no ATOP ID/);
    assert.match(
      refusal(renamed('3150.atop', '3150', '4765')),
      /^The ATOP ID 4765 is taken: 4765-coder2\.atop bears it\./,
    );
  });

  it('to the same changes nothing', () => {
    assert.deepEqual(renamed('3150.atop', '3150', '3150'), {});
  });
});

describe('renaming a state', () => {
  it('changes its code and the name beside it, as it was written, and leaves bare names', () => {
    assert.deepEqual(renamed('4765.atop', '370', '365'), {
      '2000.atop': texts['2000.atop'].replace('370 Romania', '365 Romania'),
      '3150.atop': texts['3150.atop']
        .replace('Belarus (370)', 'Russia (365)')
        .replace('Yes. 370, 640.', 'Yes. 365, 640.'),
      '4765-coder2.atop': texts['4765-coder2.atop'].replace('Belarus 370', 'Russia 365'),
      '4765.atop': texts['4765.atop'].replace('370 BLR', '365 RUS'),
    });
  });

  it('works from the name as well as from the code, and takes a name or an abbreviation', () => {
    const after = renamed('3150.atop', 'Soviet Union', '369');
    assert.deepEqual(after, {
      '2000.atop': texts['2000.atop'].replace('365 Russia', '369 Ukraine'),
      '3150.atop': texts['3150.atop'].replace('365 Soviet Union', '369 Ukraine'),
    });
    for (const name of ['369 Ukraine', 'Ukraine', 'UKR']) {
      assert.deepEqual(renamed('3150.atop', '365 Soviet', name), after);
    }
  });

  it('is refused for a code or a name that no state has, with those that are near', () => {
    assert.match(
      refusal(renamed('4765.atop', '370', '3700')),
      /^No state has the COW code 3700\. Did you mean 370 Belarus/,
    );
    assert.match(refusal(renamed('4765.atop', '370', 'Ukrain')), /Did you mean 369 Ukraine/);
    assert.match(refusal(renamed('4765.atop', '370', '371 Belarus')), /of Armenia, not of “Belarus”/);
    assert.match(refusal(renamed('4765.atop', '370', 'Korea')), /^Several states bear the name “Korea”/);
    assert.match(refusal(renamed('4765.atop', '370', '')), /Write a code of the COW list/);
  });

  it('is refused where a state stands without its code', () => {
    assert.match(refusal(renamed('3150.atop', 'Czech', '316')), /named without its COW code/);
  });

  it('is refused where neither an ID nor a state stands', () => {
    assert.match(refusal(renamed('3150.atop', 'Nonaggression', '365')), /^An ATOP ID or the COW code/);
    assert.match(refusal(renamed('3150.atop', '370 days', '365')), /^An ATOP ID or the COW code/);
  });
});

describe('before it renames', () => {
  const prepared = (path: string, words: string, options = {}) => {
    const document = workspace.document(path);
    const place = service.prepareRename(document, workspace.position(path, words, options));
    return 'refusal' in place ? place.refusal : [place.placeholder, document.getText(place.range)];
  };

  it('the editor shows the ID or the code', () => {
    assert.deepEqual(prepared('4765.atop', 'ATOP 3150', { plus: 5 }), ['3150', '3150']);
    assert.deepEqual(prepared('4765.atop', '705 Kazakhstan'), ['705', '705']);
    assert.deepEqual(prepared('4765.atop', 'Kazakhstan'), ['705', '705']);
  });

  it('the editor says why nothing can be renamed', () => {
    assert.match(String(prepared('3150.atop', 'Czech')), /Rename a state where its code is written/);
    assert.match(String(prepared('4765.atop', 'SECTION')), /Put the cursor on one/);
  });
});
