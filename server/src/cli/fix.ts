import { Command } from 'commander';
import { readSheet } from '../answers';
import { atopInstrument } from '../instrument';
import { fixAll } from '../rules/fixAll';
import type { CliCommand } from './context';
import { addSheetOptions } from './options';
import { rewriteSheets, type RewriteOptions } from './rewrite';

/** `atop-sheets fix` */
export const fix: CliCommand = context =>
  addSheetOptions(new Command('fix'))
    .summary('mend what can be mended safely, in place')
    .description(
      'Mend in place all that can be mended without losing anything that a coder wrote: what the editor’s “Fix All” does. Encoding and line ends stay.',
    )
    .option('--dry-run', 'show the changes as a patch, and change nothing')
    .addHelpText(
      'after',
      `
Exit code: 0 when done, 1 where --dry-run finds something to change, 2 where the command
is wrong or a file cannot be read or written.

Examples:
  atop-sheets fix 4765.atop          one sheet
  atop-sheets fix sheets             all sheets in a folder and below
  atop-sheets fix --dry-run sheets   what would change
  atop-sheets fix - < in > out       from standard input to standard output`,
    )
    .action(async (paths: readonly string[], options: RewriteOptions) => {
      const { today } = context;
      context.exitCode = await rewriteSheets(
        paths,
        options,
        {
          done: 'fixed',
          rewrite: (text, severities) => fixAll(readSheet(text, atopInstrument), { today }, severities).text,
        },
        context,
      );
    });
