import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import {
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type DocumentDiagnosticReport,
  type ProtocolConnection,
} from 'vscode-languageserver-protocol/node';
import type { TypedDocument } from './sheet';

/** A server over stdio with a client that opens a document, types in it and pulls its diagnostics. */
export class BenchedServer {
  readonly connection: ProtocolConnection;
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #typed: TypedDocument;
  #previousResultId: string | undefined;

  constructor(bundle: string, typed: TypedDocument) {
    this.#typed = typed;
    this.#process = spawn(process.execPath, [bundle, '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });
    this.connection = createProtocolConnection(
      new StreamMessageReader(this.#process.stdout),
      new StreamMessageWriter(this.#process.stdin),
    );
    this.connection.listen();
  }

  /** @param folder the URI of the workspace's folder, where there is one */
  async start(folder?: string): Promise<void> {
    await this.connection.sendRequest('initialize', {
      processId: process.pid,
      workspaceFolders: folder === undefined ? null : [{ uri: folder, name: 'sheets' }],
      capabilities: { textDocument: { diagnostic: {} } },
    });
    await this.connection.sendNotification(InitializedNotification.type, {});
    const { document } = this.#typed;
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: {
        uri: document.uri,
        languageId: document.languageId,
        version: document.version,
        text: document.getText(),
      },
    });
  }

  /** One edit to its diagnostics. */
  async typeAndPull(): Promise<DocumentDiagnosticReport> {
    const change = this.#typed.type();
    const { uri, version } = this.#typed.document;
    void this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges: [change],
    });
    const report = await this.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
      // As editors do, so that the server need not repeat itself.
      ...(this.#previousResultId !== undefined && { previousResultId: this.#previousResultId }),
    });
    this.#previousResultId = report.resultId;
    return report;
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    this.connection.dispose();
  }
}
