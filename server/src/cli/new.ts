import { basename, resolve } from 'node:path';
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { readSheet } from '../answers';
import { answerPlace } from '../features/answerPlace';
import { atopInstrument } from '../instrument';
import { createSheetLanguageService } from '../service';
import type { CliCommand, CliContext } from './context';
import { STDIN } from './inputs';
import { addForce } from './options';
import { OutputFile } from './outputFile';

interface NewOptions {
  readonly id?: string;
  readonly eol: 'lf' | 'crlf';
  readonly force?: true;
}

/** `atop-sheets new` */
export const newSheet: CliCommand = context =>
  addForce(
    new Command('new')
      .summary('write a sheet without answers')
      .description('Write a coding sheet without answers: every heading and question, with room below.')
      .addArgument(
        new Argument('[file]', 'the sheet to write; - or nothing for standard output').default(STDIN),
      )
      .option('--id <id>', 'the ATOP ID; without it, that of the file’s name, such as 5001.atop', atopId)
      .addOption(new Option('--eol <ends>', 'the line ends').choices(['lf', 'crlf']).default('lf')),
  )
    .addHelpText(
      'after',
      `
Examples:
  atop-sheets new 5001.atop               a sheet with the ATOP ID 5001
  atop-sheets new --id 5001 draft.atop    the same under another name
  atop-sheets new > blank.atop            without an ID`,
    )
    .action(async (file: string, options: NewOptions) => {
      await writeNewSheet(file, options, context);
    });

/** Four digits, with a decimal for a phase. */
const ATOP_ID = /^\d{4}(?:\.\d{1,2})?$/;

function atopId(value: string): string {
  if (ATOP_ID.test(value)) return value;
  throw new InvalidArgumentError('An ATOP ID has four digits, and a decimal for a phase: 4765, 1020.1.');
}

async function writeNewSheet(
  file: string,
  options: NewOptions,
  { cwd, terminal }: CliContext,
): Promise<void> {
  const named = basename(file).replace(/\.atop$/i, '');
  const id = options.id ?? (ATOP_ID.test(named) ? named : undefined);
  const text = sheetText(id, options.eol === 'crlf' ? '\r\n' : '\n');
  if (file === STDIN) {
    await terminal.out(text);
    return;
  }
  const output = await OutputFile.create(resolve(cwd, file), file, options.force === true);
  try {
    await output.write(text);
    await output.finish();
  } finally {
    await output.discard();
  }
  terminal.say(id === undefined ? `Wrote ${file}.` : `Wrote ${file} with the ATOP ID ${id}.`);
}

function sheetText(id: string | undefined, eol: '\n' | '\r\n'): string {
  const text = createSheetLanguageService().newSheet(eol);
  const answer = readSheet(text, atopInstrument).answerTo(1);
  if (id === undefined || !answer) return text;
  const at = answerPlace(text, answer);
  return text.slice(0, at) + id + text.slice(at);
}
