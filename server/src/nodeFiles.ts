import { isUtf8, transcode } from 'node:buffer';
import { closeSync, constants, fstat, open, read } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { URI } from 'vscode-uri';
import { decodeSheet } from './workspace/decode';
import { isIgnored, MAX_SHEET_BYTES, tooLarge, type SheetFiles } from './workspace/sheetFiles';
import { isSheetName } from './workspace/uris';

/** The sheets of the disk, by their `file:` URIs. */
export const nodeFiles: SheetFiles = {
  async list(folder) {
    const found: string[] = [];
    await listBelow(URI.parse(folder).fsPath, found);
    return found;
  },
  read: uri => readText(URI.parse(uri).fsPath),
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

/** Nearly every sheet fits, so that one call reads it. */
const USUAL_BYTES = 64 * 1024;
/** Buffers that wait for the next file: new ones for ten thousand files would cost more than reading them. */
const spare: Buffer[] = [];

type Finish = (error: Error | null, text?: string) => void;

/** Reads a file that is no larger than a sheet can be. */
function readText(path: string): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    open(path, READ_ONLY, (openError, file) => {
      if (openError) {
        if (isGone(openError)) resolve(undefined);
        else reject(openError);
        return;
      }
      readOpen(file, (error, text) => {
        closeSync(file);
        if (error) reject(error);
        else resolve(text);
      });
    });
  });
}

function readOpen(file: number, finish: Finish): void {
  const buffer = spare.pop() ?? Buffer.allocUnsafeSlow(USUAL_BYTES);
  read(file, buffer, 0, buffer.length, 0, (error, count) => {
    // The text is made before the buffer goes to the next file.
    const isWhole = error === null && count < buffer.length;
    const text = isWhole ? textOf(buffer.subarray(0, count)) : undefined;
    spare.push(buffer);
    if (isWhole) finish(null, text);
    else if (isFolder(error)) finish(null);
    else if (error) finish(error);
    else readLarge(file, finish);
  });
}

/** A file that the usual buffer does not hold. */
function readLarge(file: number, finish: Finish): void {
  fstat(file, (error, { size }) => {
    if (error) finish(error);
    else if (size > MAX_SHEET_BYTES) finish(tooLarge(size));
    else readFully(file, Buffer.allocUnsafe(size), 0, finish);
  });
}

function readFully(file: number, buffer: Buffer, from: number, finish: Finish): void {
  if (from === buffer.length) {
    finish(null, textOf(buffer));
    return;
  }
  read(file, buffer, from, buffer.length - from, from, (error, count) => {
    if (error) finish(error);
    // The file has been cut short meanwhile.
    else if (count === 0) finish(null, textOf(buffer.subarray(0, from)));
    else readFully(file, buffer, from + count, finish);
  });
}

/** Only a Node that knows ICU has it. */
const CAN_TRANSCODE = process.versions['icu'] !== undefined;
const BYTE_ORDER_MARK = 0xef;

/** As `decodeSheet` has it; UTF-8, which nearly all sheets are, is read three times faster in Node's own way. */
function textOf(bytes: Buffer): string {
  if (!CAN_TRANSCODE || bytes[0] === BYTE_ORDER_MARK || !isUtf8(bytes)) return decodeSheet(bytes);
  return transcode(bytes, 'utf8', 'utf16le').toString('utf16le');
}

function isFolder(error: NodeJS.ErrnoException | null): boolean {
  return error?.code === 'EISDIR';
}

function isGone({ code }: NodeJS.ErrnoException): boolean {
  return code === 'ENOENT' || code === 'ENOTDIR';
}
