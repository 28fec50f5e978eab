import { Command, CommanderError } from 'commander';
import { version } from '../../../package.json';
import { commands } from './commands';
import type { CliContext } from './context';
import { Failure, type ExitCode } from './failure';

/** Runs a command line, without the program's own name. Never throws. */
export async function runProgram(args: readonly string[], context: CliContext): Promise<ExitCode> {
  const { terminal } = context;
  try {
    await programOf(context).parseAsync([...args], { from: 'user' });
    return context.exitCode;
  } catch (error) {
    // Commander has said what is wrong, or shown the help that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof Failure) {
      if (error.message !== '') terminal.fail(error.message);
      return error.exitCode;
    }
    terminal.fail(`Something went wrong that should not have. ${traceOf(error)}`);
    return 2;
  }
}

function traceOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function programOf(context: CliContext): Command {
  const program = new Command('atop-sheets')
    .description(
      'Check, mend, compare, import and export the plain-text coding sheets (*.atop) of the ATOP project.',
    )
    .version(version, '-V, --version', 'show the version')
    .helpCommand('help [command]', 'show the help of a command')
    .option('--color', 'colours, even where there is no terminal')
    .option('--no-color', 'no colours')
    .configureHelp({ showGlobalOptions: true })
    .addHelpText(
      'after',
      `
Exit code: 0 clean or done, 1 something was found, 2 wrong usage or a file that cannot be
read or written.`,
    );
  program.hook('preAction', () => {
    const { color } = program.opts<{ color?: boolean }>();
    if (color !== undefined) context.terminal.forceColors(color);
  });
  for (const command of commands) program.addCommand(withHelp(command(context)));
  return withHelp(program);
}

/** Errors are thrown, not exits of the process, and point to the help. */
function withHelp(command: Command): Command {
  return command
    .helpOption('-h, --help', 'show this help')
    .exitOverride()
    .showHelpAfterError(
      `(atop-sheets ${command.name() === 'atop-sheets' ? '' : `${command.name()} `}--help shows what is possible)`,
    );
}
