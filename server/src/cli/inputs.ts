import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pMapIterable } from 'p-map';
import { glob, isDynamicPattern } from 'tinyglobby';
import { decodeText, type DecodedText } from './encoding';
import { Failure, fileErrorText } from './failure';
import { shownPath } from './paths';
import type { ProjectSettingsFinder } from './projectSettings';

/** What stands for standard input among the paths. */
export const STDIN = '-';

/** Folders that hold no sheets of the project. */
const NEVER = ['**/node_modules/**', '**/.git/**'];

/** A file to read, or standard input. */
export interface Input {
  /** Absolute; for standard input, the path that it stands for. */
  readonly path: string;
  /** As messages show it. */
  readonly shown: string;
  readonly isStdin: boolean;
}

export interface SheetSource extends DecodedText {
  readonly input: Input;
  /** As the file holds them. */
  readonly bytes: Uint8Array;
}

/** A file that was read, or why it could not be. */
export type ReadInput =
  | { readonly input: Input; readonly source: SheetSource }
  | { readonly input: Input; readonly failure: string };

export interface InputOptions {
  readonly cwd: string;
  readonly settings: ProjectSettingsFinder;
  /** The path that standard input stands for, for messages and settings. */
  readonly stdinName?: string | undefined;
}

/**
 * The sheets that paths, folders and patterns name, each once, in the order of their paths within
 * each; without those that a project file leaves out. Throws a `Failure` for a path that does not
 * exist, and for a folder or a pattern without sheets.
 */
export async function findInputs(paths: readonly string[], options: InputOptions): Promise<Input[]> {
  const { cwd, settings, stdinName } = options;
  const inputs = new Map<string, Input>();
  for (const path of paths) {
    if (path === STDIN) {
      const shown = stdinName ?? '<stdin>';
      inputs.set(STDIN, { path: resolve(cwd, stdinName ?? 'stdin.atop'), shown, isStdin: true });
      continue;
    }
    for (const found of await filesOf(path, cwd)) {
      // Links may lead to one sheet by several paths.
      const real = await realpath(found).catch(() => found);
      if (inputs.has(real) || (await settings.isIgnored(found))) continue;
      inputs.set(real, { path: found, shown: shownPath(cwd, found), isStdin: false });
    }
  }
  return [...inputs.values()];
}

async function filesOf(path: string, cwd: string): Promise<string[]> {
  const absolute = resolve(cwd, path);
  try {
    const found = await stat(absolute);
    return found.isDirectory() ? await sheetsIn(absolute, path) : [absolute];
  } catch (error) {
    if (error instanceof Failure) throw error;
    if (!isDynamicPattern(path)) throw new Failure(`${path}: ${fileErrorText(error)}.`);
  }
  const files = await globbed(path, cwd);
  if (files.length === 0) throw new Failure(`${path}: no file matches this pattern.`);
  return files;
}

async function sheetsIn(folder: string, shown: string): Promise<string[]> {
  // The search below passes over what it may not read.
  await readdir(folder).catch((error: unknown) => {
    throw new Failure(`${shown}: ${fileErrorText(error)}.`);
  });
  const files = await globbed('**/*.atop', folder);
  if (files.length === 0) throw new Failure(`${shown}: there is no sheet (*.atop) in this folder.`);
  return files;
}

async function globbed(pattern: string, cwd: string): Promise<string[]> {
  const asPattern = process.platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern;
  const files = await glob(asPattern, { cwd, absolute: true, ignore: NEVER, expandDirectories: false });
  return files.map(file => resolve(file)).sort(byPath);
}

/** The same order on every machine. */
function byPath(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Reads files ahead of their use, a few at a time, and gives them in order: memory stays bounded. */
export function readInputs(
  inputs: readonly Input[],
  stdin?: NodeJS.ReadableStream,
): AsyncIterable<ReadInput> {
  return pMapIterable(inputs, input => readInput(input, stdin), { concurrency: 8, backpressure: 16 });
}

async function readInput(input: Input, stdin?: NodeJS.ReadableStream): Promise<ReadInput> {
  try {
    const bytes = input.isStdin && stdin ? await readAll(stdin) : await readFile(input.path);
    return { input, source: { ...decodeText(bytes), input, bytes } };
  } catch (error) {
    return { input, failure: fileErrorText(error) };
  }
}

async function readAll(stream: NodeJS.ReadableStream): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  return Buffer.concat(chunks);
}
