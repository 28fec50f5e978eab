import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range, SelectionRange } from 'vscode-languageserver-types';
import { codeLenses } from '../../server/src/features/codeLenses';
import { documentLinks } from '../../server/src/features/documentLinks';
import { inlayHints } from '../../server/src/features/inlayHints';
import { selectionRanges } from '../../server/src/features/selectionRanges';
import { semanticTokens } from '../../server/src/features/semanticTokens';
import { createSheetLanguageService } from '../../server/src/service';
import { openSheet } from '../unit/support/sheets';
import { decodeTokens, withTokenEdits } from '../unit/support/tokens';
import { damaged } from './sheets';

/** The offsets of a range; fails where it does not lie in the document. */
function offsetsOf(document: TextDocument, { start, end }: Range): [number, number] {
  const offsets: [number, number] = [document.offsetAt(start), document.offsetAt(end)];
  assert.deepEqual([document.positionAt(offsets[0]), document.positionAt(offsets[1])], [start, end]);
  assert.ok(offsets[0] <= offsets[1]);
  return offsets;
}

describe('on sheets of all kinds, and on texts that are none', () => {
  it('a selection grows at each step, and holds the place that it began at', () => {
    fc.assert(
      fc.property(damaged, fc.array(fc.nat(20_000), { maxLength: 5 }), (text, places) => {
        const opened = openSheet(text);
        const positions = places.map(place => opened.document.positionAt(place));
        const ranges = selectionRanges(opened, positions);
        assert.equal(ranges.length, positions.length);
        for (const [index, innermost] of ranges.entries()) {
          const place = opened.document.offsetAt(positions[index]!);
          let [start, end] = offsetsOf(opened.document, innermost.range);
          assert.ok(start <= place && place <= end);
          let parent: SelectionRange | undefined = innermost.parent;
          for (; parent; parent = parent.parent) {
            const [outerStart, outerEnd] = offsetsOf(opened.document, parent.range);
            assert.ok(outerStart <= start && end <= outerEnd && outerEnd - outerStart > end - start);
            [start, end] = [outerStart, outerEnd];
          }
          assert.deepEqual([start, end], [0, text.length]);
        }
      }),
      { numRuns: 200 },
    );
  }).timeout(120_000);

  it('links, hints and counts stand in the text; links are in order and lead to the web', () => {
    fc.assert(
      fc.property(damaged, text => {
        const opened = openSheet(text);
        let last = 0;
        for (const { range, target } of documentLinks(opened)) {
          const [start] = offsetsOf(opened.document, range);
          assert.ok(start >= last);
          last = start;
          assert.match(target ?? '', /^https?:\/\/[^\s<>"]+$/);
        }
        const whole = { start: { line: 0, character: 0 }, end: opened.document.positionAt(text.length) };
        for (const { position } of inlayHints(opened, whole)) {
          assert.match(text.slice(0, opened.document.offsetAt(position)), /\d$/);
        }
        for (const { range } of codeLenses(opened, { canGoToOpen: true })) offsetsOf(opened.document, range);
      }),
      { numRuns: 200 },
    );
  }).timeout(120_000);

  it('tokens are in order, on one line each, never twice over the same words', () => {
    fc.assert(
      fc.property(damaged, text => {
        const opened = openSheet(text);
        let last = 0;
        for (const { line, column, length, words } of decodeTokens(opened.document, semanticTokens(opened))) {
          const start = opened.document.offsetAt({ line, character: column });
          assert.ok(start >= last && length > 0);
          assert.equal(words, text.slice(start, start + length));
          assert.doesNotMatch(words, /[\n\r]|^\s|\s$/);
          last = start + length;
        }
      }),
      { numRuns: 200 },
    );
  }).timeout(120_000);

  it('tokens joined with their changes are the tokens after the edit', () => {
    fc.assert(
      fc.property(damaged, damaged, fc.nat(20_000), fc.nat(200), (text, other, place, length) => {
        const service = createSheetLanguageService();
        const document = TextDocument.create('file:///sheet.atop', 'atop', 1, text);
        const first = service.semanticTokens(document);
        const range = {
          start: document.positionAt(place),
          end: document.positionAt(place + length),
        };
        TextDocument.update(document, [{ range, text: other.slice(0, length) }], 2);
        const delta = service.semanticTokensDelta(document, first.resultId ?? '');
        assert.ok('edits' in delta);
        assert.deepEqual(
          withTokenEdits(first.data, delta.edits),
          semanticTokens(openSheet(document.getText())),
        );
      }),
      { numRuns: 150 },
    );
  }).timeout(120_000);

  it('the tokens of all ranges together are those of the whole', () => {
    fc.assert(
      fc.property(damaged, fc.integer({ min: 1, max: 40 }), (text, step) => {
        const opened = openSheet(text);
        const seen = new Map<string, unknown>();
        for (let line = 0; line < opened.document.lineCount; line += step) {
          const range = { start: { line, character: 0 }, end: { line: line + step, character: 0 } };
          for (const token of decodeTokens(opened.document, semanticTokens(opened, range)))
            seen.set(`${token.line}:${token.column}`, token);
        }
        const whole = decodeTokens(opened.document, semanticTokens(opened));
        assert.equal(seen.size, whole.length);
        for (const token of whole) assert.deepEqual(seen.get(`${token.line}:${token.column}`), token);
      }),
      { numRuns: 60 },
    );
  }).timeout(120_000);
});
