import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readCompared, type Compared } from '../../../../client/src/comparison/compared';

describe('what a comparison keeps for when its window is opened again', () => {
  const compared: Compared = {
    kind: 'folders',
    a: 'file:///home/coder/first',
    b: 'file:///home/coder/second',
  };

  it('is read as it was kept, whatever way it went', () => {
    assert.deepEqual(readCompared(JSON.parse(JSON.stringify(compared))), compared);
    assert.deepEqual(readCompared({ ...compared, kind: 'sheets' }), { ...compared, kind: 'sheets' });
  });

  it('brings nothing else along', () => {
    assert.deepEqual(readCompared({ ...compared, command: 'workbench.action.quit' }), compared);
  });

  it('is nothing where it is not of that form: the panel is closed then', () => {
    for (const kept of [undefined, null, 'file:///work', 3, [], {}, { ...compared, kind: 'files' }]) {
      assert.equal(readCompared(kept), undefined);
    }
    assert.equal(readCompared({ kind: 'folders', a: 'file:///home/coder/first' }), undefined);
    assert.equal(readCompared({ ...compared, b: { toString: () => 'file:///work' } }), undefined);
  });
});
