/** The extension where VS Code runs in a browser alone. */
import type * as vscode from 'vscode';
import { activateWith } from './activation';
import { workerClients } from './workerClient';

export { deactivate } from './activation';

export function activate(context: vscode.ExtensionContext): Promise<void> {
  return activateWith(workerClients(context.extensionUri), context);
}
