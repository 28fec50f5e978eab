import { version } from '../../../../package.json';
import type { Terminal } from '../terminal';
import { githubReporter } from './github';
import { jsonReporter } from './json';
import type { Reporter } from './reporter';
import { sarifReporter } from './sarif';
import { textReporter } from './text';

export type { CheckedSheet, CheckSummary, Found, Reporter, UncheckedFile } from './reporter';

/** The forms of a report, by the name that `--format` takes. */
export const REPORTERS: Readonly<Record<string, (colors: Terminal['colors']) => Reporter>> = {
  text: textReporter,
  json: jsonReporter,
  sarif: () => sarifReporter(version),
  github: githubReporter,
};
