import * as vscode from 'vscode';

/** How long VS Code may take to tell of an editor that it has opened, in milliseconds. */
const patience = 2_000;

/**
 * Shows a file as a click on it does. VS Code keeps a document that an extension opens for minutes after
 * its tab was closed, and all that is found in it; of this one it lets go with the tab.
 *
 * @throws where the file cannot be opened.
 */
export async function showEditor(
  uri: vscode.Uri,
  options: vscode.TextDocumentShowOptions = {},
): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand('vscode.open', uri, options);
  return editorOf(uri) ?? (await comingEditorOf(uri)) ?? vscode.window.showTextDocument(uri, options);
}

function editorOf(uri: vscode.Uri): vscode.TextEditor | undefined {
  const isOf = ({ document }: vscode.TextEditor) => document.uri.toString() === uri.toString();
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  return activeTextEditor && isOf(activeTextEditor) ? activeTextEditor : visibleTextEditors.find(isOf);
}

/** The editor once there is one; `undefined` where none comes. */
function comingEditorOf(uri: vscode.Uri): Promise<vscode.TextEditor | undefined> {
  return new Promise(resolve => {
    const settle = (editor: vscode.TextEditor | undefined): void => {
      clearTimeout(timeout);
      listener.dispose();
      resolve(editor);
    };
    const timeout = setTimeout(() => settle(undefined), patience);
    const listener = vscode.window.onDidChangeVisibleTextEditors(() => {
      const editor = editorOf(uri);
      if (editor) settle(editor);
    });
  });
}
