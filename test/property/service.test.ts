import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentSymbol, Position, TextEdit } from 'vscode-languageserver-types';
import { createSheetLanguageService } from '../../server/src/service';
import { TODAY } from '../unit/support/findings';
import { damaged, layouts } from './sheets';

const service = createSheetLanguageService({
  today: () => TODAY,
  rulesUri: 'https://example.org/rules',
  snippets: { kind: 'edit' },
  snippetCompletions: true,
});

const open = (text: string): TextDocument => TextDocument.create('file:///sheet.atop', 'atop', 1, text);

/** Every position within a value, wherever it stands in it. */
function positionsIn(value: unknown): Position[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('line' in value && 'character' in value) return [value as Position];
  return Object.values(value).flatMap(positionsIn);
}

/** Fails unless every position within the value is one of the document's own. */
function assertInside(document: TextDocument, value: unknown): void {
  for (const position of positionsIn(value)) {
    assert.deepEqual(document.positionAt(document.offsetAt(position)), position);
  }
}

const texts = fc.oneof(damaged, layouts);

describe('on any text, every place that the service names is one of the document’s', () => {
  it('diagnostics, with their related places', () => {
    fc.assert(
      fc.property(texts, text => {
        const document = open(text);
        const found = service.diagnostics(document);
        assertInside(document, found);
        for (const { range, message } of found) {
          assert.ok(document.offsetAt(range.start) <= document.offsetAt(range.end));
          assert.notEqual(message, '');
        }
      }),
      { numRuns: 200 },
    );
  });

  it('hover and completion at any place', () => {
    fc.assert(
      fc.property(texts, fc.array(fc.nat(20_000), { minLength: 1, maxLength: 6 }), (text, places) => {
        const document = open(text);
        for (const place of places) {
          const offset = place % (text.length + 1);
          const position = document.positionAt(offset);
          const hover = service.hover(document, position);
          assertInside(document, hover);
          if (hover?.range) {
            assert.ok(document.offsetAt(hover.range.start) <= document.offsetAt(position));
            assert.ok(document.offsetAt(position) <= document.offsetAt(hover.range.end));
          }
          const { items } = service.complete(document, position);
          assertInside(document, items);
          for (const { textEdit } of items.slice(0, 40)) {
            if (!textEdit || !('range' in textEdit)) continue;
            const { start, end } = textEdit.range;
            assert.ok(document.offsetAt(start) <= document.offsetAt(end));
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('outline and folds, each part within its whole', () => {
    fc.assert(
      fc.property(texts, text => {
        const document = open(text);
        const symbols = service.documentSymbols(document);
        assertInside(document, symbols);
        const offsets = ({ start, end }: DocumentSymbol['range']): [number, number] => [
          document.offsetAt(start),
          document.offsetAt(end),
        ];
        const assertNested = (symbol: DocumentSymbol): void => {
          const [start, end] = offsets(symbol.range);
          for (const inner of [symbol.selectionRange, ...(symbol.children ?? []).map(({ range }) => range)]) {
            const [from, to] = offsets(inner);
            assert.ok(start <= from && from <= to && to <= end);
          }
          symbol.children?.forEach(assertNested);
        };
        symbols.forEach(assertNested);
        for (const { startLine, endLine } of service.foldingRanges(document)) {
          assert.ok(0 <= startLine && startLine < endLine && endLine < document.lineCount);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('the edits of quick fixes and of Fix All, none of which overlap', () => {
    fc.assert(
      fc.property(texts, fc.nat(20_000), fc.nat(2000), (text, place, length) => {
        const document = open(text);
        const start = place % (text.length + 1);
        const range = {
          start: document.positionAt(start),
          end: document.positionAt(Math.min(text.length, start + length)),
        };
        for (const action of service.codeActions(document, range, { diagnostics: [] })) {
          const whole =
            service.unresolvedUri(action) === document.uri
              ? service.resolveCodeAction(document, action)
              : action;
          assertInside(document, whole.edit);
          const edits: TextEdit[] = whole.edit?.changes?.[document.uri] ?? [];
          // Throws where edits overlap.
          TextDocument.applyEdits(document, edits);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('nothing throws where a client asks beyond the text', () => {
    fc.assert(
      fc.property(
        texts,
        fc.integer({ min: -2, max: 9999 }),
        fc.integer({ min: -2, max: 9999 }),
        (text, line, character) => {
          const document = open(text);
          const position = { line, character };
          assertInside(document, service.hover(document, position));
          assertInside(document, service.complete(document, position).items);
          service.codeActions(document, { start: position, end: position }, { diagnostics: [] });
        },
      ),
      { numRuns: 100 },
    );
  });
});
