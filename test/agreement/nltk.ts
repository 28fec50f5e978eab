import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { installDebianPackages } from '../support/debianPackages';
import { findOnPath } from '../vscode/host/commands';
import { HostError } from '../vscode/host/interruption';

/** Units, each with one value a coder; `null` is a missing one. */
export type Table = readonly (readonly (string | null)[])[];

export interface NltkMeasures {
  readonly alpha: number;
  /** Only of two coders. */
  readonly percent?: number;
  readonly kappa?: number;
}

/** Debian's own interpreter comes first: it is the one that sees Debian's packages. */
const INTERPRETERS = ['/usr/bin/python3', 'python3', 'python'];

/**
 * A Python that has NLTK, installed with `apt-get` where there is none and it can be.
 *
 * @throws {HostError} with what to install otherwise.
 */
export async function pythonWithNltk(signal: AbortSignal): Promise<string> {
  const found = await findPython();
  if (found !== undefined) return found;
  const advice = 'Python with NLTK is needed, to compare the measures of agreement with';
  await installDebianPackages(['python3-nltk'], advice, signal);
  const installed = await findPython();
  if (installed === undefined) throw new HostError(`${advice}; apt-get's package brought none.`);
  return installed;
}

async function findPython(): Promise<string | undefined> {
  for (const name of INTERPRETERS) {
    const path = name.startsWith('/') ? (existsSync(name) ? name : undefined) : await findOnPath([name]);
    if (path !== undefined && (await run(path, ['-c', 'import nltk.metrics.agreement'], ''))?.code === 0) {
      return path;
    }
  }
  return undefined;
}

/** NLTK's measures of each table, in the same order. */
export async function nltkMeasures(python: string, tables: readonly Table[]): Promise<NltkMeasures[]> {
  const ended = await run(python, [join(__dirname, 'measures.py')], JSON.stringify(tables));
  if (ended?.code !== 0) throw new Error(`measures.py failed:\n${ended?.errors ?? 'it did not start'}`);
  return JSON.parse(ended.output) as NltkMeasures[];
}

interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Runs a command with some input; `undefined` where it does not start. */
async function run(command: string, args: readonly string[], input: string): Promise<Ended | undefined> {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  const started = new Promise<boolean>(resolve => {
    child.once('spawn', () => resolve(true));
    child.once('error', () => resolve(false));
  });
  const ended = new Promise<number | null>(resolve => child.once('close', resolve));
  if (!(await started)) return undefined;
  // A command that ends before it has read everything says so by its exit code.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const [output, errors, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, output, errors };
}
