import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';

/** Below this many sheets the reading is over before anyone has read that it goes on. */
const WORTH_TELLING = 100;
/** How often it is told how far the reading is, in milliseconds. */
const INTERVAL = 100;

/** Tells how far work on all sheets of the workspace is, and is told when the coder has had enough of it. */
export class ReadingProgress {
  readonly #connection: Connection;
  readonly #title: string;
  #reporter: Promise<WorkDoneProgressServerReporter | undefined> | undefined;
  #told = 0;

  constructor(connection: Connection, title: string) {
    this.#connection = connection;
    this.#title = title;
  }

  /** So many of so many sheets are read. `cancel` is called when the coder cancels the reading. */
  report(read: number, total: number, cancel: () => void): void {
    if (total < WORTH_TELLING) return;
    this.#reporter ??= this.#begin(cancel);
    const now = performance.now();
    if (now - this.#told < INTERVAL) return;
    this.#told = now;
    void this.#reporter.then(reporter => reporter?.report((100 * read) / total, `${read} of ${total}`));
  }

  /** The reading is over, for now. */
  done(): void {
    void this.#reporter?.then(reporter => reporter?.done());
    this.#reporter = undefined;
  }

  /** A client that shows no progress is no reason not to read. */
  async #begin(cancel: () => void): Promise<WorkDoneProgressServerReporter | undefined> {
    try {
      const reporter = await this.#connection.window.createWorkDoneProgress();
      reporter.begin(this.#title, 0, undefined, true);
      reporter.token.onCancellationRequested(cancel);
      return reporter;
    } catch {
      return undefined;
    }
  }
}
