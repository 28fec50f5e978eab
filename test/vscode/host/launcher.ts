import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isReleaseName, releaseNames, type ReleaseName } from './builds';
import { runInEmbeddedHost } from './embeddedHost';
import { describeFailure, HostError, interruption } from './interruption';

/**
 * Takes VS Code's own command line, as `runTests` gives it, and runs the tests in an embedded VS Code:
 * `--extensionDevelopmentPath=`, `--extensionTestsPath=` and the folder, or the file of a workspace, to open.
 * Other flags concern the desktop alone and are left aside.
 *
 * Environment: `ATOP_VSCODE_RELEASE` is the release's name, `ATOP_VSCODE_LANGUAGE` a language other than
 * English, `ATOP_VSCODE_TIMEOUT` the seconds that a run may take, `ATOP_VSCODE_PACKAGE` a packaged extension
 * to install before, `ATOP_PAGE_CHANNEL` the folder in which tests leave requests to the page, and
 * `ATOP_CONSOLE_MARK` the first value of each line that they log. The extension host inherits all of the
 * environment.
 */
async function main(signal: AbortSignal): Promise<number> {
  const { values, positionals } = parseArgs({
    options: {
      extensionDevelopmentPath: { type: 'string' },
      extensionTestsPath: { type: 'string' },
    },
    strict: false,
    allowPositionals: true,
  });
  const [workspace] = positionals;
  const { extensionDevelopmentPath, extensionTestsPath } = values;
  if (
    workspace === undefined ||
    typeof extensionDevelopmentPath !== 'string' ||
    typeof extensionTestsPath !== 'string'
  ) {
    throw new HostError(
      'Give --extensionDevelopmentPath=<folder>, --extensionTestsPath=<script> and what to open.',
    );
  }
  return runInEmbeddedHost(
    {
      release: requestedRelease(),
      workspace: resolve(workspace),
      extensionDevelopmentPath: resolve(extensionDevelopmentPath),
      extensionTestsPath: resolve(extensionTestsPath),
      language: process.env['ATOP_VSCODE_LANGUAGE'],
      packageFile: process.env['ATOP_VSCODE_PACKAGE'],
      pageChannel: process.env['ATOP_PAGE_CHANNEL'],
      consoleMark: process.env['ATOP_CONSOLE_MARK'],
      timeoutSeconds: Number(process.env['ATOP_VSCODE_TIMEOUT'] ?? 300),
    },
    signal,
  );
}

function requestedRelease(): ReleaseName {
  const name = process.env['ATOP_VSCODE_RELEASE'] ?? '1.99';
  if (isReleaseName(name)) return name;
  throw new HostError(`ATOP_VSCODE_RELEASE is ${name}; known are ${releaseNames.join(', ')}.`);
}

main(interruption()).then(
  code => process.exit(code),
  (error: unknown) => {
    console.error(describeFailure(error));
    process.exit(1);
  },
);
