import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readSheet } from '../../../server/src/answers';
import { atopInstrument } from '../../../server/src/instrument';
import { identify, memberRange, type SheetIdentity } from '../../../server/src/workspace/identity';
import { examples } from '../../property/sheets';
import { sheetOf } from '../support/workspace';

/** The identity of a text, and whether more than its beginning was read for it. */
function identified(text: string): SheetIdentity & { readonly isWholeRead: boolean } {
  let isWholeRead = false;
  const identity = identify(text, atopInstrument, () => {
    isWholeRead = true;
    return readSheet(text, atopInstrument);
  });
  return { ...identity, isWholeRead };
}

const names = ({ members }: SheetIdentity) => members.map(({ name }) => name);

/** One question of a sheet once more, at the sheet's end, with another answer. */
const asked = (text: string, number: number, answer: string): string => {
  const node = readSheet(text, atopInstrument).answerTo(number)?.node;
  assert.ok(node);
  return `${text}\n${text.slice(node.start, node.printed.end)}\n${answer}\n`;
};

describe('what a sheet is found by', () => {
  it('stands at the beginning of a published sheet, and no more of it is read', () => {
    const found = examples.map(identified);
    assert.deepEqual(
      found.map(({ id, members, isWholeRead }) => [id?.id, members.length, isWholeRead]),
      [
        ['1335', 2, false],
        ['3180', 33, false],
        ['4765', 2, false],
        ['6200', 2, false],
      ],
    );
  });

  it('is where its words are', () => {
    const text = sheetOf('1020.1', { 4: 'Belarus (370)\n\n  Kazakhstan, 705; United\nStates (2)' });
    const document = TextDocument.create('', 'atop', 1, text);
    const identity = identified(text);
    assert.deepEqual(identity.id, { id: '1020.1', line: 1, from: 12, to: 18 });
    const written = (code: number) => {
      const range = memberRange(identity, code);
      return range && document.getText(range);
    };
    assert.equal(written(370), 'Belarus (370)');
    assert.equal(written(705), 'Kazakhstan, 705');
    assert.equal(written(2), 'United\nStates (2)');
    assert.equal(written(365), undefined);
  });

  it('holds each member once, and none that nobody can tell', () => {
    const identity = identified(sheetOf('3000', { 4: '370 Belarus\n999 Nowhere\nKorea\nBLR' }));
    assert.deepEqual(names(identity), ['Belarus']);
  });

  it('is read from the whole where the beginning lacks an ID or members', () => {
    for (const answers of [{ 1: '' }, { 1: 'Entente' }, { 4: '' }, { 4: 'see the treaty' }]) {
      assert.equal(identified(sheetOf('3000', answers)).isWholeRead, true);
    }
    const text = sheetOf('3000');
    const without = text.replace(/^4\. [^]*?(?=^5\. )/m, '');
    assert.equal(identified(without).isWholeRead, true);
    assert.deepEqual(identified(without).id?.id, '3000');
    assert.deepEqual(
      names(identified(`${without}\n4. Members of alliance (use COW country codes):\n2 USA`)),
      ['United States of America'],
    );
  });

  it('is that of the first question that answers, where one is asked twice', () => {
    const twice = asked(asked(sheetOf('3000'), 1, '3001'), 4, '2 USA');
    assert.deepEqual(identified(twice).id?.id, '3000');
    assert.deepEqual(names(identified(twice)), ['Belarus', 'Kazakhstan']);
    const later = asked(asked(sheetOf('', { 4: '' }), 1, '3001'), 4, '2 USA');
    assert.deepEqual(identified(later).id?.id, '3001');
    assert.deepEqual(names(identified(later)), ['United States of America']);
  });

  it('does not take a list for longer than it is where headings are only quoted', () => {
    const text = sheetOf('3000', { 4: '370 Belarus\n\nOBLIGATIONS\n\n2 USA' });
    const identity = identified(text);
    assert.equal(identity.isWholeRead, true);
    assert.deepEqual(names(identity), ['Belarus', 'United States of America']);
  });

  it('is nothing in a text that is no sheet', () => {
    for (const text of ['', 'Dear colleague,\n', '1. ATOP ID: ']) {
      const { id, members, memberPlaces } = identified(text);
      assert.deepEqual({ id, members, memberPlaces }, { id: undefined, members: [], memberPlaces: [] });
    }
  });
});
