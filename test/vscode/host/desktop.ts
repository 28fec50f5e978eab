import { downloadAndUnzipVSCode, SilentReporter } from '@vscode/test-electron';
import { hasDisplay } from './commands';
import { HostError } from './interruption';
import { buildCache } from './repository';

const idleTimeoutMs = 15_000;

/**
 * The desktop VS Code of a version, downloaded on first use; undefined where an embedded one is to be
 * used instead: without a display to show it on, or where it cannot be downloaded.
 *
 * `VSCODE_TEST_DESKTOP=1` asks for the desktop whatever the machine, `VSCODE_TEST_DESKTOP=0` against it.
 *
 * @throws {HostError} when it was asked for and cannot be downloaded.
 */
export async function desktopExecutable(version: string): Promise<string | undefined> {
  const wish = process.env['VSCODE_TEST_DESKTOP'];
  if (wish === '0' || (wish !== '1' && !hasDisplay())) return undefined;
  try {
    console.log(`Looking for the desktop VS Code ${version} …`);
    return await downloadAndUnzipVSCode({
      version,
      cachePath: buildCache,
      timeout: idleTimeoutMs,
      reporter: new SilentReporter(),
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (wish === '1') throw new HostError(`The desktop VS Code cannot be downloaded here: ${reason}`);
    console.log(`It cannot be downloaded here (${reason}); an embedded one takes its place.`);
    return undefined;
  }
}
