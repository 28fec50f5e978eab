import isEqual from 'fast-deep-equal';
import {
  DocumentDiagnosticReportKind,
  type Connection,
  type Diagnostic,
  type Disposable,
  type DocumentDiagnosticReport,
  type FullDocumentDiagnosticReport,
  type RelatedFullDocumentDiagnosticReport,
  type RelatedUnchangedDocumentDiagnosticReport,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { IndexChange } from '../service';
import type { ClientFeatures } from './clientFeatures';
import type { Requests } from './requests';
import type { SheetReports } from './sheetReports';
import type { SheetWorkspace } from './sheetWorkspace';

/** How long changes are gathered before the client is told to ask again, in milliseconds. */
const PAUSE = 200;
/** The most reports of other sheets that go along with a sheet's own. */
const MAX_RELATED = 20;

const NOTHING: RelatedFullDocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

/** A report as the client was given it. */
interface Told {
  readonly resultId: string;
  readonly items: readonly Diagnostic[];
}

/** Answers a client that asks for the diagnostics of a document. */
export class DocumentDiagnostics implements Disposable {
  readonly #connection: Connection;
  readonly #documents: TextDocuments<TextDocument>;
  readonly #client: ClientFeatures;
  readonly #workspace: SheetWorkspace;
  readonly #reports: SheetReports;
  /** What the client was told of a document last. */
  readonly #told = new WeakMap<TextDocument, Told>();
  /** Which other sheets the last report of a document had to do with. */
  readonly #others = new WeakMap<TextDocument, readonly string[]>();
  #refreshing: ReturnType<typeof setTimeout> | undefined;

  constructor(
    connection: Connection,
    documents: TextDocuments<TextDocument>,
    client: ClientFeatures,
    workspace: SheetWorkspace,
    reports: SheetReports,
    { answer }: Requests,
  ) {
    this.#connection = connection;
    this.#documents = documents;
    this.#client = client;
    this.#workspace = workspace;
    this.#reports = reports;
    workspace.onDidChange(change => this.#changed(change));
    connection.languages.diagnostics.on(({ textDocument: { uri }, previousResultId }, token) =>
      answer(token, () => this.#report(uri, previousResultId)),
    );
  }

  /** Everything that the client has is to be asked for again. */
  refresh(): void {
    if (!this.#client.refreshesDiagnostics) return;
    this.#refreshing ??= setTimeout(() => {
      this.#refreshing = undefined;
      // A client that fails to ask again will do so at the next change.
      this.#connection.languages.diagnostics.refresh().catch(() => undefined);
    }, PAUSE);
  }

  dispose(): void {
    clearTimeout(this.#refreshing);
  }

  async #report(
    uri: string,
    previousResultId: string | undefined,
  ): Promise<RelatedFullDocumentDiagnosticReport | RelatedUnchangedDocumentDiagnosticReport> {
    if (!this.#documents.get(uri) && !(await this.#reports.isWanted(uri))) return NOTHING;
    this.#workspace.flush(uri);
    const report = await this.#reports.report(uri);
    if (!report) return NOTHING;
    const { resultId } = report;
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    const items = report.items();
    const own: DocumentDiagnosticReport = this.#isTold(uri, { resultId, items }, previousResultId)
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
      : { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...items] };
    const related = this.#client.relatedDocuments ? await this.#relatedTo(uri) : undefined;
    return related ? { ...own, relatedDocuments: related } : own;
  }

  /**
   * Whether the client has the very same diagnostics already: most letters that a coder types change none,
   * and what need not be sent need not be drawn anew either.
   */
  #isTold(uri: string, report: Told, previousResultId: string | undefined): boolean {
    const document = this.#documents.get(uri);
    if (!document) return false;
    const told = this.#told.get(document);
    this.#told.set(document, report);
    return told !== undefined && told.resultId === previousResultId && isEqual(told.items, report.items);
  }

  /** The sheets that have come to bear the document's ATOP ID, or bear it no longer. */
  async #relatedTo(uri: string): Promise<Record<string, FullDocumentDiagnosticReport> | undefined> {
    const document = this.#documents.get(uri);
    if (!document) return undefined;
    const before = this.#others.get(document) ?? [];
    const now = this.#reports.othersOf(document);
    this.#others.set(document, now);
    if (before.join('\n') === now.join('\n')) return undefined;
    // The others are compared with the document as it is now.
    this.#workspace.flush();
    const reports: Record<string, FullDocumentDiagnosticReport> = {};
    for (const other of [...new Set([...before, ...now])].slice(0, MAX_RELATED)) {
      const isShown = this.#workspace.openDocument(other) ?? (await this.#reports.isWanted(other));
      const report = isShown ? await this.#reports.report(other) : undefined;
      if (report) {
        const { resultId } = report;
        reports[report.uri] = {
          kind: DocumentDiagnosticReportKind.Full,
          resultId,
          items: [...report.items()],
        };
      }
    }
    return Object.keys(reports).length === 0 ? undefined : reports;
  }

  /** Where a sheet changes what is said of another that is open, the client cannot know. */
  #changed({ uris, ids }: IndexChange): void {
    if (ids.length === 0) return;
    const { index } = this.#workspace;
    const isAffected = this.#documents.keys().some(uri => {
      const id = uris.includes(uri) ? undefined : index.idOf(uri);
      return id !== undefined && ids.includes(id);
    });
    if (isAffected) this.refresh();
  }
}
