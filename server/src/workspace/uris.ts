import { URI, Utils } from 'vscode-uri';

/**
 * The one form of a URI under which a sheet is known. Clients encode differently (`(1)` or `%281%29`, `C:`
 * or `c%3A`), and one client's notifications and another's file system must not make two sheets of one.
 * Nor does a key lead out of the folder that it begins with: `/../` is followed, however it is encoded.
 */
export function sheetKey(uri: string): string {
  // While a coder types, all ask for the key of one sheet.
  if (uri !== lastAsked.uri) lastAsked = { uri, key: keyOf(uri) };
  return lastAsked.key;
}

let lastAsked = { uri: '', key: '' };

function keyOf(uri: string): string {
  if (PLAIN.test(uri) && !uri.includes('/.')) return uri;
  try {
    const parsed = URI.parse(uri);
    // Only Windows, which has drives, takes a backslash for a slash.
    const path = DRIVE.test(parsed.path) ? parsed.path.replaceAll('\\', '/') : parsed.path;
    return (STEP.test(path) ? Utils.joinPath(parsed.with({ path })) : parsed).toString();
  } catch {
    return uri;
  }
}

/** `/c:/sheets` */
const DRIVE = /^\/[a-z]:/i;

/** `/./` and `/../` */
const STEP = /\/\.{1,2}(?:\/|$)/;

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
