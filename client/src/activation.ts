import type * as vscode from 'vscode';
import { registerFixAll } from './commands/fixAll';
import { registerInsertSnippet } from './commands/insertSnippet';
import { registerNewSheet } from './commands/newSheet';
import { registerNextUnanswered } from './commands/nextUnanswered';
import { registerPreviousUnanswered } from './commands/previousUnanswered';
import { registerRestartServer } from './commands/restartServer';
import { SheetServer, type ClientFactory } from './languageClient';
import { registerRuleDocumentation } from './ruleDocumentation';
import { ProgressStatusBar } from './statusBar';
import { answerFileRequests } from './workspaceFiles';

let server: SheetServer | undefined;

/** Sets up the whole client; what differs between Node and a browser is how the server is started. */
export async function activateWith(
  makeClient: ClientFactory,
  context: vscode.ExtensionContext,
): Promise<void> {
  server = new SheetServer(makeClient);
  answerFileRequests(server);
  context.subscriptions.push(
    registerRuleDocumentation(context.extensionUri),
    new ProgressStatusBar(server),
    registerNewSheet(server),
    registerNextUnanswered(server),
    registerPreviousUnanswered(server),
    registerFixAll(server),
    registerInsertSnippet(),
    registerRestartServer(server),
  );
  await server.start();
}

/** The server outlives the subscriptions, for VS Code waits for what this returns. */
export async function deactivate(): Promise<void> {
  await server?.dispose();
}
