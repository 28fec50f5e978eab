import * as vscode from 'vscode';
import { ServerState, ServerUnavailableError, type SheetServer } from '../languageClient';
import { checkWorkspaceRequest, type SheetListEntry, type SheetProblems } from '../protocol';
import { withRequestProgress } from '../requestProgress';
import { withServer } from '../sheetEditor';
import type { SheetList } from '../sheetList';

/**
 * *Check Workspace*: the problems of all sheets, whatever the setting says, and *Check Open Sheets Only*,
 * which goes back to it. The problems follow what is typed, as those of open sheets do.
 */
export function registerCheckWorkspace(server: SheetServer, sheets: SheetList): vscode.Disposable {
  let checksAll = false;
  const set = (all: boolean) => {
    checksAll = all;
    void vscode.commands.executeCommand('setContext', 'atopSheets.checksWorkspace', all);
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand('atopSheets.checkWorkspace', () =>
      withServer(server, async () => {
        if (await check(server, sheets)) set(true);
        else if (!checksAll) await server.request(checkWorkspaceRequest, { all: false });
      }),
    ),
    vscode.commands.registerCommand('atopSheets.checkOpenSheets', () =>
      withServer(server, async () => {
        set(false);
        await server.request(checkWorkspaceRequest, { all: false });
      }),
    ),
    // A server that is started again knows nothing of it.
    server.onDidChangeState(state => {
      if (state === ServerState.Running && checksAll) void checkAgain(server);
    }),
  );
}

/** False where the user had enough of it. */
async function check(server: SheetServer, list: SheetList): Promise<boolean> {
  const sheets = await withRequestProgress(
    vscode.l10n.t('Checking coding sheets'),
    false,
    async (report, token) => {
      await server.requestWithProgress(checkWorkspaceRequest, { all: true }, report, token);
      return list.complete(token);
    },
  );
  if (!sheets) return false;
  if (sheets.length > 0) await vscode.commands.executeCommand('workbench.actions.view.problems');
  void vscode.window.showInformationMessage(summaryOf(sheets));
  return sheets.length > 0;
}

function summaryOf(sheets: readonly SheetListEntry[]): string {
  if (sheets.length === 0) {
    return vscode.l10n.t('There is no coding sheet (a file whose name ends in .atop) in this workspace.');
  }
  // What kept the server from checking a sheet stands in its log.
  const found = sheets.flatMap(({ problems }) => problems ?? []);
  const sum = (kind: keyof SheetProblems) => found.reduce((total, problems) => total + problems[kind], 0);
  const [errors, warnings, remarks] = [sum('errors'), sum('warnings'), sum('information')];
  const checked =
    found.length === 1
      ? vscode.l10n.t('1 sheet was checked.')
      : vscode.l10n.t('{0} sheets were checked.', found.length);
  const result =
    errors + warnings + remarks === 0
      ? vscode.l10n.t('Nothing was found.')
      : vscode.l10n.t('Found: errors: {0}, warnings: {1}, remarks: {2}.', errors, warnings, remarks);
  return `${checked} ${result}`;
}

async function checkAgain(server: SheetServer): Promise<void> {
  try {
    await server.request(checkWorkspaceRequest, { all: true });
  } catch (error) {
    if (!(error instanceof ServerUnavailableError)) server.log(error);
  }
}
