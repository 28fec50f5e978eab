import * as vscode from 'vscode';
import type { SheetServer } from '../languageClient';

/** *Restart Server*. */
export function registerRestartServer(server: SheetServer): vscode.Disposable {
  return vscode.commands.registerCommand('atopSheets.restartServer', () => server.restart());
}
