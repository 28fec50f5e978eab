import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { isPdfError, type PdfProblem } from '../../../server/src/import/pdf/pdfError';
import { looksLikePdf } from '../../../server/src/import/pdf/looksLikePdf';
import { readPdf } from '../../../server/src/import/pdf/readPdf';
import { handmadePdf, textAt } from './handmadePdf';

/** The lines of each page; a blank line stands for white space. */
async function linesIn(pdf: Uint8Array): Promise<string[][]> {
  const { pages } = await readPdf(new Uint8Array(pdf));
  return pages.map(({ lines }) =>
    lines.flatMap(({ text, blankBefore }) => (blankBefore ? ['', text] : [text])),
  );
}

describe('the lines of a PDF', () => {
  it('come from top to bottom, in whatever order they were drawn', async () => {
    const page = [textAt(72, 676, 'third'), textAt(72, 700, 'first'), textAt(72, 688, 'second')].join('\n');
    assert.deepEqual(await linesIn(handmadePdf(page)), [['first', 'second', 'third']]);
  });

  it('are made of runs from left to right, with blanks where there is room for one', async () => {
    // Helvetica’s letters are about half as wide as they are high.
    const page = [
      textAt(130, 700, 'Kazakhstan'),
      textAt(72, 700, '705'),
      textAt(72, 688, 'Bela'),
      textAt(96.7, 688, 'rus'),
    ];
    assert.deepEqual(await linesIn(handmadePdf(page.join('\n'))), [['705 Kazakhstan', 'Belarus']]);
  });

  it('hold superscripts in their place', async () => {
    const page = [
      textAt(72, 700, '17'),
      textAt(85.4, 705, 'th', 7),
      textAt(94, 700, 'of January'),
      textAt(72, 686, 'next'),
    ];
    assert.deepEqual(await linesIn(handmadePdf(page.join('\n'))), [['17th of January', 'next']]);
  });

  it('hold once what was printed twice to look bold', async () => {
    const page = [textAt(72, 700, 'Treaty'), textAt(72.3, 700, 'Treaty'), textAt(72, 686, 'Treaty')];
    assert.deepEqual(await linesIn(handmadePdf(page.join('\n'))), [['Treaty', 'Treaty']]);
  });

  it('are parted by a blank one where there is room for it', async () => {
    const lines = [700, 686, 672, 644, 630].map((y, index) => textAt(72, y, `line ${index}`));
    assert.deepEqual(await linesIn(handmadePdf(lines.join('\n'))), [
      ['line 0', 'line 1', 'line 2', '', 'line 3', 'line 4'],
    ]);
  });

  it('know their page and their place', async () => {
    const pdf = handmadePdf(textAt(72, 700, 'one'), textAt(100, 92, 'two'));
    const { pages } = await readPdf(pdf);
    assert.deepEqual(
      pages.map(({ lines }) =>
        lines.map(({ text, place }) => [text, place?.left, Math.round(place?.baseline ?? 0), place?.size]),
      ),
      [[['one', 72, 92, 12]], [['two', 100, 700, 12]]],
    );
  });

  it('of an empty page among others are none', async () => {
    assert.deepEqual(await linesIn(handmadePdf(textAt(72, 700, 'one'), '')), [['one'], []]);
  });
});

describe('a file that is no readable PDF', () => {
  async function problemOf(bytes: Uint8Array): Promise<PdfProblem | undefined> {
    try {
      await readPdf(new Uint8Array(bytes));
    } catch (error) {
      assert.ok(isPdfError(error), String(error));
      assert.match(error.message, /^This .*\.$/);
      return error.problem;
    }
    return undefined;
  }

  const fixture = (name: string) => readFileSync(join(__dirname, 'pdfs', name));
  const whole = handmadePdf(textAt(72, 700, '1. ATOP ID: 4765'));

  it('is told from one', async () => {
    for (const text of ['', 'hello', '<html>', 'PK\u0003\u0004', '{\\rtf1}']) {
      assert.equal(await problemOf(Buffer.from(text)), 'not-a-pdf');
    }
    assert.ok(looksLikePdf(whole));
    assert.ok(looksLikePdf(Buffer.concat([Buffer.from('\r\nContent-Type: application/pdf\r\n\r\n'), whole])));
  });

  it('is told to be encrypted where it needs a password, and read where it only forbids to print', async () => {
    assert.equal(await problemOf(fixture('password.pdf')), 'encrypted');
    assert.deepEqual(await linesIn(fixture('restricted.pdf')), [['1. ATOP ID: 4765']]);
  });

  it('is told to be without text where it holds pictures alone', async () => {
    assert.equal(await problemOf(handmadePdf('72 72 400 600 re f')), 'no-text');
    assert.equal(await problemOf(handmadePdf('', '')), 'no-text');
  });

  it('is told to be damaged, or read as far as it goes, wherever it is cut', async () => {
    for (let length = 9; length < whole.length; length += 23) {
      const problem = await problemOf(whole.subarray(0, length));
      assert.ok(problem === undefined || problem === 'broken' || problem === 'no-text', problem);
    }
    assert.equal(await problemOf(Buffer.from('%PDF-1.7\nnothing of the kind')), 'broken');
  }).timeout(20_000);

  it('can be given up half way', async () => {
    const controller = new AbortController();
    const pages: number[] = [];
    const reading = readPdf(
      handmadePdf(textAt(72, 700, 'one'), textAt(72, 700, 'two'), textAt(72, 700, 'three')),
      {
        onPage: (read, total) => {
          pages.push(read, total);
          controller.abort(new Error('given up'));
        },
        signal: controller.signal,
      },
    );
    await assert.rejects(reading, /given up/);
    assert.deepEqual(pages, [1, 3]);
  });
});
