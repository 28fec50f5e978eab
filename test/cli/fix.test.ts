import assert from 'node:assert/strict';
import { chmodSync, lstatSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { applyPatch } from 'diff';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { exampleText, Shell } from './shell';

/** What `Fix All` makes of the real sheet, as far as these tests look. */
const FIXED = 'Yes. 120 months (Article 20)';
const UNFIXED = '\n120 months (Article 20)';

describe('atop-sheets fix', function () {
  this.timeout(60_000);
  let shell: Shell;
  beforeEach(() => {
    shell = new Shell();
  });
  afterEach(() => shell.remove());

  it('mends in place what can be mended, says which sheets, and has nothing left to do the second time', async () => {
    shell.example(1335);
    shell.example(4765);
    const first = await shell.run(['fix', '.']);
    assert.deepEqual(first, { code: 0, stdout: '4765.atop: fixed\n', stderr: '1 of 2 sheets was fixed.\n' });
    assert.equal(shell.read('1335.atop'), exampleText(1335));
    const fixed = shell.read('4765.atop');
    assert.ok(fixed.includes(FIXED) && !fixed.includes(UNFIXED));
    const second = await shell.run(['fix', '.']);
    assert.deepEqual(second, { code: 0, stdout: '', stderr: '0 of 2 sheets were fixed.\n' });
    assert.equal(shell.read('4765.atop'), fixed);
    assert.deepEqual(shell.files(), ['1335.atop', '4765.atop']);
  });

  it('leaves what a coder has to decide', async () => {
    shell.example(4765);
    await shell.run(['fix', '4765.atop']);
    const { stdout } = await shell.run(['check', '4765.atop']);
    assert.match(stdout, /missing-answer/);
    assert.equal(stdout.trimEnd().split('\n').at(-1), '1 warning in 1 of 1 sheet.');
  });

  it('mends nothing that a project file turns off', async () => {
    shell.write('atop-sheets.json', '{"severity": {"yes-no-expected": "off"}}');
    shell.example(4765);
    await shell.run(['fix', '4765.atop']);
    assert.ok(shell.read('4765.atop').includes(UNFIXED));
  });

  it('shows what it would do as a patch, and does nothing, in a dry run', async () => {
    shell.example(1335);
    shell.example(4765);
    const { code, stdout, stderr } = await shell.run(['fix', '--dry-run', '.']);
    assert.deepEqual([code, stderr], [1, '1 of 2 sheets would be fixed.\n']);
    assert.equal(shell.read('4765.atop'), exampleText(4765));
    const patched = applyPatch(exampleText(4765), stdout);
    await shell.run(['fix', '4765.atop']);
    assert.equal(patched, shell.read('4765.atop'));
    assert.equal((await shell.run(['fix', '--dry-run', '.'])).code, 0);
  });

  it('gives standard input to standard output', async () => {
    const fixed = await shell.run(['fix', '-'], { stdin: exampleText(4765) });
    assert.ok(fixed.stdout.includes(FIXED));
    assert.deepEqual([fixed.code, fixed.stderr], [0, '']);
    const clean = await shell.run(['fix', '-'], { stdin: exampleText(1335) });
    assert.equal(clean.stdout, exampleText(1335));
  });

  it('asks for paths, rather than take the whole folder', async () => {
    shell.example(4765);
    const { code, stderr } = await shell.run(['fix']);
    assert.equal(code, 2);
    assert.match(stderr, /missing required argument 'paths'/);
    assert.equal(shell.read('4765.atop'), exampleText(4765));
  });

  describe('keeps', () => {
    const text = exampleText(4765);

    const KEPT: Readonly<Record<string, (text: string) => Uint8Array>> = {
      'UTF-8': content => Buffer.from(content),
      'a byte order mark': content => Buffer.from(`\ufeff${content}`),
      'UTF-16': content => Buffer.from(`\ufeff${content}`, 'utf16le'),
      'UTF-16 with the bytes the other way round': content =>
        Buffer.from(`\ufeff${content}`, 'utf16le').swap16(),
      'the Windows encoding': content =>
        Buffer.from(
          content.replace(/[\u2018\u2019\u201c\u201d]/g, quote =>
            String.fromCharCode(
              { '\u2018': 0x91, '\u2019': 0x92, '\u201c': 0x93, '\u201d': 0x94 }[quote] ?? 0,
            ),
          ),
          'latin1',
        ),
      'Windows line ends': content => Buffer.from(content.replaceAll('\n', '\r\n')),
    };
    for (const [what, encode] of Object.entries(KEPT)) {
      it(what, async () => {
        shell.write('plain.atop', text);
        await shell.run(['fix', 'plain.atop']);
        shell.write('4765.atop', encode(text));
        const { code, stdout } = await shell.run(['fix', '4765.atop']);
        assert.deepEqual([code, stdout], [0, '4765.atop: fixed\n']);
        assert.deepEqual(shell.bytes('4765.atop'), Buffer.from(encode(shell.read('plain.atop'))));
      });
    }

    it('the permissions of the file', async () => {
      chmodSync(shell.example(4765), 0o640);
      await shell.run(['fix', '4765.atop']);
      assert.equal(statSync(shell.path('4765.atop')).mode & 0o777, 0o640);
      assert.ok(shell.read('4765.atop').includes(FIXED));
    });

    it('a link, and mends what it leads to', async () => {
      shell.example(4765, 'sheets/4765.atop');
      symlinkSync(shell.path('sheets/4765.atop'), shell.path('link.atop'));
      await shell.run(['fix', 'link.atop']);
      assert.ok(lstatSync(shell.path('link.atop')).isSymbolicLink());
      assert.ok(shell.read('sheets/4765.atop').includes(FIXED));
      assert.deepEqual(shell.files(), ['link.atop', 'sheets/4765.atop']);
    });
  });

  describe('loses nothing', () => {
    it('of a text that its encoding cannot hold, and says what to do', async () => {
      const broken = Buffer.concat([
        Buffer.from(`\ufeff${exampleText(4765)}`, 'utf16le'),
        // Half of a pair.
        Buffer.from([0x00, 0xd8, 0x20, 0x00]),
      ]);
      shell.write('4765.atop', broken);
      const { code, stderr } = await shell.run(['fix', '4765.atop']);
      assert.match(stderr, /^error: 4765\.atop: this text cannot be written in its encoding \(utf-16le\)/);
      assert.equal(code, 2);
      assert.deepEqual(shell.bytes('4765.atop'), broken);
    });

    it('where the disk is full', async () => {
      shell.example(4765);
      // No file may grow past 8 blocks of 512 bytes.
      const { code, stderr } = await shell.run(['fix', '4765.atop'], { limit: 'ulimit -f 8' });
      assert.equal(
        stderr,
        'error: 4765.atop: the file would be larger than is allowed.\n0 of 1 sheet were fixed.\n',
      );
      assert.equal(code, 2);
      assert.equal(shell.read('4765.atop'), exampleText(4765));
      assert.deepEqual(shell.files(), ['4765.atop']);
    });

    it('where the folder may not be written to, and mends the other sheets', async () => {
      mkdirSync(shell.path('open'));
      shell.example(4765, 'closed/4765.atop');
      shell.example(4765, 'open/4765.atop');
      chmodSync(shell.path('closed'), 0o555);
      chmodSync(shell.path('open'), 0o777);
      const { code, stdout, stderr } = await shell.run(['fix', '.'], { unprivileged: true });
      assert.equal(stdout, 'open/4765.atop: fixed\n');
      assert.match(stderr, /^error: closed\/4765\.atop: permission denied\.$/m);
      assert.equal(code, 2);
      assert.equal(shell.read('closed/4765.atop'), exampleText(4765));
    });

    it('where it is interrupted: each sheet is as it was, or mended', async () => {
      const before = exampleText(4765);
      for (let number = 0; number < 1000; number++) shell.write(`${1000 + number}.atop`, before);
      const { code, stderr } = await shell.run(['fix', '.'], { onOutput: kill => kill('SIGINT') });
      assert.deepEqual([code, stderr], [130, 'error: Interrupted. No file was left half written.\n']);
      assert.equal(shell.files().length, 1000);
      const texts = new Set(shell.files().map(name => readFileSync(shell.path(name), 'utf8')));
      assert.equal(texts.size, 2, 'some are mended, some are not');
      assert.ok(texts.has(before));
      texts.delete(before);
      assert.ok([...texts].every(text => text.includes(FIXED) && text.endsWith(before.slice(-40))));
    });
  });
});
