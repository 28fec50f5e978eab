import * as vscode from 'vscode';
import type { SheetListEntry } from '../protocol';
import { conditionOf, type SheetCondition } from './presentation';

/** The scheme of the addresses under which sheets stand in the view; no file can be opened by it. */
const scheme = 'atop-sheet-item';

const colors: Readonly<Partial<Record<SheetCondition, vscode.ThemeColor>>> = {
  error: new vscode.ThemeColor('list.errorForeground'),
  warning: new vscode.ThemeColor('list.warningForeground'),
};

/**
 * An address that holds all that the decoration shows. A sheet that changes gets another address, and so
 * another decoration; the file's own address would bring along the decorations of the Explorer and of Git.
 */
export function decoratedUri(sheet: SheetListEntry): vscode.Uri {
  const { path } = vscode.Uri.parse(sheet.uri);
  const query = new URLSearchParams({ condition: conditionOf(sheet), open: String(sheet.open ?? 0) });
  return vscode.Uri.from({ scheme, path, query: query.toString() });
}

/** The number of open questions beside each sheet of the view, and the colour of its label. */
export function registerSheetDecorations(): vscode.Disposable {
  return vscode.window.registerFileDecorationProvider({
    provideFileDecoration(uri) {
      if (uri.scheme !== scheme) return undefined;
      const shown = new URLSearchParams(uri.query);
      const open = Number(shown.get('open'));
      const color = colors[shown.get('condition') as SheetCondition];
      return open > 0
        ? new vscode.FileDecoration(String(open), vscode.l10n.t('open questions: {0}', open), color)
        : new vscode.FileDecoration(undefined, undefined, color);
    },
  });
}
