import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { Shell } from './shell';

const page = readFileSync(resolve('docs', 'tutorial.md'), 'utf8');

/** Where the page shows what a command says, it says that; an ellipsis stands for the rest. */
function assertShown(output: string): void {
  const shown = page.split('```').filter(block => block.startsWith('text\n'));
  const isShown = shown.some(block => {
    const lines = block.trim().split('\n').slice(1);
    return lines.every(line => line === '…' || output.includes(line));
  });
  assert.ok(isShown, `The tutorial does not show:\n${output}`);
}

describe('the tutorial', function () {
  this.timeout(60_000);
  let shell: Shell;
  beforeEach(() => {
    shell = new Shell();
  });
  afterEach(() => shell.remove());

  it('leads from an empty folder to a dataset as it says', async () => {
    const [, projectFile = ''] = /```json\n([^`]+)```/.exec(page) ?? [];
    shell.write('atop-sheets.json', projectFile);
    assert.equal((await shell.run(['new', '4765.atop'])).code, 0);
    shell.example(4765);
    shell.example(1335);

    const first = await shell.run(['check']);
    assertShown(first.stdout);
    assert.equal(first.code, 1);
    assert.equal((await shell.run(['fix', '--dry-run', '.'])).code, 1);
    assert.equal((await shell.run(['fix', '.'])).code, 0);
    assertShown((await shell.run(['check'])).stdout);
    shell.write('4765.atop', shell.read('4765.atop').replace('renewals):\n', 'renewals):\nNone\n'));
    assert.equal((await shell.run(['check'])).stdout, 'Nothing found in 2 sheets.\n');

    assertShown((await shell.run(['export', '.', '-o', 'atop.csv'])).stderr);
    const row = shell
      .read('atop.report.csv')
      .split('\r\n')
      .find(line => line.startsWith('4765,interv'));
    assert.ok(row !== undefined && page.includes(`| ${row.split(',').join(' | ')} |`));
    const long = await shell.run(['export', '.', '--long', '-o', 'answers.csv']);
    assert.deepEqual([long.code, long.stderr], [0, 'Exported 2 sheets to answers.csv.\n']);

    shell.write('../second/1335.atop', shell.read('1335.atop'));
    shell.write('../second/4765.atop', shell.read('4765.atop').replace('705 Kazakhstan', '702 Tajikistan'));
    assertShown((await shell.run(['agree', '.', '../second'])).stdout);
  });
});
