import type { Connection, Disposable } from 'vscode-languageserver';
import type { RuleSeverities } from '../service';
import type { OptionalQuestions } from './optionalQuestions';
import { SheetsChangedNotification, SheetsRequest, type ListedSheet } from './protocol';
import type { ProjectFiles } from './projectFiles';
import type { Requests } from './requests';
import type { SettingsStore } from './settingsStore';
import type { SheetSummaries } from './sheetSummaries';
import type { SheetWorkspace } from './sheetWorkspace';

/** How long changes are gathered before the client is told, in milliseconds. */
const PAUSE = 250;

/** Answers `atop/sheets`, and tells the client when the answer has changed. */
export class SheetList implements Disposable {
  readonly #connection: Connection;
  readonly #workspace: SheetWorkspace;
  readonly #settings: SettingsStore;
  readonly #projects: ProjectFiles;
  readonly #optional: OptionalQuestions;
  #isAskedFor = false;
  #telling: ReturnType<typeof setTimeout> | undefined;

  constructor(
    connection: Connection,
    workspace: SheetWorkspace,
    settings: SettingsStore,
    projects: ProjectFiles,
    optional: OptionalQuestions,
    summaries: SheetSummaries,
    { answer }: Requests,
  ) {
    this.#connection = connection;
    this.#workspace = workspace;
    this.#settings = settings;
    this.#projects = projects;
    this.#optional = optional;
    workspace.onDidChange(() => this.changed());
    summaries.onDidChange(() => this.changed());
    optional.onDidChange(() => this.changed());
    connection.onRequest(SheetsRequest, (params, token) =>
      answer(token, async () => {
        this.#isAskedFor = true;
        summaries.start();
        if (params?.complete === true) await summaries.whenDone(token);
        await summaries.takeOpen();
        return this.#entries();
      }),
    );
  }

  /** The list is another one now. */
  changed(): void {
    if (!this.#isAskedFor) return;
    this.#telling ??= setTimeout(() => {
      this.#telling = undefined;
      void this.#connection.sendNotification(SheetsChangedNotification);
    }, PAUSE);
  }

  dispose(): void {
    clearTimeout(this.#telling);
  }

  async #entries(): Promise<ListedSheet[]> {
    const { index, folders } = this.#workspace;
    // Below, what project files set is gone by as far as it is known.
    for (const uri of index.uris()) await this.#projects.settingsOf(uri);
    const severities = new Map<string, RuleSeverities>();
    for (const scope of new Set([...folders, ...index.uris().map(uri => this.#scopeOf(uri))])) {
      severities.set(scope, (await this.#settings.for(scope)).severities);
      await this.#optional.whenKnown(scope);
    }
    const entries = index.list(uri => ({
      ...severities.get(this.#scopeOf(uri)),
      ...this.#projects.knownSettingsOf(uri).severities,
    }));
    return entries.map(entry => ({ ...entry, optional: this.#optional.of(entry.uri) }));
  }

  /** What a client has set for a folder holds for its sheets. */
  #scopeOf(uri: string): string {
    return this.#workspace.folderOf(uri) ?? uri;
  }
}
