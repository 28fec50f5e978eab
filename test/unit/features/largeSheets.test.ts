import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readSheet } from '../../../server/src/answers';
import { atopInstrument } from '../../../server/src/instrument';
import { createSheetLanguageService } from '../../../server/src/service';
import { withAnswer } from '../support/sheets';

/** More than a call takes as its arguments. */
const MANY = 150_000;

describe('a sheet of more than anybody would write', () => {
  it('is read with each of its questions', () => {
    const text = '61. Coder:\n'.repeat(MANY);
    assert.equal(readSheet(text, atopInstrument).answers.length, MANY);
  });

  it('is read anew where its questions are pasted into a small one', () => {
    const text = '1. ATOP ID: 4765\n'.repeat(MANY);
    const before = readSheet('1. ATOP ID: 4765\n', atopInstrument);
    assert.equal(readSheet(text, atopInstrument, before).answers.length, MANY);
    const document = TextDocument.create('file:///4765.atop', 'atop', 1, '1. ATOP ID: 4765\n');
    const service = createSheetLanguageService();
    service.diagnostics(document);
    TextDocument.update(document, [{ text }], 2);
    assert.equal(service.diagnostics(document).length, 1000);
  });

  it('has its first thousand findings shown where one answer has more', () => {
    const text = withAnswer(3, '13/45/1996; '.repeat(MANY));
    const document = TextDocument.create('file:///4765.atop', 'atop', 1, text);
    const found = createSheetLanguageService().diagnostics(document);
    assert.deepEqual(new Set(found.map(({ code }) => code)), new Set(['bad-date']));
    assert.equal(found.length, 1000);
  });

  for (const [what, question, piece] of [
    ['members in lines', 4, '370 Belarus\n'],
    ['members in one line', 4, '370 Belarus, '],
    ['names in a row', 4, 'Belarus and '],
    ['names that nobody knows', 4, 'Xyzzy\n'],
    ['codes in a row', 4, '999 '],
    ['dates', 14, 'May 3, 1990, '],
    ['types', 16, 'defense pact, '],
    ['links', 35, 'http://a.org/b '],
  ] as const) {
    it(`is found, checked and coloured where one answer has as many ${what}`, () => {
      const text = withAnswer(question, piece.repeat(MANY));
      const document = TextDocument.create('file:///4765.atop', 'atop', 1, text);
      const service = createSheetLanguageService();
      assert.equal(service.identify(document).id?.id, '4765');
      assert.ok(service.diagnostics(document).length >= 8);
      assert.ok(service.semanticTokens(document).data.length > 1000);
    }).timeout(60_000);
  }
});
