import type { Severity } from '../../rules';
import type { Reporter } from './reporter';

/**
 * Workflow commands: GitHub shows each beside the line of the file that it is about.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function githubReporter(): Reporter {
  return {
    head: () => '',
    sheet: ({ shown, findings }) =>
      findings
        .map(({ rule, severity, message, start, end }) => {
          const isOneLine = start.line === end.line;
          // GitHub takes columns only within one line.
          const columns = isOneLine ? { col: start.column, endColumn: end.column } : {};
          const place = { file: slashed(shown), line: start.line, endLine: end.line, ...columns };
          return command(COMMANDS[severity], { ...place, title: rule }, message);
        })
        .join(''),
    tail: ({ unchecked }) =>
      unchecked.map(({ shown, failure }) => command('error', { file: slashed(shown) }, failure)).join(''),
  };
}

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

function slashed(path: string): string {
  return path.replaceAll('\\', '/');
}

function command(
  name: string,
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string {
  const written = Object.entries(properties).map(
    ([key, value]) => `${key}=${escapedProperty(String(value))}`,
  );
  return `::${name} ${written.join(',')}::${escaped(message)}\n`;
}

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
