import { setTimeout as delay } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from './browser';
import { installedBuild, type ReleaseName } from './builds';
import { aborted, HostError } from './interruption';
import { servePageRequests } from './pageChannel';
import { RunLog } from './runLog';
import { startServer, type WorkbenchServer } from './server';

const viewport = { width: 1440, height: 900 };

/** A test run. All paths are absolute. */
export interface EmbeddedRun {
  readonly release: ReleaseName;
  /** A folder, or a `.code-workspace` file that names several. */
  readonly workspace: string;
  readonly extensionDevelopmentPath: string;
  readonly extensionTestsPath: string;
  /** The language that VS Code is set to; absent, English. */
  readonly language: string | undefined;
  /** A packaged extension to install before, absolute; absent, none is. */
  readonly packageFile: string | undefined;
  /** Where tests leave requests to the page; absent, none are served. */
  readonly pageChannel: string | undefined;
  /** The first value of each line that the tests log; absent, all of the workbench's log is shown. */
  readonly consoleMark: string | undefined;
  /** How long the run may take once server and browser are up. */
  readonly timeoutSeconds: number;
}

/**
 * Runs extension tests in an embedded VS Code: its server, and a headless browser that shows the
 * workbench. What the tests log goes to standard output.
 *
 * @returns the exit code that the extension host gave: 0 when its `run()` resolved.
 * @throws {HostError} when the run cannot start, breaks or takes too long. Server and browser are gone
 *   then, as they are after a run that ended well.
 */
export async function runInEmbeddedHost(run: EmbeddedRun, signal: AbortSignal): Promise<number> {
  const build = await installedBuild(run.release, signal);
  const over = new AbortController();
  let browser: Browser | undefined;
  let server: WorkbenchServer | undefined;
  try {
    browser = await startBrowser(signal);
    server = await startServer(build, 0, signal, run.packageFile);
    // Without the permission a page asks before it reads the clipboard, and nobody is there to answer.
    const permissions = ['clipboard-read', 'clipboard-write'];
    const page = await browser.newPage({ viewport, deviceScaleFactor: 1, permissions });
    if (run.language !== undefined) await setLanguage(page, run.language);
    const log = new RunLog(run.consoleMark);
    page.on('pageerror', error => {
      log.keep(error.message);
    });
    await page.exposeFunction('codeAutomationLog', (severity: string, values: unknown[]) => {
      log.add(severity, values);
    });
    const exit = new Promise<number>((resolve, reject) => {
      page
        .exposeFunction('codeAutomationExit', (code: number) => {
          resolve(code);
        })
        .catch(reject);
    });
    const code = await Promise.race([
      page.goto(server.address(run)).then(() => exit),
      server.failure,
      pageFailure(page),
      aborted(signal),
      timeout(run.timeoutSeconds, log),
      ...(run.pageChannel === undefined ? [] : [servePageRequests(page, run.pageChannel, over.signal)]),
    ]);
    if (code !== 0) console.log(`The workbench's own last warnings and errors:\n${log.kept()}`);
    return code;
  } finally {
    over.abort();
    await Promise.allSettled([browser?.close(), server?.stop()]);
  }
}

/** Sets what a language pack sets, but for the workbench's own texts: extensions go by it. */
async function setLanguage(page: Page, language: string): Promise<void> {
  await page.addInitScript(name => {
    (globalThis as { _VSCODE_NLS_LANGUAGE?: string })._VSCODE_NLS_LANGUAGE = name;
  }, language);
}

/** Rejects when the page ends before the run does; never resolves. */
function pageFailure(page: Page): Promise<never> {
  return new Promise((_resolve, reject) => {
    page.once('crash', () => {
      reject(new HostError("The workbench's page crashed."));
    });
    page.once('close', () => {
      reject(new HostError('The browser closed before the run ended.'));
    });
  });
}

async function timeout(seconds: number, log: RunLog): Promise<never> {
  // Unreferenced, the timer does not keep the process of a run alive that ended in time.
  await delay(seconds * 1000, undefined, { ref: false });
  throw new HostError(
    `The run did not end within ${seconds} s. The workbench's own last warnings and errors:\n${log.kept()}`,
  );
}
