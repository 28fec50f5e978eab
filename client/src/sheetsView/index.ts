import * as vscode from 'vscode';
import type { SheetServer } from '../languageClient';
import type { SheetList } from '../sheetList';
import { registerArrangementCommands } from './arrangementCommands';
import { registerSheetDecorations } from './decorations';
import { registerItemCommands } from './itemCommands';
import { SheetsView } from './sheetsView';

/**
 * Adds the *Coding Sheets* view.
 *
 * @param memory Where the order and the filter are remembered.
 */
export function registerSheetsView(
  server: SheetServer,
  list: SheetList,
  memory: vscode.Memento,
): vscode.Disposable {
  const view = new SheetsView(server, list, memory);
  return vscode.Disposable.from(
    view,
    registerSheetDecorations(),
    registerArrangementCommands(view),
    registerItemCommands(),
  );
}
