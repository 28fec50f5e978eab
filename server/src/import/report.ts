import type { ImportChange, ImportChangeKind } from './changes';

const TITLES: Readonly<Record<ImportChangeKind, string>> = {
  'running-line': 'Left out as part of the pages',
  question: 'Questions restored',
  heading: 'Headings restored',
  'torn-line': 'Torn lines joined',
  hyphen: 'Hyphens at line ends',
  link: 'Links',
  character: 'Characters',
};

/** What an import did, by kind, each with its place in what was imported; a line each. */
export function importReport(changes: readonly ImportChange[]): string {
  if (changes.length === 0) return 'Nothing had to be mended.\n';
  return Object.entries(TITLES)
    .map(([kind, title]) => ({ title, found: changes.filter(change => change.kind === kind) }))
    .filter(({ found }) => found.length > 0)
    .map(({ title, found }) => `${title}:\n${found.map(change => `  ${reportLine(change)}\n`).join('')}`)
    .join('');
}

function reportLine({ page, line, question, message }: ImportChange): string {
  const place = page === undefined ? `line ${line}` : `page ${page}, line ${line}`;
  return `${place}${question === undefined ? '' : `, question ${question}`}: ${message}`;
}
