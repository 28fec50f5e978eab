import * as vscode from 'vscode';
import type { SheetServer } from '../languageClient';
import { newSheetRequest } from '../protocol';
import { languageId, requestProgress, withServer } from '../sheetEditor';

/** *New Coding Sheet*: an unsaved sheet with every question, the cursor at the first answer. */
export function registerNewSheet(server: SheetServer): vscode.Disposable {
  return vscode.commands.registerCommand('atopSheets.newSheet', () =>
    withServer(server, () => openNewSheet(server)),
  );
}

async function openNewSheet(server: SheetServer): Promise<void> {
  const { text } = await server.request(newSheetRequest, {});
  const document = await vscode.workspace.openTextDocument({ language: languageId, content: text });
  const editor = await vscode.window.showTextDocument(document);
  const progress = await requestProgress(server, document);
  const first = progress?.unanswered[0]?.position;
  if (!first) return;
  const position = new vscode.Position(first.line, first.character);
  editor.selection = new vscode.Selection(position, position);
  editor.revealRange(editor.selection);
}
