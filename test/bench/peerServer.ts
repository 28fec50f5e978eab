import {
  createConnection,
  ProposedFeatures,
  TextDocuments,
  TextDocumentSyncKind,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** How a server answers a request for the diagnostics of a document. */
type Answer = (
  params: DocumentDiagnosticParams,
) => DocumentDiagnosticReport | Promise<DocumentDiagnosticReport>;

/** The least that a server over the same library does: it keeps the documents, and answers as it is told to. */
export function servePeer(answerFor: (documents: TextDocuments<TextDocument>) => Answer): void {
  const connection = createConnection(ProposedFeatures.all);
  const documents = new TextDocuments(TextDocument);
  connection.onInitialize(() => ({
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
    },
  }));
  connection.languages.diagnostics.on(answerFor(documents));
  documents.listen(connection);
  connection.listen();
}
