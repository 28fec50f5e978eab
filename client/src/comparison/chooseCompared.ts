import * as vscode from 'vscode';
import type { SheetListEntry } from '../protocol';
import { pathOf } from './alignedSheets';
import { folderPairs, foldersOf, pairsById, type SheetPair } from './choices';
import type { Compared } from './compared';

/** Something to choose, and what choosing it comes to. */
interface Choice<T> extends vscode.QuickPickItem {
  readonly chosen?: T;
}

/** Lets the user choose what is compared; `undefined` where they do not. What is likely meant comes first. */
export async function chooseCompared(
  sheets: readonly SheetListEntry[],
  active: string | undefined,
): Promise<Compared | undefined> {
  const pairs = pairsById(sheets);
  const isActive = ({ a, b }: SheetPair) => active !== undefined && (a.uri === active || b.uri === active);
  const choices: Choice<Compared | 'sheets' | 'folders'>[] = [
    ...group(vscode.l10n.t('this sheet and another of its alliance'), pairs.filter(isActive).map(pairChoice)),
    ...group(vscode.l10n.t('the folders of two coders'), folderPairs(sheets).map(folderPairChoice)),
    ...group(
      vscode.l10n.t('two sheets of one alliance'),
      pairs.filter(pair => !isActive(pair)).map(pairChoice),
    ),
    ...group(vscode.l10n.t('others'), [
      { label: vscode.l10n.t('$(files) Choose Two Sheets…'), chosen: 'sheets' as const },
      { label: vscode.l10n.t('$(folder) Choose Two Folders…'), chosen: 'folders' as const },
    ]),
  ];
  const chosen = await pick(choices, vscode.l10n.t('What is to be compared?'));
  if (chosen === 'sheets') return chooseSheets(sheets, active);
  return chosen === 'folders' ? chooseFolders(sheets) : chosen;
}

/** Lets the user choose the second sheet, or both; those of the first one's alliance come first. */
export async function chooseSheets(
  sheets: readonly SheetListEntry[],
  active: string | undefined,
  given?: string,
): Promise<Compared | undefined> {
  const first = (uri: string | undefined) => [
    ...sheets.filter(sheet => sheet.uri === uri),
    ...sheets.filter(sheet => sheet.uri !== uri),
  ];
  const a =
    given ?? (await pick(first(active).map(sheetChoice), vscode.l10n.t('Choose the first coder’s sheet')));
  if (a === undefined) return undefined;
  const id = sheets.find(({ uri }) => uri === a)?.atopId ?? null;
  const others = sheets.filter(({ uri }) => uri !== a);
  const isSame = ({ atopId }: SheetListEntry) => id !== null && atopId === id;
  const b = await pick(
    [
      ...group(vscode.l10n.t('the same alliance'), others.filter(isSame).map(sheetChoice)),
      ...group(vscode.l10n.t('other sheets'), others.filter(sheet => !isSame(sheet)).map(sheetChoice)),
    ],
    vscode.l10n.t('Choose the second coder’s sheet'),
  );
  return b === undefined ? undefined : { kind: 'sheets', a, b };
}

async function chooseFolders(sheets: readonly SheetListEntry[]): Promise<Compared | undefined> {
  const folders = foldersOf(sheets);
  const choices = (left: readonly string[]) =>
    left.map(chosen => ({ label: `$(folder) ${pathOf(chosen)}`, chosen }));
  const a = await pick(choices(folders), vscode.l10n.t('Choose the first coder’s folder'));
  if (a === undefined) return undefined;
  const b = await pick(
    choices(folders.filter(folder => folder !== a)),
    vscode.l10n.t('Choose the second coder’s folder'),
  );
  return b === undefined ? undefined : { kind: 'folders', a, b };
}

async function pick<T>(choices: readonly Choice<T>[], placeHolder: string): Promise<T | undefined> {
  const choice = await vscode.window.showQuickPick(choices, {
    title: vscode.l10n.t('Compare Coders'),
    placeHolder,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return choice?.chosen;
}

/** The choices below a heading; nothing where there are none. */
function group<T>(label: string, choices: readonly Choice<T>[]): Choice<T>[] {
  return choices.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...choices];
}

function pairChoice({ atopId, a, b }: SheetPair): Choice<Compared> {
  return {
    label: `$(file) ${atopId}`,
    description: membersOf(a),
    detail: `${pathOf(a.uri)} ↔ ${pathOf(b.uri)}`,
    chosen: { kind: 'sheets', a: a.uri, b: b.uri },
  };
}

function folderPairChoice({ a, b, shared }: ReturnType<typeof folderPairs>[number]): Choice<Compared> {
  return {
    label: `$(folder) ${pathOf(a)} ↔ ${pathOf(b)}`,
    description: vscode.l10n.t('alliances in both: {0}', shared),
    chosen: { kind: 'folders', a, b },
  };
}

function sheetChoice(sheet: SheetListEntry): Choice<string> {
  return {
    label: `$(file) ${sheet.atopId ?? vscode.l10n.t('without an ATOP ID')}`,
    description: membersOf(sheet),
    detail: pathOf(sheet.uri),
    chosen: sheet.uri,
  };
}

function membersOf({ members }: SheetListEntry): string {
  return members.map(({ name }) => name).join(', ');
}
