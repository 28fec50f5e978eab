// The build that needs nothing of Node's: the language server runs in a web worker, too.
import { stringify } from 'csv-stringify/browser/esm/sync';

/** A row of a table: numbers and texts by column; `null` for a blank. */
export type TableRow = Readonly<Record<string, string | number | null>>;

/** Makes the text of a table row by row. */
export interface TableWriter {
  head(): string;
  row(row: TableRow): string;
}

/** The forms of a table. */
export const TABLE_FORMATS = ['csv', 'jsonl'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

export function tableWriter(format: TableFormat, columns: readonly string[]): TableWriter {
  return format === 'csv' ? csvWriter(columns) : jsonLinesWriter(columns);
}

/** RFC 4180: a header, commas, and CRLF at the end of every line. A blank is an empty field. */
function csvWriter(columns: readonly string[]): TableWriter {
  const line = (fields: readonly (string | number | null)[]): string =>
    stringify([fields], { record_delimiter: 'windows' });
  return {
    head: () => line(columns),
    row: row => line(columns.map(column => row[column] ?? null)),
  };
}

/** One JSON object a line, with all columns in order. A blank is `null`. */
function jsonLinesWriter(columns: readonly string[]): TableWriter {
  return {
    head: () => '',
    row: row =>
      `${JSON.stringify(Object.fromEntries(columns.map(column => [column, row[column] ?? null])))}\n`,
  };
}
