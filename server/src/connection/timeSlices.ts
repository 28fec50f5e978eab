/** How long work in the background may go on before requests get their turn, in milliseconds. */
const SLICE = 10;

/**
 * Cuts long work into slices, between which the server answers whatever has come in. All that goes on at
 * the same time shares one slice.
 */
export class TimeSlices {
  #end = 0;
  #next: Promise<void> | undefined;

  /** To be awaited before each piece of work; resolves at once while the slice lasts. */
  async turn(): Promise<void> {
    while (performance.now() >= this.#end) await (this.#next ??= this.#begin());
  }

  async #begin(): Promise<void> {
    await new Promise<void>(resolve => afterRequests(resolve));
    this.#next = undefined;
    this.#end = performance.now() + SLICE;
  }
}

/** In Node before the next timers; a browser has only these. */
function afterRequests(callback: () => void): void {
  if (typeof setImmediate === 'function') setImmediate(callback);
  else setTimeout(callback, 0);
}

/** Does one thing for each item, a few at a time; stops when `isOver` says so. */
export async function forEachOf<T>(
  items: Iterable<T>,
  atATime: number,
  act: (item: T) => Promise<void>,
  isOver: () => boolean = () => false,
): Promise<void> {
  const left = items[Symbol.iterator]();
  const work = async (): Promise<void> => {
    for (let next = left.next(); next.done !== true && !isOver(); next = left.next()) await act(next.value);
  };
  await Promise.all(Array.from({ length: atATime }, work));
}
