import type { Diagnostic } from 'vscode-languageserver-protocol';

/** Each finding as its place (line and column, from 0), its severity (2 a warning, 3 information) and its rule. */
export const summary = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(
    ({ range, code, severity }) => `${range.start.line}:${range.start.character} ${severity} ${code}`,
  );

/** What every client is to see on the real sheet. */
export const SEED_FINDINGS = [
  '30:0 3 yes-no-expected',
  '36:0 3 yes-no-expected',
  '39:0 2 missing-answer',
  '43:42 3 ambiguous-date',
  '46:1 3 broken-link',
  '58:0 3 stray-link',
  '184:0 3 yes-no-expected',
  '192:0 3 yes-no-expected',
  '201:0 3 yes-no-expected',
  '220:0 3 yes-no-expected',
  '234:0 3 yes-no-expected',
];
