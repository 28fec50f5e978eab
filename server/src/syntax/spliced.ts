/** With more members than these, they are too many arguments for one call. */
const MANY = 1000;

/** A list with other members in place of those from one index up to another. */
export function spliced<T>(list: readonly T[], from: number, to: number, others: readonly T[]): T[] {
  if (others.length < MANY) return list.toSpliced(from, to - from, ...others);
  return list.slice(0, from).concat(others, list.slice(to));
}
