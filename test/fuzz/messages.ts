import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from 'vscode-languageserver-types';
import { createSheetLanguageService } from '../../server/src/service';
import { PULLING } from '../protocol/client';
import { RawServer, type Answer } from './rawServer';
import { fuzzedEdits, fuzzedTexts, type FuzzedEdit } from './texts';

/** What a client does in a run; `wrong` ones break the protocol. */
type Step =
  | { readonly kind: 'edit'; readonly edits: readonly FuzzedEdit[]; readonly version: number | undefined }
  | { readonly kind: 'editOutside'; readonly range: unknown; readonly text: string }
  | { readonly kind: 'replace'; readonly text: string }
  | { readonly kind: 'reopen'; readonly text: string }
  | {
      readonly kind: 'ask';
      readonly method: number;
      readonly place: number;
      readonly unknown: boolean;
      readonly cancel: boolean;
    }
  | { readonly kind: 'wrongAsk'; readonly method: string; readonly params: unknown }
  | { readonly kind: 'wrongTell'; readonly method: string; readonly params: unknown }
  | { readonly kind: 'wrongMessage'; readonly message: unknown }
  | { readonly kind: 'settings'; readonly settings: unknown };

const any = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    undefined,
    null,
    {},
    [],
    0,
    '',
    { textDocument: null },
    { textDocument: { uri: 7 } },
  ),
);

/** Ids that no request in good order has. */
const ids = fc.oneof(fc.string({ maxLength: 3 }), fc.constantFrom<unknown>(null, true, -1, 0.5, [], {}));

/** Requests about a document, and what they need besides it and a position. */
const ASKED: readonly (readonly [method: string, params?: Readonly<Record<string, unknown>>])[] = [
  ['textDocument/hover'],
  ['textDocument/completion'],
  ['textDocument/definition'],
  ['textDocument/references', { context: { includeDeclaration: true } }],
  ['textDocument/documentHighlight'],
  ['textDocument/documentSymbol'],
  ['textDocument/foldingRange'],
  ['textDocument/documentLink'],
  ['textDocument/codeLens'],
  ['textDocument/diagnostic'],
  ['textDocument/codeAction', { context: { diagnostics: [] } }],
  ['textDocument/inlayHint'],
  ['textDocument/selectionRange'],
  ['textDocument/formatting', { options: { tabSize: 4, insertSpaces: true } }],
  ['textDocument/rangeFormatting', { options: { tabSize: 4, insertSpaces: true } }],
  ['textDocument/semanticTokens/full'],
  ['textDocument/semanticTokens/full/delta', { previousResultId: '1' }],
  ['textDocument/semanticTokens/range'],
  ['atop/progress'],
  ['atop/questionPlace', { question: 14 }],
  ['atop/sheets'],
  ['atop/instrument'],
  ['atop/newSheet'],
  ['workspace/symbol', { query: '365' }],
];

/** Requests that may be refused for what they ask, on any text. */
const REFUSABLE: ReadonlySet<string> = new Set(['textDocument/prepareRename', 'textDocument/rename']);

const methods = fc.oneof(
  fc.constantFrom(
    ...ASKED.map(([method]) => method),
    ...REFUSABLE,
    ...['completionItem/resolve', 'codeAction/resolve', 'workspace/diagnostic', 'workspace/executeCommand'],
    ...[
      'atop/align',
      'atop/agreement',
      'atop/none',
      '$/none',
      '',
      'textDocument/',
      'constructor',
      '__proto__',
    ],
  ),
  fc.string({ maxLength: 12 }),
);

const told = fc.oneof(
  fc.constantFrom(
    ...['textDocument/didOpen', 'textDocument/didChange', 'textDocument/didClose', 'textDocument/didSave'],
    ...['workspace/didChangeWatchedFiles', 'workspace/didChangeWorkspaceFolders', '$/cancelRequest'],
    ...['$/setTrace', '$/progress', 'window/workDoneProgress/cancel', 'initialized', '$/none', 'none', ''],
  ),
  fc.string({ maxLength: 12 }),
);

const anyPosition = fc.record({
  line: fc.oneof(fc.integer({ min: -3, max: 5000 }), fc.constantFrom(-(2 ** 31), 2 ** 31 - 1, 1e15)),
  character: fc.oneof(fc.integer({ min: -3, max: 5000 }), fc.constantFrom(-(2 ** 31), 2 ** 31 - 1, 1e15)),
});

const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      edits: fc.array(fuzzedEdits, { minLength: 1, maxLength: 3 }),
      // As counted, or out of order.
      version: fc.option(fc.integer({ min: -5, max: 2 ** 31 - 1 }), { nil: undefined, freq: 4 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('editOutside' as const),
      range: fc.record({ start: anyPosition, end: anyPosition }),
      text: fc.string({ maxLength: 5 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('replace' as const), text: fuzzedTexts }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reopen' as const), text: fuzzedTexts }) },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('ask' as const),
      method: fc.nat(ASKED.length - 1),
      place: fc.nat(1000),
      unknown: fc.oneof(
        { weight: 7, arbitrary: fc.constant(false) },
        { weight: 1, arbitrary: fc.constant(true) },
      ),
      cancel: fc.oneof(
        { weight: 4, arbitrary: fc.constant(false) },
        { weight: 1, arbitrary: fc.constant(true) },
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('wrongAsk' as const), method: methods, params: any }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('wrongTell' as const), method: told, params: any }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('wrongMessage' as const),
      message: fc.oneof(
        any,
        fc.record({ jsonrpc: fc.constantFrom('2.0', '1.0'), id: ids, result: any }, { requiredKeys: [] }),
        fc.record({ jsonrpc: fc.constant('2.0'), id: ids, method: any, params: any }, { requiredKeys: [] }),
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('settings' as const),
      settings: fc.oneof(
        any,
        fc.record({
          atopSheets: fc.record(
            { severity: any, format: any, codeLens: any, inlayHints: any, diagnostics: any },
            { requiredKeys: [] },
          ),
        }),
      ),
    }),
  },
);

const service = createSheetLanguageService();

/** What stands at which place; where the rules' pages lie is each server's own. */
function toldOf(diagnostics: readonly Diagnostic[]): unknown {
  return diagnostics.map(({ range, code, message, severity }) => ({ range, code, message, severity }));
}

/** Starts servers, each for so many runs, and keeps none that had a run fail. */
class Servers {
  #server: RawServer | undefined;
  #runs = 0;

  async next(): Promise<RawServer> {
    if (this.#runs >= RUNS_A_SERVER) await this.close();
    this.#runs++;
    this.#server ??= await started();
    return this.#server;
  }

  /** Says goodbye to the server; fails where it does not end well. */
  async close(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    this.#runs = 0;
    if (server === undefined) return;
    await server.request('shutdown').answer;
    server.notify('exit');
    assert.deepEqual(await server.end(), { code: 0, signal: null });
    assert.equal(server.answeredAgain, 0, 'no request was answered twice');
  }

  drop(): void {
    this.#server?.kill();
    this.#server = undefined;
    this.#runs = 0;
  }
}

const RUNS_A_SERVER = 200;

async function started(): Promise<RawServer> {
  const server = new RawServer();
  const { configuration: _, ...workspace } = PULLING.workspace ?? {};
  const capabilities = { ...PULLING, workspace };
  const { error } = await server.request('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities,
  }).answer;
  assert.equal(error, undefined);
  server.notify('initialized', {});
  return server;
}

let lastRun = 0;

/** What one run of steps did to the document, and what the server has still to answer. */
class Run {
  readonly #uri = `file:///fuzz/run-${++lastRun}.atop`;
  readonly #answers: Promise<void>[] = [];
  #document: TextDocument;

  constructor(
    private readonly server: RawServer,
    text: string,
  ) {
    this.#document = TextDocument.create(this.#uri, 'atop', 1, text);
    this.#open();
  }

  take(step: Step): void {
    const { server } = this;
    switch (step.kind) {
      case 'edit':
        for (const { place, length, text } of step.edits) {
          const start = Math.floor((this.#document.getText().length * place) / 1000);
          const range = {
            start: this.#document.positionAt(start),
            end: this.#document.positionAt(start + length),
          };
          this.#change({ range, text }, step.version);
        }
        return;
      case 'editOutside':
        this.#change({ range: step.range, text: step.text });
        return;
      case 'replace':
        this.#change({ text: step.text });
        return;
      case 'reopen':
        this.#document = TextDocument.create(this.#uri, 'atop', 1, step.text);
        this.#open();
        return;
      case 'ask':
        this.#ask(step);
        return;
      case 'wrongAsk':
        // Whatever it says, it is answered.
        this.#answers.push(server.request(step.method, step.params).answer.then(() => undefined));
        return;
      case 'wrongTell':
        if (step.method !== 'exit') server.notify(step.method, step.params);
        this.#change({ text: this.#document.getText() });
        return;
      case 'wrongMessage':
        server.send(step.message);
        return;
      case 'settings':
        server.notify('workspace/didChangeConfiguration', { settings: step.settings });
    }
  }

  /** Waits for all answers; then the server must have the text that the client has. */
  async finish(): Promise<void> {
    const { server } = this;
    await Promise.all(this.#answers);
    server.notify('workspace/didChangeConfiguration', { settings: { atopSheets: {} } });
    const { result, error } = await server.request('textDocument/diagnostic', {
      textDocument: { uri: this.#uri },
    }).answer;
    assert.equal(error, undefined);
    const { kind, items } = result as { kind: string; items: Diagnostic[] };
    assert.equal(kind, 'full');
    assert.deepEqual(toldOf(items), toldOf(service.diagnostics(this.#document)));
    server.notify('textDocument/didClose', { textDocument: { uri: this.#uri } });
    assert.equal(server.hasEnded, false);
  }

  #open(): void {
    this.server.notify('textDocument/didOpen', {
      textDocument: { uri: this.#uri, languageId: 'atop', version: 1, text: this.#document.getText() },
    });
  }

  #change(change: unknown, version = this.#document.version + 1): void {
    this.server.notify('textDocument/didChange', {
      textDocument: { uri: this.#uri, version },
      contentChanges: [change],
    });
    TextDocument.update(this.#document, [change as { text: string }], version);
  }

  #ask({ method, place, unknown, cancel }: Extract<Step, { kind: 'ask' }>): void {
    const [name, params] = ASKED[method]!;
    const position = this.#document.positionAt(Math.floor((this.#document.getText().length * place) / 1000));
    const { id, answer } = this.server.request(name, {
      textDocument: { uri: unknown ? 'file:///fuzz/none.atop' : this.#uri },
      position,
      positions: [position],
      range: { start: position, end: { line: position.line + 40, character: 0 } },
      ...params,
    });
    if (cancel) this.server.notify('$/cancelRequest', { id });
    this.#answers.push(
      answer.then(({ error }: Answer) => {
        if (error !== undefined)
          assert.ok(cancel && error.code === REQUEST_CANCELLED, `${name}: ${error.message}`);
      }),
    );
  }
}

const REQUEST_CANCELLED = -32800;

/**
 * The property that a real server must have with any client: each request is answered once, requests in
 * good order without an error; nothing ends it; and no edit is lost. `close` says goodbye at the end; `drop`
 * leaves without.
 */
export function answersAnyClient(): {
  property: fc.IAsyncProperty<unknown>;
  close: () => Promise<void>;
  drop: () => void;
} {
  const servers = new Servers();
  const property = fc.asyncProperty(
    fuzzedTexts,
    fc.array(steps, { minLength: 1, maxLength: 12 }),
    async (text, taken) => {
      try {
        const run = new Run(await servers.next(), text);
        for (const step of taken) run.take(step);
        await run.finish();
      } catch (error) {
        servers.drop();
        throw error;
      }
    },
  );
  return { property, close: () => servers.close(), drop: () => servers.drop() };
}
