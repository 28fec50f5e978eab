import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from './commands';
import { HostError } from './interruption';
import { buildCache } from './repository';

/** A release of VS Code, and where the npm registry carries it as a server with a web workbench. */
interface Release {
  /** `vscode.version` inside this release. */
  readonly version: string;
  /** The version of the npm package `code-server` that contains it. */
  readonly codeServer: string;
  /** The oldest Node.js major version that it runs on. */
  readonly node: number;
  /** The version of `@vscode/ripgrep-universal` to add; absent where the release brings its own. */
  readonly ripgrep?: string;
}

/** The oldest VS Code that the extension supports, and the newest that it is tried on. */
const releases = {
  '1.99': { version: '1.99.3', codeServer: '4.99.4', node: 20, ripgrep: '1.18.0' },
  '1.139': { version: '1.139.1', codeServer: '4.139.1', node: 24 },
} as const satisfies Record<string, Release>;

export type ReleaseName = keyof typeof releases;
export const releaseNames = Object.keys(releases) as ReleaseName[];

export function isReleaseName(name: string): name is ReleaseName {
  return Object.hasOwn(releases, name);
}

/** The full version of a release, such as `1.99.3`. */
export function releaseVersion(name: ReleaseName): string {
  return releases[name].version;
}

/** An installed build, ready to start. */
export interface Build {
  /** The Node.js executable that runs it. */
  readonly node: string;
  /** The server's entry script. */
  readonly serverMain: string;
}

/**
 * The build of a release, installed into `.vscode-test/` on first use.
 *
 * The install happens in a folder beside the final one and is moved there when it is whole, so an
 * interrupted install is never mistaken for a build, and two installs at once do not mix.
 *
 * @throws {HostError} when npm fails.
 * @throws the signal's abort error when `signal` aborts; nothing half-installed stays behind.
 */
export async function installedBuild(name: ReleaseName, signal: AbortSignal): Promise<Build> {
  const release: Release = releases[name];
  const folder = join(buildCache, `code-server-${release.codeServer}`);
  if (!existsSync(folder)) await install(release, folder, signal);
  return {
    node: ownNodeSuits(release)
      ? process.execPath
      : join(folder, 'node_modules', nodePackage(), 'bin', 'node'),
    serverMain: join(vscodeFolder(folder), 'out', 'server-main.js'),
  };
}

async function install(release: Release, folder: string, signal: AbortSignal): Promise<void> {
  const started = Date.now();
  console.log(`Installing VS Code ${release.version} (code-server ${release.codeServer}) into ${folder} …`);
  await mkdir(buildCache, { recursive: true });
  const unfinished = await mkdtemp(`${folder}.unfinished-`);
  try {
    await writeFile(join(unfinished, 'package.json'), JSON.stringify(manifest(release), null, 2));
    // Install scripts would compile native modules, which takes minutes and system libraries; VS Code
    // does without them.
    const npmInstall = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    await runCommand('npm', npmInstall, { cwd: unfinished, signal });
    console.log('Installing what VS Code itself depends on …');
    await runCommand('npm', [...npmInstall, '--omit=dev'], { cwd: vscodeFolder(unfinished), signal });
    if (release.ripgrep !== undefined) await placeRipgrep(unfinished);
    await moveInto(unfinished, folder);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  console.log(`Installed VS Code ${release.version} in ${Math.round((Date.now() - started) / 1000)} s.`);
}

/**
 * Puts ripgrep where the release looks for it: `vscode.workspace.findFiles` runs it. The release's own
 * package would download it in an install script, from outside the registry.
 */
async function placeRipgrep(folder: string): Promise<void> {
  const name = process.platform === 'win32' ? 'rg.exe' : 'rg';
  const platform = `${process.platform}-${process.arch}`;
  const binary = join(folder, 'node_modules', '@vscode', 'ripgrep-universal', 'bin', platform, name);
  const place = join(vscodeFolder(folder), 'node_modules', '@vscode', 'ripgrep', 'bin');
  await mkdir(place);
  await copyFile(binary, join(place, name));
}

/** Moves a finished install to its place; another run may have put its own there meanwhile. */
async function moveInto(finished: string, folder: string): Promise<void> {
  try {
    await rename(finished, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  }
}

function manifest(release: Release): object {
  const dependencies: Record<string, string> = { 'code-server': release.codeServer };
  if (release.ripgrep !== undefined) dependencies['@vscode/ripgrep-universal'] = release.ripgrep;
  if (!ownNodeSuits(release)) dependencies[nodePackage()] = String(release.node);
  return { private: true, dependencies };
}

function ownNodeSuits(release: Release): boolean {
  return Number.parseInt(process.versions.node, 10) >= release.node;
}

/**
 * The npm package that holds Node.js itself for this machine.
 *
 * @throws {HostError} on a system that has no such package.
 */
function nodePackage(): string {
  if (process.platform !== 'linux' && process.platform !== 'darwin') {
    throw new HostError(
      'This release needs a newer Node.js: install Node.js 24 or later and run this again.',
    );
  }
  return `node-${process.platform}-${process.arch}`;
}

function vscodeFolder(folder: string): string {
  return join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
}
