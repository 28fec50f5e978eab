import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { Build } from './builds';
import { aborted, HostError } from './interruption';

const startTimeoutMs = 60_000;
const stopTimeoutMs = 5_000;
const keptOutput = 2_000;

/** What the workbench shows and loads. All paths are absolute. */
export interface WorkbenchRequest {
  /** A folder, or a `.code-workspace` file that names several. */
  readonly workspace: string;
  readonly extensionDevelopmentPath: string;
  /** The script whose `run()` the extension host calls; absent, no tests run. */
  readonly extensionTestsPath?: string;
  /** A file to open in an editor. */
  readonly openFile?: string;
}

/** VS Code's own server, which serves the workbench as a web page and runs the extension host. */
export interface WorkbenchServer {
  /** The page's address for a request; it carries the secret that opens the server. */
  address(request: WorkbenchRequest): string;
  /** Rejects with a {@link HostError} when the server ends before it is stopped; never resolves. */
  readonly failure: Promise<never>;
  /** Ends the server with every process it started, and removes its data. Can be called again. */
  stop(): Promise<void>;
}

/**
 * Starts a server on 127.0.0.1 and waits until it serves the workbench.
 *
 * @param port the port to listen on; 0 takes a free one.
 * @param packageFile a packaged extension to install before, absolute.
 * @throws {HostError} when the port cannot be used, the package cannot be installed, or the server does
 *   not come up within a minute.
 */
export async function startServer(
  build: Build,
  port: number,
  signal: AbortSignal,
  packageFile?: string,
): Promise<WorkbenchServer> {
  if (port !== 0) await assertPortIsFree(port);
  const dataFolder = await mkdtemp(join(tmpdir(), 'atop-vscode-'));
  const token = randomUUID();
  const tokenFile = join(dataFolder, 'token');
  await writeFile(tokenFile, token, { mode: 0o600 });
  await writeSettings(dataFolder);
  if (packageFile !== undefined) await installPackage(build, dataFolder, packageFile, signal);

  const args = [
    ...['--import', new URL('./end-with-owner.mjs', import.meta.url).href],
    build.serverMain,
    ...['--host', '127.0.0.1', '--port', String(port)],
    // Without a secret, any page in the user's browser and any user of the machine could drive it.
    ...['--connection-token-file', tokenFile],
    '--accept-server-license-terms',
    '--disable-workspace-trust',
    '--disable-telemetry',
    // Newer releases read the address's payload only with this flag.
    '--enable-smoke-test-driver',
    ...['--server-data-dir', dataFolder],
  ];
  // In a process group of its own the server can be ended with all that it started, and a Ctrl-C in the
  // terminal reaches it only through its owner.
  const child = spawn(build.node, args, {
    stdio: 'pipe',
    detached: true,
    // Where VS Code puts its sockets, which it does not remove itself.
    env: { ...process.env, XDG_RUNTIME_DIR: dataFolder },
  });
  const output = collectOutput(child);
  const ended = new Promise<string>(resolve => {
    child.once('error', error => {
      resolve(error.message);
    });
    child.once('exit', (code, killedBy) => {
      resolve(killedBy ?? `exit code ${String(code)}`);
    });
  });
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    stopped ??= endProcessGroup(child, ended).then(() => rm(dataFolder, { recursive: true, force: true }));
    return stopped;
  };
  const failure = ended.then((how): never => {
    throw new HostError(`VS Code's server ended early (${how}). Its last output:\n${output.last()}`);
  });
  // Whoever races against the failure sees it; after a stop nobody does, and that is no error.
  failure.catch(() => undefined);

  try {
    const boundPort = await Promise.race([output.port, failure, aborted(signal), startTimeout(output)]);
    return { address: request => workbenchAddress(boundPort, token, request), failure, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Keeps away what is not the extension's: newer releases fill a third of the window with a chat. */
async function writeSettings(dataFolder: string): Promise<void> {
  const folder = join(dataFolder, 'data', 'Machine');
  await mkdir(folder, { recursive: true });
  const settings = {
    'chat.disableAIFeatures': true,
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
    // The folder of examples lies in a repository, and VS Code would ask whether to open that.
    'git.openRepositoryInParentFolders': 'never',
    // In a browser VS Code saves by itself, unlike on a desktop; a sheet is saved when its coder says so.
    'files.autoSave': 'off',
  };
  await writeFile(join(folder, 'settings.json'), JSON.stringify(settings));
}

/** Installs a packaged extension as a person does who has the file: by VS Code's own command line. */
async function installPackage(
  build: Build,
  dataFolder: string,
  packageFile: string,
  signal: AbortSignal,
): Promise<void> {
  const install = spawn(
    build.node,
    [
      build.serverMain,
      '--accept-server-license-terms',
      ...['--server-data-dir', dataFolder],
      ...['--install-extension', packageFile],
    ],
    { stdio: 'pipe', signal },
  );
  const output = collectOutput(install);
  const code = await new Promise<number | null>((resolve, reject) => {
    install.once('error', reject);
    install.once('close', resolve);
  });
  if (code === 0 && (await readdir(join(dataFolder, 'extensions'))).length > 1) return;
  throw new HostError(`VS Code did not install ${packageFile}. Its last output:\n${output.last()}`);
}

/** Gathers a server's output: the port it announces, and the end of it for error messages. */
function collectOutput(child: ChildProcess): { port: Promise<number>; last(): string } {
  let text = '';
  const port = new Promise<number>(resolve => {
    const read = (chunk: Buffer): void => {
      const grown = text + chunk.toString();
      const announced = /Web UI available at http:\/\/localhost:(\d+)/.exec(grown)?.[1];
      if (announced !== undefined) resolve(Number(announced));
      text = grown.slice(-keptOutput);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
  });
  return { port, last: () => text.trim() };
}

async function startTimeout(output: { last(): string }): Promise<never> {
  // Unreferenced, the timer does not keep a process alive whose server came up long ago.
  await delay(startTimeoutMs, undefined, { ref: false });
  throw new HostError(
    `VS Code's server did not come up within ${startTimeoutMs / 1000} s. Its last output:\n${output.last()}`,
  );
}

function workbenchAddress(port: number, token: string, request: WorkbenchRequest): string {
  const remote = (path: string): string => `vscode-remote://localhost:${port}${pathToFileURL(path).pathname}`;
  const payload = [
    ['extensionDevelopmentPath', remote(request.extensionDevelopmentPath)],
    ...(request.extensionTestsPath === undefined
      ? []
      : [['extensionTestsPath', remote(request.extensionTestsPath)]]),
    ...(request.openFile === undefined ? [] : [['openFile', remote(request.openFile)]]),
    ['skipWelcome', 'true'],
  ];
  const address = new URL(`http://localhost:${port}/`);
  address.searchParams.set('tkn', token);
  const isFile = request.workspace.endsWith('.code-workspace');
  address.searchParams.set(isFile ? 'workspace' : 'folder', request.workspace);
  address.searchParams.set('payload', JSON.stringify(payload));
  return address.href;
}

/** Asks the group to end, waits for the server, then ends for good whatever of the group is left. */
async function endProcessGroup(child: ChildProcess, ended: Promise<string>): Promise<void> {
  signalGroup(child, 'SIGTERM');
  await Promise.race([ended, delay(stopTimeoutMs, undefined, { ref: false })]);
  signalGroup(child, 'SIGKILL');
  await ended;
}

function signalGroup(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, name);
  } catch (error) {
    // ESRCH: nothing of the group is left.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/** The server itself only logs that its port is taken and then goes on without listening. */
function assertPortIsFree(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const reasons: Record<string, string> = {
        EADDRINUSE: 'it is taken by another program',
        EACCES: 'this user may not listen there',
      };
      reject(new HostError(`Port ${port} cannot be used: ${reasons[error.code ?? ''] ?? error.message}.`));
    });
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      probe.close(() => {
        resolve();
      });
    });
  });
}
