/**
 * `npm run bench`: every row of the budgets in one run; `-- --quick` for rough figures in less time, and the
 * names of groups for those alone.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { build } from 'esbuild';
import { isKept, table, type Row } from './report';

const FOLDER = 'dist/bench';
const GROUPS = [
  'editInProcess',
  'editOverStdio',
  'wholeSheet',
  'indexFromDisk',
  'editInWorkspaces',
  'growth',
] as const;

/** Growth is told by processor time, which the collector's threads spend on waiting for each other as well. */
function flagsFor(group: (typeof GROUPS)[number]): readonly string[] {
  return group === 'growth' ? ['--single-threaded-gc'] : [];
}

/** The rows of a group, measured in a process of its own. Throws where that fails. */
function measured(group: (typeof GROUPS)[number], isQuick: boolean): Row[] {
  const output = execFileSync(
    process.execPath,
    [...flagsFor(group), `${FOLDER}/row.js`, group, ...(isQuick ? ['--quick'] : [])],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  );
  return JSON.parse(output.trim().split('\n').at(-1) ?? '[]') as Row[];
}

async function run(): Promise<void> {
  const isQuick = process.argv.includes('--quick');
  const named = process.argv.slice(2).filter(argument => argument !== '--quick');
  const unknown = named.filter(name => !GROUPS.some(group => group === name));
  if (unknown.length > 0) {
    console.error(`No group “${unknown.join('”, “')}” among ${GROUPS.join(', ')}.`);
    process.exitCode = 2;
    return;
  }
  // As it ships: minified. The peers run as they are published.
  await build({
    entryPoints: ['row', 'floorServer', 'constantServer', 'jsonServer'].map(name => `test/bench/${name}.ts`),
    outdir: FOLDER,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20',
    packages: 'external',
  });
  const rows = GROUPS.filter(group => named.length === 0 || named.includes(group)).flatMap(group => {
    console.log(`measuring ${group} …`);
    try {
      return measured(group, isQuick);
    } catch {
      // Its own error stands above. What the others have measured is not lost over it.
      console.error(`${group} failed.`);
      process.exitCode = 1;
      return [];
    }
  });
  const machine = { node: process.version, processor: cpus()[0]?.model ?? 'unknown', cores: cpus().length };
  const file = `${FOLDER}/${[...named, isQuick ? 'quick' : 'full'].join('-')}.json`;
  writeFileSync(file, `${JSON.stringify({ machine, isQuick, rows }, null, 2)}\n`);
  console.log(`\n${table(rows)}\n\nKept in ${file}.`);
  if (isQuick) console.log('A quick run: its figures are rough.');
  if (!rows.every(isKept)) process.exitCode = 1;
}

void run();
