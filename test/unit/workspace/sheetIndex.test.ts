import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createSheetLanguageService, SheetIndex } from '../../../server/src/service';
import { sheetOf } from '../support/workspace';

const service = createSheetLanguageService();
const summary = (id: string, before = '') =>
  service.summarize(TextDocument.create('file:///x.atop', 'atop', 1, before + sheetOf(id)));

function indexOf(sheets: Readonly<Record<string, string>>): SheetIndex {
  const index = new SheetIndex();
  for (const [uri, id] of Object.entries(sheets)) index.set(uri, summary(id));
  return index;
}

describe('the index of the workspace', () => {
  it('gives its sheets in the order of their URIs, whenever they came', () => {
    const index = indexOf({ 'file:///b.atop': '3000', 'file:///c.atop': '3001', 'file:///a.atop': '3002' });
    assert.deepEqual(index.uris(), ['file:///a.atop', 'file:///b.atop', 'file:///c.atop']);
    index.delete('file:///b.atop');
    assert.deepEqual(index.uris(), ['file:///a.atop', 'file:///c.atop']);
    assert.equal(index.size, 2);
  });

  it('knows one sheet under every way to encode its URI, and speaks of it as it was named last', () => {
    const index = indexOf({ 'file:///c%3A/a%20%281%29.atop': '3000' });
    index.set('file:///C:/a%20(1).atop', summary('3001'));
    assert.deepEqual(index.uris(), ['file:///C:/a%20(1).atop']);
    assert.deepEqual([...index.sheetsWithId('3001')].length, 1);
    assert.deepEqual([...index.sheetsWithId('3000')], []);
    assert.ok(index.has('file:///c:/a (1).atop'));
    index.delete('file:///c:/a%20(1).atop');
    assert.equal(index.size, 0);
  });

  it('tells which IDs are borne by other sheets than before', () => {
    const index = new SheetIndex();
    const a = 'file:///a.atop';
    assert.deepEqual(index.set(a, summary('3000')), { uris: [a], ids: ['3000'] });
    assert.deepEqual(index.set(a, summary('3000')), { uris: [a], ids: [] });
    assert.deepEqual(index.set(a, summary('3000', '\n\n')), { uris: [a], ids: ['3000'] });
    assert.deepEqual(index.set(a, summary('3001')), { uris: [a], ids: ['3000', '3001'] });
    assert.deepEqual(index.set(a, summary('none')), { uris: [a], ids: ['3001'] });
    assert.deepEqual(index.delete(a), { uris: [a], ids: [] });
    assert.deepEqual(index.delete(a), { uris: [], ids: [] });
  });

  it('gives an ID another version only when what bears it changes', () => {
    const index = indexOf({ 'file:///a.atop': '3000' });
    assert.equal(index.versionOfId('3000'), 0);
    index.set('file:///b.atop', summary('3000'));
    const shared = index.versionOfId('3000');
    assert.notEqual(shared, 0);
    index.set('file:///c.atop', summary('3001'));
    index.set('file:///a.atop', summary('3000'));
    assert.equal(index.versionOfId('3000'), shared);
    index.set('file:///a.atop', summary('3000', '\n'));
    assert.notEqual(index.versionOfId('3000'), shared);
    index.delete('file:///a.atop');
    assert.equal(index.versionOfId('3000'), 0);
  });

  it('knows the sheets that bear one of several IDs', () => {
    const index = indexOf({
      'file:///a%20b.atop': '3000',
      'file:///b.atop': '3001',
      'file:///c.atop': '3000',
    });
    index.set('file:///a%20b.atop', summary('3000'));
    assert.deepEqual(index.keysOfIds(['3000', '3009']), ['file:///a%20b.atop', 'file:///c.atop']);
    assert.deepEqual(index.keysOfIds(['3001', '3000']).length, 3);
    index.delete('file:///c.atop');
    assert.deepEqual(index.keysOfIds(['3000']), ['file:///a%20b.atop']);
    assert.deepEqual(index.keysOfIds([]), []);
  });

  it('gives a sheet another generation whenever it is set', () => {
    const index = indexOf({ 'file:///a.atop': '3000' });
    const first = index.generationOf('file:///a.atop');
    index.set('file:///a.atop', summary('3000'));
    assert.notEqual(index.generationOf('file:///a.atop'), first);
    assert.equal(index.generationOf('file:///b.atop'), undefined);
  });

  it('finds what lies within a folder, and not beside it', () => {
    const index = indexOf({
      'file:///old/a.atop': '3000',
      'file:///old/b/c.atop': '3001',
      'file:///older/d.atop': '3002',
    });
    const within = (...folders: string[]) => index.within(new Set(folders));
    assert.deepEqual(within('file:///old'), ['file:///old/a.atop', 'file:///old/b/c.atop']);
    assert.deepEqual(within('file:///old/'), ['file:///old/a.atop', 'file:///old/b/c.atop']);
    assert.deepEqual(within('file:///old/b', 'file:///older'), [
      'file:///old/b/c.atop',
      'file:///older/d.atop',
    ]);
    assert.deepEqual(within('file:///'), index.uris());
    assert.deepEqual(within('file:///new'), []);
  });

  it('lists what was found in a sheet once it is checked, also while it is not checked again yet', () => {
    const index = indexOf({ 'file:///a.atop': '3000' });
    const problems = () => index.list(() => ({})).map(sheet => sheet.problems);
    assert.deepEqual(problems(), [null]);
    const found = service.findingsInShort(TextDocument.create('file:///a.atop', 'atop', 1, sheetOf('3000')));
    assert.equal(index.setFindings('file:///a.atop', found), true);
    assert.deepEqual(problems(), [{ errors: 0, warnings: 1, information: 10 }]);
    assert.equal(index.setFindings('file:///a.atop', found), false);
    index.set('file:///a.atop', summary('3001'));
    assert.deepEqual(problems(), [{ errors: 0, warnings: 1, information: 10 }]);
    index.delete('file:///a.atop');
    assert.equal(index.setFindings('file:///a.atop', found), false);
    index.set('file:///a.atop', summary('3000'));
    assert.deepEqual(problems(), [null]);
  });

  it('does not slow down where every sheet bears the same ID', () => {
    const same = summary('3000');
    const index = new SheetIndex();
    for (let number = 0; number < 5000; number++) index.set(`file:///${number}.atop`, same);
    const entries = index.list(() => ({}));
    assert.ok(entries.every(({ states }) => states.startsWith('w')));
    assert.equal([...index.sheetsWithId('3000')].length, 5000);
    for (const uri of index.uris()) index.delete(uri);
    assert.deepEqual([...index.sheetsWithId('3000')], []);
  });
});
