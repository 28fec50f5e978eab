import * as vscode from 'vscode';
import type { SheetListEntry } from '../protocol';
import { openArguments } from './openArguments';

/** What the context menu of a sheet in the view offers. */
export function registerItemCommands(): vscode.Disposable {
  const onSheet = (name: string, run: (sheet: SheetListEntry) => Thenable<unknown>) =>
    vscode.commands.registerCommand(`atopSheets.sheets.${name}`, run);
  return vscode.Disposable.from(
    onSheet('open', sheet => vscode.commands.executeCommand('vscode.open', ...openArguments(sheet))),
    onSheet('openToSide', sheet =>
      vscode.commands.executeCommand('vscode.open', ...openArguments(sheet, vscode.ViewColumn.Beside)),
    ),
    onSheet('reveal', ({ uri }) => vscode.commands.executeCommand('revealInExplorer', vscode.Uri.parse(uri))),
    onSheet('copyId', ({ atopId }) => vscode.env.clipboard.writeText(atopId ?? '')),
  );
}
