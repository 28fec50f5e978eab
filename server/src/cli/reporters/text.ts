import type { Severity } from '../../rules';
import type { Terminal } from '../terminal';
import type { CheckSummary, Reporter } from './reporter';

type Colors = Terminal['colors'];

/** One line a finding, `file:line:column`, as editors and terminals make links of it; then a sum. */
export function textReporter(colors: Colors): Reporter {
  const painted: Readonly<Record<Severity, string>> = {
    error: colors.red('error'),
    warning: colors.yellow('warning'),
    information: colors.blue('information'),
    hint: colors.dim('hint'),
  };
  return {
    head: () => '',
    sheet: ({ shown, findings }) =>
      findings
        .map(({ start, severity, message, rule }) => {
          const place = `${shown}:${start.line}:${start.column}`;
          return `${place}: ${painted[severity]}: ${message} ${colors.dim(`[${rule}]`)}\n`;
        })
        .join(''),
    tail: summary => `${sumOf(summary)}\n`,
  };
}

const NAMES: Readonly<Record<Severity, readonly [one: string, many: string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  information: ['information', 'information'],
  hint: ['hint', 'hints'],
};

/** `1 warning and 10 information in 1 of 4 sheets.` */
function sumOf({ sheets, sheetsWithFindings, counts, unchecked }: CheckSummary): string {
  const parts = (Object.keys(NAMES) as Severity[])
    .filter(severity => counts[severity] > 0)
    .map(severity => `${counts[severity]} ${NAMES[severity][counts[severity] === 1 ? 0 : 1]}`);
  const found =
    parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}` : parts.join('');
  const all = `${sheets} ${sheets === 1 ? 'sheet' : 'sheets'}`;
  const checked = found === '' ? `Nothing found in ${all}.` : `${found} in ${sheetsWithFindings} of ${all}.`;
  const failed = unchecked.length;
  return failed === 0
    ? checked
    : `${checked} ${failed} ${failed === 1 ? 'file' : 'files'} could not be read.`;
}
