/** How many members two lists have in common from the first on, compared as they are. */
export function sameBefore(a: readonly unknown[], b: readonly unknown[]): number {
  const shorter = Math.min(a.length, b.length);
  let count = 0;
  while (count < shorter && a[count] === b[count]) count++;
  return count;
}

/** How many of the members behind the first `before` they have in common, counted from the last. */
export function sameBehind(a: readonly unknown[], b: readonly unknown[], before: number): number {
  const shorter = Math.min(a.length, b.length) - before;
  let count = 0;
  while (count < shorter && a[a.length - 1 - count] === b[b.length - 1 - count]) count++;
  return count;
}
