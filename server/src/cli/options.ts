import { resolve } from 'node:path';
import type { Command } from 'commander';

/** The options of every command that reads sheets. */
export interface SheetOptions {
  readonly config?: string;
  readonly stdinFilename?: string;
}

/** Adds the paths of sheets and the options of reading them. */
export function addSheetOptions(command: Command, paths: { readonly default?: string } = {}): Command {
  const described = 'sheets, folders or patterns; - for standard input';
  if (paths.default === undefined) command.argument('<paths...>', described);
  else command.argument('[paths...]', described, [paths.default]);
  return command
    .option('--config <file>', 'the project file to use, in place of the nearest atop-sheets.json', path =>
      resolve(path),
    )
    .option('--stdin-filename <path>', 'the path that standard input stands for');
}

export function addForce(command: Command): Command {
  return command.option('--force', 'overwrite a file that exists');
}
