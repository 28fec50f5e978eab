import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createSheetLanguageService, SheetIndex } from '../../../server/src/service';
import { sheetOf } from '../support/workspace';

const service = createSheetLanguageService();
const documentOf = (id: string, before = '') =>
  TextDocument.create('file:///x.atop', 'atop', 1, before + sheetOf(id));
const identity = (id: string, before = '') => service.identify(documentOf(id, before));

function indexOf(sheets: Readonly<Record<string, string>>): SheetIndex {
  const index = new SheetIndex();
  for (const [uri, id] of Object.entries(sheets)) index.set(uri, identity(id));
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
    index.set('file:///C:/a%20(1).atop', identity('3001'));
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
    assert.deepEqual(index.set(a, identity('3000')), { uris: [a], ids: ['3000'] });
    assert.deepEqual(index.set(a, identity('3000')), { uris: [a], ids: [] });
    assert.deepEqual(index.set(a, identity('3000', '\n\n')), { uris: [a], ids: ['3000'] });
    assert.deepEqual(index.set(a, identity('3001')), { uris: [a], ids: ['3000', '3001'] });
    assert.deepEqual(index.set(a, identity('none')), { uris: [a], ids: ['3001'] });
    assert.deepEqual(index.delete(a), { uris: [a], ids: [] });
    assert.deepEqual(index.delete(a), { uris: [], ids: [] });
  });

  it('gives the others of an ID another version only when one of them changes', () => {
    const index = indexOf({ 'file:///a%20b.atop': '3000' });
    const version = () => index.versionOfOthers('3000', 'file:///a b.atop');
    assert.equal(version(), 0);
    index.set('file:///b.atop', identity('3000'));
    const shared = version();
    assert.notEqual(shared, 0);
    index.set('file:///c.atop', identity('3001'));
    index.set('file:///b.atop', identity('3000'));
    assert.equal(version(), shared);
    index.set('file:///b.atop', identity('3000', '\n'));
    assert.notEqual(version(), shared);
    index.delete('file:///b.atop');
    assert.equal(version(), 0);
  });

  it('tells of the others also where a sheet does not yet bear the ID itself', () => {
    const index = indexOf({ 'file:///a.atop': '3000', 'file:///b.atop': '3001' });
    const version = () => index.versionOfOthers('3001', 'file:///a.atop');
    const alone = version();
    assert.notEqual(alone, 0);
    index.set('file:///b.atop', identity('3002'));
    assert.equal(version(), 0);
    index.set('file:///b.atop', identity('3001'));
    assert.notEqual(version(), alone);
    assert.notEqual(version(), 0);
  });

  it('knows the sheets that bear one of several IDs', () => {
    const index = indexOf({
      'file:///a%20b.atop': '3000',
      'file:///b.atop': '3001',
      'file:///c.atop': '3000',
    });
    index.set('file:///a%20b.atop', identity('3000'));
    assert.deepEqual(index.keysOfIds(['3000', '3009']), ['file:///a%20b.atop', 'file:///c.atop']);
    assert.deepEqual(index.keysOfIds(['3001', '3000']).length, 3);
    index.delete('file:///c.atop');
    assert.deepEqual(index.keysOfIds(['3000']), ['file:///a%20b.atop']);
    assert.deepEqual(index.keysOfIds([]), []);
  });

  it('gives a sheet another generation whenever it is set', () => {
    const index = indexOf({ 'file:///a.atop': '3000' });
    const first = index.generationOf('file:///a.atop');
    index.set('file:///a.atop', identity('3000'));
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

  it('lists a sheet by its names at once, and all else once it is summed up', () => {
    const uri = 'file:///a.atop';
    const index = indexOf({ [uri]: '3000' });
    const listed = () => index.list(() => ({}))[0];
    const members = [
      { code: 370, name: 'Belarus' },
      { code: 705, name: 'Kazakhstan' },
    ];
    assert.deepEqual(listed(), {
      uri,
      atopId: '3000',
      members,
      years: { from: null, to: null },
      answered: null,
      total: null,
      open: null,
      problems: null,
      firstOpen: null,
      states: '',
    });
    assert.equal(index.isSummedUp(uri), false);
    assert.equal(index.sumUp(uri, service.summarize(documentOf('3000'))), true);
    assert.equal(index.isSummedUp(uri), true);
    const { answered, open, problems } = listed()!;
    assert.deepEqual([answered, open, problems], [58, 1, { errors: 0, warnings: 1, information: 10 }]);
  });

  it('lists what a sheet was summed up to also while it is not summed up again yet', () => {
    const uri = 'file:///a.atop';
    const index = indexOf({ [uri]: '3000' });
    const answered = () => index.list(() => ({})).map(sheet => sheet.answered);
    index.sumUp(uri, service.summarize(documentOf('3000')));
    index.set(uri, identity('3001'));
    assert.deepEqual(answered(), [58]);
    assert.equal(index.isSummedUp(uri), false);
    index.delete(uri);
    assert.equal(index.sumUp(uri, service.summarize(documentOf('3001'))), false);
    index.set(uri, identity('3000'));
    assert.deepEqual(answered(), [null]);
  });

  it('finds what sheets mention in those that are summed up', () => {
    const uri = 'file:///a.atop';
    const index = indexOf({ [uri]: '3000', 'file:///b.atop': '3000' });
    const document = TextDocument.create(uri, 'atop', 1, sheetOf('3000', { 45: 'Yes. ATOP 3001' }));
    const lines = (places: readonly { readonly uri: string }[]) => places.map(place => place.uri);
    assert.deepEqual(lines(index.placesOfId('3000')), [uri, 'file:///b.atop']);
    assert.deepEqual(index.placesOfId('3001'), []);
    assert.deepEqual(index.placesOfState(370), []);
    index.sumUp(uri, service.summarize(document));
    assert.deepEqual(lines(index.placesOfId('3000')), [uri, 'file:///b.atop']);
    assert.deepEqual(lines(index.placesOfId('3001')), [uri]);
    assert.deepEqual(lines(index.placesOfState(370)), [uri]);
  });

  it('does not slow down where every sheet bears the same ID', () => {
    const same = identity('3000');
    const summary = service.summarize(documentOf('3000'));
    const index = new SheetIndex();
    for (let number = 0; number < 5000; number++) {
      index.set(`file:///${number}.atop`, same);
      index.sumUp(`file:///${number}.atop`, summary);
    }
    const entries = index.list(() => ({}));
    assert.ok(entries.every(({ states }) => states.startsWith('w')));
    assert.equal([...index.sheetsWithId('3000')].length, 5000);
    for (const uri of index.uris()) index.delete(uri);
    assert.deepEqual([...index.sheetsWithId('3000')], []);
  });
});
