import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import type { Browser } from 'playwright-core';
import { handmadePdf, textAt } from '../unit/import/handmadePdf';
import { startBrowser } from '../vscode/host/browser';

/** As the web extension host and the server have it: a classic worker, which loads the reader when asked. */
const WORKER = `
  onmessage = async ({ data: { reader, pdf } }) => {
    try {
      const { readPdf } = await import(reader);
      const { pages } = await readPdf(pdf);
      postMessage(pages.map(({ lines }) => lines.map(({ text }) => text)));
    } catch (error) {
      postMessage(String(error));
    }
  };`;

describe('the PDF reader as it is shipped, in a web worker', () => {
  let browser: Browser;
  let server: Server;
  let origin = '';

  before(async () => {
    browser = await startBrowser(new AbortController().signal);
    server = createServer(({ url }, response) => {
      const isReader = url === '/readPdf.mjs';
      response.setHeader('Content-Type', isReader ? 'text/javascript' : 'text/html');
      response.end(isReader ? readFileSync(join('dist', 'import', 'readPdf.mjs')) : '<!doctype html>');
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }).timeout(300_000);

  after(async () => {
    await browser.close();
    server.close();
  });

  async function linesIn(pdf: Uint8Array): Promise<unknown> {
    const page = await browser.newPage();
    try {
      await page.goto(origin);
      // Written as text: the test's own compiler would put helpers into a function that the page lacks.
      return await page.evaluate(`new Promise((resolve, reject) => {
        const url = URL.createObjectURL(new Blob([${JSON.stringify(WORKER)}]));
        const worker = new Worker(url);
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = ({ message }) => reject(new Error(message));
        const pdf = new Uint8Array(${JSON.stringify([...pdf])});
        worker.postMessage({ reader: ${JSON.stringify(origin)} + '/readPdf.mjs', pdf });
      })`);
    } finally {
      await page.close();
    }
  }

  it('reads a PDF', async () => {
    assert.deepEqual(
      await linesIn(handmadePdf(textAt(72, 700, '1. ATOP ID: 4765'), textAt(72, 700, 'next'))),
      [['1. ATOP ID: 4765'], ['next']],
    );
  }).timeout(60_000);

  it('says what is wrong with one', async () => {
    assert.equal(await linesIn(handmadePdf('')), `PdfError: ${NO_TEXT}`);
  }).timeout(60_000);
});

const NO_TEXT =
  'This PDF holds no text, only pictures of pages. Run text recognition (OCR) on it first, and import the result.';
