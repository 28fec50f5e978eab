import { basename, dirname, extname, join, resolve } from 'node:path';
import { Argument, Command } from 'commander';
import { readSheet } from '../answers';
import { importDocument, loadPdfReader, readSource, type Source } from '../import';
import { atopInstrument } from '../instrument';
import { fixAll } from '../rules/fixAll';
import type { CliCommand, CliContext } from './context';
import { Failure, type ExitCode } from './failure';
import { readInputs, STDIN, type Input, type SheetSource } from './inputs';
import { addForce } from './options';
import { OutputFile, refuseExisting } from './outputFile';
import { shownPath } from './paths';

interface ImportOptions {
  readonly output?: string;
  readonly report?: string;
  readonly quiet?: true;
  readonly fix?: true;
  readonly force?: true;
}

/** `atop-sheets import` */
export const importSheets: CliCommand = context =>
  addForce(
    new Command('import')
      .summary('make sheets of published PDFs or texts')
      .description(
        'Make clean sheets of published ones, PDFs or their text: pages put together, torn lines and links mended, questions printed anew. Of every answer all that is seen stays.',
      )
      .addArgument(new Argument('<files...>', 'PDFs or texts; - for standard input'))
      .option(
        '-o, --output <file>',
        'the sheet to write, - for standard output; by default the file’s name with .atop',
      )
      .option('--report <file>', 'write what was mended to a file')
      .option('-q, --quiet', 'do not list what was mended')
      .option('--fix', 'apply the safe fixes of the rules, too, as `atop-sheets fix` does'),
  )
    .addHelpText(
      'after',
      `
Exit code: 0 when done, 1 where a sheet lacks questions, 2 where the command is wrong or a
file cannot be imported; the other files are imported all the same.

Examples:
  atop-sheets import 4765.pdf                  writes 4765.atop
  atop-sheets import published/*.pdf           a sheet beside each
  atop-sheets import 4765.pdf -o sheets/4765.atop --report 4765.import.txt
  pdftotext -layout 4765.pdf - | atop-sheets import - > 4765.atop`,
    )
    .action(async (files: readonly string[], options: ImportOptions) => {
      context.exitCode = await importFiles(files, options, context);
    });

async function importFiles(
  files: readonly string[],
  options: ImportOptions,
  context: CliContext,
): Promise<ExitCode> {
  const { cwd, stdin, terminal } = context;
  if (files.length > 1 && (options.output ?? options.report) !== undefined)
    throw new Failure('--output and --report go with one file. Several are written beside their sources.');
  const inputs = files.map((file): Input => inputOf(file, cwd));
  let worst: ExitCode = 0;
  await terminal.progress('importing', inputs.length, async done => {
    for await (const read of readInputs(inputs, stdin)) {
      try {
        if ('failure' in read) throw new Failure(`${read.input.shown}: ${read.failure}.`);
        const missing = await importFile(read.source, options, context);
        if (missing > 0 && worst === 0) worst = 1;
      } catch (error) {
        if (!(error instanceof Failure) || error.message === '') throw error;
        terminal.fail(error.message);
        worst = 2;
      }
      done();
    }
  });
  return worst;
}

function inputOf(file: string, cwd: string): Input {
  if (file === STDIN) return { path: resolve(cwd, 'stdin'), shown: '<stdin>', isStdin: true };
  const path = resolve(cwd, file);
  return { path, shown: shownPath(cwd, path), isStdin: false };
}

/** Writes the sheet of a file; returns how many of the questions it lacks. */
async function importFile(source: SheetSource, options: ImportOptions, context: CliContext): Promise<number> {
  const { cwd, terminal, today } = context;
  const { shown } = source.input;
  const target = targetOf(source.input, options);
  // Nobody waits for a sheet that cannot be written.
  for (const name of [target, options.report]) {
    if (name !== undefined) await refuseExisting(resolve(cwd, name), name, options.force === true);
  }
  const imported = importDocument(await pagesOf(source), atopInstrument);
  if (!imported)
    throw new Failure(`${shown}: no question of the ${atopInstrument.name} is found in this file.`);
  const text =
    options.fix === true ? fixAll(readSheet(imported.text, atopInstrument), { today }).text : imported.text;

  if (target === undefined) await terminal.out(text);
  else await writeFile(target, text, options, context);
  if (options.report !== undefined)
    await writeFile(options.report, `${shown}\n${imported.report}`, options, context);
  const { answered, total, mended } = imported;
  const missing = imported.missing.length;
  const where = target === undefined ? '' : ` to ${shownPath(cwd, resolve(cwd, target))}`;
  terminal.say(
    `${shown}: imported${where}: ${answered} of ${total} questions answered, ${mended} ${mended === 1 ? 'thing' : 'things'} mended.`,
  );
  if (options.quiet !== true && options.report === undefined && mended > 0)
    terminal.say(imported.report.trimEnd());
  if (missing > 0)
    terminal.warn(`${shown}: ${missing} of the ${total} questions ${missing === 1 ? 'is' : 'are'} missing.`);
  return missing;
}

/** Where the sheet goes; `undefined` for standard output. */
function targetOf({ path, isStdin }: Input, { output }: ImportOptions): string | undefined {
  if (output === STDIN) return undefined;
  if (output !== undefined) return output;
  return isStdin ? undefined : join(dirname(path), `${basename(path, extname(path))}.atop`);
}

async function pagesOf({ bytes, text, input: { path, shown } }: SheetSource): Promise<Source> {
  const read = await readSource(bytes, path, { decode: () => text, loadPdfReader });
  if ('source' in read) return read.source;
  throw new Failure(`${shown}: ${read.message}`);
}

async function writeFile(
  name: string,
  text: string,
  { force }: ImportOptions,
  { cwd }: CliContext,
): Promise<void> {
  const path = resolve(cwd, name);
  const file = await OutputFile.create(path, shownPath(cwd, path), force === true);
  try {
    await file.write(text);
    await file.finish();
  } finally {
    await file.discard();
  }
}
