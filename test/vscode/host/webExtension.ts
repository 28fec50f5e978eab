import { readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Of no use in a web worker, or too large to be looked through. */
const leftOut = new Set(['package.json', 'node_modules', '.git', '.vscode-test']);

/** Whether the extension in `folder` has an entry for web workers. */
export async function hasWebEntry(folder: string): Promise<boolean> {
  return 'browser' in (await readManifest(folder));
}

/**
 * Makes `target`, an empty folder, into the extension in `source` as a web worker has it: the manifest
 * without `main`, so that VS Code must take `browser`, and links to everything else.
 *
 * @throws {Error} when the manifest has no `browser` entry.
 */
export async function makeWebExtension(source: string, target: string): Promise<void> {
  const manifest = await readManifest(source);
  delete manifest['main'];
  if (!('browser' in manifest)) throw new Error(`The manifest in ${source} has no "browser" entry.`);
  await writeFile(join(target, 'package.json'), JSON.stringify(manifest, null, 2));
  for (const name of await readdir(source)) {
    if (!leftOut.has(name)) await symlink(join(source, name), join(target, name));
  }
}

async function readManifest(folder: string): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Record<string, unknown>;
}
