import assert from 'node:assert/strict';
import { readdirSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { exampleText, Shell } from './shell';

/** Commands that write, and what they are to write; each with files of its own to begin with. */
const WRITERS: readonly (readonly string[])[] = [
  ['fix', '4765.atop'],
  ['format', '4765.atop'],
  ['export', '-o', 'atop.csv'],
  ['export', '-o', 'atop.jsonl', '--format', 'jsonl'],
  ['import', '1335.txt'],
  ['new', '3001.atop'],
];

describe('a disk that gives out', function () {
  this.timeout(120_000);
  let shell: Shell;
  beforeEach(() => {
    shell = new Shell();
  });
  afterEach(() => shell.remove());

  const begin = (): void => {
    for (const name of readdirSync(shell.path('.'))) rmSync(shell.path(name), { recursive: true });
    shell.write(
      '4765.atop',
      exampleText(4765).replace('1. ATOP ID:', '\n\n\n1.   ATOP ID:').replace(/^No$/m, 'noo'),
    );
    shell.write('1335.txt', exampleText(1335));
  };
  const contents = (): Map<string, string> => new Map(shell.files().map(name => [name, shell.read(name)]));

  for (const args of WRITERS) {
    it(`leaves what was there or what was to be, and nothing between: ${args[0]} ${args.at(-1)}`, async () => {
      begin();
      const before = contents();
      const whole = await shell.run(args);
      assert.equal(whole.stderr.includes('error'), false, whole.stderr);
      const after = contents();
      assert.notDeepEqual(after, before);

      let full = 0;
      for (const blocks of [0, 1, 2, 5, 12, 20, 40]) {
        begin();
        // No file may grow past so many blocks of 512 bytes.
        const { code, stderr } = await shell.run(args, { limit: `ulimit -f ${blocks}` });
        for (const [name, text] of contents()) {
          assert.ok(text === before.get(name) || text === after.get(name), `${name} at ${blocks} blocks`);
        }
        for (const name of before.keys()) assert.ok(shell.has(name), name);
        if (code === whole.code) continue;
        full++;
        assert.equal(code, 2);
        assert.match(stderr, /^error: [^\n]+: the file would be larger than is allowed\.$/m);
      }
      assert.ok(full > 0);
    });
  }

  it('has files vanish while they are read: the others are checked, and nothing is made up for those', async () => {
    for (let number = 0; number < 400; number++) shell.write(`${1000 + number}.atop`, exampleText(4765));
    shell.write('0000.atop', 'no sheet');
    const { code, stdout, stderr } = await shell.run(['check', '.'], {
      onOutput: () => {
        for (let number = 200; number < 400; number++) rmSync(shell.path(`${1000 + number}.atop`));
      },
    });
    assert.ok(code === 0 || code === 1 || code === 2);
    for (const line of stderr.split('\n').filter(line => line.startsWith('error: '))) {
      assert.match(line, /^error: 1[23]\d\d\.atop: no such file or folder\.$/);
    }
    assert.match(stdout, /^1199\.atop:/m);
  });
});
