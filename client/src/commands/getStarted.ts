import * as vscode from 'vscode';

/** *Get Started*: opens the walkthrough. */
export function registerGetStarted(extensionId: string): vscode.Disposable {
  return vscode.commands.registerCommand('atopSheets.getStarted', () =>
    vscode.commands.executeCommand('workbench.action.openWalkthrough', `${extensionId}#firstSheet`),
  );
}
