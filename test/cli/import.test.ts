import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { handmadePdf, textAt } from '../unit/import/handmadePdf';
import { answersIn } from '../unit/syntax/realSheet';
import { exampleText, Shell } from './shell';

/** A text as a PDF, so many lines on a page. */
function pdfOf(text: string, linesOnPage = 60): Uint8Array {
  const plain = text.replaceAll('’', "'").replace(/[“”]/g, '"').replaceAll('–', '-');
  const lines = plain.split('\n');
  const pages: string[] = [];
  for (let at = 0; at < lines.length; at += linesOnPage) {
    const page = lines.slice(at, at + linesOnPage);
    pages.push(
      page.map((line, index) => (line === '' ? '' : textAt(40, 760 - 12 * index, line, 7))).join('\n'),
    );
  }
  return handmadePdf(...pages);
}

const fixture = (name: string) => readFileSync(resolve('test', 'unit', 'import', 'pdfs', name));

describe('atop-sheets import', function () {
  this.timeout(60_000);
  let shell: Shell;
  beforeEach(() => {
    shell = new Shell();
  });
  afterEach(() => shell.remove());

  it('makes a sheet of a text, beside it, and says what it mended', async () => {
    shell.write('4765.txt', exampleText(4765));
    const { code, stdout, stderr } = await shell.run(['import', '4765.txt']);
    assert.deepEqual([code, stdout], [0, '']);
    assert.match(
      stderr,
      /^4765\.txt: imported to 4765\.atop: 58 of 61 questions answered, \d+ things mended\.\nTorn lines joined:\n {2}line 38, question 12: /,
    );
    assert.match(stderr, /\nLinks:\n {2}line 44, question 14: A torn link joined: http/);
    assert.match(shell.read('4765.atop'), /^SECTION I: [^]+\n16\. [^]+?\nNonaggression pact\n\n17\. /);
    // What is left to say of the sheet is its coder's.
    const checked = await shell.run(['check', '4765.atop', '--show', 'warning']);
    assert.match(checked.stdout, /^4765\.atop:\d+:1: warning: [^\n]+ \[missing-answer\]\n1 warning/);
  });

  it('makes a sheet of a PDF', async () => {
    shell.write('published/1335.pdf', pdfOf(exampleText(1335)));
    const { code, stderr } = await shell.run(['import', 'published/1335.pdf']);
    assert.match(
      stderr,
      /^published\/1335\.pdf: imported to published\/1335\.atop: \d\d of 61 questions answered/,
    );
    assert.equal(code, 0);
    const seen = (text: string) =>
      answersIn(text).map(answer =>
        answer.replaceAll('’', "'").replace(/[“”]/g, '"').replaceAll('–', '-').replace(/\s/g, ''),
      );
    assert.deepEqual(seen(shell.read('published/1335.atop')), seen(exampleText(1335)));
  });

  it('makes sheets of several, and goes on where one cannot be read', async () => {
    shell.write('1335.pdf', pdfOf(exampleText(1335)));
    shell.write('locked.pdf', fixture('password.pdf'));
    shell.write('4765.txt', exampleText(4765));
    const { code, stderr } = await shell.run([
      'import',
      '--quiet',
      '1335.pdf',
      'locked.pdf',
      'none.pdf',
      '4765.txt',
    ]);
    assert.equal(code, 2);
    assert.deepEqual(
      stderr
        .trimEnd()
        .split('\n')
        .map(line => line.replace(/: imported to .*/, ': imported')),
      [
        '1335.pdf: imported',
        'error: locked.pdf: This PDF is encrypted and opens only with a password. Save a copy without one and import that.',
        'error: none.pdf: no such file or folder.',
        '4765.txt: imported',
      ],
    );
    assert.deepEqual(shell.files(), ['1335.atop', '1335.pdf', '4765.atop', '4765.txt', 'locked.pdf']);
  });

  it('names each file of which nothing can come, with what to do, and writes nothing', async () => {
    shell.write('broken.pdf', '%PDF-1.7\nnothing of the kind');
    shell.write('scan.pdf', handmadePdf('72 72 400 600 re f'));
    shell.write('named.pdf', 'Dear colleague,');
    shell.write('letter.docx', Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0x14));
    shell.write('letter.txt', 'Dear colleague,');
    shell.write('empty.txt', '');
    const files = shell.files();
    const { code, stdout, stderr } = await shell.run(['import', ...files]);
    assert.deepEqual([code, stdout], [2, '']);
    assert.deepEqual(stderr.trimEnd().split('\n').sort(), [
      'error: broken.pdf: This PDF is damaged and cannot be read. Download or export it again.',
      'error: empty.txt: no question of the ATOP coding sheet is found in this file.',
      'error: letter.docx: This is neither a PDF nor plain text. Save it as one of them first.',
      'error: letter.txt: no question of the ATOP coding sheet is found in this file.',
      'error: named.pdf: This is not a PDF.',
      'error: scan.pdf: This PDF holds no text, only pictures of pages. Run text recognition (OCR) on it first, and import the result.',
    ]);
    assert.deepEqual(shell.files(), files);
  });

  it('leaves nothing half written where the disk is full', async () => {
    shell.write('4765.txt', exampleText(4765));
    const { code, stderr } = await shell.run(['import', '4765.txt', '-q'], { limit: 'ulimit -f 8' });
    assert.deepEqual([code, stderr], [2, 'error: 4765.atop: the file would be larger than is allowed.\n']);
    assert.deepEqual(shell.files(), ['4765.txt']);
  });

  it('reads standard input and writes standard output', async () => {
    const text = await shell.run(['import', '-'], { stdin: exampleText(4765) });
    assert.equal(text.code, 0);
    assert.match(text.stdout, /^SECTION I: [^]+Version 4\.0: [^\n]+\n$/);
    const pdf = await shell.run(['import', '-', '-o', '4765.atop', '-q'], { stdin: pdfOf(text.stdout) });
    assert.deepEqual([pdf.code, pdf.stdout], [0, '']);
    assert.match(pdf.stderr, /^<stdin>: imported to 4765\.atop: /);
    shell.write('4765.txt', exampleText(4765));
    const out = await shell.run(['import', '4765.txt', '-o', '-', '-q']);
    assert.equal(out.stdout, text.stdout);
  });

  it('writes where it is told, and its report too', async () => {
    shell.write('4765.txt', exampleText(4765));
    shell.write('sheets/readme', '');
    const { code, stderr } = await shell.run([
      'import',
      '4765.txt',
      '-o',
      'sheets/4765.atop',
      '--report',
      'report.txt',
    ]);
    assert.equal(code, 0);
    assert.match(stderr, /^4765\.txt: imported to sheets\/4765\.atop: [^\n]+\n$/);
    assert.match(shell.read('report.txt'), /^4765\.txt\nTorn lines joined:\n/);
    const several = await shell.run(['import', '4765.txt', '4765.txt', '-o', 'x.atop']);
    assert.equal(several.code, 2);
    assert.match(several.stderr, /--output and --report go with one file\./);
  });

  it('applies the safe fixes of the rules where it is told to', async () => {
    shell.write('4765.txt', exampleText(4765));
    const { stdout } = await shell.run(['import', '4765.txt', '-o', '-', '-q', '--fix']);
    assert.match(stdout, /\nYes\. 120 months \(Article 20\)\n/);
    const checked = await shell.run(['check', '-'], { stdin: stdout });
    assert.match(
      checked.stdout,
      /^<stdin>:\d+:1: warning: [^\n]+ \[missing-answer\]\n1 warning in 1 of 1 sheet\.\n$/,
    );
  });

  it('tells with its exit code that questions are missing', async () => {
    const text = exampleText(4765);
    shell.write('cut.txt', text.slice(0, text.indexOf('57. Additional')));
    const { code, stderr } = await shell.run(['import', 'cut.txt', '-q']);
    assert.equal(code, 1);
    assert.match(stderr, /warning: cut\.txt: 5 of the 61 questions are missing\.\n$/);
    assert.ok(shell.has('cut.atop'));
  });

  it('overwrites nothing unasked', async () => {
    shell.write('4765.txt', exampleText(4765));
    shell.write('4765.atop', 'mine');
    const refused = await shell.run(['import', '4765.txt']);
    assert.equal(refused.code, 2);
    assert.match(refused.stderr, /4765\.atop exists already\. Nothing was written; --force overwrites it\./);
    assert.equal(shell.read('4765.atop'), 'mine');
    assert.equal((await shell.run(['import', '4765.txt', '--force', '-q'])).code, 0);
    assert.match(shell.read('4765.atop'), /^SECTION I/);
    // A sheet is a text as well; importing it would write over it.
    const itself = await shell.run(['import', '4765.atop']);
    assert.equal(itself.code, 2);
    assert.match(itself.stderr, /4765\.atop exists already/);
  });

  for (const [what, name, content, message] of [
    ['is no PDF', 'x.pdf', 'hello', 'This is not a PDF.'],
    [
      'is a damaged one',
      'x.pdf',
      '%PDF-1.7\nnothing',
      'This PDF is damaged and cannot be read. Download or export it again.',
    ],
    [
      'holds pictures alone',
      'x.pdf',
      handmadePdf('72 72 400 600 re f'),
      'This PDF holds no text, only pictures of pages. Run text recognition (OCR) on it first, and import the result.',
    ],
    [
      'is a word processor’s',
      'x.docx',
      'PK\u0003\u0004rest',
      'This is neither a PDF nor plain text. Save it as one of them first.',
    ],
    ['is no sheet', 'x.txt', 'A letter.', 'no question of the ATOP coding sheet is found in this file.'],
    ['is empty', 'x.txt', '', 'no question of the ATOP coding sheet is found in this file.'],
    [
      'is another PDF',
      'x.pdf',
      handmadePdf(textAt(72, 700, 'A letter.')),
      'no question of the ATOP coding sheet is found in this file.',
    ],
  ] as const) {
    it(`says so where the file ${what}, and writes nothing`, async () => {
      shell.write(name, content);
      assert.deepEqual(await shell.run(['import', name]), {
        code: 2,
        stdout: '',
        stderr: `error: ${name}: ${message}\n`,
      });
      assert.deepEqual(shell.files(), [name]);
    });
  }

  it('needs the PDF reader for PDFs alone', async () => {
    rmSync(join(shell.folder, 'bin', 'import'), { recursive: true });
    shell.write('4765.txt', exampleText(4765));
    assert.equal((await shell.run(['import', '4765.txt', '-q'])).code, 0);
    shell.write('1335.pdf', pdfOf(exampleText(1335)));
    const { code, stderr } = await shell.run(['import', '1335.pdf']);
    assert.equal(code, 2);
    assert.match(
      stderr,
      /1335\.pdf: The PDF reader \(import\/readPdf\.mjs\) is missing beside this program\./,
    );
  });

  it('explains itself', async () => {
    const { code, stdout } = await shell.run(['import', '--help']);
    assert.match(stdout, /^Usage: atop-sheets import [^]+Exit code: [^]+Examples:/);
    assert.equal(code, 0);
    assert.equal((await shell.run(['import'])).code, 2);
  });
});
