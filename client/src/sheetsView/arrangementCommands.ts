import * as vscode from 'vscode';
import { noFilter, sheetOrders } from './arrangement';
import type { SheetsView } from './sheetsView';

/** What the view's title offers to sort and to filter by. */
export function registerArrangementCommands(view: SheetsView): vscode.Disposable {
  const register = (name: string, run: () => void) =>
    vscode.commands.registerCommand(`atopSheets.sheets.${name}`, run);
  return vscode.Disposable.from(
    // A menu has no marks for extensions: the order that is set is a command of its own, with a tick in its title.
    ...sheetOrders.flatMap(order => [
      register(`sortBy.${order}`, () => view.sortBy(order)),
      register(`sortedBy.${order}`, () => view.sortBy(order)),
    ]),
    ...(['onlyOpen', 'onlyProblems'] as const).flatMap(condition => [
      register(`${condition}.on`, () => view.show({ ...view.filter, [condition]: true })),
      register(`${condition}.off`, () => view.show({ ...view.filter, [condition]: false })),
    ]),
    register('filter', () => askForFilter(view)),
    register('clearFilter', () => view.show(noFilter)),
  );
}

/** Lets the user type what to look for and see at once what is found; Escape leaves the view as it was. */
function askForFilter(view: SheetsView): void {
  const before = view.filter;
  const input = vscode.window.createInputBox();
  input.title = vscode.l10n.t('Filter Coding Sheets');
  input.prompt = vscode.l10n.t('Words of an ATOP ID, of a member’s name or code, or of the file’s name.');
  input.placeholder = vscode.l10n.t('For example: Belarus, 370, 4765');
  input.value = before.text;
  const filter = () => ({ ...before, text: input.value });
  let isAccepted = false;
  input.onDidChangeValue(() => view.show(filter(), true));
  input.onDidAccept(() => {
    isAccepted = true;
    input.hide();
  });
  input.onDidHide(() => {
    view.show(isAccepted ? filter() : before);
    input.dispose();
  });
  input.show();
}
