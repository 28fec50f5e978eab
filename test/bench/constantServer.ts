/** A server over the same library that answers every request with the real sheet's diagnostics, made once. */
import { DocumentDiagnosticReportKind } from 'vscode-languageserver/node';
import { createSheetLanguageService } from '../../server/src/service';
import { servePeer } from './peerServer';
import { typedSeed } from './sheet';

const items = createSheetLanguageService({ rulesUri: 'file:///docs/rules' }).diagnostics(
  typedSeed().document,
);
servePeer(() => () => ({ kind: DocumentDiagnosticReportKind.Full, items: [...items] }));
