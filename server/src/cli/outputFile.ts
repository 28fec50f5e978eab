import { randomBytes } from 'node:crypto';
import { unlinkSync } from 'node:fs';
import { chmod, chown, open, realpath, rename, stat, unlink, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { errorCode, Failure, fileErrorText } from './failure';

/**
 * Files are written beside their place and renamed into it when they are whole, so that a full disk
 * or an interruption leaves what was there before.
 */

/** Files that are being written; they go when the process is interrupted. */
const unfinished = new Set<string>();

/** Removes what is being written. For the moment before an interrupted process ends. */
export function discardUnfinished(): void {
  for (const path of unfinished) {
    try {
      unlinkSync(path);
    } catch {
      // It was never made, or is gone already.
    }
  }
  unfinished.clear();
}

/** Refuses a file that exists, unless the user said that it may go. */
export async function refuseExisting(path: string, shown: string, force: boolean): Promise<void> {
  if (force || !(await isRegularFile(path, shown))) return;
  throw new Failure(`${shown} exists already. Nothing was written; --force overwrites it.`);
}

/** Devices and pipes are written to as they are. */
async function isRegularFile(path: string, shown: string): Promise<boolean> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw new Failure(`${shown}: this is a folder.`);
    return found.isFile();
  } catch (error) {
    if (error instanceof Failure) throw error;
    return errorCode(error) !== 'ENOENT'
      ? Promise.reject(new Failure(`${shown}: ${fileErrorText(error)}.`))
      : false;
  }
}

/** Replaces a file's content at once; its permissions stay. Throws a `Failure`. */
export async function replaceFile(path: string, shown: string, content: Uint8Array): Promise<void> {
  const output = await OutputFile.create(path, shown, true);
  try {
    await output.write(content);
    await output.finish();
  } finally {
    await output.discard();
  }
}

/** Small pieces are gathered up to this many characters before they are written. */
const GATHERED = 1 << 18;

/** A file that comes into being when `finish` is called, and not before. Every call may throw a `Failure`. */
export class OutputFile {
  private gathered = '';

  private constructor(
    private readonly handle: FileHandle,
    /** Where it is to be. */
    private readonly path: string,
    /** How the user named it. */
    private readonly shown: string,
    /** Where it is written; `undefined` for a device or a pipe. */
    private readonly temporary: string | undefined,
    private readonly force: boolean,
  ) {}

  static async create(path: string, shown: string, force: boolean): Promise<OutputFile> {
    await refuseExisting(path, shown, force);
    try {
      const existing = await statOf(path);
      if (existing && !existing.isFile())
        return new OutputFile(await open(path, 'a'), path, shown, undefined, force);
      // A link stays a link: what it leads to is replaced.
      const target = existing ? await realpath(path) : path;
      const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
      unfinished.add(temporary);
      const handle = await open(temporary, 'wx');
      if (existing) await keepOwnership(temporary, existing);
      return new OutputFile(handle, target, shown, temporary, force);
    } catch (error) {
      throw failureOf(shown, error);
    }
  }

  async write(content: string | Uint8Array): Promise<void> {
    if (typeof content === 'string') {
      this.gathered += content;
      if (this.gathered.length >= GATHERED) await this.flush();
      return;
    }
    await this.flush();
    await this.append(content);
  }

  private async flush(): Promise<void> {
    const { gathered } = this;
    this.gathered = '';
    if (gathered !== '') await this.append(gathered);
  }

  private async append(content: string | Uint8Array): Promise<void> {
    try {
      await this.handle.appendFile(content);
    } catch (error) {
      throw failureOf(this.shown, error);
    }
  }

  /** Makes the file appear in its place, whole. */
  async finish(): Promise<void> {
    const { temporary } = this;
    await this.flush();
    try {
      if (temporary === undefined) {
        await this.handle.close();
        return;
      }
      await this.handle.sync();
      await this.handle.close();
      // It may have come to be while this one was written.
      await refuseExisting(this.path, this.shown, this.force);
      await rename(temporary, this.path);
      unfinished.delete(temporary);
    } catch (error) {
      throw failureOf(this.shown, error);
    }
  }

  /** Gives up what was not finished; harmless otherwise. */
  async discard(): Promise<void> {
    await this.handle.close().catch(() => undefined);
    if (this.temporary === undefined || !unfinished.delete(this.temporary)) return;
    await unlink(this.temporary).catch(() => undefined);
  }
}

async function statOf(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

async function keepOwnership(
  path: string,
  { mode, uid, gid }: { mode: number; uid: number; gid: number },
): Promise<void> {
  await chmod(path, mode & 0o7777);
  // Only root may give a file away; for all others it is theirs already, or becomes theirs.
  await chown(path, uid, gid).catch(() => undefined);
}

function failureOf(shown: string, error: unknown): Failure {
  return error instanceof Failure ? error : new Failure(`${shown}: ${fileErrorText(error)}.`);
}
