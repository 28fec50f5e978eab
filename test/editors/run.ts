import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const repository = join(__dirname, '..', '..');

/** The command line that `docs/editors.md` gives to other editors, from this checkout. */
export const SERVER_COMMAND: readonly string[] = [
  process.execPath,
  join(repository, 'dist', 'server', 'server.js'),
  '--stdio',
];

/** What an editor saw of a sheet that a coder opened, answered and formatted in it. */
export interface Seen {
  /** The findings when the sheet was opened. */
  readonly findings: readonly string[];
  /** The hover of Belarus's code, in Markdown. */
  readonly hover: string;
  /** The findings once question 13 was answered by `None`. */
  readonly answered: readonly string[];
  /** The text after formatting. */
  readonly text: string;
}

/** The name of the real sheet in the folder that an editor is run in. */
export const SHEET = '4765.atop';

/**
 * Runs an editor to its end, in a folder that holds the real sheet alone: in this repository are several
 * of one ID. What it writes on its standard output is JSON.
 */
export async function seenBy(
  editor: string,
  args: readonly string[],
  { settings = {}, env = {} }: { settings?: object; env?: Readonly<Record<string, string>> } = {},
): Promise<Seen> {
  const folder = await mkdtemp(join(tmpdir(), 'atop-editors-'));
  try {
    await copyFile(join(repository, 'examples', SHEET), join(folder, SHEET));
    const run = promisify(execFile)(editor, args, {
      cwd: folder,
      env: {
        ...process.env,
        LC_ALL: 'C.UTF-8',
        ATOP_SERVER: JSON.stringify(SERVER_COMMAND),
        ATOP_SETTINGS: JSON.stringify(settings),
        ...env,
      },
      timeout: 120_000,
      maxBuffer: 16 * 1024 * 1024,
    });
    // An editor that reads its standard input waits for its end.
    run.child.stdin?.end();
    const { stdout } = await run;
    return JSON.parse(stdout) as Seen;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
