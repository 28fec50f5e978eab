/** `npm run package [-- --out <file>]`: makes the package that VS Code installs. */
import { createVSIX } from '@vscode/vsce';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import manifest from '../package.json';
import { extensionPage } from './package/extensionPage';

/** Where the package's own page stands until it is packed; `.vscodeignore` lets it in. */
const PAGE = 'dist/package/README.md';

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { out: { type: 'string' } } });
  const file = resolve(values.out ?? `${manifest.name}-${manifest.version}.vsix`);
  mkdirSync(dirname(PAGE), { recursive: true });
  writeFileSync(PAGE, extensionPage(readFileSync('README.md', 'utf8')));
  mkdirSync(dirname(file), { recursive: true });
  await createVSIX({
    packagePath: file,
    readmePath: PAGE,
    // Everything is in the bundles.
    dependencies: false,
    // There is no public repository to name.
    allowMissingRepository: true,
  });
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
