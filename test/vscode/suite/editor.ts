import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const pollMs = 50;
const patienceMs = 20_000;

/** Opens the workspace's copy of the real sheet, as it is on the disk. */
export async function openSheet(): Promise<vscode.TextEditor> {
  const [sheet] = await vscode.workspace.findFiles('4765.atop');
  assert.ok(sheet, 'the workspace has no 4765.atop');
  // As a click does: a document that an extension opens stays open for minutes after its editor is closed.
  await vscode.commands.executeCommand('vscode.open', sheet);
  const editor = await eventually('the editor', () => {
    const active = vscode.window.activeTextEditor;
    return active?.document.uri.toString() === sheet.toString() && active;
  });
  if (editor.document.isDirty) await revert();
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  return editor;
}

/** Takes back all that was changed in the active editor. */
export async function revert(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.files.revert');
}

/** Waits until `look` gives something; fails with `what` after twenty seconds. */
export async function eventually<T>(
  what: string,
  look: () => T | undefined | false | Thenable<T | undefined | false>,
): Promise<T> {
  const deadline = Date.now() + patienceMs;
  while (Date.now() < deadline) {
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen;
    await new Promise(resolve => setTimeout(resolve, pollMs));
  }
  throw new Error(`Did not come: ${what}.`);
}

/** The sheet's findings, once they are those that `isAwaited` describes. */
export function diagnostics(
  uri: vscode.Uri,
  isAwaited: (found: readonly string[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  let seen: readonly string[] = [];
  return eventually('the diagnostics awaited', () => {
    const found = vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'atop');
    seen = found.map(summary);
    return isAwaited(seen) && found;
  }).catch(() => {
    throw new Error(`Other diagnostics than awaited: ${seen.join(', ')}`);
  });
}

/** `13 warning missing-answer`, with the line counted from 1 as the editor shows it. */
export function summary({ range, severity, code }: vscode.Diagnostic): string {
  const id = typeof code === 'object' ? code.value : code;
  return `${range.start.line + 1} ${vscode.DiagnosticSeverity[severity].toLowerCase()} ${id}`;
}

/** The place of a text in the document, `offset` characters into it. */
export function positionOf(document: vscode.TextDocument, text: string, offset = 0): vscode.Position {
  const at = document.getText().indexOf(text);
  assert.ok(at >= 0, `${text} is not in the sheet`);
  return document.positionAt(at + offset);
}

/** Replaces the first place of a text in the document, as one undoable edit. */
export async function replaceText(document: vscode.TextDocument, text: string, by: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const start = positionOf(document, text);
  edit.replace(document.uri, new vscode.Range(start, positionOf(document, text, text.length)), by);
  assert.ok(await vscode.workspace.applyEdit(edit));
}
