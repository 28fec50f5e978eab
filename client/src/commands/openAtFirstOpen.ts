import * as vscode from 'vscode';
import type { SheetServer } from '../languageClient';
import { withServer } from '../sheetEditor';
import { moveToUnanswered } from './moveToUnanswered';

/** *Open at First Open Question*, for a sheet in the Explorer. */
export function registerOpenAtFirstOpen(server: SheetServer): vscode.Disposable {
  return vscode.commands.registerCommand('atopSheets.openAtFirstOpen', (uri: vscode.Uri) =>
    withServer(server, () => moveToUnanswered(server, 'next', { uri, position: new vscode.Position(0, 0) })),
  );
}
