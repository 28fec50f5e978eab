/** The JSON language service behind a server of the same library: what others take for the same content. */
import { getLanguageService } from 'vscode-json-languageservice';
import {
  createConnection,
  DocumentDiagnosticReportKind,
  ProposedFeatures,
  TextDocuments,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { jsonSheet } from './sheet';

const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);
const service = getLanguageService({});
service.configure({
  validate: true,
  schemas: [{ uri: 'memory:/sheet', fileMatch: ['*.json'], schema: jsonSheet().schema }],
});
connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
  },
}));
connection.languages.diagnostics.on(async ({ textDocument: { uri } }) => {
  const document = documents.get(uri);
  const items = document ? await service.doValidation(document, service.parseJSONDocument(document)) : [];
  return { kind: DocumentDiagnosticReportKind.Full, items };
});
documents.listen(connection);
connection.listen();
