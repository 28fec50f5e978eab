import {
  CodeActionKind,
  TextDocumentSyncKind,
  type FileOperationRegistrationOptions,
  type InitializeParams,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { FIX_ALL_KIND } from '../features/codeActions';
import { COMPLETION_TRIGGERS } from '../features/completion';
import { DIAGNOSTIC_SOURCE } from '../features/diagnostics';
import { semanticTokensLegend } from '../features/tokenTypes';
import type { SnippetStyle } from '../service';
import type { InitializationOptions } from './protocol';

/** What of LSP a client can do, as far as this server does one thing or another by it. */
export interface ClientFeatures {
  /** Answers `workspace/configuration`. */
  readonly configuration: boolean;
  /** Lets the server ask to be told of changed settings. */
  readonly configurationChanges: boolean;
  /** Asks for diagnostics itself; they are pushed to any other client. */
  readonly pullsDiagnostics: boolean;
  /** Can be told to ask for all diagnostics again. */
  readonly refreshesDiagnostics: boolean;
  /** Can be told to ask for code lenses again. */
  readonly refreshesCodeLenses: boolean;
  /** Can be told to ask for inlay hints again. */
  readonly refreshesInlayHints: boolean;
  /** Can be told to ask for semantic tokens again. */
  readonly refreshesSemanticTokens: boolean;
  /** Fills in a code action's edit when it is chosen. */
  readonly resolvesEdits: boolean;
  readonly snippetCompletions: boolean;
  /** Takes snippets within workspace edits (LSP 3.18). */
  readonly snippetEdits: boolean;
  readonly foldingLimit: number | undefined;
  /** Takes the reports of other documents along with a document's own. */
  readonly relatedDocuments: boolean;
  /** Takes definitions with the range that they were asked from. */
  readonly definitionLinks: boolean;
  /** Asks what is to be renamed before it asks for the new name. */
  readonly preparesRename: boolean;
  /** Takes edits that say which version of a document they are for. */
  readonly versionedEdits: boolean;
  /** Lets the server say which files it wants to hear of. */
  readonly watchesFiles: boolean;
  /** Tells when folders come to the workspace and leave it. */
  readonly workspaceFolders: boolean;
}

export function featuresOf({ capabilities }: InitializeParams): ClientFeatures {
  const { textDocument, workspace } = capabilities;
  return {
    configuration: workspace?.configuration === true,
    configurationChanges: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesCodeLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    refreshesSemanticTokens: workspace?.semanticTokens?.refreshSupport === true,
    resolvesEdits: textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true,
    snippetCompletions: textDocument?.completion?.completionItem?.snippetSupport === true,
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true,
    foldingLimit: textDocument?.foldingRange?.rangeLimit,
    relatedDocuments: textDocument?.diagnostic?.relatedDocumentSupport === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
  };
}

/** Edits where the client takes them, else its own command, else plain text. */
export function snippetStyle({ snippetEdits }: ClientFeatures, command: string | undefined): SnippetStyle {
  if (command !== undefined) return { kind: 'command', command };
  return { kind: snippetEdits ? 'edit' : 'none' };
}

/** What an editor does to sheets, and to folders that may hold some. */
const FILES_AND_FOLDERS: FileOperationRegistrationOptions = {
  filters: [
    { pattern: { glob: '**/*.atop', matches: 'file', options: { ignoreCase: true } } },
    { pattern: { glob: '**', matches: 'folder' } },
  ],
};

/** What the server offers to a client that can do these things. */
export function capabilitiesFor(
  client: ClientFeatures,
  { ownTokenTypes }: InitializationOptions,
): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    completionProvider: { resolveProvider: true, triggerCharacters: [...COMPLETION_TRIGGERS, ',', ';'] },
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL_KIND],
      resolveProvider: client.resolvesEdits,
    },
    documentSymbolProvider: { label: 'ATOP Coding Sheet' },
    foldingRangeProvider: true,
    documentLinkProvider: {},
    selectionRangeProvider: true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    inlayHintProvider: true,
    semanticTokensProvider: {
      legend: semanticTokensLegend(ownTokenTypes),
      full: { delta: true },
      range: true,
    },
    codeLensProvider: {},
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    workspaceSymbolProvider: true,
    renameProvider: client.preparesRename ? { prepareProvider: true } : true,
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: {
        didCreate: FILES_AND_FOLDERS,
        didRename: FILES_AND_FOLDERS,
        didDelete: FILES_AND_FOLDERS,
      },
    },
    ...(client.pullsDiagnostics && {
      diagnosticProvider: {
        identifier: DIAGNOSTIC_SOURCE,
        interFileDependencies: true,
        workspaceDiagnostics: true,
      },
    }),
  };
}
