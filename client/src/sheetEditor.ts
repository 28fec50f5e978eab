import * as vscode from 'vscode';
import { ServerUnavailableError, type SheetServer } from './languageClient';
import { progressRequest, type Progress } from './protocol';

/** The language of coding sheets. */
export const languageId = 'atop';

/** The active editor, where it holds a coding sheet. */
export function activeSheetEditor(): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor?.document.languageId === languageId ? editor : undefined;
}

/**
 * The editor of the sheet that a command is meant for: the active one, else that of a sheet which stands in
 * a tab, brought to the front. It is there for the buttons of the walkthrough, which is an editor itself.
 * Where there is none, says that one is needed.
 */
export async function requireSheetEditor(): Promise<vscode.TextEditor | undefined> {
  const active = activeSheetEditor();
  if (active) return active;
  const tab = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(isSheetTab);
  if (tab) return vscode.window.showTextDocument(tab.input.uri, { viewColumn: tab.group.viewColumn });
  void vscode.window.showInformationMessage(vscode.l10n.t('Open a coding sheet (.atop) first.'));
  return undefined;
}

function isSheetTab(tab: vscode.Tab): tab is vscode.Tab & { readonly input: vscode.TabInputText } {
  const { input } = tab;
  if (!(input instanceof vscode.TabInputText)) return false;
  // A sheet that has not been saved has no name to tell it by; one in a tab not yet shown is not loaded.
  const loaded = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === input.uri.toString());
  return loaded ? loaded.languageId === languageId : /\.atop$/i.test(input.uri.path);
}

/** How far the sheet of a document is; `null` where the document is no sheet. */
export function requestProgress(
  server: SheetServer,
  document: vscode.TextDocument,
  token?: vscode.CancellationToken,
): Promise<Progress | null> {
  return server.request(progressRequest, { textDocument: { uri: document.uri.toString() } }, token);
}

/**
 * Runs a command that needs the server. Where there is none, says so and offers to restart it; any
 * other error goes on to VS Code, which shows it.
 */
export async function withServer(server: SheetServer, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof ServerUnavailableError)) throw error;
    // Not awaited: the command is over, whether the message is answered or not.
    void offerRestart(server, error.message);
  }
}

async function offerRestart(server: SheetServer, message: string): Promise<void> {
  const restart = vscode.l10n.t('Restart Server');
  const choice = await vscode.window.showErrorMessage(message, restart);
  if (choice === restart) await server.restart();
}
