import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export interface Ran {
  /** `undefined` where a signal ended it. */
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** A folder below the shell's own. */
  readonly cwd?: string;
  /** Options of Node itself. */
  readonly node?: readonly string[];
  /** Run as a user for whom permissions count. */
  readonly unprivileged?: boolean;
  /** What a shell does before it starts the program, such as `ulimit -f 8`. */
  readonly limit?: string;
  /** Called once with the first output; gets a function that sends a signal. */
  readonly onOutput?: (kill: (signal: NodeJS.Signals) => void) => void;
}

const BUNDLE = resolve('dist', 'cli.js');
const PDF_READER = resolve('dist', 'import', 'readPdf.mjs');
const EXAMPLES = resolve('examples');

/** Nobody, on all systems that have root. */
const NOBODY = 65534;

/** An empty folder, with the program as a user has it: the one bundled file, and beside it the PDF reader. */
export class Shell {
  readonly folder: string;
  private readonly program: string;

  constructor() {
    this.folder = realpathSync(mkdtempSync(join(tmpdir(), 'atop-sheets-')));
    chmodSync(this.folder, 0o755);
    this.program = join(this.folder, 'bin', 'cli.js');
    mkdirSync(join(this.folder, 'bin'));
    mkdirSync(this.path('.'));
    copyFileSync(BUNDLE, this.program);
    mkdirSync(join(this.folder, 'bin', 'import'));
    copyFileSync(PDF_READER, join(this.folder, 'bin', 'import', 'readPdf.mjs'));
  }

  /** A path in the folder that commands run in. */
  path(name: string): string {
    return join(this.folder, 'work', name);
  }

  write(name: string, content: string | Uint8Array): string {
    mkdirSync(dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), content);
    return this.path(name);
  }

  /** Copies an example sheet, under its own name unless another is given. */
  example(id: number, name = `${id}.atop`): string {
    return this.write(name, readFileSync(join(EXAMPLES, `${id}.atop`)));
  }

  read(name: string): string {
    return readFileSync(this.path(name), 'utf8');
  }

  bytes(name: string): Buffer {
    return readFileSync(this.path(name));
  }

  has(name: string): boolean {
    return existsSync(this.path(name));
  }

  /** Every file, hidden ones included, by its path. */
  files(): string[] {
    return readdirSync(this.path('.'), { recursive: true, withFileTypes: true })
      .filter(entry => !entry.isDirectory())
      .map(entry => join(entry.parentPath, entry.name).slice(this.path('.').length + 1))
      .sort();
  }

  /** Runs `atop-sheets` with arguments. */
  async run(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
    const command = [process.execPath, ...(options.node ?? []), this.program, ...args];
    const [file = '', ...rest] =
      options.limit === undefined
        ? command
        : ['/bin/sh', '-c', `${options.limit}; exec "$@"`, 'sh', ...command];
    const isRoot = process.getuid?.() === 0;
    const child = spawn(file, rest, {
      cwd: this.path(options.cwd ?? '.'),
      env: { PATH: process.env['PATH'] ?? '', HOME: this.folder, ...options.env },
      ...(options.unprivileged && isRoot && { uid: NOBODY, gid: NOBODY }),
    });
    let stdout = '';
    let stderr = '';
    let interrupt = options.onOutput;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      interrupt?.(signal => child.kill(signal));
      interrupt = undefined;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    // A program that ends without reading its input closes the pipe.
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.stdin ?? '');
    const [code] = (await once(child, 'close')) as [number | null];
    return { code: code ?? undefined, stdout, stderr };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The text of an example sheet with another answer to one question. */
export function exampleText(
  id: number,
  changes: readonly (readonly [from: string, to: string])[] = [],
): string {
  return changes.reduce(
    (text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`The sheet does not hold “${from}”.`);
      return text.replace(from, to);
    },
    readFileSync(join(EXAMPLES, `${id}.atop`), 'utf8'),
  );
}
