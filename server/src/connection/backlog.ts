import type { ReadingProgress } from './readingProgress';
import { TimeSlices } from './timeSlices';

/** How many files are read at the same time: enough for the disk always to have something to do. */
export const AT_A_TIME = 32;

/** Reads a file and gives what is then to be done with it. */
export type Reader = (key: string) => Promise<() => void>;

/** Who is told how far the reading is. */
export type Progress = Pick<ReadingProgress, 'report' | 'done'>;

/**
 * The files that are still to be read: first those that have changed, then those of folders that are new
 * to the workspace. Reading the latter can be cancelled, and taken up again.
 */
export class Backlog {
  readonly #read: Reader;
  readonly #progress: Progress;
  readonly #slices = new TimeSlices();
  readonly #urgent = new Set<string>();
  readonly #queue = new Set<string>();
  /** What is being read; `false` once nobody wants it any more. */
  readonly #underway = new Map<string, boolean>();
  readonly #waiting: (() => void)[] = [];
  #workers = 0;
  #done = 0;
  #isCancelled = false;
  #isDisposed = false;

  constructor(read: Reader, progress: Progress) {
    this.#read = read;
    this.#progress = progress;
  }

  /** Files of a new folder. */
  add(keys: readonly string[]): void {
    for (const key of keys) this.#queue.add(key);
    this.#start();
  }

  /** A file that has changed. */
  addUrgent(key: string): void {
    this.#queue.delete(key);
    this.#urgent.add(key);
    this.#start();
  }

  /** Nobody wants to know any more what the file holds. */
  drop(key: string): void {
    this.#queue.delete(key);
    this.#urgent.delete(key);
    if (this.#underway.has(key)) this.#underway.set(key, false);
    this.#rest();
  }

  /** The same for all files of which `isUnwanted` says so. */
  dropWhere(isUnwanted: (key: string) => boolean): void {
    for (const key of [...this.#queue, ...this.#urgent, ...this.#underway.keys()]) {
      if (isUnwanted(key)) this.drop(key);
    }
  }

  /** Goes on with what was cancelled. */
  resume(): void {
    this.#isCancelled = false;
    this.#start();
  }

  get isEmpty(): boolean {
    return this.#queue.size === 0 && this.#urgent.size === 0 && this.#underway.size === 0;
  }

  /** True where there is nothing left to read, or nothing but what was cancelled. */
  get isAtRest(): boolean {
    return this.#isDisposed || this.isEmpty || (this.#workers === 0 && this.#isCancelled);
  }

  async whenAtRest(): Promise<void> {
    if (!this.isAtRest) await new Promise<void>(resolve => this.#waiting.push(resolve));
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#rest();
  }

  #start(): void {
    while (this.#workers < AT_A_TIME) {
      const key = this.#next();
      if (key === undefined) break;
      this.#workers++;
      void this.#work(key);
    }
    this.#rest();
  }

  async #work(first: string): Promise<void> {
    for (let key: string | undefined = first; key !== undefined; key = this.#next()) {
      const take = await this.#read(key);
      await this.#slices.turn();
      const isWanted = this.#underway.get(key) === true;
      this.#underway.delete(key);
      if (isWanted && !this.#isDisposed) take();
      this.#done++;
      this.#tell();
    }
    this.#workers--;
    this.#rest();
  }

  /** A file that is being read waits until that is over: the later reading must win. */
  #next(): string | undefined {
    if (this.#isDisposed) return undefined;
    for (const waiting of this.#isCancelled ? [this.#urgent] : [this.#urgent, this.#queue]) {
      for (const key of waiting) {
        if (this.#underway.has(key)) continue;
        waiting.delete(key);
        this.#underway.set(key, true);
        return key;
      }
    }
    return undefined;
  }

  #tell(): void {
    const total = this.#done + this.#queue.size + this.#urgent.size + this.#underway.size;
    this.#progress.report(this.#done, total, () => {
      this.#isCancelled = true;
    });
  }

  /** Ends the progress, and tells those who wait, once there is nothing to do. */
  #rest(): void {
    if (!this.isAtRest) return;
    this.#done = 0;
    this.#progress.done();
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
