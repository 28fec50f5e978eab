import type { CancellationToken, Disposable } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { PackedFindings } from '../service';
import { sheetKey } from '../workspace/uris';
import { Backlog, type Progress } from './backlog';
import { reasonOf } from './reason';
import type { SheetWorkspace } from './sheetWorkspace';
import { waitUntil } from './waiting';

/** What the checks need of the rest of the server. */
export interface ChecksHost {
  readonly workspace: SheetWorkspace;
  readonly progress: Progress;
  /** What is found in a sheet, in short. */
  readonly check: (document: TextDocument) => PackedFindings;
  /** Writes a line for whoever wants to know why a sheet was not checked. */
  readonly log: (message: string) => void;
}

/**
 * Tells the index what is found in its sheets, from the first time on that somebody asks.
 *
 * Finding the sheets comes first: names, references and duplicates need no findings, and checking a sheet
 * takes longer than summing it up.
 */
export class SheetChecks implements Disposable {
  readonly #host: ChecksHost;
  readonly #backlog: Backlog;
  readonly #listeners = new Set<() => void>();
  /** The keys of the sheets that have changed and are not in the backlog yet. */
  readonly #changed = new Set<string>();
  #isStarted = false;
  #starting: Promise<void> | undefined;

  constructor(host: ChecksHost) {
    this.#host = host;
    this.#backlog = new Backlog(key => this.#check(key), host.progress);
    host.workspace.onDidChange(({ uris }) => this.#note(uris));
  }

  /** Is told whenever the index knows of other findings. */
  onDidChange(listener: () => void): Disposable {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }

  /** Checks all sheets, and from now on each that changes. */
  start(): void {
    if (this.#isStarted) return;
    this.#isStarted = true;
    this.#note(this.#host.workspace.index.uris());
  }

  /** Resolves once the findings of all sheets are known, or `token` is cancelled. */
  async whenDone(token?: CancellationToken): Promise<void> {
    this.start();
    this.#backlog.resume();
    await waitUntil(
      () => this.#starting === undefined && this.#backlog.isAtRest,
      () => this.#starting ?? this.#backlog.whenAtRest(),
      token,
    );
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

  /** Reads a sheet; what it gives checks it. */
  async #check(key: string): Promise<() => void> {
    const { workspace, check, log } = this.#host;
    const document = workspace.index.has(key) ? await workspace.document(key) : undefined;
    return () => {
      if (!document) return;
      try {
        if (!workspace.index.setFindings(key, check(document))) return;
        for (const listener of this.#listeners) listener();
      } catch (error) {
        // One sheet must never keep the others from being checked.
        log(`${key} is not checked: ${reasonOf(error)}`);
      }
    };
  }
}
