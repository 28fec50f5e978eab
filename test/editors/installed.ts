import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { findOnPath, isRoot, runCommand } from '../vscode/host/commands';

/**
 * The path of a program, installed with `apt-get` where there is none that works and it can be.
 *
 * @param probe Arguments with which a program that has all that is needed ends well.
 * @throws an error that says what to install otherwise.
 */
export async function installedProgram(
  name: string,
  packages: readonly string[],
  probe: readonly string[],
): Promise<string> {
  const found = await findOnPath([name]);
  if (found !== undefined && (await endsWell(found, probe))) return found;

  const advice = `${name} is needed on PATH (Debian: sudo apt-get install ${packages.join(' ')})`;
  if (!isRoot() || (await findOnPath(['apt-get'])) === undefined) throw new Error(`${advice}.`);
  console.log(`Installing ${packages.join(' and ')} with apt-get …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { signal } = new AbortController();
  const apt = (...args: string[]) => runCommand('apt-get', ['-qq', ...args], { env, signal });
  await apt('update');
  await apt('install', '-y', '--no-install-recommends', ...packages);
  const installed = await findOnPath([name]);
  if (installed === undefined || !(await endsWell(installed, probe)))
    throw new Error(`${advice}; apt-get's packages brought none that works.`);
  return installed;
}

async function endsWell(program: string, args: readonly string[]): Promise<boolean> {
  try {
    await promisify(execFile)(program, args);
    return true;
  } catch {
    return false;
  }
}
