import {
  CodeLensRefreshRequest,
  ConfigurationRequest,
  DiagnosticRefreshRequest,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  DidCloseTextDocumentNotification,
  InlayHintRefreshRequest,
  LogMessageNotification,
  RegistrationRequest,
  WorkDoneProgress,
  WorkDoneProgressCancelNotification,
  WorkDoneProgressCreateRequest,
  type ClientCapabilities,
  type FileChangeType,
  type ProgressToken,
  type Registration,
  type WorkDoneProgressBegin,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
} from 'vscode-languageserver-protocol/node';
import type { ListedSheet } from '../../server/src/connection/protocol';
import { PULLING, ServerProcess, WAITING } from './client';

const WORKSPACE: ClientCapabilities = {
  window: { workDoneProgress: true },
  workspace: {
    ...PULLING.workspace,
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
};

/** A client with folders that asks for diagnostics, as VS Code does. */
export const ASKING: ClientCapabilities = {
  ...WORKSPACE,
  textDocument: { ...PULLING.textDocument, rename: { prepareSupport: true } },
};

/** The same, but one to which diagnostics are pushed. */
export const WAITING_FOR_ALL: ClientCapabilities = { ...WORKSPACE, textDocument: WAITING.textDocument! };

/** A folder of the workspace. */
interface Root {
  readonly uri: string;
}

type Progress = WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd;

/** A server process with folders, and a client that follows what the server tells of them. */
export class WorkspaceClient extends ServerProcess {
  readonly progress: Progress[] = [];
  readonly registrations: Registration[] = [];
  readonly logged: string[] = [];
  refreshes = 0;
  /** The settings of each folder, by its URI; `''` are those of all others. */
  settings: Record<string, unknown> = {};
  /** Until this resolves, no question for settings is answered. */
  holdsSettingsBack: Promise<void> | undefined;
  /** True for a coder who cancels the reading as soon as it is shown. */
  cancelsReading = false;
  readonly #woken = new Set<() => void>();
  #sheetsChanged = 0;

  async start(folders: readonly Root[], capabilities = ASKING, options?: unknown): Promise<void> {
    const { connection } = this;
    connection.onRequest(ConfigurationRequest.type, async ({ items }) => {
      await this.holdsSettingsBack;
      return items.map(({ scopeUri = '' }) => {
        const folder = Object.keys(this.settings).find(uri => uri !== '' && scopeUri.startsWith(uri));
        return this.settings[folder ?? ''] ?? null;
      });
    });
    connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      this.registrations.push(...registrations);
      this.#wake();
    });
    connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => this.#follow(token));
    connection.onRequest(DiagnosticRefreshRequest.type, () => {
      this.refreshes++;
      this.#wake();
    });
    connection.onRequest(CodeLensRefreshRequest.type, () => undefined);
    connection.onRequest(InlayHintRefreshRequest.type, () => undefined);
    connection.onNotification(LogMessageNotification.type, ({ message }) => {
      this.logged.push(message);
      this.#wake();
    });
    connection.onNotification('atop/sheetsChanged', () => {
      this.#sheetsChanged++;
      this.#wake();
    });
    await this.initialize(
      capabilities,
      options,
      folders.map(({ uri }) => uri),
    );
  }

  #follow(token: ProgressToken): void {
    this.connection.onProgress(WorkDoneProgress.type, token, value => {
      this.progress.push(value);
      if (this.cancelsReading && value.kind === 'begin') {
        void this.connection.sendNotification(WorkDoneProgressCancelNotification.type, { token });
      }
      this.#wake();
    });
  }

  #wake(): void {
    for (const wake of [...this.#woken]) wake();
  }

  /** Resolves once something that the server tells of is so. */
  async until(isSo: () => boolean): Promise<void> {
    while (!isSo()) {
      await new Promise<void>(resolve => {
        const wake = (): void => {
          this.#woken.delete(wake);
          resolve();
        };
        this.#woken.add(wake);
      });
    }
  }

  sheets(): Promise<ListedSheet[]> {
    return this.connection.sendRequest<ListedSheet[]>('atop/sheets', {});
  }

  /** Asks for the sheets, whenever they are said to have changed, until they are as expected. */
  async sheetsOnce(isSo: (sheets: readonly ListedSheet[]) => boolean): Promise<ListedSheet[]> {
    for (;;) {
      const told = this.#sheetsChanged;
      const sheets = await this.sheets();
      if (isSo(sheets)) return sheets;
      await this.until(() => this.#sheetsChanged > told);
    }
  }

  /** Tells of changes on the disk, as the client's watcher does. */
  async watched(type: FileChangeType, ...uris: readonly string[]): Promise<void> {
    await this.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: uris.map(uri => ({ uri, type })),
    });
  }

  async changeFolders(added: readonly Root[], removed: readonly Root[]): Promise<void> {
    const named = (folders: readonly Root[]) => folders.map(({ uri }) => ({ uri, name: uri }));
    await this.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
      event: { added: named(added), removed: named(removed) },
    });
  }

  async change(uri: string, version: number, text: string): Promise<void> {
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }
}
