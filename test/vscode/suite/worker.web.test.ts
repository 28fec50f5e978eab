import assert from 'node:assert/strict';

describe('the web extension', () => {
  it('runs in a web worker, without Node', () => {
    const host: Record<string, unknown> = { ...globalThis };
    assert.equal(host['process'], undefined);
    assert.equal(typeof self.importScripts, 'function');
  });
});
