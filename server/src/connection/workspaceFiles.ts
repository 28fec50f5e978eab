/** What clients tell of files and folders: what is in the workspace, and what became of it. */
import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type Connection,
  type InitializeParams,
} from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type { ClientFeatures } from './clientFeatures';
import type { ProjectFiles } from './projectFiles';
import type { SheetWorkspace } from './sheetWorkspace';

/** The folders that a client says it has open: several, one, or none. */
export function foldersOf(params: InitializeParams): string[] {
  if (params.workspaceFolders) return params.workspaceFolders.map(({ uri }) => uri);
  // Clients that know of no workspace folders have a root, by a URI or by a path.
  const { rootUri, rootPath } = params as { rootUri?: string | null; rootPath?: string | null };
  const root = rootUri ?? (rootPath ? URI.file(rootPath).toString() : undefined);
  return root === undefined ? [] : [root];
}

/**
 * Reads the folders, and keeps the workspace informed from then on; for a client that says it is ready.
 *
 * @param foldersChanged Is called when folders have come or gone, and with them settings of sheets.
 */
export function followFiles(
  connection: Connection,
  client: ClientFeatures,
  workspace: SheetWorkspace,
  projects: ProjectFiles,
  folders: readonly string[],
  foldersChanged: () => void,
): void {
  if (client.watchesFiles) void watchFiles(connection);
  if (client.workspaceFolders) {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      projects.rootsChanged([...removed, ...added].map(({ uri }) => uri));
      workspace.removeFolders(removed.map(({ uri }) => uri));
      workspace.addFolders(added.map(({ uri }) => uri));
      foldersChanged();
    });
  }
  connection.onDidChangeWatchedFiles(({ changes }) => {
    projects.touch([...new Set(changes.map(({ uri }) => uri))]);
    const urisOf = (isNew: boolean): string[] =>
      changes.flatMap(({ uri, type }) => ((type === FileChangeType.Created) === isNew ? [uri] : []));
    workspace.changed(urisOf(false));
    workspace.created(urisOf(true));
  });
  connection.workspace.onDidCreateFiles(({ files }) => workspace.created(files.map(({ uri }) => uri)));
  connection.workspace.onDidDeleteFiles(({ files }) => workspace.changed(files.map(({ uri }) => uri)));
  connection.workspace.onDidRenameFiles(({ files }) => {
    workspace.changed(files.map(({ oldUri }) => oldUri));
    workspace.created(files.map(({ newUri }) => newUri));
  });
  workspace.addFolders(folders);
}

/** Everything is watched: a folder that comes or goes is told of as itself alone, without the sheets in it. */
async function watchFiles(connection: Connection): Promise<void> {
  try {
    await connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [{ globPattern: '**' }],
    });
  } catch (error) {
    connection.console.warn(`Changes of files cannot be followed: ${String(error)}`);
  }
}
