import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, it } from 'mocha';
import { loadPdfReader } from '../../server/src/import';
import { isPdfError } from '../../server/src/import/pdf/pdfError';
import { handmadePdf, textAt } from '../unit/import/handmadePdf';

const READER = resolve('dist', 'import', 'readPdf.mjs');

describe('the PDF reader as it is shipped, in Node', () => {
  it('is loaded by its address, and is one file that needs nothing beside it', async () => {
    const { readPdf } = await loadPdfReader(pathToFileURL(READER).href);
    const { pages } = await readPdf(handmadePdf(textAt(72, 700, '1. ATOP ID: 4765')));
    assert.deepEqual(
      pages.map(({ lines }) => lines.map(({ text }) => text)),
      [['1. ATOP ID: 4765']],
    );
    assert.doesNotMatch(readFileSync(READER, 'utf8'), /\bfrom\s*["'][^"']+["']|\brequire\(["']/);
  }).timeout(30_000);

  it('throws errors that are known by their name', async () => {
    const { readPdf } = await loadPdfReader(pathToFileURL(READER).href);
    await assert.rejects(
      readPdf(Buffer.from('hello')),
      error => isPdfError(error) && error.problem === 'not-a-pdf',
    );
  }).timeout(30_000);
});
