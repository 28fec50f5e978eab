import { Command, InvalidArgumentError, Option } from 'commander';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createSheetLanguageService, DEFAULT_SETTINGS, type FormatOptions } from '../service';
import type { CliCommand } from './context';
import { addSheetOptions } from './options';
import { rewriteSheets, type RewriteOptions } from './rewrite';

interface FormatCommandOptions extends RewriteOptions {
  readonly width: number;
  readonly dates: FormatOptions['dates'];
}

const DATE_FORMS = ['keep', 'written', 'iso'] as const satisfies readonly FormatOptions['dates'][];
const MAX_WIDTH = 1000;

/** `atop-sheets format` */
export const format: CliCommand = context =>
  addSheetOptions(new Command('format'))
    .summary('lay sheets out alike, in place')
    .description(
      'Lay sheets out alike, in place: the printed questions and their width, blank lines and, if wanted, the form of dates. No answer is worded otherwise. Encoding and line ends stay.',
    )
    .option('--check', 'name the sheets that are not laid out so, and change nothing')
    .option('--dry-run', 'show the changes as a patch, and change nothing')
    .option(
      '--width <columns>',
      'how wide printed questions are wrapped; 0 leaves each on one line',
      columns,
      DEFAULT_SETTINGS.format.width,
    )
    .addOption(
      new Option('--dates <form>', 'the form of dates: as they are, January 17, 1996, or 1996-01-17')
        .choices(DATE_FORMS)
        .default(DEFAULT_SETTINGS.format.dates),
    )
    .addHelpText(
      'after',
      `
Exit code: 0 when done, 1 where --check or --dry-run finds something to change, 2 where the
command is wrong or a file cannot be read or written.

Examples:
  atop-sheets format sheets                all sheets in a folder and below
  atop-sheets format --check sheets        are they laid out alike?
  atop-sheets format --dry-run 4765.atop   what would change
  atop-sheets format --width 0 - < in > out`,
    )
    .action(async (paths: readonly string[], options: FormatCommandOptions) => {
      const { width, dates } = options;
      const service = createSheetLanguageService();
      const settings = { ...DEFAULT_SETTINGS, format: { width, dates } };
      const rewrite = (text: string): string => {
        const document = TextDocument.create('', 'atop', 0, text);
        return TextDocument.applyEdits(document, service.format(document, undefined, settings));
      };
      context.exitCode = await rewriteSheets(paths, options, { done: 'formatted', rewrite }, context);
    });

function columns(value: string): number {
  const width = Number(value);
  if (/^\d{1,4}$/.test(value) && width <= MAX_WIDTH) return width;
  throw new InvalidArgumentError(`Give a number of columns from 0 to ${MAX_WIDTH}.`);
}
