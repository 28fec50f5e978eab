import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import {
  ConfigurationRequest,
  DocumentLinkRequest,
  type InitializeResult,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { seedText } from '../unit/support/findings';
import { PULLING, ServerProcess } from './client';

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
});
