import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, it } from 'mocha';
import { commands } from '../../../server/src/cli/commands';
import type { CliContext } from '../../../server/src/cli/context';
import { Terminal } from '../../../server/src/cli/terminal';

const page = readFileSync(resolve('docs', 'cli.md'), 'utf8');

/** The page's section of a command, and what all commands have in common. */
function sectionsFor(command: string): string {
  const sections = page.split(/^## /m);
  return sections.filter(text => text.startsWith(`${command}\n`) || text.startsWith('What all')).join('');
}

describe('the page of the command line', () => {
  const context: CliContext = {
    cwd: process.cwd(),
    stdin: process.stdin,
    terminal: new Terminal(process, {}),
    today: '2026-11-24',
    exitCode: 0,
  };

  for (const command of commands.map(create => create(context))) {
    it(`describes ${command.name()} and each of its options`, () => {
      assert.ok(page.split(/^## /m).some(text => text.startsWith(`${command.name()}\n`)));
      const text = sectionsFor(command.name());
      for (const { flags } of command.options) assert.ok(text.includes(`\`${flags}\``), flags);
    });
  }
});
