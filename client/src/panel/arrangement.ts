import type { SheetListEntry } from '../protocol';
import { arrange, type SheetFilter, type SheetOrder } from '../sheetsView/arrangement';
import { questionStates, stateAt } from './questionState';

/** What the panel's sheets are sorted by: as in the view of sheets, or by the state of one question. */
export type PanelOrder = SheetOrder | { readonly question: number };

/**
 * The sheets that pass the filter, in order.
 *
 * @param numbers The printed numbers of the questions, in the order of the sheets' letters.
 */
export function arrangeForPanel(
  sheets: readonly SheetListEntry[],
  order: PanelOrder,
  filter: SheetFilter,
  numbers: readonly number[],
): SheetListEntry[] {
  if (typeof order === 'string') return arrange(sheets, order, filter);
  const index = numbers.indexOf(order.question);
  // What needs a coder most comes first, what is not known yet last; among equals the order by ATOP ID stays.
  const urgency = (sheet: SheetListEntry) => {
    const state = stateAt(sheet, index);
    return state ? questionStates.indexOf(state) : -1;
  };
  return arrange(sheets, 'id', filter).sort((a, b) => urgency(b) - urgency(a));
}
