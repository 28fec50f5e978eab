import type { CancellationToken, Disposable } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { SheetSummary } from '../service';
import { sheetKey } from '../workspace/uris';
import { Backlog, type Progress } from './backlog';
import { reasonOf } from './reason';
import type { SheetWorkspace } from './sheetWorkspace';
import { waitUntil } from './waiting';

/** What the summaries need of the rest of the server. */
export interface SummariesHost {
  readonly workspace: SheetWorkspace;
  readonly progress: Progress;
  readonly summarize: (document: TextDocument) => SheetSummary;
  /** Resolves once all is known that the summary of a sheet depends on besides its text. */
  readonly whenSettled: (uri: string) => Promise<unknown>;
  /** Writes a line for whoever wants to know why a sheet was not summed up. */
  readonly log: (message: string) => void;
}

/**
 * Reads the sheets of the index through and sums them up, from the first time on that somebody asks: for
 * the list of sheets, which counts answers and findings, and for references, which are found in all answers.
 *
 * Which sheets there are comes first. Most questions need no more, and reading a sheet through takes many
 * times longer.
 */
export class SheetSummaries implements Disposable {
  readonly #host: SummariesHost;
  readonly #backlog: Backlog;
  readonly #listeners = new Set<() => void>();
  /** The keys of the sheets that have changed and are not in the backlog yet. */
  readonly #changed = new Set<string>();
  #isStarted = false;
  #starting: Promise<void> | undefined;

  constructor(host: SummariesHost) {
    this.#host = host;
    this.#backlog = new Backlog(key => this.#read(key), host.progress);
    host.workspace.onDidChange(({ uris }) => this.#note(uris));
  }

  /** Is told whenever the index knows another summary. */
  onDidChange(listener: () => void): Disposable {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }

  /** Sums up all sheets, and from now on each that changes. */
  start(): void {
    if (this.#isStarted) return;
    this.#isStarted = true;
    this.#note(this.#host.workspace.index.uris());
  }

  /**
   * Resolves once every sheet that is there by now has been read and summed up, also where the coder had
   * cancelled that, or `token` is cancelled.
   */
  async whenDone(token?: CancellationToken): Promise<void> {
    await this.#host.workspace.whenRead(token);
    this.start();
    this.#backlog.resume();
    await waitUntil(
      () => this.#starting === undefined && this.#backlog.isAtRest,
      () => this.#starting ?? this.#backlog.whenAtRest(),
      token,
    );
  }

  /** Sums up the open sheets that have changed, before all others: what was just typed has its part in every answer. */
  async takeOpen(): Promise<void> {
    const { workspace, whenSettled } = this.#host;
    workspace.flush();
    for (const document of workspace.openSheets()) {
      if (workspace.index.isSummedUp(document.uri)) continue;
      await whenSettled(document.uri);
      this.#sumUp(document);
    }
  }

  dispose(): void {
    this.#backlog.dispose();
    this.#listeners.clear();
  }

  #note(uris: readonly string[]): void {
    if (!this.#isStarted) return;
    for (const uri of uris) this.#changed.add(sheetKey(uri));
    if (this.#changed.size > 0) this.#starting ??= this.#begin();
  }

  async #begin(): Promise<void> {
    await this.#host.workspace.whenAtRest();
    this.#starting = undefined;
    this.#backlog.add([...this.#changed]);
    this.#changed.clear();
  }

  /** Reads a sheet; what it gives sums it up. */
  async #read(key: string): Promise<() => void> {
    const { workspace, whenSettled } = this.#host;
    if (!workspace.index.has(key)) return () => undefined;
    const open = workspace.openDocument(key);
    await whenSettled(open?.uri ?? key);
    const document = await workspace.document(key);
    return () => {
      // A sheet that was opened meanwhile counts as its editor has it.
      const now = workspace.openDocument(key) ?? document;
      if (now) this.#sumUp(now);
    };
  }

  #sumUp(document: TextDocument): void {
    const { workspace, summarize, log } = this.#host;
    try {
      if (!workspace.index.sumUp(document.uri, summarize(document))) return;
      for (const listener of this.#listeners) listener();
    } catch (error) {
      // One sheet must never keep the others from being summed up.
      log(`${document.uri} is not summed up: ${reasonOf(error)}`);
    }
  }
}
