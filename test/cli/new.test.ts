import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { Shell } from './shell';

describe('atop-sheets new', function () {
  this.timeout(60_000);
  let shell: Shell;
  beforeEach(() => {
    shell = new Shell();
  });
  afterEach(() => shell.remove());

  it('writes a sheet with every question and the ATOP ID of its name', async () => {
    const { code, stdout, stderr } = await shell.run(['new', 'sheets.atop']);
    assert.deepEqual([code, stdout, stderr], [0, '', 'Wrote sheets.atop.\n']);
    assert.match(shell.read('sheets.atop'), /^1\. ATOP ID: \n/m);
    const named = await shell.run(['new', '5001.atop']);
    assert.equal(named.stderr, 'Wrote 5001.atop with the ATOP ID 5001.\n');
    assert.match(shell.read('5001.atop'), /^1\. ATOP ID: 5001\n/m);
    const { stdout: found } = await shell.run(['check', '5001.atop', '-f', 'json']);
    const report = JSON.parse(found) as { sheets: { findings: { rule: string }[] }[] };
    const open = report.sheets[0]?.findings ?? [];
    // All but the ID and the three places for comments.
    assert.deepEqual([open.length, new Set(open.map(({ rule }) => rule))], [57, new Set(['missing-answer'])]);
  });

  it('writes to standard output where no file is named', async () => {
    const { stdout, stderr } = await shell.run(['new', '--id', '1020.1']);
    assert.match(stdout, /^1\. ATOP ID: 1020\.1$/m);
    assert.equal(stderr, '');
    assert.deepEqual(shell.files(), []);
  });

  it('writes Windows line ends where they are wanted', async () => {
    await shell.run(['new', '--eol', 'crlf', '5001.atop']);
    assert.doesNotMatch(shell.read('5001.atop').replaceAll('\r\n', ''), /[\r\n]/);
  });

  it('overwrites nothing unasked', async () => {
    shell.write('5001.atop', 'hours of work');
    const { code, stderr } = await shell.run(['new', '5001.atop']);
    assert.deepEqual(
      [code, stderr],
      [2, 'error: 5001.atop exists already. Nothing was written; --force overwrites it.\n'],
    );
    assert.equal(shell.read('5001.atop'), 'hours of work');
    assert.equal((await shell.run(['new', '5001.atop', '--force'])).code, 0);
    assert.match(shell.read('5001.atop'), /^1\. ATOP ID: 5001$/m);
  });

  it('takes no ID that is none', async () => {
    const { code, stderr } = await shell.run(['new', '--id', '50', 'x.atop']);
    assert.match(stderr, /An ATOP ID has four digits/);
    assert.equal(code, 2);
    assert.deepEqual(shell.files(), []);
  });
});
