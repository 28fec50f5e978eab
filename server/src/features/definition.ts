import type { LocationLink, Position } from 'vscode-languageserver-types';
import { namedStates, type NamedState } from './namedStates';
import { rangeOf, type SheetDocument } from './sheetDocument';
import { targetAt } from './target';
import type { WorkspaceSheets } from './workspaceSheets';

const MEMBERS = 4;

/**
 * Where what stands at the cursor is laid down. An ATOP ID leads to the first question of its sheet, or of
 * its sheets where second coders' copies bear it too; one at a first question leads to itself. A state
 * leads to the entry of the sheet's own list of members, and to itself where it is no member.
 *
 * Editors take what leads to itself as a question for its references.
 */
export function definition(
  sheetDocument: SheetDocument,
  position: Position,
  sheets: WorkspaceSheets,
): LocationLink[] {
  const { document, sheet } = sheetDocument;
  const target = targetAt(sheetDocument, position);
  if (!target) return [];
  if (target.kind === 'alliance') {
    const { mention } = target;
    const origin = rangeOf(sheetDocument, mention);
    const places = mention.isOwn
      ? [{ uri: document.uri, range: origin }]
      : [...sheets.sheetsWithId(mention.id)];
    return places.map(({ uri, range }) => ({
      originSelectionRange: origin,
      targetUri: uri,
      targetRange: range,
      targetSelectionRange: range,
    }));
  }
  const { named, states } = target;
  const isMember = (other: NamedState): boolean =>
    other.question === MEMBERS && other.states.some(state => states.includes(state));
  const member = named.question === MEMBERS ? named : namedStates(sheet).find(isMember);
  const range = rangeOf(sheetDocument, member ?? named);
  return [
    {
      originSelectionRange: rangeOf(sheetDocument, named),
      targetUri: document.uri,
      targetRange: range,
      targetSelectionRange: range,
    },
  ];
}
