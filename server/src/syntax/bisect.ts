/**
 * How many members of a sorted list come before a place: the index at which one that belongs there goes.
 *
 * @param isBefore whether the member of an index does; all of them stand first
 */
export function bisect(length: number, isBefore: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
