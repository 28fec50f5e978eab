import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, Option } from 'commander';
import { createColors } from 'picocolors';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { DiagnosticSeverity, type Diagnostic, type Range } from 'vscode-languageserver-types';
import { NO_PROJECT_SETTINGS } from '../configuration';
import type { RuleId, Severity } from '../rules';
import { createSheetLanguageService, DEFAULT_SETTINGS } from '../service';
import type { CliCommand, CliContext } from './context';
import type { ExitCode } from './failure';
import { findInputs, readInputs, type SheetSource } from './inputs';
import { addForce, addSheetOptions, type SheetOptions } from './options';
import { OutputFile } from './outputFile';
import { shownPath } from './paths';
import { ProjectSettingsFinder } from './projectSettings';
import { REPORTERS, type CheckedSheet, type Found, type UncheckedFile } from './reporters';
import { sheetsById, uriOf } from './sheetsById';

/** From the gravest on. */
const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const satisfies readonly Severity[];

interface CheckOptions extends SheetOptions {
  readonly format: string;
  readonly output?: string;
  readonly force?: true;
  readonly maxSeverity: Severity;
  readonly show: Severity;
}

/** `atop-sheets check` */
export const check: CliCommand = context =>
  addForce(
    addSheetOptions(new Command('check'), { default: '.' })
      .summary('report what is missing or wrong in sheets')
      .description('Report what is missing, doubtful or wrong in sheets: what the editor underlines.')
      .addOption(
        new Option('-f, --format <form>', 'the form of the report')
          .choices(Object.keys(REPORTERS))
          .default('text'),
      )
      .option('-o, --output <file>', 'write the report to a file')
      .addOption(
        new Option('--max-severity <severity>', 'exit with 1 where something this grave is found')
          .choices(SEVERITIES)
          .default('error'),
      )
      .addOption(
        new Option('--show <severity>', 'the least grave findings to report')
          .choices(SEVERITIES)
          .default('hint'),
      ),
  )
    .addHelpText(
      'after',
      `
Exit code: 0 where nothing is as grave as --max-severity, 1 where something is,
2 where the command is wrong or a file cannot be read.

Examples:
  atop-sheets check                            all sheets in this folder and below
  atop-sheets check 4765.atop 3180.atop        two sheets
  atop-sheets check "sheets/19*/*.atop"        a pattern
  atop-sheets check --max-severity warning     warnings fail, too
  atop-sheets check -f sarif -o findings.sarif for code scanning
  atop-sheets check -f github                  annotations in a GitHub workflow
  atop-sheets check - < 4765.atop              from standard input`,
    )
    .action(async (paths: readonly string[], options: CheckOptions) => {
      context.exitCode = await checkSheets(paths, options, context);
    });

async function checkSheets(
  paths: readonly string[],
  options: CheckOptions,
  { cwd, stdin, terminal, today }: CliContext,
): Promise<ExitCode> {
  const settings = new ProjectSettingsFinder(cwd, options.config);
  const inputs = await findInputs(paths, { cwd, settings, stdinName: options.stdinFilename });
  const { output } = options;
  const file =
    output === undefined
      ? undefined
      : await OutputFile.create(resolve(cwd, output), output, options.force === true);
  const reporter = REPORTERS[options.format]?.(file ? createColors(false) : terminal.colors);
  if (!reporter) throw new Error(`There is no reporter “${options.format}”.`);
  const write = (text: string): Promise<void> => (file ? file.write(text) : terminal.out(text));
  const shownUpTo = SEVERITIES.indexOf(options.show);
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  const unchecked: UncheckedFile[] = [];
  let checked = 0;
  let sheetsWithFindings = 0;
  try {
    const sheets = await terminal.progress('looking for ATOP IDs', inputs.length, done =>
      sheetsById(inputs, done),
    );
    // Sheets are checked one by one: this is what holds for the one at hand.
    let project = NO_PROJECT_SETTINGS;
    const service = createSheetLanguageService({
      today: () => today,
      sheets,
      optionalQuestions: () => project.optionalQuestions,
    });
    await write(reporter.head());
    await terminal.progress('checking', inputs.length, async done => {
      for await (const read of readInputs(inputs, stdin)) {
        const { path, shown } = read.input;
        if ('failure' in read) {
          unchecked.push({ path, shown, failure: read.failure });
          terminal.fail(`${shown}: ${read.failure}.`);
        } else {
          project = await settings.settingsOf(path);
          const { severities } = project;
          const document = TextDocument.create(uriOf(read.input), 'atop', 0, read.source.text);
          const findings = service
            .diagnostics(document, { ...DEFAULT_SETTINGS, severities })
            .map(diagnostic => foundOf(diagnostic, document.uri, cwd));
          for (const { severity } of findings) counts[severity]++;
          checked++;
          if (findings.length > 0) sheetsWithFindings++;
          await write(reporter.sheet(shownSheet(read.source, findings, shownUpTo)));
        }
        done();
      }
    });
    await write(reporter.tail({ sheets: checked, sheetsWithFindings, counts, unchecked }));
    await file?.finish();
  } finally {
    await file?.discard();
  }
  if (unchecked.length > 0) return 2;
  const grave = SEVERITIES.slice(0, SEVERITIES.indexOf(options.maxSeverity) + 1);
  return grave.some(severity => counts[severity] > 0) ? 1 : 0;
}

function shownSheet({ input }: SheetSource, findings: readonly Found[], upTo: number): CheckedSheet {
  const { path, shown } = input;
  return { path, shown, findings: findings.filter(({ severity }) => SEVERITIES.indexOf(severity) <= upTo) };
}

const NAMES: Readonly<Record<DiagnosticSeverity, Severity>> = {
  [DiagnosticSeverity.Error]: 'error',
  [DiagnosticSeverity.Warning]: 'warning',
  [DiagnosticSeverity.Information]: 'information',
  [DiagnosticSeverity.Hint]: 'hint',
};

/** A diagnostic of the service, whose codes are its rules. */
function foundOf(
  { code, severity, message, range, relatedInformation = [] }: Diagnostic,
  uri: string,
  cwd: string,
): Found {
  return {
    rule: code as RuleId,
    severity: NAMES[severity ?? DiagnosticSeverity.Error],
    message: typeof message === 'string' ? message : message.value,
    ...placesOf(range),
    related: relatedInformation.map(({ location, message: about }) => ({
      message: about,
      ...placesOf(location.range),
      ...(location.uri !== uri && { elsewhere: fileOf(location.uri, cwd) }),
    })),
  };
}

function fileOf(uri: string, cwd: string) {
  const path = fileURLToPath(uri);
  return { path, shown: shownPath(cwd, path) };
}

function placesOf({ start, end }: Range) {
  return {
    start: { line: start.line + 1, column: start.character + 1 },
    end: { line: end.line + 1, column: end.character + 1 },
  };
}
