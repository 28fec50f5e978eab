import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import {
  CodeLensRefreshRequest,
  CodeLensRequest,
  ConfigurationRequest,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DocumentFormattingRequest,
  DocumentLinkRequest,
  DocumentRangeFormattingRequest,
  InlayHintRefreshRequest,
  InlayHintRequest,
  SelectionRangeRequest,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
  SemanticTokenTypes,
  type InitializeResult,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { seedAnswering, seedText } from '../unit/support/findings';
import { decodeTokens, withTokenEdits } from '../unit/support/tokens';
import { PULLING, ServerProcess, WAITING } from './client';

const URI = 'file:///sheets/4765.atop';
const textDocument = { uri: URI };
const seed = seedText();
const document = TextDocument.create(URI, 'atop', 1, seed);

describe('on the real sheet, over stdio, the server', () => {
  let server: ServerProcess;
  let hello: InitializeResult;
  beforeEach(async () => {
    server = new ServerProcess();
    server.connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => null));
    hello = await server.initialize(PULLING);
    await server.open(URI, seed);
  });
  afterEach(() => {
    server.kill();
  });

  it('tells where its addresses and its citation lead', async () => {
    assert.ok(hello.capabilities.documentLinkProvider);
    const links = await server.connection.sendRequest(DocumentLinkRequest.type, { textDocument });
    assert.deepEqual(
      links?.map(({ range, target }) => [document.getText(range).slice(0, 24), new URL(target ?? '').host]),
      [
        ['http://kazakhstan.mfa.go', 'kazakhstan.mfa.gov.by'],
        ['http://kazakhstan.mfa.go', 'kazakhstan.mfa.gov.by'],
        ['UNTS no. 35237 (2038:23)', 'treaties.un.org'],
      ],
    );
  });

  it('colours it with the types that any client knows, as a whole, in part and after an edit', async () => {
    const legend = hello.capabilities.semanticTokensProvider?.legend;
    assert.ok(legend);
    assert.deepEqual(
      legend.tokenTypes.filter(type => !Object.values<string>(SemanticTokenTypes).includes(type)),
      ['answer'],
    );
    const whole = await server.connection.sendRequest(SemanticTokensRequest.type, { textDocument });
    assert.ok(whole);
    assert.deepEqual(
      decodeTokens(document, whole.data, legend)
        .slice(0, 4)
        .map(({ words, type }) => [words, type]),
      [
        ['SECTION I: FORMATION, MEMBERS, AND DURATION', 'namespace'],
        ['1.', 'property'],
        ['ATOP ID:', 'comment'],
        ['4765', 'number'],
      ],
    );
    const part = await server.connection.sendRequest(SemanticTokensRangeRequest.type, {
      textDocument,
      range: { start: { line: 9, character: 0 }, end: { line: 11, character: 0 } },
    });
    assert.deepEqual(
      decodeTokens(document, part?.data ?? [], legend).map(({ words }) => words),
      ['4.', 'Members of alliance (use COW country codes):', '370', 'Belarus'],
    );
    await server.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: URI, version: 2 },
      contentChanges: [{ text: seedAnswering(13, 'None') }],
    });
    const previousResultId = whole.resultId ?? '';
    const asked = { textDocument, previousResultId };
    const delta = await server.connection.sendRequest(SemanticTokensDeltaRequest.type, asked);
    assert.ok(delta && 'edits' in delta);
    const again = await server.connection.sendRequest(SemanticTokensDeltaRequest.type, asked);
    assert.ok(again && 'data' in again, 'a result that is not the last one is answered in full');
    assert.deepEqual(withTokenEdits(whole.data, delta.edits), again.data);
  });

  it('formats it as a whole and in part', async () => {
    const options = { tabSize: 4, insertSpaces: true };
    const whole = await server.connection.sendRequest(DocumentFormattingRequest.type, {
      textDocument,
      options,
    });
    const tidy = TextDocument.applyEdits(document, whole ?? []);
    assert.match(tidy, /^SECTION I: FORMATION[^]*\n\n61\. Coder: [^]*December 27, 2017\n$/);
    const question = {
      start: document.positionAt(seed.indexOf('32. Does')),
      end: document.positionAt(seed.indexOf('33. Does')),
    };
    const part = await server.connection.sendRequest(DocumentRangeFormattingRequest.type, {
      textDocument,
      range: question,
      options,
    });
    assert.ok(part && whole && part.length > 0 && part.length < whole.length);
    for (const { range } of part) {
      assert.ok(range.start.line >= question.start.line && range.end.line <= question.end.line);
    }
  });

  it('grows a selection at several places', async () => {
    const positions = ['370 Belarus', 'UNTS no.'].map(words => document.positionAt(seed.indexOf(words)));
    const ranges = await server.connection.sendRequest(SelectionRangeRequest.type, {
      textDocument,
      positions,
    });
    assert.deepEqual(
      ranges?.map(({ range, parent }) => [range, parent?.range ?? range].map(r => document.getText(r))),
      [
        ['370', '370 Belarus'],
        ['UNTS', 'UNTS no. 35237 (2038:23)'],
      ],
    );
  });

  it('shows the state behind a bare code, and the counts as plain words', async () => {
    const bare = seedAnswering(4, '370\n705');
    await server.open('file:///bare.atop', bare);
    const hints = await server.connection.sendRequest(InlayHintRequest.type, {
      textDocument: { uri: 'file:///bare.atop' },
      range: { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } },
    });
    assert.deepEqual(
      hints?.map(({ label, position }) => [position.line, label]),
      [
        [10, 'Belarus'],
        [11, 'Kazakhstan'],
      ],
    );
    const lenses = await server.connection.sendRequest(CodeLensRequest.type, { textDocument });
    assert.deepEqual(
      lenses?.slice(0, 2).map(({ command }) => [command?.title, command?.command]),
      [
        ['58 of 61 answered, 1 open', ''],
        ['Section I: 14 of 15 answered, 1 open', ''],
      ],
    );
  });
}).timeout(20_000);

describe('with a client that says more of itself, the server', () => {
  let server: ServerProcess;
  beforeEach(() => {
    server = new ServerProcess();
  });
  afterEach(() => {
    server.kill();
  });

  it('names the client’s own command in a count that something is open in', async () => {
    await server.initialize(WAITING, { commands: ['atopSheets.nextUnanswered', 7] });
    await server.open(URI, seed);
    const lenses = await server.connection.sendRequest(CodeLensRequest.type, { textDocument });
    assert.deepEqual(lenses?.[0]?.command?.arguments, [URI, { line: 0, character: 1 }]);
    assert.equal(lenses[0].command.command, 'atopSheets.nextUnanswered');
    assert.equal(lenses[2]?.command?.command, '');
  });

  it('colours with the sheet language’s own types where the client has colours for them', async () => {
    const { capabilities } = await server.initialize(WAITING, { ownTokenTypes: true });
    assert.ok(capabilities.semanticTokensProvider?.legend.tokenTypes.includes('questionNumber'));
  });

  it('formats to the width and with the dates that are set', async () => {
    await server.initialize(WAITING, { settings: { format: { width: 0, dates: 'iso' } } });
    await server.open(URI, seed);
    const edits = await server.connection.sendRequest(DocumentFormattingRequest.type, {
      textDocument,
      options: { tabSize: 4, insertSpaces: true },
    });
    const tidy = TextDocument.applyEdits(document, edits ?? []);
    assert.match(tidy, /\n3\. Signature .*:\n1996-01-17\n\n/);
    assert.match(tidy, /\n23\. Is a specific target.*reference to the target of the treaty\.\nNo\n/);
  });

  it('leaves out hints and counts that are switched off, and tells the client to ask again', async () => {
    let settings: object = { inlayHints: { stateNames: false }, codeLens: { enabled: false } };
    server.connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => settings));
    const refreshed = Promise.all(
      [CodeLensRefreshRequest.type, InlayHintRefreshRequest.type].map(
        type => new Promise<void>(resolve => server.connection.onRequest(type, () => resolve())),
      ),
    );
    await server.initialize({
      ...PULLING,
      workspace: {
        configuration: true,
        codeLens: { refreshSupport: true },
        inlayHint: { refreshSupport: true },
      },
    });
    await server.open(URI, seedAnswering(4, '370\n705'));
    const range = { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } };
    const shown = async () => [
      (await server.connection.sendRequest(InlayHintRequest.type, { textDocument, range }))?.length,
      (await server.connection.sendRequest(CodeLensRequest.type, { textDocument }))?.length,
    ];
    assert.deepEqual(await shown(), [0, 0]);
    settings = { inlayHints: { stateNames: 'yes' }, codeLens: null };
    await server.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    await refreshed;
    assert.deepEqual(await shown(), [2, 6]);
  });
}).timeout(20_000);
