/** The rows above the sheets: the sections, then the questions. Sheets count from 0. */
export const sectionRow = -2;
export const questionRow = -1;

/** The column before the questions: the sheet's name. Questions count from 0. */
export const nameColumn = -1;

/** A cell of the grid of sheets and questions, its heads included. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
}

export interface GridShape {
  /** How many sheets there are. */
  readonly rows: number;
  /** How many questions there are. */
  readonly columns: number;
  /** The columns that sections begin with, in order; the first is 0. */
  readonly sectionStarts: readonly number[];
  /** How many sheets are in view at once. */
  readonly pageRows: number;
}

/** A key as the browser names it, and whether Ctrl (on a Mac ⌘) is held with it. */
export interface GridKey {
  readonly key: string;
  readonly isControl: boolean;
}

/** Where a key moves the focus to; `undefined` for a key that moves nothing. */
export function moveFocus(
  from: GridCell,
  { key, isControl }: GridKey,
  shape: GridShape,
): GridCell | undefined {
  const { row, column } = from;
  const last = { row: shape.rows - 1, column: shape.columns - 1 };
  const moved = ((): GridCell | undefined => {
    switch (key) {
      case 'ArrowUp':
        return { row: row - 1, column };
      case 'ArrowDown':
        return { row: row + 1, column };
      case 'ArrowLeft':
        return { row, column: leftOf(from, shape) };
      case 'ArrowRight':
        return { row, column: rightOf(from, shape) };
      case 'PageUp':
        // From the sheets to the first of them, not on to the heads.
        return { row: row < 0 ? row : Math.max(0, row - shape.pageRows), column };
      case 'PageDown':
        return { row: Math.max(0, row) + shape.pageRows, column };
      case 'Home':
        return isControl ? { row: 0, column: nameColumn } : { row, column: nameColumn };
      case 'End':
        return isControl ? last : { row, column: last.column };
      default:
        return undefined;
    }
  })();
  return moved && withinGrid(moved, shape);
}

/** The nearest cell that there is. */
export function withinGrid({ row, column }: GridCell, shape: GridShape): GridCell {
  return {
    row: Math.min(Math.max(row, sectionRow), shape.rows - 1),
    column: Math.min(Math.max(column, nameColumn), shape.columns - 1),
  };
}

/** The section, counted from 0, that a column belongs to; -1 for the name. */
export function sectionOfColumn(column: number, { sectionStarts }: Pick<GridShape, 'sectionStarts'>): number {
  return sectionStarts.findLastIndex(start => start <= column);
}

/** In the row of the sections, a step is a section. */
function leftOf({ row, column }: GridCell, shape: GridShape): number {
  if (row !== sectionRow) return column - 1;
  return shape.sectionStarts[sectionOfColumn(column, shape) - 1] ?? nameColumn;
}

function rightOf({ row, column }: GridCell, shape: GridShape): number {
  if (row !== sectionRow) return column + 1;
  return shape.sectionStarts[sectionOfColumn(column, shape) + 1] ?? column;
}
