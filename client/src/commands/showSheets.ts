import * as vscode from 'vscode';

/**
 * *Show Coding Sheets*: brings the view to the front. VS Code's own command for that is there only once the
 * view is, which waits for the extension to be wanted.
 */
export function registerShowSheets(): vscode.Disposable {
  return vscode.commands.registerCommand('atopSheets.showSheets', () =>
    vscode.commands.executeCommand('atopSheets.sheets.focus'),
  );
}
