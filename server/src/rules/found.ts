import type { Found } from './types';

/** What most rules find in most answers. */
export const NOTHING: readonly Found[] = [];

/** What is found in each of a list. */
export function foundIn<T>(items: readonly T[], find: (item: T) => Found | undefined): readonly Found[] {
  let found: Found[] | undefined;
  for (const item of items) {
    const one = find(item);
    if (one) (found ??= []).push(one);
  }
  return found ?? NOTHING;
}
