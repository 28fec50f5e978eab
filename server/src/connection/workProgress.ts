import type { Connection, WorkDoneProgressParams } from 'vscode-languageserver';

/** How often it is told how far the work is, in milliseconds. */
const INTERVAL = 100;

/** Tells a client that asks for it how far a request's work is. */
export class WorkProgress {
  readonly #reporter;
  readonly #total: number;
  #done = 0;
  #told = 0;

  /** @param total Of how many steps the work is made. */
  constructor(connection: Connection, { workDoneToken }: WorkDoneProgressParams, total: number) {
    this.#reporter =
      workDoneToken === undefined ? undefined : connection.window.attachWorkDoneProgress(workDoneToken);
    this.#total = total;
    this.#reporter?.begin('', 0);
  }

  /** One more step is done. */
  step(): void {
    this.#done++;
    const now = performance.now();
    if (now - this.#told < INTERVAL) return;
    this.#told = now;
    this.#reporter?.report((100 * this.#done) / Math.max(1, this.#total), `${this.#done} / ${this.#total}`);
  }

  end(): void {
    this.#reporter?.done();
  }
}
