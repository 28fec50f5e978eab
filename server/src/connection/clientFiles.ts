import type { Connection } from 'vscode-languageserver';
import { decodeSheet } from '../workspace/decode';
import { isIgnored, MAX_SHEET_BYTES, tooLarge, type SheetFiles } from '../workspace/sheetFiles';
import { isSheetName, schemeOf, sheetKey } from '../workspace/uris';
import { bytesOf } from './base64';
import { ListFilesRequest, ReadFileRequest } from './protocol';

/** The files that a client reads for the server: all there are in a browser, and those of virtual folders. */
export function clientFiles(connection: Connection): SheetFiles {
  return {
    async list(folder) {
      const { uris } = await connection.sendRequest(ListFilesRequest, { folder });
      return uris.map(sheetKey).filter(uri => isSheetName(uri) && !isIgnored(uri, folder));
    },
    async read(uri) {
      const file = await connection.sendRequest(ReadFileRequest, { uri });
      if (!file) return undefined;
      const bytes = bytesOf(file.base64);
      if (bytes.length > MAX_SHEET_BYTES) throw tooLarge(bytes.length);
      return decodeSheet(bytes);
    },
  };
}

/** No files at all, for URIs that neither the server nor the client can read. */
const NO_FILES: SheetFiles = {
  list: () => Promise.resolve([]),
  read: () => Promise.resolve(undefined),
};

/** `file:` URIs by the server's own means where it has any, the others by the client's. */
export function filesByScheme(own: SheetFiles | undefined, client: SheetFiles | undefined): SheetFiles {
  const filesOf = (uri: string): SheetFiles =>
    (schemeOf(uri) === 'file' ? (own ?? client) : client) ?? NO_FILES;
  return { list: folder => filesOf(folder).list(folder), read: uri => filesOf(uri).read(uri) };
}
