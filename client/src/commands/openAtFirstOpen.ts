import * as vscode from 'vscode';
import type { SheetServer } from '../languageClient';
import { withServer } from '../sheetEditor';
import { moveToUnanswered } from './moveToUnanswered';

/** *Open at First Open Question*, for a sheet in the Explorer. */
export function registerOpenAtFirstOpen(server: SheetServer): vscode.Disposable {
  return vscode.commands.registerCommand('atopSheets.openAtFirstOpen', (uri: vscode.Uri) =>
    withServer(server, async () => {
      const document = await vscode.workspace.openTextDocument(uri);
      const editor = await vscode.window.showTextDocument(document);
      const top = new vscode.Position(0, 0);
      editor.selection = new vscode.Selection(top, top);
      await moveToUnanswered(server, 'next');
    }),
  );
}
