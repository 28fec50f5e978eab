import {
  DidChangeConfigurationNotification,
  DocumentDiagnosticReportKind,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
  TextDocuments,
  type CancellationToken,
  type Connection,
  type InitializeResult,
  type SemanticTokens,
  type SemanticTokensDelta,
  type SemanticTokensDeltaParams,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { capabilitiesFor, featuresOf, snippetStyle, type ClientFeatures } from './connection/clientFeatures';
import { NewSheetRequest, ProgressRequest, readInitializationOptions } from './connection/protocol';
import { Publisher } from './connection/publisher';
import { refreshViews } from './connection/refreshes';
import { SETTINGS_SECTION } from './connection/settings';
import { SettingsStore } from './connection/settingsStore';
import { createSheetLanguageService, type SheetLanguageService } from './service';

/** What differs between the places that a server runs in. */
export interface ServerEnvironment {
  /** The version that clients show. */
  readonly version: string;
  /** The folder of the rules' pages, as a URI, where the client names none. */
  readonly rulesUri?: string;
}

/** Wires a connection to the language service. The caller listens on the connection. */
export function startServer(connection: Connection, environment: ServerEnvironment): void {
  connection.onInitialize((params): InitializeResult => {
    const client = featuresOf(params);
    const options = readInitializationOptions(params.initializationOptions);
    const settings = new SettingsStore(connection, client.configuration);
    settings.push(options.settings);
    const service = createSheetLanguageService({
      rulesUri: options.rulesUri ?? environment.rulesUri,
      snippets: snippetStyle(client, options.insertSnippetCommand),
      snippetCompletions: client.snippetCompletions,
      commands: options.commands,
    });
    serve(connection, service, client, settings);
    return {
      serverInfo: { name: 'ATOP Coding Sheets', version: environment.version },
      capabilities: capabilitiesFor(client, options),
    };
  });
}

function serve(
  connection: Connection,
  service: SheetLanguageService,
  client: ClientFeatures,
  settings: SettingsStore,
): void {
  const documents = new TextDocuments(TextDocument);
  let isShutDown = false;

  /** Why a request cannot be answered now, if it cannot. */
  const refusal = (token: CancellationToken): ResponseError<never> | undefined => {
    if (isShutDown)
      return new ResponseError<never>(ErrorCodes.InvalidRequest, 'The server has been shut down.');
    if (token.isCancellationRequested)
      return new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
    return undefined;
  };

  /** Answers a request for an open document; a document that is not open has nothing to tell. */
  const forDocument =
    <P extends { readonly textDocument: { readonly uri: string } }, R>(
      nothing: R,
      answer: (document: TextDocument, params: P) => R | Promise<R>,
    ) =>
    async (params: P, token: CancellationToken): Promise<R | ResponseError<never>> => {
      const document = documents.get(params.textDocument.uri);
      const result = refusal(token) ?? (document ? await answer(document, params) : nothing);
      // What was found in a text that was dropped meanwhile is of no use.
      return refusal(token) ?? result;
    };

  const publisher = new Publisher(async uri => {
    const ofDocument = await settings.for(uri);
    const document = documents.get(uri);
    if (!document || isShutDown) return;
    const { version } = document;
    await connection.sendDiagnostics({
      uri,
      version,
      diagnostics: service.diagnostics(document, ofDocument),
    });
  });

  documents.onDidChangeContent(({ document }) => {
    if (!client.pullsDiagnostics) publisher.soon(document.uri);
  });
  documents.onDidClose(({ document: { uri } }) => {
    settings.forget(uri);
    publisher.cancel(uri);
    if (!client.pullsDiagnostics) void connection.sendDiagnostics({ uri, diagnostics: [] });
  });

  connection.onInitialized(() => {
    if (client.configurationChanges) {
      void connection.client.register(DidChangeConfigurationNotification.type, { section: SETTINGS_SECTION });
    }
  });
  connection.onDidChangeConfiguration(
    ({ settings: pushed }: { settings?: Record<string, unknown> | null }) => {
      settings.push(pushed?.[SETTINGS_SECTION]);
      if (client.refreshesDiagnostics) void connection.languages.diagnostics.refresh();
      else if (!client.pullsDiagnostics) for (const uri of documents.keys()) publisher.soon(uri);
      refreshViews(connection, client);
    },
  );
  connection.onShutdown(() => {
    isShutDown = true;
    publisher.dispose();
  });

  connection.languages.diagnostics.on(
    forDocument({ kind: DocumentDiagnosticReportKind.Full, items: [] }, async ({ uri }) => {
      const ofDocument = await settings.for(uri);
      const document = documents.get(uri);
      return {
        kind: DocumentDiagnosticReportKind.Full,
        items: document ? service.diagnostics(document, ofDocument) : [],
      };
    }),
  );
  connection.onHover(forDocument(null, (document, { position }) => service.hover(document, position)));
  connection.onCompletion(
    forDocument({ isIncomplete: false, items: [] }, (document, { position }) =>
      service.complete(document, position),
    ),
  );
  connection.onCompletionResolve((item, token) => refusal(token) ?? service.resolveCompletion(item));
  connection.onCodeAction(
    forDocument([], async (document, { range, context }) =>
      service.codeActions(document, range, context, await settings.for(document.uri)),
    ),
  );
  connection.onCodeActionResolve(async (action, token) => {
    const document = documents.get(service.unresolvedUri(action) ?? '');
    const resolve = async (open: TextDocument) =>
      service.resolveCodeAction(open, action, await settings.for(open.uri));
    return refusal(token) ?? (document ? resolve(document) : action);
  });
  connection.onDocumentSymbol(forDocument([], document => service.documentSymbols(document)));
  connection.onFoldingRanges(
    forDocument([], document => service.foldingRanges(document, client.foldingLimit)),
  );
  connection.onDocumentLinks(forDocument([], document => service.documentLinks(document)));
  connection.languages.inlayHint.on(
    forDocument([], async (document, { range }) =>
      service.inlayHints(document, range, await settings.for(document.uri)),
    ),
  );
  connection.onCodeLens(
    forDocument([], async document => service.codeLenses(document, await settings.for(document.uri))),
  );
  connection.onSelectionRanges(
    forDocument([], (document, { positions }) => service.selectionRanges(document, positions)),
  );
  connection.onDocumentFormatting(
    forDocument([], async document => service.format(document, undefined, await settings.for(document.uri))),
  );
  connection.onDocumentRangeFormatting(
    forDocument([], async (document, { range }) =>
      service.format(document, range, await settings.for(document.uri)),
    ),
  );
  const { semanticTokens } = connection.languages;
  semanticTokens.on(forDocument({ data: [] }, document => service.semanticTokens(document)));
  semanticTokens.onDelta(
    forDocument<SemanticTokensDeltaParams, SemanticTokens | SemanticTokensDelta>(
      { data: [] },
      (document, { previousResultId }) => service.semanticTokensDelta(document, previousResultId),
    ),
  );
  semanticTokens.onRange(
    forDocument({ data: [] }, (document, { range }) => service.semanticTokensRange(document, range)),
  );
  connection.onRequest(
    ProgressRequest,
    forDocument(null, document => service.progress(document)),
  );
  connection.onRequest(NewSheetRequest, (_, token) => refusal(token) ?? { text: service.newSheet() });

  documents.listen(connection);
}
