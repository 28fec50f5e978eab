import * as vscode from 'vscode';
import type { SheetServer } from './languageClient';
import { questionPlaceRequest } from './protocol';
import { showEditor } from './showEditor';

/** How long a remark stays in the status bar, in milliseconds. */
const remarkTime = 5_000;

/**
 * Opens a sheet with the cursor at the answer to a question; where the file lacks the question, at the
 * place where it would stand.
 *
 * @throws ServerUnavailableError where there is no server to know the place. The sheet is open all the same.
 */
export async function openAnswer(
  server: SheetServer,
  uri: vscode.Uri,
  question: number,
  options: vscode.TextDocumentShowOptions = {},
): Promise<void> {
  const editor = await showEditor(uri, options);
  const place = await server.request(questionPlaceRequest, {
    textDocument: { uri: editor.document.uri.toString() },
    question,
  });
  if (!place) return;
  const position = new vscode.Position(place.position.line, place.position.character);
  editor.selection = new vscode.Selection(position, position);
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  if (place.isInSheet) return;
  vscode.window.setStatusBarMessage(
    vscode.l10n.t('Question {0} is missing from this sheet. It would stand here.', question),
    remarkTime,
  );
}
