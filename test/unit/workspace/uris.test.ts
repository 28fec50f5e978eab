import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isWithin, sheetKey } from '../../../server/src/workspace/uris';

describe('the key of a sheet', () => {
  it('is one for every way to write its URI', () => {
    assert.equal(
      sheetKey('file:///c:/sheets/a%20(1).atop'),
      sheetKey('file:///c%3A/sheets/a%20%281%29.atop'),
    );
    assert.equal(sheetKey('untitled:Untitled-1'), 'untitled:Untitled-1');
    assert.equal(sheetKey('file:///sheets/.old/a.atop'), 'file:///sheets/.old/a.atop');
  });

  it('leads to where the steps in it lead, however they are encoded', () => {
    for (const uri of [
      'file:///sheets/../etc/a.atop',
      'file:///sheets/%2e%2e/etc/a.atop',
      'file:///sheets/more%2F..%2F..%2Fetc/./a.atop',
      'file:///../../etc/a.atop',
    ]) {
      assert.equal(sheetKey(uri), 'file:///etc/a.atop');
      assert.ok(!isWithin(sheetKey(uri), sheetKey('file:///sheets')));
    }
    assert.equal(sheetKey('file:///c%3A/sheets/..%5Cetc%5Ca.atop'), 'file:///c%3A/etc/a.atop');
    assert.equal(sheetKey('file:///sheets/a%5C..%5Cb.atop'), 'file:///sheets/a%5C..%5Cb.atop');
  });
});
