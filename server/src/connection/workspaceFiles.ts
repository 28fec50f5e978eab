/** What clients tell of files and folders: what is in the workspace, and what became of it. */
import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  WatchKind,
  type Connection,
  type InitializeParams,
} from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { PROJECT_FILE } from '../configuration';
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

/** Reads the folders, and keeps the workspace informed from then on; for a client that says it is ready. */
export function followFiles(
  connection: Connection,
  client: ClientFeatures,
  workspace: SheetWorkspace,
  projects: ProjectFiles,
  folders: readonly string[],
): void {
  if (client.watchesFiles) void watchFiles(connection);
  if (client.workspaceFolders) {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      workspace.removeFolders(removed.map(({ uri }) => uri));
      workspace.addFolders(added.map(({ uri }) => uri));
    });
  }
  connection.onDidChangeWatchedFiles(({ changes }) => {
    // Of several things that happened to a file the last one counts.
    const last = new Map(changes.map(({ uri, type }) => [uri, type]));
    const changed = (isDeleted: boolean): string[] =>
      [...last].flatMap(([uri, type]) => ((type === FileChangeType.Deleted) === isDeleted ? [uri] : []));
    projects.touch([...last.keys()]);
    workspace.remove(changed(true));
    workspace.touch(changed(false));
  });
  connection.workspace.onDidCreateFiles(({ files }) => workspace.touch(files.map(({ uri }) => uri)));
  connection.workspace.onDidDeleteFiles(({ files }) => workspace.remove(files.map(({ uri }) => uri)));
  connection.workspace.onDidRenameFiles(({ files }) => {
    workspace.remove(files.map(({ oldUri }) => oldUri));
    workspace.touch(files.map(({ newUri }) => newUri));
  });
  workspace.addFolders(folders);
}

/** A folder that comes or goes is told of as itself alone, without the sheets in it. */
async function watchFiles(connection: Connection): Promise<void> {
  try {
    await connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [
        { globPattern: '**/*.[aA][tT][oO][pP]' },
        { globPattern: `**/${PROJECT_FILE}` },
        { globPattern: '**', kind: WatchKind.Create | WatchKind.Delete },
      ],
    });
  } catch (error) {
    connection.console.warn(`Changes of files cannot be followed: ${String(error)}`);
  }
}
