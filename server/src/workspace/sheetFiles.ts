/**
 * How the sheets of a workspace are come by, wherever they are stored: on a disk, or behind a client. URIs
 * go in and come out as keys (see `sheetKey`).
 */
export interface SheetFiles {
  /**
   * The URIs of all files below a folder whose names end in `.atop`. `node_modules` and `.git` are left out,
   * links are not followed, and a folder that cannot be read holds nothing; so does a file.
   */
  list(folder: string): Promise<readonly string[]>;
  /**
   * The text of a file, see `decodeSheet`; `undefined` where it is not there.
   * @throws {Error} that says why the file cannot be read, or that it is too large to be a sheet.
   */
  read(uri: string): Promise<string | undefined>;
}

/** No sheet comes near; what is larger is no sheet, and reading it would hold up the others. */
export const MAX_SHEET_BYTES = 16 * 1024 * 1024;

/** Why a file of that size is not read. */
export function tooLarge(bytes: number): Error {
  const megabytes = (size: number): string => `${Math.ceil(size / 1024 / 1024)} MB`;
  return new Error(`it holds ${megabytes(bytes)}; sheets are read up to ${megabytes(MAX_SHEET_BYTES)}`);
}

const IGNORED = /(?:^|\/)(?:node_modules|\.git)(?:\/|$)/;

/** True for what lies in a folder that holds no sheets of the coder's own, below `folder`. */
export function isIgnored(uri: string, folder = ''): boolean {
  return IGNORED.test(uri.slice(folder.length));
}
