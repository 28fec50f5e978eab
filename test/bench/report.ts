import type { Spread } from './measure';

/** A budget of the design: a measured ratio and the most that it may be. */
export interface Row {
  /** What was measured, and beside what. */
  readonly what: string;
  readonly beside: string;
  /** As measured, with its unit in words: `75 µs`. */
  readonly measured: string;
  readonly other: string;
  readonly ratio: Spread;
  /** `undefined` where the row only informs. */
  readonly budget: number | undefined;
}

export function micros(spread: Spread): string {
  return spread.median < 10_000
    ? `${spread.median.toFixed(1)} µs`
    : `${(spread.median / 1000).toFixed(1)} ms`;
}

export function isKept({ ratio, budget }: Row): boolean {
  return budget === undefined || ratio.median <= budget;
}

/** The rows as a Markdown table, which reads well in a terminal too. */
export function table(rows: readonly Row[]): string {
  const cells = [
    ['what', 'beside', 'measured', 'the other', 'ratio (quartiles)', 'budget', ''],
    ...rows.map(row => [
      row.what,
      row.beside,
      row.measured,
      row.other,
      `${number(row.ratio.median)} (${number(row.ratio.low)}–${number(row.ratio.high)})`,
      row.budget === undefined ? '' : `≤ ${row.budget}`,
      row.budget === undefined ? '' : isKept(row) ? 'kept' : 'MISSED',
    ]),
  ];
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map(row => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = cells;
  return [line(head), `| ${widths.map(width => '-'.repeat(width)).join(' | ')} |`, ...body.map(line)].join(
    '\n',
  );
}

function number(value: number): string {
  return value.toFixed(2);
}
