import * as vscode from 'vscode';
import { ServerState, ServerUnavailableError, type SheetServer } from '../languageClient';
import { fixAllKind } from '../protocol';
import { requireSheetEditor, withServer } from '../sheetEditor';

/** *Fix All*: mends what can safely be mended in the active sheet, as one step to undo. */
export function registerFixAll(server: SheetServer): vscode.Disposable {
  return vscode.commands.registerCommand('atopSheets.fixAll', () => withServer(server, () => fixAll(server)));
}

async function fixAll(server: SheetServer): Promise<void> {
  const document = (await requireSheetEditor())?.document;
  if (!document) return;
  if (server.state !== ServerState.Running) throw new ServerUnavailableError();
  const edit = await currentFix(document);
  if (!edit) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is nothing to fix.'));
    return;
  }
  if (!(await vscode.workspace.applyEdit(edit))) {
    void vscode.window.showErrorMessage(vscode.l10n.t('The sheet could not be changed.'));
  }
}

/**
 * The edit of the server's one action that mends everything. VS Code's own *Fix All* would also apply
 * what other extensions, such as spelling checkers, offer; and it does not tell when there was nothing
 * to do. An edit that the typing coder has overtaken is asked for again.
 */
async function currentFix(document: vscode.TextDocument): Promise<vscode.WorkspaceEdit | undefined> {
  for (;;) {
    const { version } = document;
    const everything = new vscode.Range(0, 0, document.lineCount, 0);
    // The last argument has the action resolved: a server may leave the edit out until it is wanted.
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[] | undefined>(
      'vscode.executeCodeActionProvider',
      document.uri,
      document.validateRange(everything),
      fixAllKind,
      1,
    );
    if (document.version === version) return actions?.find(action => action.edit)?.edit;
  }
}
