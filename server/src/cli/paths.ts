import { isAbsolute, relative } from 'node:path';

/** A path as messages show it: relative to the working folder where it lies within. */
export function shownPath(cwd: string, path: string): string {
  const within = relative(cwd, path);
  return within === '' || within.startsWith('..') || isAbsolute(within) ? path : within;
}
