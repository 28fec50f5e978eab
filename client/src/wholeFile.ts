import * as vscode from 'vscode';
import { fileNameOf } from './fileName';

/** A file that could not be written; what stood in its place is still there. */
export class UnwrittenFileError extends Error {
  constructor(uri: vscode.Uri, reason: unknown) {
    super(
      vscode.l10n.t(
        '{0} could not be written: {1}',
        vscode.workspace.asRelativePath(uri),
        reason instanceof Error ? reason.message : String(reason),
      ),
    );
    this.name = 'UnwrittenFileError';
  }
}

/**
 * Writes a file as a whole or not at all: beside its place first, as a full disk or a lost connection
 * must not leave half of it.
 *
 * @param overwrite Whether a file that is there may be replaced: only where the user has said so.
 * @throws {UnwrittenFileError}
 */
export async function writeWholeFile(uri: vscode.Uri, text: string, overwrite: boolean): Promise<void> {
  const part = vscode.Uri.joinPath(uri, '..', `.${fileNameOf(uri)}.${crypto.randomUUID().slice(0, 8)}.tmp`);
  try {
    await vscode.workspace.fs.writeFile(part, new TextEncoder().encode(text));
    await vscode.workspace.fs.rename(part, uri, { overwrite });
  } catch (error) {
    await removeIfThere(part);
    throw new UnwrittenFileError(uri, error);
  }
}

async function removeIfThere(uri: vscode.Uri): Promise<void> {
  try {
    await vscode.workspace.fs.delete(uri);
  } catch {
    // It was never written, and there is nothing left to say besides what went wrong first.
  }
}

export async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
