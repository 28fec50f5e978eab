import type { Command } from 'commander';
import type { ExitCode } from './failure';
import type { Terminal } from './terminal';

/** What a command works with. */
export interface CliContext {
  readonly cwd: string;
  readonly stdin: NodeJS.ReadableStream;
  readonly terminal: Terminal;
  /** Today as an ISO day. */
  readonly today: string;
  /** Set by the command that ran. */
  exitCode: ExitCode;
}

/** Makes a command of the program; one file a command, listed in `commands.ts`. */
export type CliCommand = (context: CliContext) => Command;
