import './markedConsole';
import Mocha from 'mocha';
import * as vscode from 'vscode';
import { hostFile } from './page';

/** The names of the suite's `*.test.ts` files without that ending; the bundler fills them in. */
declare const TEST_FILES: readonly string[];

/**
 * Runs the suite inside an extension host and reports to the console.
 *
 * The counts also go, as JSON `{ passed, failed, skipped }`, to the file that `ATOP_RESULTS` names.
 *
 * @throws {Error} when a test fails, which is how VS Code learns of it.
 */
export async function run(): Promise<void> {
  const grep = process.env['ATOP_GREP'];
  const mocha = new Mocha({
    ui: 'bdd',
    reporter: 'spec',
    timeout: 30_000,
    color: false,
    forbidOnly: true,
    ...(grep === undefined ? {} : { grep }),
  });
  // Makes `describe` and `it` global, as loading files by path would.
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  for (const name of TEST_FILES) await import(`./${name}.test.ts`);

  const stats = await new Promise<Mocha.Stats>((resolve, reject) => {
    const runner = mocha.run(() => {
      if (runner.stats) resolve(runner.stats);
      else reject(new Error('Mocha counted nothing.'));
    });
  });
  await report({ passed: stats.passes, failed: stats.failures, skipped: stats.pending });
  if (stats.failures > 0) throw new Error(`${stats.failures} failed.`);
}

async function report(counts: { passed: number; failed: number; skipped: number }): Promise<void> {
  const file = process.env['ATOP_RESULTS'];
  if (file === undefined) return;
  await vscode.workspace.fs.writeFile(hostFile(file), new TextEncoder().encode(JSON.stringify(counts)));
}
