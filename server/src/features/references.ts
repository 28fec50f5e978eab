import type { Location, Position } from 'vscode-languageserver-types';
import type { SheetDocument } from './sheetDocument';
import { targetAt } from './target';
import type { WorkspaceSheets } from './workspaceSheets';

/**
 * Where the workspace's sheets write the ATOP ID at the cursor, or name the state at the cursor in an
 * answer that asks for states (members, possible members, targets). A code with its name is one place.
 *
 * The ID at a sheet's first question counts as its declaration; no mention of a state is one.
 */
export function references(
  sheetDocument: SheetDocument,
  position: Position,
  includeDeclaration: boolean,
  sheets: WorkspaceSheets,
): Location[] {
  const target = targetAt(sheetDocument, position);
  if (!target) return [];
  if (target.kind === 'alliance') {
    return sheets
      .placesOfId(target.mention.id)
      .filter(({ isOwn }) => includeDeclaration || !isOwn)
      .map(({ uri, range }) => ({ uri, range }));
  }
  return target.states
    .flatMap(({ code }) => sheets.placesOfState(code))
    .map(({ uri, range }) => ({ uri, range }));
}
