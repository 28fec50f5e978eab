import type * as vscode from 'vscode';
import { registerComparison } from './comparison';
import { registerCheckWorkspace } from './commands/checkWorkspace';
import { registerExportDataset } from './commands/exportDataset';
import { registerFixAll } from './commands/fixAll';
import { registerGetStarted } from './commands/getStarted';
import { registerImportSheet } from './commands/importSheet';
import { registerInsertSnippet } from './commands/insertSnippet';
import { registerNewSheet } from './commands/newSheet';
import { registerNextUnanswered } from './commands/nextUnanswered';
import { registerOpenAtFirstOpen } from './commands/openAtFirstOpen';
import { registerPreviousUnanswered } from './commands/previousUnanswered';
import { registerRestartServer } from './commands/restartServer';
import { registerShowSheets } from './commands/showSheets';
import { registerContexts } from './contexts';
import { SheetServer, type ClientFactory } from './languageClient';
import { registerRuleDocumentation } from './ruleDocumentation';
import { registerSheetsView } from './sheetsView';
import { registerDatasetPanel } from './panel/datasetPanel';
import { SheetList } from './sheetList';
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
  const sheets = new SheetList(server);
  context.subscriptions.push(
    registerContexts(),
    registerRuleDocumentation(context.extensionUri),
    new ProgressStatusBar(server),
    registerNewSheet(server),
    registerNextUnanswered(server),
    registerPreviousUnanswered(server),
    registerFixAll(server),
    registerInsertSnippet(),
    registerRestartServer(server),
    registerOpenAtFirstOpen(server),
    registerShowSheets(),
    registerGetStarted(context.extension.id),
    sheets,
    registerSheetsView(server, sheets, context.workspaceState),
    registerDatasetPanel(server, sheets, context.extensionUri),
    registerComparison(server, sheets, context.extensionUri),
    registerExportDataset(server, sheets),
    registerCheckWorkspace(server, sheets),
    registerImportSheet(server, context.extensionUri),
  );
  await server.start();
}

/** The server outlives the subscriptions, for VS Code waits for what this returns. */
export async function deactivate(): Promise<void> {
  await server?.dispose();
}
