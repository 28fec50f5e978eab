import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position, Range } from 'vscode-languageserver-types';
import type { SheetLanguageService } from '../../server/src/service';

/** One question to the service about a document and a place in it. */
export type ServiceCall = (
  service: SheetLanguageService,
  document: TextDocument,
  position: Position,
) => unknown;

function whole(document: TextDocument): Range {
  return { start: { line: 0, character: 0 }, end: { line: document.lineCount, character: 0 } };
}

/** Every call of the service that is about a document, by its name. */
export const serviceCalls: Readonly<Record<string, ServiceCall>> = {
  diagnostics: (service, document) => service.diagnostics(document),
  hover: (service, document, position) => service.hover(document, position),
  complete: (service, document, position) =>
    service
      .complete(document, position)
      .items.slice(0, 3)
      .map(item => service.resolveCompletion(item)),
  codeActions: (service, document) =>
    service.codeActions(document, whole(document), { diagnostics: [] }).slice(0, 50),
  fixAll: (service, document) =>
    service
      .codeActions(document, whole(document), { diagnostics: [], only: ['source.fixAll'] })
      .map(action => service.resolveCodeAction(document, action)),
  documentSymbols: (service, document) => service.documentSymbols(document),
  foldingRanges: (service, document) => service.foldingRanges(document),
  documentLinks: (service, document) => service.documentLinks(document),
  inlayHints: (service, document) => service.inlayHints(document, whole(document)),
  codeLenses: (service, document) => service.codeLenses(document),
  selectionRanges: (service, document, position) => service.selectionRanges(document, [position, position]),
  semanticTokens: (service, document) => service.semanticTokens(document),
  semanticTokensRange: (service, document) => service.semanticTokensRange(document, whole(document)),
  format: (service, document) => service.format(document),
  progress: (service, document) => service.progress(document),
  questionPlace: (service, document) => service.questionPlace(document, 14),
  atopId: (service, document) => service.atopId(document),
  identify: (service, document) => service.identify(document),
  summarize: (service, document) => service.summarize(document),
  references: (service, document, position) => service.references(document, position, true),
  definition: (service, document, position) => service.definition(document, position),
  documentHighlights: (service, document, position) => service.documentHighlights(document, position),
  prepareRename: (service, document, position) => service.prepareRename(document, position),
  rename: (service, document, position) => service.rename(document, position, '365'),
};
