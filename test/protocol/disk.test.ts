import assert from 'node:assert/strict';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, it } from 'mocha';
import {
  DocumentLinkRequest,
  InitializedNotification,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol/node';
import { seedAnswering } from '../unit/support/findings';
import { ServerProcess, WAITING } from './client';

const examples = pathToFileURL(join(__dirname, '..', '..', 'examples')).href;

describe('the server that ships, in a folder of sheets', () => {
  let server: ServerProcess;
  beforeEach(async () => {
    server = new ServerProcess();
    await server.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: examples,
      workspaceFolders: [{ uri: examples, name: 'examples' }],
      capabilities: WAITING,
    });
    await server.connection.sendNotification(InitializedNotification.type, {});
  });
  afterEach(() => {
    server.kill();
  });

  it('reads from the disk what no editor has opened', async () => {
    const symbols = await server.connection.sendRequest(WorkspaceSymbolRequest.type, { query: '3180' });
    assert.deepEqual([...new Set(symbols?.map(({ location }) => location.uri))], [`${examples}/3180.atop`]);
  });

  it('leads from the ID of an alliance to its sheet', async () => {
    const uri = 'file:///elsewhere/4765.atop';
    await server.open(uri, seedAnswering(48, 'Yes. See ATOP 3180 and ATOP 9999.'));
    await server.connection.sendRequest(WorkspaceSymbolRequest.type, { query: '3180' });
    const links = await server.connection.sendRequest(DocumentLinkRequest.type, { textDocument: { uri } });
    assert.deepEqual(
      links?.map(({ target }) => target).filter(target => target?.startsWith('file:')),
      [`${examples}/3180.atop`],
    );
  });
}).timeout(20_000);
