import * as vscode from 'vscode';
import { activeSheetEditor } from './sheetEditor';

/** Sets what the conditions in `package.json` go by: `when` clauses, and what completes the walkthrough. */
export function registerContexts(): vscode.Disposable {
  const set = (name: string) => void vscode.commands.executeCommand('setContext', `atopSheets.${name}`, true);
  // Until then the view is not shown: a workspace without sheets has no use for it.
  set('isActive');
  const lookForSheet = () => {
    if (activeSheetEditor()) set('hasSheet');
  };
  lookForSheet();
  return vscode.window.onDidChangeActiveTextEditor(lookForSheet);
}
