// Lets one bundle of esbuild's take modules from another, for what is in both is shipped twice otherwise.
//
// The bundle that gives is whole and runs by itself in a browser; in Node it only hands out modules. The
// bundle that takes has, in place of each of them, one line that fetches it from the file beside it.

const { basename, relative, sep } = require('node:path');
const esbuild = require('esbuild');

/**
 * The modules that two bundles have in common, as far as other modules of the taker import them: all that
 * stands behind them comes along. JSON is left out, since a bundle holds only what is used of it.
 *
 * @returns Paths in esbuild's form; none where one of the bundles does not build, which its own build reports.
 */
async function modulesInCommon(giver, taker) {
  const inputsOf = async options => {
    const { metafile } = await esbuild.build({
      ...options,
      plugins: [],
      metafile: true,
      write: false,
      logLevel: 'silent',
    });
    return metafile.inputs;
  };
  try {
    const [given, taken] = await Promise.all([inputsOf(giver), inputsOf(taker)]);
    const own = Object.keys(taken).filter(path => !(path in given));
    const imported = own.flatMap(path => taken[path].imports).map(({ path }) => path);
    return [...new Set(imported)].filter(path => path in given && !path.endsWith('.json'));
  } catch {
    return [];
  }
}

/** For the bundle that gives `modules`. */
function giving(modules) {
  const namespace = 'giving';
  return {
    name: namespace,
    setup(build) {
      build.onResolve({ filter: /./ }, ({ kind, path }) =>
        kind === 'entry-point' ? { path, namespace } : undefined,
      );
      build.onLoad({ filter: /./, namespace }, ({ path }) => ({
        contents: `
          const modules = {${modules.map(id => `${JSON.stringify(id)}: () => require(${JSON.stringify(`./${id}`)})`).join()}};
          exports.moduleOf = id => modules[id]();
          if (typeof importScripts === 'function') Object.assign(exports, require(${JSON.stringify(`./${path}`)}));
        `,
        resolveDir: process.cwd(),
      }));
    },
  };
}

/** For the bundle that takes `modules` from the file `giver`, which is put beside it. */
function taking(modules, giver) {
  const namespace = 'taking';
  const file = `./${basename(giver)}`;
  const taken = new Set(modules);
  return {
    name: namespace,
    setup(build) {
      build.onResolve({ filter: /./ }, async ({ path, pluginData, ...from }) => {
        if (from.namespace === namespace) return { path, external: true };
        if (from.kind === 'entry-point' || pluginData === namespace) return undefined;
        const resolved = await build.resolve(path, { ...from, pluginData: namespace });
        const id = relative(process.cwd(), resolved.path).replaceAll(sep, '/');
        // By its ending esbuild tells what kind of module the line that stands for it is.
        return taken.has(id) ? { path: `${id}.cjs`, namespace, pluginData: { id } } : undefined;
      });
      build.onLoad({ filter: /./, namespace }, ({ pluginData: { id } }) => ({
        contents: `module.exports = require(${JSON.stringify(file)}).moduleOf(${JSON.stringify(id)});`,
      }));
    },
  };
}

module.exports = { giving, modulesInCommon, taking };
