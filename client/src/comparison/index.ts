import * as vscode from 'vscode';
import type { SheetServer } from '../languageClient';
import { withServer } from '../sheetEditor';
import type { SheetList } from '../sheetList';
import { AgreementPanels } from './agreementPanel';
import { AlignedDocuments, UnreadableSheetError } from './alignedSheets';
import { chooseCompared, chooseSheets } from './chooseCompared';
import type { Compared } from './compared';

/** Adds *Compare Coders…*: two sheets beside each other, or two folders, and how far they agree. */
export function registerComparison(
  server: SheetServer,
  sheets: SheetList,
  extensionUri: vscode.Uri,
): vscode.Disposable {
  const aligned = new AlignedDocuments(server, sheets);
  const panels = new AgreementPanels(server, sheets, aligned, extensionUri);
  return vscode.Disposable.from(
    aligned,
    panels,
    vscode.commands.registerCommand('atopSheets.compareCoders', (uri?: unknown, selected?: unknown) =>
      withServer(server, async () => {
        const compared = await whatToCompare(sheets, uri, selected);
        if (compared) await compare(compared, aligned, panels);
      }),
    ),
  );
}

async function compare(
  compared: Compared,
  aligned: AlignedDocuments,
  panels: AgreementPanels,
): Promise<void> {
  if (compared.kind === 'folders') {
    await panels.show(compared);
    return;
  }
  try {
    await aligned.open(compared, undefined, { preview: false });
  } catch (error) {
    if (!(error instanceof UnreadableSheetError)) throw error;
    void vscode.window.showErrorMessage(error.message);
    return;
  }
  // Two sheets need the width of the window, so the table goes below them.
  await panels.showBelow(compared);
}

/** What is selected in the Explorer, or what the user then chooses. */
async function whatToCompare(
  sheets: SheetList,
  uri: unknown,
  selected: unknown,
): Promise<Compared | undefined> {
  const uris = Array.isArray(selected) ? selected.filter(one => one instanceof vscode.Uri) : [];
  const [first, second, ...more] = uris;
  if (first && second && more.length === 0) return selectedPair(first, second);
  const all = await sheets.get();
  if (all.length < 2) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('There are no two coding sheets in this workspace that could be compared.'),
    );
    return undefined;
  }
  const active = vscode.window.activeTextEditor?.document.uri.toString();
  const known = (address: string | undefined) =>
    all.find(sheet => vscode.Uri.parse(sheet.uri).toString() === address)?.uri;
  const given = uri instanceof vscode.Uri ? known(uri.toString()) : undefined;
  return given === undefined ? chooseCompared(all, known(active)) : chooseSheets(all, undefined, given);
}

async function selectedPair(first: vscode.Uri, second: vscode.Uri): Promise<Compared | undefined> {
  const [a, b] = [first, second].map(uri => uri.toString());
  const kinds = await Promise.all([first, second].map(isFolder));
  if (a === undefined || b === undefined) return undefined;
  if (kinds[0] === kinds[1]) return { kind: kinds[0] === true ? 'folders' : 'sheets', a, b };
  void vscode.window.showInformationMessage(
    vscode.l10n.t('Select two sheets, or two folders, to compare them.'),
  );
  return undefined;
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  const { type } = await vscode.workspace.fs.stat(uri);
  return (type & vscode.FileType.Directory) !== 0;
}
