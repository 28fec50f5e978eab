import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import manifest from '../../package.json';

const program = join(__dirname, '..', '..', manifest.bin['atop-language-server']);

function call(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('a person who calls the language server by hand', () => {
  it('is told that an editor starts it', () => {
    for (const args of [[], ['4765.atop'], ['--stdin']]) {
      const { status, stdout, stderr } = call(...args);
      assert.equal(status, 2);
      assert.equal(stdout, '');
      assert.match(
        stderr,
        /^An editor starts this server .*--stdio\.\n\nUsage: atop-language-server --stdio/,
      );
    }
  });

  it('reads how, and which version it is', () => {
    const { status, stdout } = call('--help');
    assert.equal(status, 0);
    assert.match(stdout, /^Usage: atop-language-server/);
    assert.deepEqual(call('--version'), { status: 0, stdout: `${manifest.version}\n`, stderr: '' });
  });

  it('can start it as a program of its own', () => {
    assert.match(readFileSync(program, 'utf8'), /^#!\/usr\/bin\/env node\n/);
  });
}).timeout(20_000);
