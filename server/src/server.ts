import {
  DidChangeConfigurationNotification,
  TextDocuments,
  type Connection,
  type InitializeResult,
  type SemanticTokens,
  type SemanticTokensDelta,
  type SemanticTokensDeltaParams,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { capabilitiesFor, featuresOf, snippetStyle, type ClientFeatures } from './connection/clientFeatures';
import { clientFiles, filesByScheme } from './connection/clientFiles';
import { serveComparison } from './connection/comparison';
import { serveDatasetExport } from './connection/datasetExport';
import { DocumentDiagnostics } from './connection/documentDiagnostics';
import { serveNavigation } from './connection/navigation';
import {
  InstrumentRequest,
  NewSheetRequest,
  ProgressChangedNotification,
  ProgressRequest,
  QuestionPlaceRequest,
  readInitializationOptions,
} from './connection/protocol';
import { OptionalQuestions } from './connection/optionalQuestions';
import { ProjectFiles } from './connection/projectFiles';
import { PushedDiagnostics } from './connection/pushedDiagnostics';
import { ReadingProgress } from './connection/readingProgress';
import { refreshViews } from './connection/refreshes';
import { requestsFor } from './connection/requests';
import { SETTINGS_SECTION } from './connection/settings';
import { SettingsStore } from './connection/settingsStore';
import { serveImport } from './connection/sheetImport';
import { SheetList } from './connection/sheetList';
import { SheetReports } from './connection/sheetReports';
import { SheetSummaries } from './connection/sheetSummaries';
import { SheetWorkspace } from './connection/sheetWorkspace';
import { serveCheck } from './connection/workspaceCheck';
import { WorkspaceDiagnostics } from './connection/workspaceDiagnostics';
import { followFiles, foldersOf } from './connection/workspaceFiles';
import { createSheetLanguageService, SheetIndex, type SheetLanguageService } from './service';
import type { SheetFiles } from './workspace/sheetFiles';

/** What differs between the places that a server runs in. */
export interface ServerEnvironment {
  /** The version that clients show. */
  readonly version: string;
  /** The folder of the rules' pages, as a URI, where the client names none. */
  readonly rulesUri?: string;
  /** The files of `file:` URIs, where the server can read them itself. */
  readonly files?: SheetFiles;
  /** Is told once the client has asked the server to shut down. */
  readonly onShutdown?: () => void;
}

/** Wires a connection to the language service. The caller listens on the connection. */
export function startServer(connection: Connection, environment: ServerEnvironment): void {
  connection.onInitialize((params): InitializeResult => {
    const client = featuresOf(params);
    const options = readInitializationOptions(params.initializationOptions);
    const settings = new SettingsStore(connection, client.configuration);
    settings.push(options.settings);
    const index = new SheetIndex();
    const service = createSheetLanguageService({
      rulesUri: options.rulesUri ?? environment.rulesUri,
      snippets: snippetStyle(client, options.insertSnippetCommand),
      snippetCompletions: client.snippetCompletions,
      commands: options.commands,
      sheets: index,
      optionalQuestions: uri => optional.of(uri),
    });
    const documents = new TextDocuments(TextDocument);
    const files = filesByScheme(environment.files, options.readsFiles ? clientFiles(connection) : undefined);
    const projects: ProjectFiles = new ProjectFiles(connection, {
      read: uri => files.read(uri),
      rootOf: key => workspace.rootOf(key),
    });
    const workspace = new SheetWorkspace(index, {
      documents,
      files,
      projects,
      progress: new ReadingProgress(connection, 'Reading coding sheets'),
      identify: document => service.identify(document),
      log: message => connection.console.warn(message),
    });
    const optional: OptionalQuestions = new OptionalQuestions(settings, projects, uri =>
      workspace.folderOf(uri),
    );
    const served = serve(connection, service, client, settings, documents, workspace, projects, optional);
    connection.onShutdown(() => {
      environment.onShutdown?.();
      served.shutDown();
    });
    connection.onInitialized(() => {
      if (client.configurationChanges) {
        void connection.client.register(DidChangeConfigurationNotification.type, {
          section: SETTINGS_SECTION,
        });
      }
      followFiles(connection, client, workspace, projects, foldersOf(params), served.refresh);
    });
    return {
      serverInfo: { name: 'ATOP Coding Sheets', version: environment.version },
      capabilities: capabilitiesFor(client, options),
    };
  });
}

/** What is asked of all that answers the client. */
interface Served {
  /** Has the client ask anew for all that it shows. */
  readonly refresh: () => void;
  readonly shutDown: () => void;
}

function serve(
  connection: Connection,
  service: SheetLanguageService,
  client: ClientFeatures,
  settings: SettingsStore,
  documents: TextDocuments<TextDocument>,
  workspace: SheetWorkspace,
  projects: ProjectFiles,
  optional: OptionalQuestions,
): Served {
  const requests = requestsFor(documents);
  const { refusal, forDocument } = requests;
  /** For what depends on which questions are optional. */
  const forSheet: typeof forDocument = (nothing, make) =>
    forDocument(nothing, async (document, params, token) => {
      await optional.whenKnown(document.uri);
      return make(document, params, token);
    });
  const reports = new SheetReports(documents, service, workspace, settings, projects, optional);
  const summaries = new SheetSummaries({
    workspace,
    progress: new ReadingProgress(connection, 'Checking coding sheets'),
    summarize: document => service.summarize(document),
    whenSettled: uri => optional.whenKnown(uri),
    log: message => connection.console.warn(message),
  });
  const sheetList = new SheetList(connection, workspace, settings, projects, optional, summaries, requests);
  const diagnostics = client.pullsDiagnostics
    ? [
        new DocumentDiagnostics(connection, documents, client, workspace, reports, requests),
        new WorkspaceDiagnostics(connection, documents, workspace, reports),
      ]
    : [new PushedDiagnostics(connection, documents, workspace, reports)];
  serveNavigation(connection, service, client, workspace, summaries, requests);
  serveComparison(connection, service, workspace, requests);
  serveDatasetExport(connection, service, workspace, requests);
  serveImport(connection, service, requests);
  serveCheck(connection, workspace, reports, diagnostics, requests);

  let showsProgress = false;
  const refresh = (): void => {
    for (const part of diagnostics) part.refresh();
    sheetList.changed();
    refreshViews(connection, client);
    if (showsProgress) void connection.sendNotification(ProgressChangedNotification);
  };
  documents.onDidClose(({ document: { uri } }) => {
    settings.forget(uri);
    optional.forget(uri);
  });
  connection.onDidChangeConfiguration(
    ({ settings: pushed }: { settings?: Record<string, unknown> | null }) => {
      settings.push(pushed?.[SETTINGS_SECTION]);
      optional.settingsChanged();
      refresh();
    },
  );
  settings.onDidAnswerLate(() => {
    optional.settingsChanged();
    refresh();
  });
  projects.onDidChange(() => {
    settings.changed();
    workspace.reconsider();
    refresh();
  });
  optional.onDidChange(() => workspace.reconsider());

  connection.onHover(forSheet(null, (document, { position }) => service.hover(document, position)));
  connection.onCompletion(
    forDocument({ isIncomplete: false, items: [] }, (document, { position }) =>
      service.complete(document, position),
    ),
  );
  connection.onCompletionResolve((item, token) => refusal(token) ?? service.resolveCompletion(item));
  connection.onCodeAction(
    forDocument([], async (document, { range, context }) =>
      service.codeActions(document, range, context, await reports.settingsOf(document.uri)),
    ),
  );
  connection.onCodeActionResolve(async (action, token) => {
    const document = documents.get(service.unresolvedUri(action) ?? '');
    const resolve = async (open: TextDocument) =>
      service.resolveCodeAction(open, action, await reports.settingsOf(open.uri));
    return refusal(token) ?? (document ? resolve(document) : action);
  });
  connection.onDocumentSymbol(forSheet([], document => service.documentSymbols(document)));
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
    forSheet([], async document => service.codeLenses(document, await settings.for(document.uri))),
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
  semanticTokens.on(forSheet({ data: [] }, document => service.semanticTokens(document)));
  semanticTokens.onDelta(
    forSheet<SemanticTokensDeltaParams, SemanticTokens | SemanticTokensDelta>(
      { data: [] },
      (document, { previousResultId }) => service.semanticTokensDelta(document, previousResultId),
    ),
  );
  semanticTokens.onRange(
    forSheet({ data: [] }, (document, { range }) => service.semanticTokensRange(document, range)),
  );
  connection.onRequest(
    ProgressRequest,
    forSheet(null, document => {
      showsProgress = true;
      return service.progress(document);
    }),
  );
  connection.onRequest(
    QuestionPlaceRequest,
    forDocument(null, (document, { question }) => service.questionPlace(document, question)),
  );
  connection.onRequest(InstrumentRequest, (_, token) => refusal(token) ?? service.outline());
  connection.onRequest(NewSheetRequest, (_, token) => refusal(token) ?? { text: service.newSheet() });

  documents.listen(connection);
  return {
    refresh,
    shutDown: () => {
      requests.shutDown();
      for (const part of [...diagnostics, sheetList, summaries, workspace, projects, optional, settings])
        part.dispose();
    },
  };
}
