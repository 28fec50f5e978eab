import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { FileChangeType } from 'vscode-languageserver-protocol/node';
import { seedText, withAnswer } from '../unit/support/sheets';
import { Folder } from './folder';
import { ASKING, WorkspaceClient } from './workspaceClient';

const SERVER = join(__dirname, '..', '..', 'dist', 'server', 'server.js');
const TELL_ASKED = join(__dirname, 'tellAsked.mjs');

/** Node's own guard of the disk, of other programs and of threads, under the name that this Node has for it. */
const GUARD = process.allowedNodeEnvironmentFlags.has('--permission')
  ? '--permission'
  : '--experimental-permission';

/** What a server asked for, by what `tellAsked.mjs` wrote. */
function askedIn(stderr: string): { readonly what: string; readonly path: string }[] {
  return Array.from(stderr.matchAll(/^asked: (\S+) (.*)$/gm), ([, what = '', path = '']) => ({ what, path }));
}

describe('a server on a machine that is not its own', () => {
  let workspace: Folder;
  let outside: Folder;
  let client: WorkspaceClient;
  beforeEach(() => {
    const seed = seedText();
    workspace = new Folder({
      '4765.atop': seed,
      'more/3000.atop': withAnswer(1, '3000', withAnswer(15, 'see ATOP 4765, ATOP 9990', seed)),
    });
    outside = new Folder({ '9990.atop': withAnswer(1, '9990', seed), 'secret.txt': 'not a sheet' });
    symlinkSync(outside.path, workspace.pathOf('link'));
    symlinkSync(outside.pathOf('9990.atop'), workspace.pathOf('linked.atop'));
    client = new WorkspaceClient(SERVER, workspace.path, [
      GUARD,
      `--allow-fs-read=${dirname(SERVER)}${sep}*`,
      `--allow-fs-read=${TELL_ASKED}`,
      `--allow-fs-read=${workspace.path}${sep}*`,
      '--no-warnings',
      ...['--import', pathToFileURL(TELL_ASKED).href],
    ]);
  });
  afterEach(() => {
    client.kill();
    workspace.remove();
    outside.remove();
  });

  it('opens no connection, starts no program, writes nothing and reads nothing but the workspace', async () => {
    await client.start([workspace], ASKING);
    assert.equal((await client.sheetsOnce(sheets => sheets.length === 2)).length, 2);
    const uri = workspace.uriOf('more/3000.atop');
    await client.open(uri, withAnswer(18, 'http://example.org/', seedText()));
    const document = { textDocument: { uri }, position: { line: 8, character: 1 } };
    const whole = { range: { start: { line: 0, character: 0 }, end: { line: 400, character: 0 } } };
    for (const [method, params] of [
      ['textDocument/hover', {}],
      ['textDocument/completion', {}],
      ['textDocument/definition', {}],
      ['textDocument/references', { context: { includeDeclaration: true } }],
      ['textDocument/documentLink', {}],
      ['textDocument/codeAction', { ...whole, context: { diagnostics: [] } }],
      ['textDocument/formatting', { options: {} }],
      ['workspace/symbol', { query: '365' }],
    ] as const) {
      await client.connection.sendRequest(method, { ...document, ...params });
    }
    await client.pull(uri);

    // What lies outside is not read for the asking, nor because somebody says that it changed.
    const sheet = outside.uriOf('9990.atop');
    const roundabout = `${workspace.uri}/..${sheet.slice(sheet.lastIndexOf('/', sheet.lastIndexOf('/') - 1))}`;
    const beyond = [
      sheet,
      roundabout,
      roundabout.replace('/..', '/%2e%2e'),
      roundabout.replace('/..', '/more%2F..%2F..'),
    ];
    await client.watched(FileChangeType.Created, ...beyond);
    for (const other of beyond) {
      assert.deepEqual(await client.connection.sendRequest('atop/align', { a: uri, b: other }), {
        unreadable: other,
      });
    }
    assert.equal((await client.sheets()).length, 2);

    assert.deepEqual(client.logged, []);

    const { code, stderr } = await client.end();
    assert.equal(code, 0);
    // Node itself reads the program.
    const asked = askedIn(stderr).filter(({ path }) => path !== SERVER);
    assert.ok(asked.some(({ what, path }) => what === 'fs.open' && path === workspace.pathOf('4765.atop')));
    const reads = new Set(['fs.open', 'fs.promises.readdir', 'fs.promises.stat', 'fs.promises.realpath']);
    assert.deepEqual(
      asked.filter(
        ({ what, path }) =>
          !reads.has(what) || !(path === workspace.path || path.startsWith(workspace.path + sep)),
      ),
      [],
    );
    assert.deepEqual(
      asked.filter(({ path }) => path.includes('link')),
      [],
      'links are not followed',
    );
  });
}).timeout(60_000);
