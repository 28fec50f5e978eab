import ignore from 'ignore';

/**
 * Whether a sheet is left out by the patterns of a project file. `path` is relative to that file's
 * folder, with forward slashes; a path that leads out of the folder is never left out.
 */
export function isIgnored(patterns: readonly string[], path: string): boolean {
  if (patterns.length === 0 || !ignore.isPathValid(path)) return false;
  return matcherOf(patterns).ignores(path);
}

/** A project's patterns are asked of each of its sheets. */
const matchers = new WeakMap<readonly string[], ReturnType<typeof ignore>>();

function matcherOf(patterns: readonly string[]): ReturnType<typeof ignore> {
  let matcher = matchers.get(patterns);
  if (!matcher) {
    matcher = ignore().add([...patterns]);
    matchers.set(patterns, matcher);
  }
  return matcher;
}
