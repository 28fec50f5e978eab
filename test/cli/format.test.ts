import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { readSheet } from '../../server/src/answers';
import { atopInstrument } from '../../server/src/instrument';
import { exampleText, Shell } from './shell';

const answersIn = (text: string) =>
  readSheet(text, atopInstrument).answers.map(answer =>
    // `N/A` is written `NA`, which says the same.
    answer.text.replace(/\s+/g, ' ').replace(/^N\/A$/, 'NA'),
  );

describe('atop-sheets format', function () {
  this.timeout(60_000);
  let shell: Shell;
  beforeEach(() => {
    shell = new Shell();
    shell.example(4765);
  });
  afterEach(() => shell.remove());

  it('lays a sheet out in place, rewords no answer, and has nothing left to do the second time', async () => {
    const first = await shell.run(['format', '.']);
    assert.deepEqual(first, {
      code: 0,
      stdout: '4765.atop: formatted\n',
      stderr: '1 of 1 sheet was formatted.\n',
    });
    const formatted = shell.read('4765.atop');
    assert.notEqual(formatted, exampleText(4765));
    assert.deepEqual(answersIn(formatted), answersIn(exampleText(4765)));
    const second = await shell.run(['format', '.']);
    assert.deepEqual(second, { code: 0, stdout: '', stderr: '0 of 1 sheet were formatted.\n' });
  });

  it('names what it would change, and exits with 1, where it is asked to check', async () => {
    const before = await shell.run(['format', '--check', '.']);
    assert.deepEqual([before.code, before.stdout], [1, '4765.atop: would be formatted\n']);
    assert.equal(shell.read('4765.atop'), exampleText(4765));
    await shell.run(['format', '.']);
    const after = await shell.run(['format', '--check', '.']);
    assert.deepEqual([after.code, after.stdout], [0, '']);
  });

  it('shows what it would change as a patch in a dry run', async () => {
    const { code, stdout } = await shell.run(['format', '--dry-run', '4765.atop']);
    assert.match(stdout, /^- SECTION I: FORMATION, MEMBERS, AND DURATION\n\+SECTION I/m);
    assert.equal(code, 1);
    assert.equal(shell.read('4765.atop'), exampleText(4765));
  });

  it('wraps questions at the width, and writes dates in the form, that it is given', async () => {
    await shell.run(['format', '--width', '0', '--dates', 'iso', '4765.atop']);
    const wide = shell.read('4765.atop');
    assert.match(wide, /^6\. Means by which .*ratification\.\)$/m);
    assert.match(wide, /^1996-01-17$/m);
    await shell.run(['format', '--width', '40', '4765.atop']);
    assert.match(shell.read('4765.atop'), /^6\. Means by which .{0,26}\n/m);
  });

  it('takes no width that is none', async () => {
    for (const width of ['-1', 'wide', '1001', '1.5']) {
      const { code, stderr } = await shell.run(['format', `--width=${width}`, '4765.atop']);
      assert.match(stderr, /Give a number of columns from 0 to 1000/);
      assert.equal(code, 2);
    }
  });
});
