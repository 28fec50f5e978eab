import { chromium, type Browser } from 'playwright-core';
import { findOnPath, isRoot, runCommand } from './commands';
import { HostError } from './interruption';

const executableNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Chromium as root in a container, without the lookups and updates that a test must not depend on. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts a headless Chromium with an empty profile. Its owner closes it.
 *
 * @throws {HostError} when there is none and none can be installed.
 */
export async function startBrowser(signal: AbortSignal): Promise<Browser> {
  const executablePath = await browserExecutable(signal);
  return chromium.launch({
    executablePath,
    args: flags,
    // The owner closes the browser together with the server; it must not vanish before that.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

/**
 * The path of a Chromium on this machine, installed with `apt-get` where there is none and it can be.
 *
 * @throws {HostError} with what to install otherwise.
 */
export async function browserExecutable(signal: AbortSignal): Promise<string> {
  const found = await findOnPath(executableNames);
  if (found !== undefined) return found;

  const advice = 'Chromium is needed: install Chromium or Google Chrome so that it is on PATH';
  if (!isRoot() || (await findOnPath(['apt-get'])) === undefined) {
    throw new HostError(`${advice} (Debian: sudo apt-get install chromium).`);
  }
  console.log('Installing Chromium with apt-get …');
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await runCommand('apt-get', ['-qq', 'update'], { env, signal });
    await runCommand('apt-get', ['-qq', 'install', '-y', 'chromium'], {
      env,
      signal,
    });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new HostError(`${advice}; apt-get could not install it here.`);
  }
  const installed = await findOnPath(executableNames);
  if (installed === undefined) throw new HostError(`${advice}; apt-get's package brought none.`);
  return installed;
}
