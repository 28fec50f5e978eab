import * as vscode from 'vscode';
import type { SheetListEntry } from '../protocol';

/** The arguments of `vscode.open` that show a sheet at its first open question. */
export function openArguments(
  { uri, firstOpen }: SheetListEntry,
  viewColumn?: vscode.ViewColumn,
): [vscode.Uri, vscode.TextDocumentShowOptions] {
  const place = firstOpen && new vscode.Position(firstOpen.line, firstOpen.character);
  return [
    vscode.Uri.parse(uri),
    {
      ...(viewColumn !== undefined && { viewColumn }),
      // Without one, an editor that is open already stays where it is.
      ...(place && { selection: new vscode.Range(place, place) }),
    },
  ];
}
