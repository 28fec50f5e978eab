import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import {
  CancellationTokenSource,
  DidChangeTextDocumentNotification,
  LSPErrorCodes,
  ResponseError,
  type Diagnostic,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createSheetLanguageService, SheetIndex } from '../../server/src/service';
import { seedText } from '../unit/support/findings';
import { Folder } from './folder';
import { ASKING, WAITING_FOR_ALL, WorkspaceClient } from './workspaceClient';

const EDITS = 300;

/** What coders type, and what they should not. */
const TYPED = [
  '\n',
  'No',
  'Yes. ',
  '371 Belarus\n',
  'February 30, 1996',
  '1. ATOP ID: 4765\n',
  'ATOP 3001',
  '\u{1f4dc}',
  '',
];

/** Numbers from 0 up to a limit, the same in every run. */
function numbers(seed: number): (limit: number) => number {
  let state = seed;
  return limit => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** A document as the client has it. */
class Typed {
  #document: TextDocument;

  constructor(
    readonly uri: string,
    text: string,
  ) {
    this.#document = TextDocument.create(uri, 'atop', 1, text);
  }

  get document(): TextDocument {
    return this.#document;
  }

  /** The next edit, of a few characters at some place. */
  edit(below: (limit: number) => number) {
    const { length } = this.#document.getText();
    const start = below(length + 1);
    const range = {
      start: this.#document.positionAt(start),
      end: this.#document.positionAt(start + below(below(20) === 0 ? 400 : 4)),
    };
    const change = { range, text: TYPED[below(TYPED.length)]! };
    this.#document = TextDocument.update(this.#document, [change], this.#document.version + 1);
    return { textDocument: { uri: this.uri, version: this.#document.version }, contentChanges: [change] };
  }
}

/** What stands at which place, without what depends on the folder of the rules. */
const told = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(({ range, code, message, severity }) => ({ range, code, message, severity }));

describe('a storm of edits', () => {
  let server: WorkspaceClient;
  let root: Folder;
  let typed: readonly Typed[];
  beforeEach(() => {
    server = new WorkspaceClient();
    const text = (id: string) => seedText().replace('ATOP ID: 4765', `ATOP ID: ${id}`);
    root = new Folder({ 'a.atop': text('3000'), 'b.atop': text('3001'), 'c.atop': text('3002') });
    typed = [new Typed(root.uriOf('a.atop'), text('3000')), new Typed(root.uriOf('b.atop'), text('3001'))];
  });
  afterEach(() => {
    server.kill();
    root.remove();
  });

  /** The diagnostics of the last texts, found without a server. */
  function expected(): Map<string, ReturnType<typeof told>> {
    const index = new SheetIndex();
    const service = createSheetLanguageService({ sheets: index });
    const closed = TextDocument.create(
      root.uriOf('c.atop'),
      'atop',
      0,
      seedText().replace('ATOP ID: 4765', 'ATOP ID: 3002'),
    );
    for (const document of [closed, ...typed.map(one => one.document)]) {
      index.set(document.uri, service.identify(document));
    }
    return new Map(typed.map(({ uri, document }) => [uri, told(service.diagnostics(document))]));
  }

  it('with requests that overlap and are cancelled ends with the diagnostics of the last texts', async () => {
    await server.start([root], ASKING);
    for (const { uri, document } of typed) await server.open(uri, document.getText());
    const below = numbers(1996);
    const requests: Promise<'answered' | 'cancelled'>[] = [];
    const request = (uri: string): void => {
      const textDocument = { uri };
      const position = { line: below(240), character: below(40) };
      const range = { start: position, end: position };
      const methods: [string, object][] = [
        ['textDocument/diagnostic', { textDocument }],
        ['textDocument/hover', { textDocument, position }],
        ['textDocument/completion', { textDocument, position }],
        ['textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } }],
        ['textDocument/documentSymbol', { textDocument }],
        ['textDocument/foldingRange', { textDocument }],
        ['textDocument/references', { textDocument, position, context: { includeDeclaration: true } }],
        ['textDocument/definition', { textDocument, position }],
        ['textDocument/documentHighlight', { textDocument, position }],
        ['workspace/symbol', { query: 'Bel' }],
        ['workspace/diagnostic', { previousResultIds: [] }],
        ['atop/sheets', {}],
      ];
      const [method, params] = methods[below(methods.length)]!;
      const source = new CancellationTokenSource();
      const answer = server.connection.sendRequest(method, params, source.token).then(
        () => 'answered' as const,
        (error: unknown) => {
          assert.ok(error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled);
          return 'cancelled' as const;
        },
      );
      requests.push(answer);
      // Nothing is new in a workspace of which nothing is listed: such a request ends by being cancelled.
      if (method === 'workspace/diagnostic' || below(2) === 0) source.cancel();
    };
    for (let count = 0; count < EDITS; count++) {
      const one = typed[below(typed.length)]!;
      await server.connection.sendNotification(DidChangeTextDocumentNotification.type, one.edit(below));
      request(one.uri);
      if (below(3) === 0) request(typed[below(typed.length)]!.uri);
    }
    const results = await Promise.all(requests);
    assert.ok(results.includes('answered') && results.includes('cancelled'));
    for (const [uri, diagnostics] of expected()) assert.deepEqual(told(await server.pull(uri)), diagnostics);
    assert.deepEqual(await server.end(), { code: 0, stderr: '' });
  });

  it('ends with the diagnostics of the last texts being pushed', async () => {
    await server.start([root], WAITING_FOR_ALL);
    for (const { uri, document } of typed) await server.open(uri, document.getText());
    const below = numbers(2004);
    for (let count = 0; count < EDITS; count++) {
      const one = typed[below(typed.length)]!;
      await server.connection.sendNotification(DidChangeTextDocumentNotification.type, one.edit(below));
    }
    const last = expected();
    for (const { uri, document } of typed) {
      await server.published(published => {
        return (
          published.uri === uri &&
          published.version === document.version &&
          JSON.stringify(told(published.diagnostics)) === JSON.stringify(last.get(uri))
        );
      });
    }
    assert.deepEqual(await server.end(), { code: 0, stderr: '' });
  });
});
