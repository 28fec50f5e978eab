import { createTwoFilesPatch } from 'diff';
import type { RuleSeverities } from '../rules';
import type { CliContext } from './context';
import { encodeText, isFaithful } from './encoding';
import { Failure, type ExitCode } from './failure';
import { findInputs, readInputs, type Input, type SheetSource } from './inputs';
import type { SheetOptions } from './options';
import { replaceFile } from './outputFile';
import { ProjectSettingsFinder } from './projectSettings';
import type { Terminal } from './terminal';

export interface RewriteOptions extends SheetOptions {
  /** Show what would change, and change nothing. */
  readonly dryRun?: boolean;
  /** Name what would change, and change nothing. */
  readonly check?: boolean;
}

/** What a command makes of a sheet. */
export interface Rewriting {
  /** `fixed`, `formatted`: what has been done to a sheet that changed. */
  readonly done: string;
  /** The new text; the same where nothing is to change. */
  readonly rewrite: (text: string, severities: RuleSeverities) => string;
}

/**
 * Rewrites sheets in place, each at once and in its own encoding and line ends; standard input goes
 * to standard output. Exits with 1 where something was to change that was only asked for.
 */
export async function rewriteSheets(
  paths: readonly string[],
  options: RewriteOptions,
  { done, rewrite }: Rewriting,
  { cwd, stdin, terminal }: CliContext,
): Promise<ExitCode> {
  const settings = new ProjectSettingsFinder(cwd, options.config);
  const inputs = await findInputs(paths, { cwd, settings, stdinName: options.stdinFilename });
  const isDryRun = options.dryRun === true || options.check === true;
  let changed = 0;
  let failed = 0;
  await terminal.progress('rewriting', inputs.length, async tick => {
    for await (const read of readInputs(inputs, stdin)) {
      const { shown, path, isStdin } = read.input;
      try {
        if ('failure' in read) throw new Failure(`${shown}: ${read.failure}.`);
        const { source } = read;
        const text = rewrite(source.text, (await settings.settingsOf(path)).severities);
        if (text !== source.text) {
          if (options.check) await terminal.out(`${shown}: would be ${done}\n`);
          else if (isDryRun) await terminal.out(createTwoFilesPatch(shown, shown, source.text, text));
          else await writeBack(source, text, done, terminal);
          changed++;
        } else if (isStdin && !isDryRun) await terminal.out(source.bytes);
      } catch (error) {
        if (!(error instanceof Failure) || isStdin) throw error;
        terminal.fail(error.message);
        failed++;
      }
      tick();
    }
  });
  if (!inputs.some(({ isStdin }) => isStdin)) terminal.say(sumOf(inputs, changed, done, isDryRun));
  if (failed > 0) return 2;
  return isDryRun && changed > 0 ? 1 : 0;
}

async function writeBack(source: SheetSource, text: string, done: string, terminal: Terminal): Promise<void> {
  const { input, encoding, bytes } = source;
  const encoded = isFaithful(source, bytes) ? encodeText({ text, encoding }) : undefined;
  if (!encoded) {
    throw new Failure(
      `${input.shown}: this text cannot be written in its encoding (${encoding}) without loss, so the file was left as it is. Save it as UTF-8 first.`,
    );
  }
  if (input.isStdin) {
    await terminal.out(encoded);
    return;
  }
  await replaceFile(input.path, input.shown, encoded);
  await terminal.out(`${input.shown}: ${done}\n`);
}

function sumOf(inputs: readonly Input[], changed: number, done: string, isDryRun: boolean): string {
  const sheets = `${changed} of ${inputs.length} ${inputs.length === 1 ? 'sheet' : 'sheets'}`;
  if (isDryRun) return `${sheets} would be ${done}.`;
  return `${sheets} ${changed === 1 ? 'was' : 'were'} ${done}.`;
}
