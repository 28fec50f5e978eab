import * as vscode from 'vscode';
import type { Range } from 'vscode-languageclient';
import { insertSnippetCommand } from '../protocol';

/**
 * Inserts a snippet, for the server's code actions: their edits are plain text and cannot hold the
 * places that the coder fills in. Not for the Command Palette.
 */
export function registerInsertSnippet(): vscode.Disposable {
  return vscode.commands.registerCommand(insertSnippetCommand, insertSnippet);
}

/** @param version The version of the document that the range belongs to, where the server knows it. */
async function insertSnippet(uri: string, range: Range, snippet: string, version?: number): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
  if (version !== undefined && document.version !== version) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('The sheet has changed in the meantime. Choose the fix again.'),
    );
    return;
  }
  const editor = await vscode.window.showTextDocument(document);
  const target = new vscode.Range(
    range.start.line,
    range.start.character,
    range.end.line,
    range.end.character,
  );
  // The server writes the line's own indentation: a sheet's lines are not indented like code.
  await editor.insertSnippet(new vscode.SnippetString(snippet), target, {
    undoStopBefore: true,
    undoStopAfter: true,
    keepWhitespace: true,
  });
}
