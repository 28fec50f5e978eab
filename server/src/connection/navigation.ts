/** References, definition, highlights, symbols of the workspace, and renaming. */
import {
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type Connection,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { RenameRefusal, SheetEdits, SheetLanguageService } from '../service';
import type { ClientFeatures } from './clientFeatures';
import type { Requests } from './requests';
import type { SheetSummaries } from './sheetSummaries';
import type { SheetWorkspace } from './sheetWorkspace';

export function serveNavigation(
  connection: Connection,
  service: SheetLanguageService,
  client: ClientFeatures,
  workspace: SheetWorkspace,
  summaries: SheetSummaries,
  { answer, forDocument }: Requests,
): void {
  connection.onReferences(
    forDocument([], async (document, { position, context }, token) => {
      await summaries.whenDone(token);
      return token.isCancellationRequested
        ? []
        : service.references(document, position, context.includeDeclaration);
    }),
  );
  connection.onDefinition(
    forDocument([], async (document, { position }, token) => {
      await workspace.whenRead(token);
      const links = service.definition(document, position);
      if (client.definitionLinks) return links;
      return links.map(({ targetUri, targetSelectionRange }) => ({
        uri: targetUri,
        range: targetSelectionRange,
      }));
    }),
  );
  connection.onDocumentHighlight(
    forDocument([], (document, { position }) => service.documentHighlights(document, position)),
  );
  connection.onWorkspaceSymbol(({ query }, token) =>
    answer(token, async () => {
      await workspace.whenRead(token);
      return token.isCancellationRequested ? [] : service.workspaceSymbols(query);
    }),
  );
  connection.onPrepareRename(
    forDocument(null, (document, { position }) => {
      const place = service.prepareRename(document, position);
      // While the coder writes the new name, all that bears the old one is looked for.
      summaries.start();
      return 'refusal' in place ? refused(place) : place;
    }),
  );
  connection.onRenameRequest(
    forDocument(null, async (document, { position, newName }, token) => {
      const rename = (): readonly SheetEdits[] | RenameRefusal => service.rename(document, position, newName);
      const edits = await uptodate(rename, workspace, summaries, token);
      if (token.isCancellationRequested) return null;
      return 'refusal' in edits ? refused(edits) : workspaceEdit(edits, client, workspace);
    }),
  );
}

/**
 * The edits of a renaming, made once the whole workspace has been read and the closed sheets that it
 * changes have been read anew: an edit must not miss its place because a file changed unnoticed.
 */
async function uptodate(
  rename: () => readonly SheetEdits[] | RenameRefusal,
  workspace: SheetWorkspace,
  summaries: SheetSummaries,
  token: CancellationToken,
): Promise<readonly SheetEdits[] | RenameRefusal> {
  await summaries.whenDone(token);
  const edits = rename();
  if ('refusal' in edits) return edits;
  await workspace.reread(
    edits.map(({ uri }) => uri),
    token,
  );
  await summaries.whenDone(token);
  return rename();
}

function refused({ refusal }: RenameRefusal): ResponseError<never> {
  return new ResponseError(LSPErrorCodes.RequestFailed, refusal);
}

/** With the versions of the documents that are open, where the client takes them. */
function workspaceEdit(
  sheets: readonly SheetEdits[],
  { versionedEdits }: ClientFeatures,
  workspace: SheetWorkspace,
): WorkspaceEdit {
  if (!versionedEdits) {
    return { changes: Object.fromEntries(sheets.map(({ uri, edits }) => [uri, [...edits]])) };
  }
  return {
    documentChanges: sheets.map(({ uri, edits }) => ({
      textDocument: { uri, version: workspace.openDocument(uri)?.version ?? null },
      edits: [...edits],
    })),
  };
}
