import * as vscode from 'vscode';
import type { SheetServer } from '../languageClient';
import { withServer } from '../sheetEditor';
import { moveToUnanswered } from './moveToUnanswered';

/** *Previous Unanswered Question*: Ctrl+Shift+F8, on macOS ⇧⌘F8. */
export function registerPreviousUnanswered(server: SheetServer): vscode.Disposable {
  return vscode.commands.registerCommand('atopSheets.previousUnanswered', () =>
    withServer(server, () => moveToUnanswered(server, 'previous')),
  );
}
