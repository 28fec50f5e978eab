import { isKnownNoise } from './knownNoise';

/**
 * Puts the mark that `ATOP_CONSOLE_MARK` names before what this extension host logs from now on, so that
 * the launcher can tell it from the workbench's own log. Imported first, before anything that keeps a
 * reference to `console.log`.
 */
const mark = process.env['ATOP_CONSOLE_MARK'];

if (mark !== undefined) {
  for (const method of ['log', 'info', 'warn', 'error'] as const) {
    const write = console[method].bind(console);
    const writeMarked = (...values: unknown[]): void => {
      if (isKnownNoise(values[0])) write(...values);
      else write(mark, ...values);
    };
    // Defined anew, since VS Code ignores an assignment to a method of its console.
    Object.defineProperty(console, method, { value: writeMarked });
  }
}
