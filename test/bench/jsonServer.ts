/** The JSON language service behind a server of the same library: what others take for the same content. */
import { getLanguageService } from 'vscode-json-languageservice';
import { DocumentDiagnosticReportKind } from 'vscode-languageserver/node';
import { servePeer } from './peerServer';
import { jsonSheet } from './sheet';

const service = getLanguageService({});
service.configure({
  validate: true,
  schemas: [{ uri: 'memory:/sheet', fileMatch: ['*.json'], schema: jsonSheet().schema }],
});
servePeer(documents => async ({ textDocument: { uri } }) => {
  const document = documents.get(uri);
  const items = document ? await service.doValidation(document, service.parseJSONDocument(document)) : [];
  return { kind: DocumentDiagnosticReportKind.Full, items };
});
