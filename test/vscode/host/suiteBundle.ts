import { build, type Plugin } from 'esbuild';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { repository } from './repository';

const suiteFolder = join(repository, 'test', 'vscode', 'suite');

/**
 * The endings of the files of tests: where they run is part of their names. `x.test.ts` runs in every
 * host with a folder, `x.node.test.ts` where the extension runs in Node.js, `x.web.test.ts` where it runs in
 * a web worker, `x.roots.test.ts` in a workspace of several folders, `x.german.test.ts` in a VS Code
 * that is set to German.
 */
const testFile = /^[^.]+(?:\.(node|web|roots|german))?\.test\.ts$/;

/** What tests a host runs. */
export type HostKind = 'node' | 'web' | 'roots' | 'german';

/**
 * Bundles those of the suite's tests that run in an extension host, Mocha included, into one script for it.
 *
 * @param outfile where the script goes, absolute.
 * @param environment for a web worker, which has no environment variables: they are written into the
 *   script. Any other script reads the process's own.
 * @throws when the suite does not build.
 */
export async function bundleSuite(
  outfile: string,
  host: HostKind,
  environment: Readonly<Record<string, string>> = {},
): Promise<void> {
  const isWeb = host === 'web';
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
      TEST_FILES: JSON.stringify(await testNames(host)),
      ...(isWeb && { process: JSON.stringify({ env: environment }) }),
    },
    platform: isWeb ? 'browser' : 'node',
    plugins: isWeb ? [withoutTestsOfOthers(host), browserReplacements] : [withoutTestsOfOthers(host)],
  });
}

/** The names of the files of tests that run in a host, without `.test.ts`. */
async function testNames(host: HostKind): Promise<string[]> {
  const files = await readdir(suiteFolder);
  return files
    .filter(file => testFile.test(file) && runsIn(host, file))
    .map(file => file.slice(0, -'.test.ts'.length))
    .sort();
}

function runsIn(host: HostKind, file: string): boolean {
  const only = testFile.exec(basename(file))?.[1];
  return only === undefined ? host === 'node' || host === 'web' : only === host;
}

/** The suite imports files by a pattern, which would bring in tests that do not build for this host. */
function withoutTestsOfOthers(host: HostKind): Plugin {
  return {
    name: 'without-tests-of-others',
    setup(bundler) {
      bundler.onLoad({ filter: /\.test\.ts$/ }, ({ path }) =>
        runsIn(host, path) ? undefined : { contents: '' },
      );
    },
  };
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
