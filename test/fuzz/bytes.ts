import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createSheetLanguageService } from '../../server/src/service';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { hostileTexts } from '../support/hostileTexts';
import { framed, RawServer } from './rawServer';
import { fuzzedTexts } from './texts';

const URI = 'file:///fuzz/sheet.atop';

const message = (method: string, params?: unknown, id?: number): string =>
  JSON.stringify({ jsonrpc: '2.0', ...(id !== undefined && { id }), method, params });

const GOOD: readonly Buffer[] = [
  framed(
    message('textDocument/hover', { textDocument: { uri: URI }, position: { line: 0, character: 0 } }, 901),
  ),
  framed(message('textDocument/diagnostic', { textDocument: { uri: URI } }, 902)),
  framed(message('$/cancelRequest', { id: 902 })),
  framed(message('textDocument/didClose', { textDocument: { uri: URI } })),
];

/** What is no message, or not a whole one. */
const BAD: readonly string[] = [
  ...['\r\n\r\n', '\n\n', ' ', '\0\0\0\0', 'Content-Length: 5\n\n{"a":', 'Content-Length: 0\r\n\r\n'],
  ...['Content-Length: -1\r\n\r\n', 'Content-Length: x\r\n\r\n{}', 'Content-Length: 1e9\r\n\r\n'],
  ...['Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}', 'Content-Length 2\r\n\r\n{}', ': 2\r\n\r\n{}'],
  ...[
    'Content-Type: application/vscode-jsonrpc; charset=utf-7\r\nContent-Length: 2\r\n\r\n{}',
    'GET / HTTP/1.1\r\n\r\n',
  ],
  ...[
    'Content-Length: 4\r\n\r\nnull',
    'Content-Length: 2\r\n\r\n[]',
    'Content-Length: 4\r\n\r\n[{}]',
    '{}',
    '}',
  ],
  ...[
    'Content-Length: 99999999999999999999\r\n\r\n',
    'Content-Length: 3\r\n\r\n{"a',
    'Content-Length: 7\r\n\r\n"\ud800x"',
  ],
];

const anyBytes = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...GOOD) },
  { weight: 4, arbitrary: fc.constantFrom(...BAD).map(text => Buffer.from(text)) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 60 }).map(bytes => Buffer.from(bytes)) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...GOOD), fc.nat(200), fc.nat(255))
      .map(([bytes, at, byte]) =>
        Buffer.concat([bytes.subarray(0, at), Buffer.of(byte), bytes.subarray(at + 1)]),
      ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constantFrom(...GOOD), fc.nat(200)).map(([bytes, at]) => bytes.subarray(0, at)),
  },
);

/** How a client leaves: each tells how the server must have ended. */
const LEAVINGS = ['hangUp', 'exit', 'shutdown', 'terminate'] as const;

const scripts = fc.record({
  /** Whether the client says hello first. */
  greets: fc.boolean(),
  text: fc.oneof(
    { weight: 9, arbitrary: fuzzedTexts },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...Object.keys(hostileTexts)), fc.integer({ min: 100_000, max: 1_000_000 }))
        .map(([name, length]) => hostileTexts[name]!(length)),
    },
  ),
  /** Into how large pieces the first message is cut. */
  pieces: fc.oneof(
    fc.integer({ min: 1, max: 7 }).map(length => length * 997),
    fc.constant(1 << 24),
  ),
  bytes: fc.array(anyBytes, { maxLength: 5 }),
  leaving: fc.constantFrom(...LEAVINGS),
});

function sendInPieces(server: RawServer, bytes: Buffer, length: number): void {
  for (let at = 0; at < bytes.length; at += length) server.sendBytes(bytes.subarray(at, at + length));
}

const service = createSheetLanguageService();

/** Says hello, opens a text in pieces and reads what is found in it, as any client in good order does. */
async function greet(server: RawServer, text: string, pieces: number): Promise<void> {
  const capabilities = { textDocument: { diagnostic: {} } };
  const { error } = await server.request('initialize', { processId: null, rootUri: null, capabilities })
    .answer;
  assert.equal(error, undefined);
  server.notify('initialized', {});
  const opened = { textDocument: { uri: URI, languageId: 'atop', version: 1, text } };
  sendInPieces(server, framed(message('textDocument/didOpen', opened)), pieces);
  const { result } = await server.request('textDocument/diagnostic', { textDocument: { uri: URI } }).answer;
  const { length } = (result as { items: unknown[] }).items;
  assert.equal(length, service.diagnostics(TextDocument.create(URI, 'atop', 1, text)).length);
}

/** Lets the client leave; a server that was told nothing but nonsense has to notice that as well. */
async function leave(server: RawServer, leaving: (typeof LEAVINGS)[number], isSane: boolean): Promise<void> {
  if (leaving === 'terminate') {
    server.signal('SIGTERM');
    assert.equal((await server.end()).code, null);
    return;
  }
  if (isSane && leaving === 'shutdown') {
    assert.equal((await server.request('shutdown').answer).error, undefined);
    const after = server.request('textDocument/hover', { textDocument: { uri: URI } });
    assert.equal((await after.answer).error?.code, INVALID_REQUEST);
  }
  if (isSane && leaving !== 'hangUp') server.notify('exit');
  server.hangUp();
  const { code, signal } = await server.end();
  assert.equal(signal, null);
  if (isSane) assert.equal(code, leaving === 'shutdown' ? 0 : 1);
}

const INVALID_REQUEST = -32600;

/** What Node prints of an error that nobody caught. */
const UNCAUGHT = /^\s+at .+:\d+:\d+\)?$/m;

/**
 * The property that a real server must have whatever bytes reach it: it never ends over them by an error of
 * its own, and when its client is gone, it goes as well.
 */
export function survivesAnyBytes(): fc.IAsyncProperty<unknown> {
  return fc.asyncProperty(scripts, async ({ greets, text, pieces, bytes, leaving }) => {
    const server = new RawServer();
    try {
      if (greets) await greet(server, text, pieces);
      for (const part of bytes) server.sendBytes(part);
      await leave(server, leaving, greets && bytes.length === 0);
      assert.doesNotMatch(server.stderr, UNCAUGHT);
    } finally {
      server.kill();
    }
  });
}
