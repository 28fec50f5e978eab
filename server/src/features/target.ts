import type { Position } from 'vscode-languageserver-types';
import type { State } from '../reference';
import { touches, type Span } from '../syntax';
import { atopIdMentions, type AtopIdMention } from './atopIds';
import { namedStates, type NamedState } from './namedStates';
import type { SheetDocument } from './sheetDocument';

/** What can be followed through the workspace: an alliance by its ID, or a state. */
export type Target =
  | { readonly kind: 'alliance'; readonly mention: AtopIdMention }
  | { readonly kind: 'state'; readonly named: NamedState; readonly states: readonly State[] };

/** The ATOP ID or the state at the cursor; the one behind it where two meet. */
export function targetAt({ document, sheet }: SheetDocument, position: Position): Target | undefined {
  const offset = document.offsetAt(position);
  const mention = at(atopIdMentions(sheet), offset);
  if (mention) return { kind: 'alliance', mention };
  const named = at(namedStates(sheet), offset);
  return named && { kind: 'state', named, states: named.states };
}

function at<T extends Span>(spans: readonly T[], offset: number): T | undefined {
  return spans.findLast(span => touches(span, { start: offset, end: offset }));
}
