import { URI } from 'vscode-uri';

/**
 * The one form of a URI under which a sheet is known. Clients encode differently (`(1)` or `%281%29`, `C:`
 * or `c%3A`), and one client's notifications and another's file system must not make two sheets of one.
 */
export function sheetKey(uri: string): string {
  if (PLAIN.test(uri)) return uri;
  try {
    return URI.parse(uri).toString();
  } catch {
    return uri;
  }
}

/** What every client writes in the same way. */
const PLAIN = /^[a-z][a-z\d+.-]*:\/\/\/(?!\/)[\w.~/-]*$/;

/** True where the file lies in the folder, or in one below it; both as keys. */
export function isWithin(key: string, folder: string): boolean {
  return key.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/** True where the file lies below one of the folders; all as keys. */
export function isWithinAny(key: string, folders: ReadonlySet<string>): boolean {
  for (let end = key.lastIndexOf('/'); end > 0; end = key.lastIndexOf('/', end - 1)) {
    if (folders.has(key.slice(0, end)) || folders.has(key.slice(0, end + 1))) return true;
  }
  return false;
}

/** The scheme: `file`. */
export function schemeOf(uri: string): string {
  return uri.slice(0, Math.max(0, uri.indexOf(':'))).toLowerCase();
}

/** True for the name of a coding sheet. */
export function isSheetName(uri: string): boolean {
  return /\.atop$/i.test(uri);
}
