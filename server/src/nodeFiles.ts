import { close, constants, fstat, open, read } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { URI } from 'vscode-uri';
import { isIgnored, MAX_SHEET_BYTES, tooLarge, type SheetFiles } from './workspace/sheetFiles';
import { isSheetName } from './workspace/uris';

/** The sheets of the disk, by their `file:` URIs. */
export const nodeFiles: SheetFiles = {
  async list(folder) {
    const found: string[] = [];
    await listBelow(URI.parse(folder).fsPath, found);
    return found;
  },
  read: uri => readBytes(URI.parse(uri).fsPath),
};

/** Links are passed over: they may lead out of the workspace, or back to where they stand. */
async function listBelow(folder: string, found: string[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const folders: string[] = [];
  for (const entry of entries) {
    if (isIgnored(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) folders.push(path);
    else if (entry.isFile() && isSheetName(entry.name)) found.push(URI.file(path).toString());
  }
  // One folder after another: a workspace of a million folders opens no million of them at once.
  for (const path of folders) await listBelow(path, found);
}

/** Without waiting: a pipe that bears a sheet's name would be waited for without end. */
const READ_ONLY = constants.O_RDONLY | constants.O_NONBLOCK;

/** Reads a file that is no larger than a sheet can be, in one go. */
function readBytes(path: string): Promise<Uint8Array | undefined> {
  return new Promise((resolve, reject) => {
    open(path, READ_ONLY, (openError, file) => {
      if (openError) {
        if (isGone(openError)) resolve(undefined);
        else reject(openError);
        return;
      }
      const finish = (error: Error | null, bytes?: Uint8Array): void => {
        close(file, () => {
          if (error) reject(error);
          else resolve(bytes);
        });
      };
      fstat(file, (statError, stats) => {
        if (statError) finish(statError);
        else if (!stats.isFile()) finish(null);
        else if (stats.size > MAX_SHEET_BYTES) finish(tooLarge(stats.size));
        else readFully(file, Buffer.allocUnsafe(stats.size), 0, finish);
      });
    });
  });
}

function readFully(
  file: number,
  buffer: Buffer,
  from: number,
  finish: (error: Error | null, bytes?: Uint8Array) => void,
): void {
  if (from === buffer.length) {
    finish(null, buffer);
    return;
  }
  read(file, buffer, from, buffer.length - from, null, (error, count) => {
    if (error) finish(error);
    // The file has been cut short meanwhile.
    else if (count === 0) finish(null, buffer.subarray(0, from));
    else readFully(file, buffer, from + count, finish);
  });
}

function isGone({ code }: NodeJS.ErrnoException): boolean {
  return code === 'ENOENT' || code === 'ENOTDIR';
}
