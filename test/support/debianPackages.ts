import { findOnPath, isRoot, runCommand } from '../vscode/host/commands';
import { HostError } from '../vscode/host/interruption';

/**
 * Installs packages with `apt-get`, its output shown as it comes. It takes a Debian (or Ubuntu) and root.
 *
 * @throws {HostError} that begins with `advice`, what to install by hand, where it cannot.
 */
export async function installDebianPackages(
  packages: readonly string[],
  advice: string,
  signal: AbortSignal,
): Promise<void> {
  if (!isRoot() || (await findOnPath(['apt-get'])) === undefined) {
    throw new HostError(`${advice} (Debian: sudo apt-get install ${packages.join(' ')}).`);
  }
  console.log(`Installing ${packages.join(', ')} with apt-get …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    await runCommand('apt-get', ['-qq', 'update'], { env, signal });
    await runCommand('apt-get', ['-qq', 'install', '-y', '--no-install-recommends', ...packages], {
      env,
      signal,
    });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new HostError(`${advice}; apt-get could not install it here.`);
  }
}
