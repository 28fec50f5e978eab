/** The extension where VS Code runs it in Node: on a desktop, or beside a remote workspace. */
import type * as vscode from 'vscode';
import { activateWith } from './activation';
import { processClients } from './processClient';

export { deactivate } from './activation';

export function activate(context: vscode.ExtensionContext): Promise<void> {
  return activateWith(processClients(context.extensionUri), context);
}
