import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import {
  CancellationTokenSource,
  LSPErrorCodes,
  ResponseError,
  type InitializeResult,
} from 'vscode-languageserver-protocol/node';
import { seedText } from '../unit/support/findings';
import { PULLING, ServerProcess } from './client';

const uri = 'file:///sheets/4765.atop';
const textDocument = { uri };
/** The code of Kazakhstan among the members. */
const position = { line: 11, character: 1 };
const range = { start: position, end: position };

/** What the server says that it offers, by the requests that it then answers. */
const offered: Readonly<Record<string, readonly (readonly [method: string, params: object])[]>> = {
  hoverProvider: [['textDocument/hover', { textDocument, position }]],
  completionProvider: [
    ['textDocument/completion', { textDocument, position }],
    ['completionItem/resolve', { label: '370 Belarus' }],
  ],
  codeActionProvider: [
    ['textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } }],
    ['codeAction/resolve', { title: 'Fix all', kind: 'source.fixAll.atop', data: { uri } }],
  ],
  documentSymbolProvider: [['textDocument/documentSymbol', { textDocument }]],
  foldingRangeProvider: [['textDocument/foldingRange', { textDocument }]],
  documentLinkProvider: [['textDocument/documentLink', { textDocument }]],
  selectionRangeProvider: [['textDocument/selectionRange', { textDocument, positions: [position] }]],
  documentFormattingProvider: [['textDocument/formatting', { textDocument, options: {} }]],
  documentRangeFormattingProvider: [['textDocument/rangeFormatting', { textDocument, range, options: {} }]],
  inlayHintProvider: [['textDocument/inlayHint', { textDocument, range }]],
  semanticTokensProvider: [
    ['textDocument/semanticTokens/full', { textDocument }],
    ['textDocument/semanticTokens/full/delta', { textDocument, previousResultId: '' }],
    ['textDocument/semanticTokens/range', { textDocument, range }],
  ],
  codeLensProvider: [['textDocument/codeLens', { textDocument }]],
  definitionProvider: [['textDocument/definition', { textDocument, position }]],
  referencesProvider: [
    ['textDocument/references', { textDocument, position, context: { includeDeclaration: true } }],
  ],
  documentHighlightProvider: [['textDocument/documentHighlight', { textDocument, position }]],
  workspaceSymbolProvider: [['workspace/symbol', { query: '' }]],
  renameProvider: [
    ['textDocument/prepareRename', { textDocument, position }],
    ['textDocument/rename', { textDocument, position, newName: '365' }],
  ],
  diagnosticProvider: [
    ['textDocument/diagnostic', { textDocument }],
    ['workspace/diagnostic', { previousResultIds: [] }],
  ],
};

/** The requests that the extension and the server have agreed on. */
const own: readonly (readonly [method: string, params: object])[] = [
  ['atop/progress', { textDocument }],
  ['atop/questionPlace', { textDocument, question: 4 }],
  ['atop/instrument', {}],
  ['atop/newSheet', {}],
  ['atop/sheets', {}],
  ['atop/align', { a: uri, b: uri }],
  ['atop/agreement', { a: [uri], b: [uri] }],
];

const withoutId = seedText().replace('ATOP ID: 4765', 'ATOP ID:');

describe('an editor that no longer wants to know', () => {
  let server: ServerProcess;
  let initialized: InitializeResult;
  beforeEach(async () => {
    server = new ServerProcess();
    initialized = await server.initialize({
      ...PULLING,
      textDocument: { ...PULLING.textDocument, rename: { prepareSupport: true } },
    });
  });
  afterEach(() => {
    server.kill();
  });

  it('cancels any request that the server offers, and is told so', async () => {
    const providers = Object.keys(initialized.capabilities).filter(name => name.endsWith('Provider'));
    assert.deepEqual(Object.keys(offered).toSorted(), providers.toSorted());
    for (const [method, params] of [...Object.values(offered).flat(), ...own]) {
      // The server is still looking for an ATOP ID in all of this when both the request and its end are there.
      await server.open(uri, withoutId.repeat(80));
      const source = new CancellationTokenSource();
      const answer = server.connection.sendRequest(method, params, source.token);
      source.cancel();
      await assert.rejects(
        answer,
        error => error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled,
        method,
      );
      await server.connection.sendNotification('textDocument/didClose', { textDocument });
    }
    // Nothing of it is left: what is asked next is answered.
    await server.open(uri, seedText());
    assert.equal((await server.pull(uri)).length, 11);
    assert.deepEqual(await server.end(), { code: 0, stderr: '' });
  });
}).timeout(30_000);
