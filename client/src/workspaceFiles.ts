import * as vscode from 'vscode';
import { toBase64 } from './base64';
import type { SheetServer } from './languageClient';
import { listFilesRequest, readFileRequest } from './protocol';

/**
 * Lets the server read the workspace through VS Code where it has no file system of its own: in a web
 * worker, and for folders that are not on a disk. Nothing outside the workspace's folders is read, whatever
 * the server asks for.
 */
export function answerFileRequests(server: SheetServer): void {
  server.onRequest(listFilesRequest, async ({ folder }, token) => {
    const place = withinWorkspace(folder);
    if (!(await isFolder(place))) return { uris: [] };
    const sheets = new vscode.RelativePattern(place, '**/*.[aA][tT][oO][pP]');
    // What the settings hide from the Explorer is left out as well.
    const uris = await vscode.workspace.findFiles(sheets, '**/{node_modules,.git}/**', undefined, token);
    return { uris: uris.map(uri => uri.toString()) };
  });
  server.onRequest(readFileRequest, async ({ uri }) => {
    const bytes = await readIfThere(withinWorkspace(uri));
    return bytes && { base64: toBase64(bytes) };
  });
}

/**
 * Reads an address of the server's.
 *
 * @throws {Error} where it lies in no folder of the workspace, or does not say plainly where it lies.
 */
function withinWorkspace(address: string): vscode.Uri {
  const uri = vscode.Uri.parse(address, true);
  const isPlain = !uri.path.split(/[\\/]/).some(part => part === '..' || part === '.');
  if (isPlain && vscode.workspace.getWorkspaceFolder(uri)) return uri;
  throw new Error(`${address} is not in the workspace.`);
}

/** False as well for what is not there, or cannot be seen. */
async function isFolder(uri: vscode.Uri): Promise<boolean> {
  try {
    const { type } = await vscode.workspace.fs.stat(uri);
    return (type & vscode.FileType.Directory) !== 0;
  } catch {
    return false;
  }
}

async function readIfThere(uri: vscode.Uri): Promise<Uint8Array | null> {
  try {
    return await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return null;
    throw error;
  }
}
