// Bundles the extension and its language server into dist/.
//
//   node esbuild.js                 with source maps
//   node esbuild.js --production    minified, without source maps
//   node esbuild.js --watch         rebuilds on change; .vscode/tasks.json reads its output

const { chmodSync } = require('node:fs');
const { dirname, relative } = require('node:path');
const esbuild = require('esbuild');

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/**
 * What runs in Node and in a browser's worker alike. Each bundle is one file, and all that is read at its
 * start: what only one of the two has, such as Node's own modules, is required where it is needed.
 */
const anywhere = {
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // Besides Node's: the packages' halves for a browser.
  conditions: ['browser', 'module'],
};

/** What a shell runs, in Node alone. */
const shell = { platform: 'node', target: 'node20', format: 'cjs' };

/** The script of a panel's page. */
const page = { platform: 'browser', target: 'es2022', format: 'iife' };

const PDF_READER = 'dist/import/readPdf.mjs';

/** One line a bundle. */
const bundles = [
  {
    ...anywhere,
    entryPoints: ['client/src/extension.ts'],
    outfile: 'dist/client/extension.js',
    external: ['vscode'],
  },
  {
    ...shell,
    entryPoints: ['server/src/cli.ts'],
    outfile: 'dist/cli.js',
    // A module that asks for its own address, as ES modules can, gets that of the bundle.
    define: { 'import.meta.url': 'bundleUrl' },
    banner: {
      js: "#!/usr/bin/env node\nconst bundleUrl = require('node:url').pathToFileURL(__filename).href;",
    },
  },
  {
    ...anywhere,
    entryPoints: ['server/src/main.ts'],
    outfile: 'dist/server/server.js',
    // Other editors than VS Code start it as the program `atop-language-server`.
    banner: { js: '#!/usr/bin/env node' },
  },
  { ...page, entryPoints: ['client/src/page/dataset/index.ts'], outfile: 'dist/client/dataset.js' },
  { ...page, entryPoints: ['client/src/page/agreement/index.ts'], outfile: 'dist/client/agreement.js' },
  // The PDF reader is larger than all the rest. It runs in Node and in a worker alike.
  {
    ...page,
    format: 'esm',
    entryPoints: ['server/src/import/pdf/readPdf.ts'],
    outfile: PDF_READER,
    // Without a window, PDF.js takes the worker that it is loaded in for its own and answers its messages.
    define: { window: 'globalThis' },
  },
];

/** Leaves the PDF reader out of the other bundles: they load it from beside them when it is asked for. */
const pdfReaderPlugin = {
  name: 'pdf-reader',
  setup(build) {
    const folder = dirname(build.initialOptions.outfile);
    build.onResolve({ filter: /\/readPdf$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: relativeImport(folder, PDF_READER), external: true } : undefined,
    );
  },
};

function relativeImport(folder, file) {
  const path = relative(folder, file).replaceAll('\\', '/');
  return path.startsWith('.') ? path : `./${path}`;
}

/** What goes into each bundle, however it is written. */
const builds = bundles.map(bundle => ({
  ...bundle,
  bundle: true,
  // The packages' "module" builds: their "main" is a UMD wrapper that hides its imports from a bundler.
  mainFields: ['module', 'main'],
  logLevel: 'silent',
  plugins: [pdfReaderPlugin],
}));

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
  const contexts = await Promise.all(
    builds.map(build =>
      esbuild.context({
        ...build,
        minify: production,
        sourcemap: !production,
        sourcesContent: false,
        plugins: [...build.plugins, reportPlugin],
      }),
    ),
  );
  if (watch) {
    await Promise.all(contexts.map(context => context.watch()));
    return;
  }
  // Every bundle is tried, so that one run shows the errors of all.
  const results = await Promise.allSettled(contexts.map(context => context.rebuild()));
  await Promise.all(contexts.map(context => context.dispose()));
  if (results.some(result => result.status === 'rejected')) process.exitCode = 1;
}

module.exports = { builds };

if (require.main === module) {
  main().catch(error => {
    console.error(error);
    process.exitCode = 1;
  });
}
