import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import {
  CodeActionRequest,
  CodeActionResolveRequest,
  CompletionRequest,
  ConfigurationRequest,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DocumentSymbolRequest,
  ErrorCodes,
  ExitNotification,
  FoldingRangeRequest,
  HoverRequest,
  ShutdownRequest,
  type CodeAction,
  type CompletionList,
  type DocumentSymbol,
  type Position,
  type TextEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { seedText } from '../unit/support/findings';
import { PULLING, ServerProcess, WAITING } from './client';
import { SEED_FINDINGS, summary } from './seedFindings';

const URI = 'file:///sheets/4765.atop';
const seed = seedText();

function positionOf(text: string, needle: string, offset = 0): Position {
  const at = text.indexOf(needle);
  assert.ok(at >= 0, `${needle} is in the text`);
  return TextDocument.create(URI, 'atop', 1, text).positionAt(at + offset);
}

describe('the server, over stdio', () => {
  let server: ServerProcess;
  beforeEach(() => {
    server = new ServerProcess();
  });
  afterEach(() => {
    server.kill();
  });

  describe('with a client that asks for diagnostics', () => {
    beforeEach(async () => {
      server.connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => null));
      await server.initialize(PULLING);
      await server.open(URI, seed);
    });

    it('finds on the real sheet what the design names, and says goodbye with code 0', async () => {
      const diagnostics = await server.pull(URI);
      assert.deepEqual(summary(diagnostics), SEED_FINDINGS);
      for (const { source, codeDescription, code } of diagnostics) {
        assert.equal(source, 'atop');
        assert.match(codeDescription?.href ?? '', new RegExp(`^file:///.*/docs/rules/${code}\\.md$`));
      }
      assert.deepEqual(await server.end(), { code: 0, stderr: '' });
    });

    it('follows edits in their order, and an edit that misses the document does no harm', async () => {
      const end = { line: 39, character: 11 };
      const change = (version: number, range: { start: Position; end: Position }, text: string) =>
        server.connection.sendNotification(DidChangeTextDocumentNotification.type, {
          textDocument: { uri: URI, version },
          contentChanges: [{ range, text }],
        });
      await change(2, { start: { line: 41, character: 0 }, end: { line: 41, character: 0 } }, 'N');
      await change(3, { start: { line: 41, character: 1 }, end: { line: 41, character: 1 } }, 'one');
      assert.ok(!summary(await server.pull(URI)).includes('39:0 2 missing-answer'));
      await change(9, { start: { line: 41, character: 0 }, end: { line: 41, character: 4 } }, '');
      assert.ok(summary(await server.pull(URI)).includes('39:0 2 missing-answer'));
      await change(
        4,
        { start: { line: 90_000, character: 7 }, end: { line: 90_001, character: 9 } },
        '\nthe end',
      );
      await change(5, { start: end, end: { line: 39, character: 0 } }, '');
      assert.ok((await server.pull(URI)).length > 0);
    });

    it('knows nothing of a document that is not open', async () => {
      const textDocument = { uri: 'file:///nowhere.atop' };
      assert.deepEqual(await server.pull(textDocument.uri), []);
      const position = { line: 0, character: 0 };
      assert.equal(await server.connection.sendRequest(HoverRequest.type, { textDocument, position }), null);
      assert.deepEqual(await server.connection.sendRequest(DocumentSymbolRequest.type, { textDocument }), []);
      await server.connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { ...textDocument, version: 7 },
        contentChanges: [{ text: 'hello' }],
      });
      await server.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument });
      assert.equal((await server.pull(URI)).length, SEED_FINDINGS.length);
    });

    it('hovers, completes, outlines, folds and counts', async () => {
      const textDocument = { uri: URI };
      const hover = await server.connection.sendRequest(HoverRequest.type, {
        textDocument,
        position: positionOf(seed, '370 Belarus'),
      });
      assert.match(JSON.stringify(hover?.contents), /Belarus/);
      const list = (await server.connection.sendRequest(CompletionRequest.type, {
        textDocument,
        position: positionOf(seed, '370 Belarus', 3),
      })) as CompletionList;
      assert.equal(
        list.items.toSorted((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1))[0]?.label,
        '370 Belarus',
      );
      const symbols = (await server.connection.sendRequest(DocumentSymbolRequest.type, {
        textDocument,
      })) as DocumentSymbol[];
      assert.equal(symbols.flatMap(symbol => symbol.children ?? []).length, 61);
      const folds = await server.connection.sendRequest(FoldingRangeRequest.type, { textDocument });
      assert.ok((folds?.length ?? 0) > 50);
      assert.deepEqual(
        await server.connection.sendRequest<object>('atop/progress', { textDocument }).then(progress => {
          const { answered, total, open } = progress as { answered: number; total: number; open: number };
          return { answered, total, open };
        }),
        { answered: 58, total: 61, open: 1 },
      );
      const { text } = await server.connection.sendRequest<{ text: string }>('atop/newSheet', {});
      assert.match(text, /^SECTION I: FORMATION[^]*\n61\. Coder:/);
    });

    it('offers a fix at the cursor, and Fix All whose edit comes when it is chosen', async () => {
      const textDocument = { uri: URI };
      const position = positionOf(seed, '6/30/04', 2);
      const actions = await server.connection.sendRequest(CodeActionRequest.type, {
        textDocument,
        range: { start: position, end: position },
        context: { diagnostics: [...(await server.pull(URI))] },
      });
      const fixes = (actions ?? []).filter((action): action is CodeAction => 'kind' in action);
      assert.deepEqual(
        fixes.map(({ title, kind }) => [title, kind]),
        [
          ['Write “June 30, 2004”', 'quickfix'],
          ['Fix all that can be fixed safely', 'source.fixAll.atop'],
        ],
      );
      const fixAll = fixes[1];
      assert.ok(fixAll && fixAll.edit === undefined);
      const resolved = await server.connection.sendRequest(CodeActionResolveRequest.type, fixAll);
      const edits: TextEdit[] = resolved.edit?.changes?.[URI] ?? [];
      const fixed = TextDocument.applyEdits(TextDocument.create(URI, 'atop', 1, seed), edits);
      await server.connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri: URI, version: 2 },
        contentChanges: [{ text: fixed }],
      });
      assert.deepEqual(
        (await server.pull(URI)).map(({ code }) => code),
        ['missing-answer'],
      );
    });

    it('refuses requests after shutdown, and ends on exit', async () => {
      await server.connection.sendRequest(ShutdownRequest.type);
      await assert.rejects(server.pull(URI), { code: ErrorCodes.InvalidRequest });
      await server.connection.sendNotification(ExitNotification.type);
      assert.equal(await server.exitCode(), 0);
    });

    it('answers an unknown method with an error and goes on', async () => {
      await assert.rejects(server.connection.sendRequest('atop/unheardOf', {}), {
        code: ErrorCodes.MethodNotFound,
      });
      assert.equal((await server.pull(URI)).length, SEED_FINDINGS.length);
    });
  });

  it('takes severities from the client’s settings, also when they change', async () => {
    let severity: Record<string, string> = {
      'missing-answer': 'error',
      'yes-no-expected': 'off',
      'stray-link': 'default',
    };
    server.connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => ({ severity })));
    const refreshed = new Promise<void>(resolve => {
      server.connection.onRequest(DiagnosticRefreshRequest.type, () => {
        resolve();
      });
    });
    await server.initialize(PULLING);
    await server.open(URI, seed);
    assert.deepEqual(summary(await server.pull(URI)), [
      '39:0 1 missing-answer',
      ...SEED_FINDINGS.slice(3, 6),
    ]);
    severity = {};
    await server.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    await refreshed;
    assert.deepEqual(summary(await server.pull(URI)), SEED_FINDINGS);
  });

  it('pushes diagnostics with versions to a client that waits for them, and clears them on close', async () => {
    await server.initialize(WAITING, { settings: { severity: { 'yes-no-expected': 'off' } } });
    await server.open(URI, seed);
    const first = await server.published(({ uri }) => uri === URI);
    assert.deepEqual(summary(first.diagnostics), SEED_FINDINGS.slice(2, 6));
    assert.equal(first.version, 1);
    for (let version = 2; version <= 20; version++) {
      await server.connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri: URI, version },
        contentChanges: [
          { range: { start: { line: 41, character: 0 }, end: { line: 41, character: 0 } }, text: 'x' },
        ],
      });
    }
    const last = await server.published(({ version }) => version === 20);
    assert.deepEqual(summary(last.diagnostics), SEED_FINDINGS.slice(3, 6));
    await server.connection.sendNotification(DidCloseTextDocumentNotification.type, {
      textDocument: { uri: URI },
    });
    assert.ok(
      await server.published(({ diagnostics, version }) => diagnostics.length === 0 && version === undefined),
    );
    assert.equal((await server.end()).code, 0);
  });

  it('offers snippets in the way that the client takes them', async () => {
    const text = seed.replace(
      '(no separate peace)? (Yes, No) If Yes, describe.\nNo',
      '(no separate peace)? (Yes, No) If Yes, describe.\nYes',
    );
    const position = positionOf(text, '(no separate peace)? (Yes, No) If Yes, describe.\nYes', 49);
    await server.initialize(WAITING, { insertSnippetCommand: 'editor.snippet' });
    await server.open(URI, text);
    const actions = await server.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: URI },
      range: { start: position, end: position },
      context: { diagnostics: [], only: ['quickfix'] },
    });
    const command = actions?.[0]?.command;
    assert.ok(typeof command === 'object');
    assert.equal(command.command, 'editor.snippet');
    assert.deepEqual(command.arguments?.slice(2), ['Yes. Article ${1:number}: “${2:what it provides}”', 1]);
  });

  for (const [what, text] of [
    ['an empty file', ''],
    ['binary bytes', '\u0000\u0001\ufffd\u0007'.repeat(1000)],
    ['lone surrogates', '\ud800 1. ATOP ID: \udc00'],
    ['a line of a million letters', '1. ATOP ID: ' + 'x'.repeat(1_000_000)],
    ['ten megabytes of sheets', seed.repeat(900)],
  ] as const) {
    it(`answers for ${what}`, async () => {
      server.connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => null));
      await server.initialize(PULLING);
      await server.open(URI, text);
      assert.ok((await server.pull(URI)).length >= 1);
      assert.equal((await server.end()).code, 0);
    }).timeout(60_000);
  }
});
