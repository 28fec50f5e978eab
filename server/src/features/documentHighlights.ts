import { DocumentHighlightKind, type DocumentHighlight, type Position } from 'vscode-languageserver-types';
import { atopIdMentions } from './atopIds';
import { namedStates } from './namedStates';
import { rangeOf, type SheetDocument } from './sheetDocument';
import { targetAt } from './target';

const MEMBERS = 4;

/**
 * The places of the sheet that speak of the same alliance or state as the cursor does. The sheet's own ID
 * and its list of members are marked as what the others refer to.
 */
export function documentHighlights(sheetDocument: SheetDocument, position: Position): DocumentHighlight[] {
  const { sheet } = sheetDocument;
  const target = targetAt(sheetDocument, position);
  if (!target) return [];
  const kindOf = (isDeclared: boolean): DocumentHighlightKind =>
    isDeclared ? DocumentHighlightKind.Write : DocumentHighlightKind.Read;
  if (target.kind === 'alliance') {
    return atopIdMentions(sheet)
      .filter(({ id }) => id === target.mention.id)
      .map(mention => ({ range: rangeOf(sheetDocument, mention), kind: kindOf(mention.isOwn) }));
  }
  return namedStates(sheet)
    .filter(({ states }) => states.some(state => target.states.includes(state)))
    .map(named => ({ range: rangeOf(sheetDocument, named), kind: kindOf(named.question === MEMBERS) }));
}
