import * as vscode from 'vscode';
import type { SheetServer } from '../languageClient';
import { withServer } from '../sheetEditor';
import { nextUnansweredCommand } from '../protocol';
import { moveToUnanswered, startOf } from './moveToUnanswered';

/**
 * *Next Unanswered Question*: Ctrl+F8, on macOS ⌘F8.
 *
 * The key is beside VS Code's own for problems (F8 goes to the next problem of all files, Alt+F8 to
 * that of the file, with Shift to the one before). In the default keybindings of VS Code 1.99 and
 * 1.139 for Linux, macOS and Windows neither Ctrl+F8, Ctrl+Shift+F8, ⌘F8 nor ⇧⌘F8 is bound, alone or
 * as the first key of a chord. macOS keeps Ctrl+F8 for its menu bar, hence ⌘ there.
 *
 * The server's code lenses give it a sheet and a place to go on from.
 */
export function registerNextUnanswered(server: SheetServer): vscode.Disposable {
  return vscode.commands.registerCommand(nextUnansweredCommand, (uri?: unknown, position?: unknown) =>
    withServer(server, () => moveToUnanswered(server, 'next', startOf(uri, position))),
  );
}
