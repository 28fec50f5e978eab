import { extname, resolve } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { readSheet } from '../answers';
import { datasetWriter, REPORT_FORMATS, TABLE_FORMATS, type TableFormat } from '../dataset';
import { atopInstrument } from '../instrument';
import type { CliCommand, CliContext } from './context';
import { Failure, type ExitCode } from './failure';
import { findInputs, readInputs } from './inputs';
import { addForce, addSheetOptions, type SheetOptions } from './options';
import { OutputFile } from './outputFile';
import { ProjectSettingsFinder } from './projectSettings';

interface ExportOptions extends SheetOptions {
  readonly output?: string;
  readonly format?: TableFormat;
  readonly long?: true;
  /** Where it goes; `false` for nowhere. */
  readonly report?: string | false;
  readonly closes?: string;
  readonly force?: true;
}

/** `atop-sheets export` */
export const exportDataset: CliCommand = context =>
  addForce(
    addSheetOptions(new Command('export'), { default: '.' })
      .summary('make a dataset of sheets')
      .description(
        'Make a dataset of sheets: one row a sheet, with ATOP’s own variables in ATOP’s order. What the text settles is filled; what needs a coder’s judgement stays blank and is listed, with the reason, in a report beside the dataset.',
      )
      .option('-o, --output <file>', 'the dataset; without it, standard output')
      .addOption(
        new Option(
          '-f, --format <form>',
          'csv, or jsonl (one JSON object a line); by default that of the file’s ending',
        ).choices(TABLE_FORMATS),
      )
      .option('--long', 'one row an answer instead: sheet, question, label, text, value, file, line')
      .option(
        '--report <file>',
        'where to list what stays blank: .csv, .json or .txt; by default <output>.report.csv',
      )
      .option('--no-report', 'list nothing')
      .option(
        '--closes <day>',
        'the last day that the dataset covers: an alliance that ended later was in effect',
        isoDay,
      ),
  )
    .addHelpText(
      'after',
      `
Sheets are exported together or not at all: a file that cannot be read, that is no sheet, or
that has the ATOP ID of another, is named, and nothing is written.

Exit code: 0 when done, 1 where two sheets have one ATOP ID, 2 where the command is wrong
or a file cannot be read or written.

Examples:
  atop-sheets export sheets -o atop.csv           atop.csv and atop.report.csv
  atop-sheets export sheets -o atop.jsonl         the same as JSON Lines
  atop-sheets export sheets --long -o answers.csv every answer, as written and as read
  atop-sheets export 4765.atop                    to standard output
  atop-sheets export sheets -o atop.csv --closes 2016-12-31`,
    )
    .action(async (paths: readonly string[], options: ExportOptions) => {
      context.exitCode = await exportSheets(paths, options, context);
    });

function isoDay(value: string): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : undefined;
  if (day && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value)) return value;
  throw new InvalidArgumentError('Give a day as 2016-12-31.');
}

async function exportSheets(
  paths: readonly string[],
  options: ExportOptions,
  { cwd, stdin, terminal }: CliContext,
): Promise<ExitCode> {
  const settings = new ProjectSettingsFinder(cwd, options.config);
  const inputs = await findInputs(paths, { cwd, settings, stdinName: options.stdinFilename });
  const format = formatOf(options);
  const reportPath = reportPathOf(options);
  const writer = datasetWriter({
    format,
    isLong: options.long === true,
    report: reportPath === undefined ? 'csv' : reportFormatOf(reportPath),
    ...(options.closes !== undefined && { closes: options.closes }),
  });
  const files = await openOutputs(cwd, options, reportPath);
  const [dataset, report] = [files.get(options.output), files.get(reportPath)];
  const write = (text: string): Promise<void> => (dataset ? dataset.write(text) : terminal.out(text));
  const byId = new Map<string, string>();
  const failures: string[] = [];
  let duplicates = 0;
  let blanks = 0;
  try {
    const head = writer.head();
    await write(head.rows);
    await report?.write(head.report);
    await terminal.progress('exporting', inputs.length, async done => {
      for await (const read of readInputs(inputs, stdin)) {
        const { shown } = read.input;
        const exported =
          'failure' in read ? undefined : writer.sheet(readSheet(read.source.text, atopInstrument), shown);
        if (!exported) {
          const failure = 'failure' in read ? read.failure : NO_SHEET;
          failures.push(`${shown}: ${failure}.`);
          terminal.fail(`${shown}: ${failure}.`);
        }
        const id = exported?.id;
        const other = id === undefined ? undefined : byId.get(id);
        if (id !== undefined && other !== undefined) {
          duplicates++;
          terminal.fail(`${shown}: the ATOP ID ${id} is that of ${other} as well.`);
        } else if (id !== undefined) byId.set(id, shown);
        // Standard output cannot take back what it was given, so nothing more goes there.
        if (exported && failures.length === 0 && duplicates === 0) {
          blanks += exported.blanks;
          await write(exported.rows);
          await report?.write(exported.report);
        }
        done();
      }
    });
    if (failures.length > 0 || duplicates > 0) {
      terminal.say(dataset ? 'Nothing was written.' : 'The output is not complete.');
      return failures.length > 0 ? 2 : 1;
    }
    await report?.write(writer.tail().report);
    await dataset?.finish();
    await report?.finish();
  } finally {
    for (const file of files.values()) await file.discard();
  }
  terminal.say(sumOf(inputs.length, blanks, options, reportPath));
  return 0;
}

function formatOf({ format, output }: ExportOptions): TableFormat {
  const ending = extname(output ?? '').toLowerCase();
  const byEnding = { '.csv': 'csv', '.jsonl': 'jsonl', '.ndjson': 'jsonl' } as const;
  if (format !== undefined) return format;
  if (ending === '.json')
    throw new Failure(
      `${output ?? ''}: a dataset is written as JSON Lines, one object a line: name the file .jsonl, or add --format jsonl.`,
    );
  return Object.entries(byEnding).find(([known]) => known === ending)?.[1] ?? 'csv';
}

/** Only the wide form leaves blanks; beside standard output a report has to be asked for. */
function reportPathOf({ report, output, long }: ExportOptions): string | undefined {
  if (long) {
    if (typeof report === 'string')
      throw new Failure('--report goes with the wide form: the long one leaves nothing blank.');
    return undefined;
  }
  if (typeof report === 'string') return report;
  if (report === false || output === undefined) return undefined;
  return `${output.slice(0, output.length - extname(output).length)}.report.csv`;
}

function reportFormatOf(path: string) {
  const ending = extname(path).toLowerCase().slice(1);
  const format = REPORT_FORMATS.find(known => known === ending);
  if (format) return format;
  throw new Failure(`${path}: a report is named ${REPORT_FORMATS.map(known => `.${known}`).join(', ')}.`);
}

/** The files by the names that the user gave them. */
async function openOutputs(
  cwd: string,
  { output, force }: ExportOptions,
  report: string | undefined,
): Promise<ReadonlyMap<string | undefined, OutputFile>> {
  if (output !== undefined && report !== undefined && resolve(cwd, output) === resolve(cwd, report))
    throw new Failure(`${output}: the dataset and its report cannot be one file.`);
  const files = new Map<string, OutputFile>();
  try {
    for (const name of [output, report]) {
      if (name !== undefined)
        files.set(name, await OutputFile.create(resolve(cwd, name), name, force === true));
    }
  } catch (error) {
    for (const file of files.values()) await file.discard();
    throw error;
  }
  return files;
}

const NO_SHEET = `no question of the ${atopInstrument.name} is found in this file`;

function sumOf(
  sheets: number,
  blanks: number,
  { output, long }: ExportOptions,
  report: string | undefined,
): string {
  const wrote = `Exported ${sheets} ${sheets === 1 ? 'sheet' : 'sheets'}${output === undefined ? '' : ` to ${output}`}.`;
  if (long) return wrote;
  if (blanks === 0) return `${wrote} No value waits for a coder.`;
  const where = report === undefined ? '; --report lists them' : `: ${report}`;
  return `${wrote} ${blanks} ${blanks === 1 ? 'value waits' : 'values wait'} for a coder${where}.`;
}
