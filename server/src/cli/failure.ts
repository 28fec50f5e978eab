/** 0: clean; 1: something was found; 2: wrong usage, or input or output that failed. */
export type ExitCode = 0 | 1 | 2;

/** Ends a command with a message for its user. */
export class Failure extends Error {
  constructor(
    message: string,
    readonly exitCode: ExitCode = 2,
  ) {
    super(message);
    this.name = 'Failure';
  }
}

const FILE_ERRORS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOENT: 'no such file or folder',
  ENOTDIR: 'a part of this path is a file, not a folder',
  EISDIR: 'this is a folder',
  ELOOP: 'links lead round in a circle here',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'the name is too long',
  ENOSPC: 'no space is left on the disk',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be larger than is allowed',
  EROFS: 'the disk is read-only',
  EIO: 'the disk could not be read or written',
  EBUSY: 'the file is in use',
  ERR_FS_FILE_TOO_LARGE: 'the file is too large',
  ERR_STRING_TOO_LONG: 'the file is too large',
};

/** What went wrong with a file, in words; for anything else, the error's own. */
export function fileErrorText(error: unknown): string {
  const code = errorCode(error);
  const known = code === undefined ? undefined : FILE_ERRORS[code];
  if (known !== undefined) return known;
  return error instanceof Error ? error.message : String(error);
}

export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
