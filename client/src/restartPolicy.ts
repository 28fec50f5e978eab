/** A server that lived this long was well; what ended it is a trouble of its own. */
const wellAfter = 60_000;

/** How long to wait before each restart in a row, in milliseconds. */
const delays = [250, 1_000, 4_000, 10_000] as const;

/**
 * Decides when a server that died is started again: at once the first time, for it may have been
 * bad luck, then after ever longer waits, and not at all once it has died fast too often in a row.
 */
export class RestartPolicy {
  #fastEnds = 0;

  /**
   * @param lifetime How long the server lived, in milliseconds.
   * @returns How long to wait before the next start, or `undefined` to give up.
   */
  delayAfter(lifetime: number): number | undefined {
    if (lifetime >= wellAfter) this.#fastEnds = 0;
    return delays[this.#fastEnds++];
  }

  /** Forgets what was, for a start that the user asked for. */
  reset(): void {
    this.#fastEnds = 0;
  }
}
