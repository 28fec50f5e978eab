import type { Connection, WorkDoneProgressParams } from 'vscode-languageserver';

/** How often it is told how far the work is, in milliseconds. */
const INTERVAL = 100;

/** Tells a client that asks for it how far a request's work is. */
export class WorkProgress {
  readonly #reporter;
  readonly #total: number;
  #done = 0;
  #told = 0;

  /** @param total Of how many steps the work is made, where that is known. */
  constructor(connection: Connection, { workDoneToken }: WorkDoneProgressParams, total = 1) {
    this.#reporter =
      workDoneToken === undefined ? undefined : connection.window.attachWorkDoneProgress(workDoneToken);
    this.#total = total;
    this.#reporter?.begin('', 0);
  }

  /** One more step is done. */
  step(): void {
    this.report(++this.#done, this.#total);
  }

  /** So many of so many steps are done. */
  report(done: number, total: number): void {
    const now = performance.now();
    if (now - this.#told < INTERVAL) return;
    this.#told = now;
    this.#reporter?.report((100 * done) / Math.max(1, total), `${done} / ${total}`);
  }

  end(): void {
    this.#reporter?.done();
  }
}
