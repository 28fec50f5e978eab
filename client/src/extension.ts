/**
 * The extension, for both of VS Code's hosts: Node, on a desktop or beside a remote workspace, and the web
 * worker of a VS Code that runs in a browser alone. One bundle serves both, for nearly all of it is the same.
 */
import type * as vscode from 'vscode';
import { activateWith } from './activation';
import type { ClientFactory } from './languageClient';

export { deactivate } from './activation';

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  await activateWith(await clients(context.extensionUri), context);
}

/** What starts the server here. The other host's half stays unloaded: it asks for modules that are not there. */
async function clients(extensionUri: vscode.Uri): Promise<ClientFactory> {
  if ('importScripts' in globalThis) {
    const { workerClients } = await import('./workerClient');
    return workerClients(extensionUri);
  }
  const { processClients } = await import('./processClient');
  return processClients(extensionUri);
}
