import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { installedBuild, isReleaseName, releaseNames, releaseVersion, type ReleaseName } from './builds';
import { findOnPath, hasDisplay, isRoot, runCommand } from './commands';
import { aborted, describeFailure, HostError, interruption } from './interruption';
import { exampleFolder, exampleSheet, repository } from './repository';
import { startServer } from './server';

const usage = `Usage: start.ts [--port <number>] [--release ${releaseNames.join('|')}] [--embedded]`;

/**
 * Opens the examples in a VS Code with the extension: in the desktop one where there is one, otherwise
 * in an embedded one as a web page, until the process is asked to end.
 */
async function main(signal: AbortSignal): Promise<void> {
  const settings = readSettings();
  const desktop = settings.embedded ? undefined : await desktopCommand();
  if (desktop === undefined) await openEmbedded(settings, signal);
  else await openDesktop(desktop, signal);
}

/**
 * The desktop VS Code's command; undefined where it is missing or could not show a window. As root it
 * refuses to start, and in the terminal of a remote window `code` is another program of that name.
 */
async function desktopCommand(): Promise<string | undefined> {
  if (!hasDisplay() || isRoot() || process.env['VSCODE_IPC_HOOK_CLI'] !== undefined) return undefined;
  return findOnPath(process.platform === 'win32' ? ['code.exe'] : ['code']);
}

async function openDesktop(command: string, signal: AbortSignal): Promise<void> {
  console.log('Opening the examples in VS Code …');
  const sheet = join(exampleFolder, exampleSheet);
  await runCommand(command, [`--extensionDevelopmentPath=${repository}`, exampleFolder, sheet], { signal });
}

async function openEmbedded(
  settings: { port: number; release: ReleaseName },
  signal: AbortSignal,
): Promise<void> {
  const build = await installedBuild(settings.release, signal);
  console.log(`Starting VS Code ${releaseVersion(settings.release)} …`);
  const server = await startServer(build, settings.port, signal);
  try {
    const address = server.address({
      workspace: exampleFolder,
      extensionDevelopmentPath: repository,
      openFile: join(exampleFolder, exampleSheet),
    });
    console.log(`\nVS Code with the extension is at\n\n  ${address}\n\nCtrl-C ends it.`);
    if (hasDisplay()) openInBrowser(address);
    await Promise.race([server.failure, aborted(signal)]);
  } finally {
    await server.stop();
  }
}

/** Opens an address in the user's browser; where that fails, the printed address is what there is. */
function openInBrowser(address: string): void {
  const command = process.platform === 'darwin' ? 'open' : 'xdg-open';
  const opener = spawn(command, [address], { stdio: 'ignore', detached: true });
  opener.once('error', () => {
    console.log('No browser could be opened: open the address yourself.');
  });
  opener.unref();
}

function readSettings(): { port: number; release: ReleaseName; embedded: boolean } {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      release: { type: 'string', default: '1.99' },
      embedded: { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new HostError(`${values.port} is no port.\n${usage}`);
  }
  if (!isReleaseName(values.release)) {
    throw new HostError(`There is no release ${values.release}.\n${usage}`);
  }
  return { port, release: values.release, embedded: values.embedded };
}

/**
 * Ends this process, as a Ctrl-C would, once its parent is gone. A signal sent to npm reaches npm's shell
 * and ends that, but not what the shell runs.
 */
function endWithParent(): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGINT');
  }, 1000);
  watch.unref();
}

const signal = interruption();
if (process.env['npm_lifecycle_event'] !== undefined) endWithParent();
main(signal).then(
  () => process.exit(0),
  (error: unknown) => {
    // Ctrl-C is how this command is meant to end.
    if (signal.aborted) process.exit(0);
    console.error(describeFailure(error));
    process.exit(1);
  },
);
