import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** The real sheet of alliance 4765 (Belarus and Kazakhstan, 1996), with straight quotes and LF line ends. */
export function realSheet(): string {
  return straightened(readFileSync(resolve('examples/4765.atop'), 'utf8')).replaceAll('\r\n', '\n');
}

/** Curly quotes as the sheets print them, made straight as the instrument has them. */
function straightened(text: string): string {
  return text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'");
}

/** A row of the published variables: the questions each is coded from, and the values it takes. */
export interface PublishedVariable {
  readonly name: string;
  readonly questions: readonly number[];
  /** What is published for 4765; `undefined` where that is blank. */
  readonly of4765: number | undefined;
  /** The codes published for it, or a word for them: `numeric`, `COW code`. */
  readonly values: readonly number[] | string;
}

/** The published variables in their order; the row `mem3..mem59` is written out. */
export function publishedVariables(): PublishedVariable[] {
  const csv = readFileSync(resolve('test/unit/instrument/atop-variables.csv'), 'utf8');
  const [, ...rows] = csv.trim().split(/\r?\n/);
  return rows.flatMap(row => {
    const [names = '', questions = '', seed = '', values = ''] = row.split(',');
    return namesIn(names).map(name => ({
      name,
      questions: questions.split(';').map(Number),
      of4765: seed === '' ? undefined : Number(seed),
      values: values.includes('=') ? codesIn(values) : values,
    }));
  });
}

function namesIn(cell: string): string[] {
  const range = /^mem(\d+)\.\.mem(\d+)$/.exec(cell);
  if (!range) return [cell];
  const [first, last] = [Number(range[1]), Number(range[2])];
  return Array.from({ length: last - first + 1 }, (_, index) => `mem${first + index}`);
}

/** `0=677; 1=14; blank=3` says that 0 and 1 are published. */
function codesIn(cell: string): number[] {
  return cell
    .split('; ')
    .map(entry => entry.split('=')[0])
    .filter(code => code !== 'blank')
    .map(Number);
}
