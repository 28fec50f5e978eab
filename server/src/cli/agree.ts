import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { readSheet } from '../answers';
import {
  AGREEMENT_COLUMNS,
  agreementJson,
  agreementRows,
  agreementText,
  asOnePair,
  codeSheet,
  compareCoders,
  DISAGREEMENT_COLUMNS,
  disagreementRows,
  type AgreementReport,
  type CodedSheet,
  type CoderNames,
  type NotApplicableAs,
  type ReportRow,
} from '../dataset/agreement';
import { tableWriter } from '../dataset';
import { atopInstrument } from '../instrument';
import type { CliCommand, CliContext } from './context';
import { Failure, type ExitCode } from './failure';
import { findInputs, readInputs, STDIN, type Input } from './inputs';
import { addForce } from './options';
import { OutputFile } from './outputFile';
import { ProjectSettingsFinder } from './projectSettings';

const FORMATS = ['text', 'csv', 'json'] as const;

interface AgreeOptions {
  readonly config?: string;
  readonly format: (typeof FORMATS)[number];
  readonly output?: string;
  readonly disagreements?: string;
  readonly na: NotApplicableAs;
  readonly minAlpha?: number;
  readonly force?: true;
}

/** `atop-sheets agree` */
export const agree: CliCommand = context =>
  addForce(
    new Command('agree')
      .summary('measure how far two coders agree')
      .description(
        'Compare two coders’ sheets, matched by ATOP ID: percent agreement, Cohen’s kappa and Krippendorff’s alpha for each question and for all together, and the list of what they disagree on.',
      )
      .addArgument(new Argument('<a>', 'the first coder’s folder or sheet; - for standard input'))
      .addArgument(new Argument('<b>', 'the second coder’s folder or sheet'))
      .addOption(new Option('-f, --format <form>', 'the form of the report').choices(FORMATS).default('text'))
      .option('-o, --output <file>', 'write the report to a file')
      .option('--disagreements <file>', 'write the disagreements to a CSV file as well')
      .addOption(
        new Option('--na <as>', 'what an answer of NA counts as: one answer like others, or none')
          .choices(['category', 'missing'])
          .default('category'),
      )
      .option('--min-alpha <value>', 'exit with 1 where the alpha of all questions is lower', coefficient)
      .option('--config <file>', 'the project file to use, in place of the nearest atop-sheets.json', path =>
        resolve(path),
      ),
  )
    .addHelpText(
      'after',
      `
Exit code: 0 when compared, 1 where --min-alpha is not reached, 2 where the command is wrong,
a file cannot be read, or nothing can be compared.

Examples:
  atop-sheets agree first second                           two folders
  atop-sheets agree first/4765.atop second/4765.atop       two sheets
  atop-sheets agree first second -f csv -o agreement.csv   for a spreadsheet
  atop-sheets agree first second --disagreements to-discuss.csv
  atop-sheets agree first second --min-alpha 0.8           fails below 0.8`,
    )
    .action(async (a: string, b: string, options: AgreeOptions) => {
      context.exitCode = await agreeOn({ a, b }, options, context);
    });

function coefficient(value: string): number {
  const number = Number(value);
  if (value.trim() !== '' && number >= -1 && number <= 1) return number;
  throw new InvalidArgumentError('Give a number from -1 to 1, such as 0.8.');
}

async function agreeOn(names: CoderNames, options: AgreeOptions, context: CliContext): Promise<ExitCode> {
  const { terminal } = context;
  if (names.a === STDIN && names.b === STDIN) throw new Failure('Standard input cannot be both coders’.');
  if (options.output !== undefined && options.output === options.disagreements)
    throw new Failure(`${options.output}: the report and the disagreements cannot be one file.`);
  const files = await openOutputs(options, context);
  try {
    const report = await compare(names, options, context);
    const text = reportText(report, names, options);
    if (files.report) await files.report.write(text);
    else await terminal.out(text);
    await files.disagreements?.write(csv(DISAGREEMENT_COLUMNS, disagreementRows(report)));
    await files.report?.finish();
    await files.disagreements?.finish();
    warnOfUnmatched(report, options, context);
    return reaches(report, options.minAlpha, context) ? 0 : 1;
  } finally {
    await files.report?.discard();
    await files.disagreements?.discard();
  }
}

interface Outputs {
  readonly report: OutputFile | undefined;
  readonly disagreements: OutputFile | undefined;
}

async function openOutputs(
  { output, disagreements, force }: AgreeOptions,
  { cwd }: CliContext,
): Promise<Outputs> {
  const open = (name: string | undefined) =>
    name === undefined ? undefined : OutputFile.create(resolve(cwd, name), name, force === true);
  const report = await open(output);
  try {
    return { report, disagreements: await open(disagreements) };
  } catch (error) {
    await report?.discard();
    throw error;
  }
}

async function compare(
  { a, b }: CoderNames,
  { config, na }: AgreeOptions,
  context: CliContext,
): Promise<AgreementReport> {
  const settings = new ProjectSettingsFinder(context.cwd, config);
  const inputsA = await findInputs([a], { cwd: context.cwd, settings });
  const inputsB = await findInputs([b], { cwd: context.cwd, settings });
  const failures: string[] = [];
  const [sheetsA, sheetsB] = await context.terminal.progress(
    'reading',
    inputsA.length + inputsB.length,
    async done => [
      await codedSheets(inputsA, na, context, failures, done),
      await codedSheets(inputsB, na, context, failures, done),
    ],
  );
  if (failures.length > 0) {
    for (const failure of failures) context.terminal.fail(failure);
    throw new Failure('Nothing was compared.');
  }
  const [first] = sheetsA;
  const [second] = sheetsB;
  const isPair = first && second && (await isFile(a, context)) && (await isFile(b, context));
  const report = isPair
    ? compareCoders(atopInstrument, ...inLists(asOnePair(first, second)))
    : compareCoders(atopInstrument, sheetsA, sheetsB);
  if (report.matched.length > 0) return report;
  throw new Failure(`${reasonsUnmatched(report).join('\n')}\nThe coders have no sheet in common.`);
}

function inLists([a, b]: readonly [CodedSheet, CodedSheet]): [CodedSheet[], CodedSheet[]] {
  return [[a], [b]];
}

async function codedSheets(
  inputs: readonly Input[],
  na: NotApplicableAs,
  { stdin }: CliContext,
  failures: string[],
  done: () => void,
): Promise<CodedSheet[]> {
  const coded: CodedSheet[] = [];
  for await (const read of readInputs(inputs, stdin)) {
    const { shown } = read.input;
    if ('failure' in read) failures.push(`${shown}: ${read.failure}.`);
    else {
      const sheet = readSheet(read.source.text, atopInstrument);
      if (sheet.tree.questions.length > 0) coded.push(codeSheet(shown, sheet, na));
      else failures.push(`${shown}: no question of the ${atopInstrument.name} is found in this file.`);
    }
    done();
  }
  return coded;
}

async function isFile(path: string, { cwd }: CliContext): Promise<boolean> {
  if (path === STDIN) return true;
  // A pattern names no file, and stands for several.
  return stat(resolve(cwd, path)).then(
    found => !found.isDirectory(),
    () => false,
  );
}

function reportText(report: AgreementReport, names: CoderNames, { format }: AgreeOptions): string {
  switch (format) {
    case 'text':
      return agreementText(report, names);
    case 'csv':
      return csv(AGREEMENT_COLUMNS, agreementRows(report));
    case 'json':
      return `${JSON.stringify(agreementJson(report, names), null, 2)}\n`;
  }
}

function csv(columns: readonly string[], rows: readonly ReportRow[]): string {
  const writer = tableWriter('csv', columns);
  return writer.head() + rows.map(row => writer.row(row)).join('');
}

/** The text says it itself; a table has no place for it. */
function warnOfUnmatched(
  report: AgreementReport,
  { format, output }: AgreeOptions,
  { terminal }: CliContext,
): void {
  if (format === 'text' && output === undefined) return;
  for (const reason of reasonsUnmatched(report)) terminal.warn(reason);
}

function reasonsUnmatched({ onlyA, onlyB, duplicates, withoutId }: AgreementReport): string[] {
  return [
    ...onlyA.map(({ id, path }) => `${path}: the second coder has no sheet of ${id ?? ''}.`),
    ...onlyB.map(({ id, path }) => `${path}: the first coder has no sheet of ${id ?? ''}.`),
    ...duplicates.map(
      ({ id, sheets }) =>
        `${sheets.map(({ path }) => path).join(', ')}: one coder has several sheets of ${id}.`,
    ),
    ...withoutId.map(({ path }) => `${path}: question 1 gives no ATOP ID.`),
  ];
}

function reaches(
  { overall: { alpha } }: AgreementReport,
  minAlpha: number | undefined,
  { terminal }: CliContext,
): boolean {
  if (minAlpha === undefined) return true;
  if (alpha.value === undefined) {
    terminal.fail(`The alpha of all questions is undefined, as no answer varies; ${minAlpha} was asked for.`);
    return false;
  }
  if (alpha.value >= minAlpha) return true;
  terminal.fail(`The alpha of all questions is ${alpha.value.toFixed(3)}; ${minAlpha} was asked for.`);
  return false;
}
