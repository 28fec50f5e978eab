// Bundles the extension and its language server into dist/.
//
//   node esbuild.js                 with source maps
//   node esbuild.js --production    minified, without source maps
//   node esbuild.js --watch         rebuilds on change; .vscode/tasks.json reads its output

const esbuild = require('esbuild');
const { giving, modulesInCommon, taking } = require('./scripts/sharedModules');

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/** What runs in Node: the extension host, the server process, a shell. */
const node = { platform: 'node', target: 'node20', format: 'cjs' };

/** What runs in a browser: the web extension host and the server are each a worker, which loads one script. */
const browser = { platform: 'browser', target: 'es2022', format: 'cjs' };

/** One line a bundle. One that `takesFrom` another has from that file what both need. */
const bundles = [
  {
    ...browser,
    entryPoints: ['client/src/browser.ts'],
    outfile: 'dist/client/browser.js',
    external: ['vscode'],
  },
  {
    ...node,
    entryPoints: ['client/src/extension.ts'],
    outfile: 'dist/client/extension.js',
    external: ['vscode'],
    takesFrom: 'dist/client/browser.js',
  },
  {
    ...browser,
    entryPoints: ['server/src/browser.ts'],
    outfile: 'dist/server/browser.js',
    // A bare worker, unlike VS Code's, has no modules.
    banner: {
      js: 'var module = typeof module === "object" ? module : { exports: {} }, exports = module.exports;',
    },
  },
  {
    ...node,
    entryPoints: ['server/src/node.ts'],
    outfile: 'dist/server/node.js',
    takesFrom: 'dist/server/browser.js',
  },
];

/** Prints begin, errors and end of every build in a form that a VS Code problem matcher can read. */
const reportPlugin = {
  name: 'report',
  setup(build) {
    const { outfile } = build.initialOptions;
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
      console.log(`${watch ? '[watch] build finished' : errors.length > 0 ? 'failed' : 'built'}: ${outfile}`);
    });
  },
};

/** How each bundle is made, with its part in what is shared. */
async function optionsOfAll() {
  const all = bundles.map(({ takesFrom, ...options }) => ({
    takesFrom,
    given: new Set(),
    options: {
      ...options,
      bundle: true,
      // The packages' "module" builds: their "main" is a UMD wrapper that hides its imports from a bundler.
      mainFields: ['module', 'main'],
      minify: production,
      sourcemap: !production,
      sourcesContent: false,
      logLevel: 'silent',
      plugins: [reportPlugin],
    },
  }));
  for (const { takesFrom, options } of all) {
    const giver = all.find(other => other.options.outfile === takesFrom);
    if (!giver) continue;
    const modules = await modulesInCommon(giver.options, options);
    for (const module of modules) giver.given.add(module);
    options.plugins.push(taking(modules, takesFrom));
  }
  for (const { given, options } of all) {
    if (given.size > 0) options.plugins.push(giving([...given]));
  }
  return all.map(({ options }) => options);
}

async function main() {
  const contexts = await Promise.all((await optionsOfAll()).map(options => esbuild.context(options)));
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
