import * as vscode from 'vscode';
import { fileNameOf } from '../fileName';
import type { SheetServer } from '../languageClient';
import {
  exportDatasetRequest,
  type ExportedDataset,
  type ExportParams,
  type ExportRefusal,
  type SheetListEntry,
} from '../protocol';
import { withRequestProgress } from '../requestProgress';
import { withServer } from '../sheetEditor';
import type { SheetList } from '../sheetList';
import { UnwrittenFileError, writeWholeFile } from '../wholeFile';

/** *Export Dataset…*: the sheets of the workspace, or of what is selected in the Explorer, as a table. */
export function registerExportDataset(server: SheetServer, sheets: SheetList): vscode.Disposable {
  return vscode.commands.registerCommand('atopSheets.exportDataset', (uri?: unknown, selected?: unknown) =>
    withServer(server, () => exportDataset(server, sheets, selectionOf(uri, selected))),
  );
}

function selectionOf(uri: unknown, selected: unknown): readonly vscode.Uri[] {
  const uris: unknown[] = Array.isArray(selected) && selected.length > 0 ? selected : [uri];
  return uris.filter(one => one instanceof vscode.Uri);
}

type Form = Pick<ExportParams, 'format' | 'isLong'>;

async function exportDataset(
  server: SheetServer,
  list: SheetList,
  selection: readonly vscode.Uri[],
): Promise<void> {
  // Where there is much to read, the reading itself shows how far it is.
  const title = vscode.l10n.t('Reading coding sheets');
  const all = await withRequestProgress(title, true, (_, token) => list.complete(token));
  if (!all) return;
  const sheets = selectedSheets(all, selection);
  if (sheets.length === 0) {
    void vscode.window.showInformationMessage(
      selection.length === 0
        ? vscode.l10n.t('There is no coding sheet (a file whose name ends in .atop) in this workspace.')
        : vscode.l10n.t('There is no coding sheet (a file whose name ends in .atop) in what is selected.'),
    );
    return;
  }
  const form = await chooseForm(sheets.length);
  const target = form && (await chooseTarget(form, selection[0]));
  if (!target) return;
  const exported = await withRequestProgress(
    vscode.l10n.t('Exporting {0}', fileNameOf(target)),
    false,
    (report, token) => server.requestWithProgress(exportDatasetRequest, { ...form, sheets }, report, token),
  );
  if (!exported) {
    vscode.window.setStatusBarMessage(vscode.l10n.t('Nothing was exported.'), 5_000);
  } else if (exported.kind === 'refused') {
    void tellRefusal(exported);
  } else {
    await write(exported, target, sheets.length);
  }
}

/** The sheets in the order and with the names that the command line gives them. */
function selectedSheets(
  all: readonly SheetListEntry[],
  selection: readonly vscode.Uri[],
): ExportParams['sheets'] {
  const isSelected = ({ path }: vscode.Uri) =>
    selection.length === 0 ||
    selection.some(one => path === one.path || path.startsWith(one.path.replace(/\/?$/, '/')));
  return all
    .map(({ uri }) => vscode.Uri.parse(uri, true))
    .filter(isSelected)
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(uri => ({ uri: uri.toString(), name: vscode.workspace.asRelativePath(uri) }));
}

interface FormChoice extends vscode.QuickPickItem {
  readonly form: Form;
}

async function chooseForm(sheets: number): Promise<Form | undefined> {
  const wide = vscode.l10n.t('One row a sheet');
  const long = vscode.l10n.t('One row an answer');
  const variables = vscode.l10n.t('ATOP’s own variables; what needs a judgement stays blank and is listed');
  const answers = vscode.l10n.t('each answer as it is written and as it is read');
  const choices: FormChoice[] = [
    { label: wide, description: 'CSV', detail: variables, form: { format: 'csv', isLong: false } },
    { label: wide, description: 'JSON Lines', detail: variables, form: { format: 'jsonl', isLong: false } },
    { label: long, description: 'CSV', detail: answers, form: { format: 'csv', isLong: true } },
    { label: long, description: 'JSON Lines', detail: answers, form: { format: 'jsonl', isLong: true } },
  ];
  const chosen = await vscode.window.showQuickPick(choices, {
    title: vscode.l10n.t('Export Dataset'),
    placeHolder:
      sheets === 1
        ? vscode.l10n.t('What is to be made of the sheet?')
        : vscode.l10n.t('What is to be made of the {0} sheets?', sheets),
    matchOnDescription: true,
  });
  return chosen?.form;
}

/** The dialog asks before it gives a file that is there. */
async function chooseTarget(
  { format, isLong }: Form,
  near: vscode.Uri | undefined,
): Promise<vscode.Uri | undefined> {
  const folder =
    (near && vscode.workspace.getWorkspaceFolder(near)) ?? vscode.workspace.workspaceFolders?.[0];
  const name = `${isLong ? 'answers' : 'atop'}.${format}`;
  return vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export Dataset'),
    saveLabel: vscode.l10n.t('Export'),
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder.uri, name) }),
    filters: format === 'csv' ? { CSV: ['csv'] } : { 'JSON Lines': ['jsonl', 'ndjson'] },
  });
}

async function write(
  { table, report, blanks }: ExportedDataset,
  target: vscode.Uri,
  sheets: number,
): Promise<void> {
  try {
    await writeWholeFile(target, table, true);
  } catch (error) {
    if (!(error instanceof UnwrittenFileError)) throw error;
    void vscode.window.showErrorMessage(error.message);
    return;
  }
  await vscode.commands.executeCommand('vscode.open', target, { preview: false });
  // Not awaited: the dataset is there, whether the report is wanted or not.
  void tellWritten(target, sheets, report, blanks);
}

async function tellWritten(
  target: vscode.Uri,
  sheets: number,
  report: string,
  blanks: number,
): Promise<void> {
  const file = vscode.workspace.asRelativePath(target);
  const wrote =
    sheets === 1
      ? vscode.l10n.t('Exported 1 sheet to {0}.', file)
      : vscode.l10n.t('Exported {0} sheets to {1}.', sheets, file);
  if (report === '') {
    void vscode.window.showInformationMessage(wrote);
    return;
  }
  if (blanks === 0) {
    void vscode.window.showInformationMessage(`${wrote} ${vscode.l10n.t('No value waits for a coder.')}`);
    return;
  }
  const save = vscode.l10n.t('Save Their List…');
  const waiting =
    blanks === 1
      ? vscode.l10n.t('1 value is blank and waits for a coder.')
      : vscode.l10n.t('{0} values are blank and wait for a coder.', blanks);
  const choice = await vscode.window.showInformationMessage(`${wrote} ${waiting}`, save);
  if (choice === save) await saveReport(target, report);
}

/** What stays blank and why, in a file named after the dataset's. */
async function saveReport(dataset: vscode.Uri, report: string): Promise<void> {
  const name = fileNameOf(dataset).replace(/\.[^.]*$/, '');
  const target = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('What Waits for a Coder'),
    defaultUri: vscode.Uri.joinPath(dataset, '..', `${name}.report.csv`),
    filters: { CSV: ['csv'] },
  });
  if (!target) return;
  try {
    await writeWholeFile(target, report, true);
    await vscode.commands.executeCommand('vscode.open', target, { preview: false });
  } catch (error) {
    if (!(error instanceof UnwrittenFileError)) throw error;
    void vscode.window.showErrorMessage(error.message);
  }
}

/** As many sheets are named in a message; more make it unreadable. */
const named = 4;

async function tellRefusal({ unreadable, foreign, duplicates }: ExportRefusal): Promise<void> {
  const reasons = [
    ...unreadable.map(uri => vscode.l10n.t('{0} cannot be read.', pathOf(uri))),
    ...foreign.map(uri => vscode.l10n.t('{0} holds no question of the ATOP coding sheet.', pathOf(uri))),
    ...duplicates.map(({ atopId, uris }) =>
      vscode.l10n.t('The ATOP ID {0} stands in several sheets: {1}.', atopId, uris.map(pathOf).join(', ')),
    ),
  ];
  const shown = reasons.slice(0, named);
  if (reasons.length > named) shown.push(vscode.l10n.t('And {0} more.', reasons.length - named));
  const [first] = [...unreadable, ...foreign, ...duplicates.flatMap(({ uris }) => uris)];
  const open = vscode.l10n.t('Open {0}', fileNameOf(vscode.Uri.parse(first ?? '')));
  const message = `${vscode.l10n.t('Nothing was exported.')} ${shown.join(' ')}`;
  const choice = await vscode.window.showErrorMessage(message, open);
  if (choice === open && first !== undefined) {
    await vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(first, true));
  }
}

function pathOf(uri: string): string {
  return vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
}
