import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { describe, it } from 'mocha';
import { hostileTexts } from '../support/hostileTexts';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createSheetLanguageService } from '../../server/src/service';
import { serviceCalls } from '../support/serviceCalls';
import { parts, type Amount } from './parts';
import { RawServer } from './rawServer';

/** What `npm test` does of what `npm run fuzz` does. */
const SOME: Amount = { texts: 1200, step: 131, clients: 240, bytes: 16, edits: 600 };

/** Always the same: what passed passes again. `npm run fuzz` goes elsewhere each time. */
const seed = 4765;

describe('whatever is thrown at it', function () {
  this.timeout(120_000);

  for (const [name, part] of Object.entries(parts)) {
    it(`stands fast: ${name} (seed ${seed})`, async () => {
      await part(SOME, { seed });
    });
  }

  for (const [name, text] of Object.entries(hostileTexts)) {
    it(`answers all that can be asked about a long text of ${name}`, () => {
      const service = createSheetLanguageService();
      const document = TextDocument.create('file:///sheet.atop', 'atop', 1, text(20_000));
      const middle = document.positionAt(10_000);
      for (const ask of Object.values(serviceCalls)) ask(service, document, middle);
    });
  }

  it('ends by itself when its editor has died without a word', async () => {
    const editor = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const server = new RawServer();
    try {
      const hello = { processId: editor.pid, rootUri: null, capabilities: {} };
      assert.equal((await server.request('initialize', hello).answer).error, undefined);
      editor.kill('SIGKILL');
      // Its standard input stays open, as where another process has inherited it.
      assert.equal((await server.end()).signal, null);
    } finally {
      editor.kill('SIGKILL');
      server.kill();
    }
  });
});
