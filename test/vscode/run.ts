import { resolveCliArgsFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { browserExecutable } from './host/browser';
import { installedBuild, releaseVersion, type ReleaseName } from './host/builds';
import { runCommand } from './host/commands';
import { desktopExecutable } from './host/desktop';
import { describeFailure, HostError, interruption } from './host/interruption';
import { exampleFolder, repository } from './host/repository';
import { bundleSuite, type HostKind } from './host/suiteBundle';
import { hasWebEntry, makeWebExtension } from './host/webExtension';

/** A VS Code that tests run in: a release, and what is so of its extension host and of its workspace. */
interface Host {
  readonly release: ReleaseName;
  readonly kind: HostKind;
}

const hosts = {
  '1.99': { release: '1.99', kind: 'node' },
  '1.139': { release: '1.139', kind: 'node' },
  'roots-1.99': { release: '1.99', kind: 'roots' },
  'roots-1.139': { release: '1.139', kind: 'roots' },
  'german-1.99': { release: '1.99', kind: 'german' },
  'german-1.139': { release: '1.139', kind: 'german' },
  'web-1.99': { release: '1.99', kind: 'web' },
  'web-1.139': { release: '1.139', kind: 'web' },
} as const satisfies Record<string, Host>;
type HostName = keyof typeof hosts;

const descriptions: Readonly<Record<HostKind, string>> = {
  node: 'Node.js extension host',
  roots: 'Node.js extension host, several folders',
  german: 'Node.js extension host, in German',
  web: 'web worker extension host',
};

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const usage = `Usage: run.ts [host …] [--grep <text>] [--timeout <seconds>]
  [--extension <folder> | --package <file>] [--verbose]
Hosts: ${Object.keys(hosts).join(', ')}.`;

interface Settings {
  readonly hosts: readonly HostName[];
  /** The folder of the extension under test, absolute. */
  readonly extension: string;
  /** The packaged extension that is tested instead, absolute. */
  readonly packageFile: string | undefined;
  /** Runs only the tests whose full name contains this. */
  readonly grep: string | undefined;
  readonly timeoutSeconds: string;
  /** Shows the workbench's own log as well. */
  readonly verbose: boolean;
}

/** Runs the suite in each host in turn; returns the process's exit code. */
async function main(signal: AbortSignal): Promise<number> {
  const settings = await readSettings();
  const totals = { passed: 0, failed: 0 };
  for (const name of settings.hosts) {
    signal.throwIfAborted();
    const { counts, failure } = await runHost(name, settings, signal);
    totals.passed += counts.passed;
    // A run that broke counts as one failure: its tests, or some of them, gave no answer.
    totals.failed += counts.failed + (failure === undefined ? 0 : 1);
    console.log(
      `VS Code ${name}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped` +
        (failure === undefined ? '.' : `; the run itself failed: ${failure}`),
    );
  }
  console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
  return totals.failed === 0 ? 0 : 1;
}

/** Runs the suite in one host, in a workspace of its own that is gone afterwards. */
async function runHost(
  name: HostName,
  settings: Settings,
  signal: AbortSignal,
): Promise<{ counts: Counts; failure?: string }> {
  const host: Host = hosts[name];
  const version = releaseVersion(host.release);
  console.log(`\nVS Code ${version}, ${descriptions[host.kind]}`);
  // A web worker is a browser's, and a desktop speaks German only with an extension that is to be downloaded.
  const isEmbedded = host.kind === 'web' || host.kind === 'german';
  const desktop = isEmbedded ? undefined : await desktopExecutable(version);
  if (desktop === undefined) {
    // Here rather than inside the run, which has a time limit that an install should not use up.
    await browserExecutable(signal);
    await installedBuild(host.release, signal);
  }

  const folder = await mkdtemp(join(tmpdir(), 'atop-suite-'));
  try {
    const workspace = await (host.kind === 'roots' ? makeRoots(folder) : makeFolder(folder));
    const results = join(folder, 'results.json');
    const exported = join(folder, 'exported.csv');
    if (host.kind !== 'roots') await exportInShell(settings.extension, workspace, exported);
    const environment: Record<string, string> = {
      ATOP_VSCODE_VERSION: version,
      ATOP_RESULTS: results,
      ATOP_EXPORTED: exported,
      ...(settings.grep === undefined ? {} : { ATOP_GREP: settings.grep }),
      ...(desktop === undefined ? await embeddedEnvironment(folder, settings) : {}),
    };
    const installed = settings.packageFile === undefined ? settings.extension : await emptyExtension(folder);
    const { extension, suite } =
      host.kind === 'web'
        ? await prepareWeb(folder, settings.extension, environment)
        : await prepareNode(name, host.kind, installed);
    const extensions = join(folder, 'extensions');
    if (desktop !== undefined && settings.packageFile !== undefined) {
      const [command, ...args] = resolveCliArgsFromVSCodeExecutablePath(desktop);
      const install = [`--extensions-dir=${extensions}`, `--install-extension=${settings.packageFile}`];
      if (command !== undefined) await runCommand(command, [...args, ...install], { signal });
    }
    const failure = await runSuite({
      executable: desktop ?? join(repository, 'test', 'vscode', 'host', 'embedded-code.mjs'),
      extension,
      suite,
      workspace,
      flags:
        settings.packageFile === undefined ? ['--disable-extensions'] : [`--extensions-dir=${extensions}`],
      environment: {
        ...environment,
        ...(settings.packageFile !== undefined && { ATOP_VSCODE_PACKAGE: settings.packageFile }),
        ATOP_VSCODE_RELEASE: host.release,
        ATOP_VSCODE_TIMEOUT: settings.timeoutSeconds,
        ...(host.kind === 'german' && { ATOP_VSCODE_LANGUAGE: 'de' }),
      },
    });
    signal.throwIfAborted();
    return outcome(await readCounts(results), failure);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A copy of the examples, to be opened as a folder. */
async function makeFolder(folder: string): Promise<string> {
  const workspace = join(folder, 'workspace');
  await cp(exampleFolder, workspace, { recursive: true });
  return workspace;
}

/** Two folders with some of the examples each, and the file of the workspace that is made of them. */
async function makeRoots(folder: string): Promise<string> {
  const roots = { first: ['1335.atop', '4765.atop'], second: ['3180.atop', '6200.atop'] };
  for (const [root, sheets] of Object.entries(roots)) {
    for (const sheet of sheets) await cp(join(exampleFolder, sheet), join(folder, root, sheet));
  }
  const file = join(folder, 'sheets.code-workspace');
  await writeFile(file, JSON.stringify({ folders: Object.keys(roots).map(path => ({ path })) }));
  return file;
}

/** The dataset that the command line makes of a workspace: VS Code has to make the same. */
async function exportInShell(extension: string, workspace: string, output: string): Promise<void> {
  const program = join(extension, 'dist', 'cli.js');
  const options = ['export', '.', '--output', output, '--no-report'];
  await promisify(execFile)(process.execPath, [program, ...options], { cwd: workspace });
}

/** What tests need to drive the page, and what tells their output from the workbench's. */
async function embeddedEnvironment(folder: string, settings: Settings): Promise<Record<string, string>> {
  const channel = join(folder, 'page');
  await mkdir(channel);
  const screenshots = process.env['ATOP_SCREENSHOTS'];
  return {
    ATOP_PAGE_CHANNEL: channel,
    ...(settings.verbose ? {} : { ATOP_CONSOLE_MARK: 'suite:' }),
    ...(screenshots === undefined ? {} : { ATOP_SCREENSHOTS: screenshots }),
  };
}

/** What VS Code is pointed at: the folder of the extension, and the script with the suite. */
interface Prepared {
  readonly extension: string;
  readonly suite: string;
}

async function prepareNode(name: HostName, kind: HostKind, extension: string): Promise<Prepared> {
  const suite = join(repository, 'dist', 'test', 'vscode', `${name}.js`);
  await bundleSuite(suite, kind);
  return { extension, suite };
}

/** The suite lies inside the extension's folder: VS Code runs it in the host of the extension that holds it. */
async function prepareWeb(
  folder: string,
  source: string,
  environment: Readonly<Record<string, string>>,
): Promise<Prepared> {
  const extension = join(folder, 'extension');
  await mkdir(extension);
  await makeWebExtension(source, extension);
  const suite = join(extension, 'web-suite.js');
  await bundleSuite(suite, 'web', environment);
  return { extension, suite };
}

/** An extension that does nothing: VS Code runs tests for one under development, and so not for an installed one. */
async function emptyExtension(folder: string): Promise<string> {
  const extension = join(folder, 'empty');
  await mkdir(extension);
  const manifest = { name: 'empty', publisher: 'nobody', version: '0.0.0', engines: { vscode: '*' } };
  await writeFile(join(extension, 'package.json'), JSON.stringify(manifest));
  return extension;
}

/** Starts VS Code and waits for its end; returns what failed, or undefined. */
async function runSuite(run: {
  executable: string;
  extension: string;
  suite: string;
  workspace: string;
  flags: readonly string[];
  environment: Record<string, string>;
}): Promise<string | undefined> {
  try {
    await runTests({
      vscodeExecutablePath: run.executable,
      extensionDevelopmentPath: run.extension,
      extensionTestsPath: run.suite,
      extensionTestsEnv: run.environment,
      launchArgs: [run.workspace, ...run.flags],
    });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** What a run of one host comes to; a failed exit that failed tests explain is no failure of the run itself. */
function outcome(
  counts: Counts | undefined,
  failure: string | undefined,
): { counts: Counts; failure?: string } {
  if (counts === undefined) {
    return {
      counts: { passed: 0, failed: 0, skipped: 0 },
      failure: failure ?? 'it ended without results',
    };
  }
  return failure === undefined || counts.failed > 0 ? { counts } : { counts, failure };
}

async function readCounts(file: string): Promise<Counts | undefined> {
  return existsSync(file) ? (JSON.parse(await readFile(file, 'utf8')) as Counts) : undefined;
}

async function readSettings(): Promise<Settings> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      extension: { type: 'string', default: repository },
      grep: { type: 'string' },
      package: { type: 'string' },
      timeout: { type: 'string', default: '300' },
      verbose: { type: 'boolean', default: false },
    },
  });
  if (!(Number(values.timeout) > 0)) throw new HostError(usage);
  const names = positionals.length > 0 ? positionals.map(asHostName) : await defaultHosts(values.extension);
  if (values.package !== undefined && names.some(name => hosts[name].kind === 'web')) {
    throw new HostError(`A package is installed in hosts of Node.js alone: name them.\n${usage}`);
  }
  return {
    hosts: names,
    extension: resolve(values.extension),
    packageFile: values.package === undefined ? undefined : resolve(values.package),
    grep: values.grep,
    timeoutSeconds: values.timeout,
    verbose: values.verbose,
  };
}

async function defaultHosts(extension: string): Promise<HostName[]> {
  const names = Object.keys(hosts) as HostName[];
  return (await hasWebEntry(extension)) ? names : names.filter(name => hosts[name].kind !== 'web');
}

function asHostName(text: string): HostName {
  if (Object.hasOwn(hosts, text)) return text as HostName;
  throw new HostError(`There is no host ${text}.\n${usage}`);
}

const signal = interruption();
main(signal).then(
  code => process.exit(code),
  (error: unknown) => {
    console.error(describeFailure(signal.aborted ? signal.reason : error));
    process.exit(1);
  },
);
