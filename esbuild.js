// Bundles the extension and its language server into dist/.
//
//   node esbuild.js                 with source maps
//   node esbuild.js --production    minified, without source maps
//   node esbuild.js --watch         rebuilds on change; .vscode/tasks.json reads its output

const { chmodSync, existsSync } = require('node:fs');
const esbuild = require('esbuild');

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/** What runs in Node: the extension host, the server process, a shell. */
const node = { platform: 'node', target: 'node20', format: 'cjs' };

/** One line a bundle. */
const bundles = [
  {
    ...node,
    entryPoints: ['client/src/extension.ts'],
    outfile: 'dist/client/extension.js',
    external: ['vscode'],
  },
  { ...node, entryPoints: ['server/src/node.ts'], outfile: 'dist/server/node.js' },
  {
    ...node,
    entryPoints: ['server/src/cli.ts'],
    outfile: 'dist/cli.js',
    // A module that asks for its own address, as ES modules can, gets that of the bundle.
    define: { 'import.meta.url': 'bundleUrl' },
    banner: {
      js: "#!/usr/bin/env node\nconst bundleUrl = require('node:url').pathToFileURL(__filename).href;",
    },
  },
];

/** Prints begin, errors and end of every build in a form that a VS Code problem matcher can read. */
const reportPlugin = {
  name: 'report',
  setup(build) {
    const { outfile, banner } = build.initialOptions;
    const isProgram = banner?.js?.startsWith('#!') === true;
    build.onStart(() => {
      if (watch) console.log(`[watch] build started: ${outfile}`);
    });
    build.onEnd(({ errors, warnings }) => {
      for (const [severity, messages] of [
        ['error', errors],
        ['warning', warnings],
      ]) {
        for (const { location, text } of messages) {
          const place = location ? `${location.file}:${location.line}:${location.column + 1}` : outfile;
          console.error(`${place}: ${severity}: ${text}`);
        }
      }
      if (isProgram && errors.length === 0) chmodSync(outfile, 0o755);
      console.log(`${watch ? '[watch] build finished' : errors.length > 0 ? 'failed' : 'built'}: ${outfile}`);
    });
  },
};

async function main() {
  const contexts = [];
  for (const bundle of bundles) {
    if (!bundle.entryPoints.every(entry => existsSync(entry))) {
      console.warn(`skipped: ${bundle.outfile} (${bundle.entryPoints.join(', ')} does not exist)`);
      continue;
    }
    const context = await esbuild.context({
      ...bundle,
      bundle: true,
      // The packages' "module" builds: their "main" is a UMD wrapper that hides its imports from a bundler.
      mainFields: ['module', 'main'],
      minify: production,
      sourcemap: !production,
      sourcesContent: false,
      logLevel: 'silent',
      plugins: [reportPlugin],
    });
    contexts.push(context);
  }
  if (watch) {
    await Promise.all(contexts.map(context => context.watch()));
    return;
  }
  // Every bundle is tried, so that one run shows the errors of all.
  const results = await Promise.allSettled(contexts.map(context => context.rebuild()));
  await Promise.all(contexts.map(context => context.dispose()));
  if (results.some(result => result.status === 'rejected')) process.exitCode = 1;
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
