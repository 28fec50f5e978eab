import { spawn } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { HostError } from './interruption';

/** The first of `names` that is an executable file in a folder of PATH, as an absolute path. */
export async function findOnPath(names: readonly string[]): Promise<string | undefined> {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(folder => folder !== '');
  for (const name of names) {
    for (const folder of folders) {
      const file = join(folder, name);
      if (await isExecutable(file)) return file;
    }
  }
  return undefined;
}

/**
 * Runs a command to its end with its output shown as it comes.
 *
 * @throws {HostError} when it cannot start, or ends with anything but 0.
 * @throws the signal's abort error when `signal` aborts; the command is ended then.
 */
export function runCommand(
  command: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; signal: AbortSignal },
): Promise<void> {
  const shown = [command, ...args].join(' ');
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', error => {
      reject(options.signal.aborted ? error : new HostError(`\`${shown}\` did not start: ${error.message}`));
    });
    child.once('exit', (code, killedBy) => {
      if (code === 0) resolve();
      else reject(new HostError(`\`${shown}\` failed (${killedBy ?? `exit code ${String(code)}`}).`));
    });
  });
}

/** Whether this machine can show a window: always on Windows and macOS, elsewhere with a display. */
export function hasDisplay(): boolean {
  if (process.platform === 'win32' || process.platform === 'darwin') return true;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

/** Whether this process is root; never on Windows, which has no such user. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

async function isExecutable(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
