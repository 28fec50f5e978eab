import type { PanelOrder } from './arrangement';
import { nameColumn, type GridCell } from './gridFocus';
import { noFilter, sheetOrders, type SheetFilter } from '../sheetsView/arrangement';

/** What the page keeps while it is hidden, and when its window is closed and opened again. */
export interface PageState {
  readonly order: PanelOrder;
  readonly filter: SheetFilter;
  /** The sheet that has the focus; `undefined` where the head of the grid has it. */
  readonly uri?: string | undefined;
  readonly cell: GridCell;
  /** How far the grid is scrolled. */
  readonly top: number;
}

export const initialState: PageState = {
  order: 'id',
  filter: noFilter,
  cell: { row: 0, column: nameColumn },
  top: 0,
};

/** Reads what an earlier page kept, maybe one of another version: what is not understood is as at first. */
export function readState(kept: unknown): PageState {
  const { order, filter, uri, cell, top } = fieldsOf(kept);
  const { text, onlyOpen, onlyProblems } = fieldsOf(filter);
  const { row, column } = fieldsOf(cell);
  const { question } = fieldsOf(order);
  return {
    order: isWhole(question)
      ? { question }
      : (sheetOrders.find(name => name === order) ?? initialState.order),
    filter: {
      text: typeof text === 'string' ? text : noFilter.text,
      onlyOpen: onlyOpen === true,
      onlyProblems: onlyProblems === true,
    },
    ...(typeof uri === 'string' && { uri }),
    cell: isWhole(row) && isWhole(column) ? { row, column } : initialState.cell,
    top: typeof top === 'number' && Number.isFinite(top) ? top : initialState.top,
  };
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function isWhole(value: unknown): value is number {
  return Number.isInteger(value);
}
