import { BLANK_COLUMNS, type BlankRow } from './blankRows';
import { tableWriter } from './tables';

/** The forms of the report of what stays blank, by the file's ending. */
export const REPORT_FORMATS = ['csv', 'json', 'txt'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** Makes the text of a report row by row. */
export interface BlankReportWriter {
  head(): string;
  readonly row: (row: BlankRow) => string;
  tail(): string;
}

export function blankReportWriter(format: ReportFormat): BlankReportWriter {
  switch (format) {
    case 'csv':
      return csvReport();
    case 'json':
      return jsonReport();
    case 'txt':
      return textReport();
  }
}

function csvReport(): BlankReportWriter {
  const table = tableWriter('csv', BLANK_COLUMNS);
  return { head: () => table.head(), row: row => table.row({ ...row }), tail: () => '' };
}

/** One array of objects. */
function jsonReport(): BlankReportWriter {
  let rows = 0;
  return {
    head: () => '[',
    row: row => `${rows++ === 0 ? '\n' : ',\n'}${JSON.stringify(row)}`,
    tail: () => '\n]\n',
  };
}

/** A paragraph a sheet, a line a variable. */
function textReport(): BlankReportWriter {
  let file: string | undefined;
  return {
    head: () => '',
    row: row => {
      const isNew = row.file !== file;
      const heading = isNew
        ? `${file === undefined ? '' : '\n'}${row.sheet === '' ? 'No ATOP ID' : row.sheet} (${row.file})\n`
        : '';
      file = row.file;
      return `${heading}  ${row.variable.padEnd(9)} line ${row.line}: ${row.reason}\n`;
    },
    tail: () => '',
  };
}
