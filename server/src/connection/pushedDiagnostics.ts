import type { Connection, Disposable, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { IndexChange } from '../service';
import { sheetKey } from '../workspace/uris';
import type { SheetReports } from './sheetReports';
import type { SheetWorkspace } from './sheetWorkspace';
import { TimeSlices } from './timeSlices';

/** How long a coder must pause before findings are pushed, in milliseconds. */
const PAUSE = 100;

/** Pushes diagnostics to a client that does not ask for them; one push for any number of edits. */
export class PushedDiagnostics implements Disposable {
  readonly #connection: Connection;
  readonly #documents: TextDocuments<TextDocument>;
  readonly #workspace: SheetWorkspace;
  readonly #reports: SheetReports;
  readonly #slices = new TimeSlices();
  /** The keys of the open documents whose edits have not paused yet, with their timers. */
  readonly #typing = new Map<string, ReturnType<typeof setTimeout>>();
  /** The keys of the sheets whose diagnostics are to be pushed. */
  readonly #due = new Set<string>();
  /** The closed sheets for which the client shows something, by their keys. */
  readonly #shown = new Map<string, string>();
  #isPushing = false;
  #isDisposed = false;

  constructor(
    connection: Connection,
    documents: TextDocuments<TextDocument>,
    workspace: SheetWorkspace,
    reports: SheetReports,
  ) {
    this.#connection = connection;
    this.#documents = documents;
    this.#workspace = workspace;
    this.#reports = reports;
    documents.onDidChangeContent(({ document }) => this.#typed(document.uri));
    documents.onDidClose(({ document }) => this.#closed(document.uri));
    workspace.onDidChange(change => this.#changed(change));
  }

  /** Anything may have changed: the settings have. */
  refresh(): void {
    for (const uri of [...this.#documents.keys(), ...this.#workspace.index.uris(), ...this.#shown.values()]) {
      this.#due.add(sheetKey(uri));
    }
    void this.#push();
  }

  dispose(): void {
    this.#isDisposed = true;
    for (const timer of this.#typing.values()) clearTimeout(timer);
  }

  #typed(uri: string): void {
    const key = sheetKey(uri);
    clearTimeout(this.#typing.get(key));
    this.#typing.set(
      key,
      setTimeout(() => {
        this.#typing.delete(key);
        this.#due.add(key);
        void this.#push();
      }, PAUSE),
    );
  }

  #closed(uri: string): void {
    const key = sheetKey(uri);
    clearTimeout(this.#typing.get(key));
    this.#typing.delete(key);
    this.#shown.set(key, uri);
    this.#due.add(key);
    void this.#push();
  }

  #changed({ uris, ids }: IndexChange): void {
    const changed = new Set(uris.map(sheetKey));
    // An open sheet that changed itself is pushed when its edits pause.
    for (const key of changed) if (!this.#workspace.openDocument(key)) this.#due.add(key);
    for (const key of this.#workspace.index.keysOfIds(ids)) {
      if (!changed.has(key) && !this.#typing.has(key)) this.#due.add(key);
    }
    void this.#push();
  }

  async #push(): Promise<void> {
    if (this.#isPushing) return;
    this.#isPushing = true;
    for (let key = this.#next(); key !== undefined; key = this.#next()) {
      await this.#slices.turn();
      await this.#pushOne(key);
    }
    this.#isPushing = false;
  }

  #next(): string | undefined {
    if (this.#isDisposed) return undefined;
    for (const key of this.#due) {
      this.#due.delete(key);
      return key;
    }
    return undefined;
  }

  async #pushOne(key: string): Promise<void> {
    const open = this.#workspace.openDocument(key);
    const report = open || (await this.#reports.isWanted(key)) ? await this.#reports.report(key) : undefined;
    if (this.#isDisposed) return;
    const shown = this.#shown.get(key);
    if (report && report.version !== null) {
      this.#shown.delete(key);
      await this.#connection.sendDiagnostics({
        uri: report.uri,
        version: report.version,
        diagnostics: [...report.items()],
      });
      return;
    }
    const items = report ? [...report.items()] : [];
    if (items.length === 0 && shown === undefined) return;
    const uri = report?.uri ?? shown ?? key;
    if (items.length === 0) this.#shown.delete(key);
    else this.#shown.set(key, uri);
    // The client knows the sheet by the name under which it was open.
    await this.#connection.sendDiagnostics({ uri: shown ?? uri, diagnostics: items });
  }
}
