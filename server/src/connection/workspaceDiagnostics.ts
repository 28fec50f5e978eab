import {
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type Connection,
  type Disposable,
  type ResultProgressReporter,
  type TextDocuments,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { IndexChange } from '../service';
import { sheetKey } from '../workspace/uris';
import type { SheetReports } from './sheetReports';
import type { SheetWorkspace } from './sheetWorkspace';
import { TimeSlices } from './timeSlices';

/** How long changes are gathered before they are reported, in milliseconds. */
const PAUSE = 200;
/** How many reports are sent together. */
const BATCH = 50;

/**
 * Answers a client that asks for the diagnostics of the whole workspace.
 *
 * Clients ask again as soon as they are answered. So the answer is held back until there is something new
 * to say; a client that takes partial results is given them over one request that never ends by itself.
 */
export class WorkspaceDiagnostics implements Disposable {
  readonly #workspace: SheetWorkspace;
  readonly #reports: SheetReports;
  readonly #slices = new TimeSlices();
  readonly #followers = new Set<Follower>();
  /** Wakes those who wait for what the client is told. */
  readonly #waiting = new Set<() => void>();

  constructor(
    connection: Connection,
    documents: TextDocuments<TextDocument>,
    workspace: SheetWorkspace,
    reports: SheetReports,
  ) {
    this.#workspace = workspace;
    this.#reports = reports;
    workspace.onDidChange(change => this.#changed(change));
    // What the client was told of an open sheet it does not take back by itself: it may have asked last
    // when the sheet's tab was closed, and its document was not yet.
    documents.onDidClose(({ document: { uri } }) => {
      for (const follower of this.#followers) follower.closed(uri);
    });
    connection.languages.diagnostics.onWorkspace((params, token, _, partial) =>
      this.#answer(params, token, partial),
    );
  }

  /** Anything may have changed: the settings have. */
  refresh(): void {
    for (const follower of this.#followers) follower.changed([...this.#allKeys(), ...follower.known.keys()]);
  }

  /**
   * Resolves once the client has been told of everything as it is now, or `token` is cancelled.
   *
   * @param report Is told of how many sheets that still has to be found out.
   */
  async whenTold(report: (left: number) => void, token: CancellationToken): Promise<void> {
    const wakes = token.onCancellationRequested(() => this.#wake());
    while (!token.isCancellationRequested) {
      // The client asks again as soon as it is answered.
      const left = [...this.#followers].at(-1)?.left;
      if (left === 0) break;
      if (left !== undefined) report(left);
      await new Promise<void>(resolve => this.#waiting.add(resolve));
    }
    wakes.dispose();
  }

  dispose(): void {
    for (const follower of this.#followers) follower.end();
    this.#wake();
  }

  #wake(): void {
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
  }

  async #answer(
    params: WorkspaceDiagnosticParams,
    token: CancellationToken,
    partial: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined,
  ): Promise<WorkspaceDiagnosticReport | ResponseError<never>> {
    const follower = new Follower(params, token);
    this.#followers.add(follower);
    try {
      await this.#workspace.whenAtRest(token);
      follower.changed([...this.#allKeys(), ...follower.known.keys()]);
      for (let keys = follower.take(); !follower.isOver; keys = await follower.next()) {
        const items = await this.#itemsFor(follower, keys, partial);
        if (items.length > 0 && !partial) return { items };
        if (items.length > 0) partial?.report({ items });
        follower.untold = 0;
        this.#wake();
      }
      return token.isCancellationRequested
        ? new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'The request was cancelled.')
        : { items: [] };
    } finally {
      this.#followers.delete(follower);
    }
  }

  /** What is new about some sheets; what fills a batch is sent at once where the client takes it. */
  async #itemsFor(
    follower: Follower,
    keys: readonly string[],
    partial: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined,
  ): Promise<WorkspaceDocumentDiagnosticReport[]> {
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    for (const [index, key] of keys.entries()) {
      await this.#slices.turn();
      if (follower.isOver) break;
      follower.untold = keys.length - index;
      this.#wake();
      const item = await this.#itemFor(follower, key);
      if (item) items.push(item);
      if (partial && items.length >= BATCH) partial.report({ items: items.splice(0) });
    }
    return items;
  }

  async #itemFor(follower: Follower, key: string): Promise<WorkspaceDocumentDiagnosticReport | undefined> {
    const known = follower.known.get(key);
    const isWanted = await this.#reports.isWanted(key);
    if (isWanted && known && this.#reports.resultId(key) === known.value) return undefined;
    const report = isWanted ? await this.#reports.report(key) : undefined;
    if (report) {
      const { uri, resultId, version } = report;
      const items = [...report.items()];
      follower.known.set(key, { uri, value: resultId });
      return { kind: DocumentDiagnosticReportKind.Full, uri, version, resultId, items };
    }
    if (!known) return undefined;
    follower.known.delete(key);
    return { kind: DocumentDiagnosticReportKind.Full, uri: known.uri, version: null, items: [] };
  }

  #changed({ uris, ids }: IndexChange): void {
    if (this.#followers.size === 0) return;
    const keys = [...uris.map(sheetKey), ...this.#workspace.index.keysOfIds(ids)];
    for (const follower of this.#followers) follower.changed(keys);
  }

  #allKeys(): string[] {
    return this.#workspace.index.uris().map(sheetKey);
  }
}

/** A request that is held until there is something to answer. */
class Follower {
  /** What the client has, by the keys of the sheets. */
  readonly known: Map<string, { readonly uri: string; readonly value: string }>;
  readonly #token: CancellationToken;
  /** Of how many of the keys that were taken last nothing has been told yet; 1 before any were. */
  untold = 1;
  #changedKeys = new Set<string>();
  #isEnded = false;
  #wake: (() => void) | undefined;

  constructor({ previousResultIds }: WorkspaceDiagnosticParams, token: CancellationToken) {
    this.known = new Map(previousResultIds.map(previous => [sheetKey(previous.uri), previous]));
    this.#token = token;
    token.onCancellationRequested(() => this.#wake?.());
  }

  get isOver(): boolean {
    return this.#isEnded || this.#token.isCancellationRequested;
  }

  /** Of how many sheets the client may have to be told something. */
  get left(): number {
    return this.untold + this.#changedKeys.size;
  }

  /** A sheet that the client may know by its own request is open no longer. */
  closed(uri: string): void {
    const key = sheetKey(uri);
    this.known.set(key, { uri, value: '' });
    this.changed([key]);
  }

  changed(keys: Iterable<string>): void {
    for (const key of keys) this.#changedKeys.add(key);
    if (this.#changedKeys.size > 0) this.#wake?.();
  }

  end(): void {
    this.#isEnded = true;
    this.#wake?.();
  }

  /** The keys that have changed since they were taken last. */
  take(): string[] {
    const keys = [...this.#changedKeys];
    this.#changedKeys.clear();
    this.untold = keys.length;
    return keys;
  }

  /** The same once there are any, and some time has been given for more to come. */
  async next(): Promise<string[]> {
    if (this.#changedKeys.size === 0 && !this.isOver) await this.#woken();
    if (!this.isOver) await new Promise(resolve => setTimeout(resolve, PAUSE));
    return this.take();
  }

  #woken(): Promise<void> {
    return new Promise(resolve => {
      this.#wake = () => {
        this.#wake = undefined;
        resolve();
      };
    });
  }
}
