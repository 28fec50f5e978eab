import * as vscode from 'vscode';
import { LanguageClient, TransportKind, type ServerOptions } from 'vscode-languageclient/node';
import type { ClientFactory } from './languageClient';

/** The port of the server's debugger, where the extension host itself is debugged; see `.vscode/launch.json`. */
const debugPort = 6009;

/** Clients whose server is a process of Node. */
export function processClients(extensionUri: vscode.Uri): ClientFactory {
  const run = {
    module: vscode.Uri.joinPath(extensionUri, 'dist', 'server', 'server.js').fsPath,
    transport: TransportKind.ipc,
  };
  const server: ServerOptions = {
    run,
    debug: { ...run, options: { execArgv: ['--nolazy', `--inspect=${debugPort}`] } },
  };
  return (id, name, options) => new LanguageClient(id, name, server, options);
}
