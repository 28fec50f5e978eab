import { build, type Plugin } from 'esbuild';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { repository } from './repository';

const suiteFolder = join(repository, 'test', 'vscode', 'suite');
const testEnding = '.test.ts';

/**
 * Bundles the suite, Mocha included, into one script for an extension host.
 *
 * @param outfile where the script goes, absolute.
 * @param web for a web worker: it has no environment variables, so `environment` is written into the
 *   script. Absent, the script is for Node.js and reads the process's own.
 * @throws when the suite does not build.
 */
export async function bundleSuite(
  outfile: string,
  web?: { environment: Readonly<Record<string, string>> },
): Promise<void> {
  await build({
    entryPoints: [join(suiteFolder, 'index.ts')],
    outfile,
    bundle: true,
    format: 'cjs',
    target: 'es2022',
    external: ['vscode'],
    // Mocha finds the scripts of its parallel mode by path; the suite does not use that mode.
    logOverride: { 'require-resolve-not-external': 'silent' },
    logLevel: 'warning',
    define: {
      TEST_FILES: JSON.stringify(await testNames()),
      ...(web === undefined ? {} : { process: JSON.stringify({ env: web.environment }) }),
    },
    platform: web === undefined ? 'node' : 'browser',
    plugins: web === undefined ? [] : [browserReplacements],
  });
}

async function testNames(): Promise<string[]> {
  const files = await readdir(suiteFolder);
  return files
    .filter(file => file.endsWith(testEnding))
    .map(file => file.slice(0, -testEnding.length))
    .sort();
}

/**
 * What the suite uses of Node.js, for a web worker. Mocha's browser build is a script that sets globals,
 * inside a package whose scripts are all declared modules; loaded apart from the package it is taken for
 * what it is.
 */
const browserReplacements: Plugin = {
  name: 'browser-replacements',
  setup(bundler) {
    const namespace = 'browser-replacement';
    const mochaFile = createRequire(import.meta.url).resolve('mocha/mocha.js');
    bundler.onResolve({ filter: /^(mocha|node:assert\/strict)$/ }, ({ path }) => ({ path, namespace }));
    bundler.onLoad({ filter: /^mocha$/, namespace }, async () => ({
      contents: `${await readFile(mochaFile, 'utf8')}\nmodule.exports = globalThis.Mocha;`,
    }));
    bundler.onLoad({ filter: /^node:assert/, namespace }, () => ({
      contents: "export { strict as default } from 'assert';",
      resolveDir: repository,
    }));
  },
};
