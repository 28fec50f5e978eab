/** Where two versions of a text differ: before `start` and behind the two ends they are the same. */
export interface Change {
  readonly start: number;
  /** The end of the stretch in the earlier text, and in the later one. */
  readonly endBefore: number;
  readonly endAfter: number;
}

/** The one stretch in which two texts differ; empty in both where they are the same. */
export function changeBetween(before: string, after: string): Change {
  const shorter = Math.min(before.length, after.length);
  const start = longestSame(shorter, (from, to) => before.slice(from, to) === after.slice(from, to));
  const tail = longestSame(
    shorter - start,
    (from, to) =>
      before.slice(before.length - to, before.length - from) ===
      after.slice(after.length - to, after.length - from),
  );
  return { start, endBefore: before.length - tail, endAfter: after.length - tail };
}

/**
 * The greatest length, up to a limit, at which two texts are still the same. Halves what is left at
 * every step, so that each character is compared about once, and in whole stretches.
 */
function longestSame(limit: number, isSame: (from: number, to: number) => boolean): number {
  let same = 0;
  let high = limit;
  while (same < high) {
    const middle = (same + high + 1) >> 1;
    if (isSame(same, middle)) same = middle;
    else high = middle - 1;
  }
  return same;
}
