import { clearLine, cursorTo } from 'node:readline';
import type { WriteStream } from 'node:tty';
import { Presets, SingleBar } from 'cli-progress';
import { createColors } from 'picocolors';
import { errorCode, Failure, fileErrorText } from './failure';

type Colors = ReturnType<typeof createColors>;

/** Long work is shown as a bar from this many files on. */
const LONG = 50;

/** Standard output and standard error, with colours and a progress bar where people look at them. */
export class Terminal {
  private bar: SingleBar | undefined;
  private readonly stdout: WriteStream;
  private readonly stderr: WriteStream;
  /** Colours for standard output; without effect where they are not wanted. */
  colors: Colors;
  private errorColors: Colors;

  constructor(
    { stdout, stderr }: Pick<NodeJS.Process, 'stdout' | 'stderr'>,
    private readonly environment: NodeJS.ProcessEnv,
  ) {
    this.stdout = stdout;
    this.stderr = stderr;
    this.colors = createColors(this.wantsColors(stdout));
    this.errorColors = createColors(this.wantsColors(stderr));
    // Each write reports its own failure; an event that nobody hears would end the process.
    stdout.on('error', () => undefined);
    stderr.on('error', () => undefined);
  }

  /** `--color` and `--no-color`. */
  forceColors(wanted: boolean): void {
    this.colors = createColors(wanted);
    this.errorColors = createColors(wanted);
  }

  /** Writes to standard output; waits until it is taken. Throws a `Failure` where it cannot be. */
  async out(text: string | Uint8Array): Promise<void> {
    if (text.length === 0) return;
    if (this.bar && this.stdout.isTTY) this.hideBar();
    const error = await new Promise<Error | null | undefined>(resolve =>
      this.stdout.write(text, failed => resolve(failed)),
    );
    if (!error) return;
    // The reader has gone, as `head` does: there is nothing to say, and nobody to say it to.
    if (errorCode(error) === 'EPIPE') throw new Failure('');
    throw new Failure(`Standard output: ${fileErrorText(error)}.`);
  }

  /** A line for the user, on standard error. */
  say(message: string): void {
    this.hideBar();
    this.stderr.write(`${message}\n`);
  }

  warn(message: string): void {
    this.say(`${this.errorColors.yellow('warning:')} ${message}`);
  }

  fail(message: string): void {
    this.say(`${this.errorColors.red('error:')} ${message}`);
  }

  /** Shows a bar while `work` goes through many files; `done` is called after each of them. */
  async progress<T>(what: string, total: number, work: (done: () => void) => Promise<T>): Promise<T> {
    if (!this.stderr.isTTY || total < LONG || this.environment['TERM'] === 'dumb')
      return work(() => undefined);
    const bar = new SingleBar(
      {
        format: `${what} {bar} {percentage}% | {value} of {total} | {eta_formatted} left`,
        stream: this.stderr,
        clearOnComplete: true,
        forceRedraw: true,
        hideCursor: false,
        gracefulExit: false,
        etaBuffer: 200,
      },
      Presets.legacy,
    );
    this.bar = bar;
    bar.start(total, 0);
    try {
      return await work(() => bar.increment());
    } finally {
      bar.stop();
      this.bar = undefined;
    }
  }

  private hideBar(): void {
    if (!this.bar) return;
    clearLine(this.stderr, 0);
    cursorTo(this.stderr, 0);
  }

  private wantsColors(stream: WriteStream): boolean {
    const { environment } = this;
    if (isSet(environment['NO_COLOR'])) return false;
    return (stream.isTTY && environment['TERM'] !== 'dumb') || isSet(environment['FORCE_COLOR']);
  }
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}
