import type { TextDocument } from 'vscode-languageserver-textdocument';
import type {
  CodeAction,
  CodeActionContext,
  CodeLens,
  CompletionItem,
  CompletionList,
  Diagnostic,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  Location,
  LocationLink,
  Position,
  Range,
  SelectionRange,
  SemanticTokens,
  SemanticTokensDelta,
  SymbolInformation,
  TextEdit,
} from 'vscode-languageserver-types';
import { isoToday, readSheet, type Sheet } from './answers';
import { datasetWriter, type DatasetForm, type ExportedSheet } from './dataset';
import {
  agreementFigures,
  alignSheets,
  codeSheet,
  type AgreementFigures,
  type AlignedSheets,
  type CodedSheet,
} from './dataset/agreement';
import { checkSheet, type CheckedSheet } from './features/checkedSheet';
import { codeActions, resolveFixAll, unresolvedUri, type SnippetStyle } from './features/codeActions';
import { codeLenses, NEXT_UNANSWERED_COMMAND } from './features/codeLenses';
import { complete, resolveCompletion } from './features/completion';
import { definition } from './features/definition';
import { documentHighlights } from './features/documentHighlights';
import { documentLinks } from './features/documentLinks';
import { documentSymbols } from './features/documentSymbols';
import { format, type FormatOptions } from './features/format';
import { foldingRanges } from './features/foldingRanges';
import { hover } from './features/hover';
import { inlayHints } from './features/inlayHints';
import { blankSheet } from './features/newSheet';
import { sheetProgress, type SheetProgress } from './features/progress';
import { outlineOf, questionPlace, type QuestionPlace, type SectionOutline } from './features/questionPlace';
import { references } from './features/references';
import {
  prepareRename,
  rename,
  type RenamePlace,
  type RenameRefusal,
  type SheetEdits,
} from './features/rename';
import { selectionRanges } from './features/selectionRanges';
import { semanticTokens, semanticTokensEdits } from './features/semanticTokens';
import type { SheetDocument } from './features/sheetDocument';
import { NO_SHEETS, type WorkspaceSheets } from './features/workspaceSheets';
import { workspaceSymbols } from './features/workspaceSymbols';
import { importDocument, type ImportedDocument, type Source } from './import';
import { atopInstrument, PRINTED_WIDTH, withOptionalQuestions, type Instrument } from './instrument';
import type { RuleSeverities } from './rules';
import { identify, ownAtopId, type SheetIdentity } from './workspace/identity';
import { summarize, type SheetSummary } from './workspace/summary';

export type { FormatOptions } from './features/format';
export type { DatasetForm, ExportedSheet } from './dataset';
export type { AgreementFigures, AlignedSheets, CodedSheet } from './dataset/agreement';
export type { SnippetStyle } from './features/codeActions';
export type { SheetProgress } from './features/progress';
export type { ImportedDocument } from './import';
export type { QuestionPlace, SectionOutline } from './features/questionPlace';
export type { RuleId, RuleSeverities, Severity } from './rules';
export type { RenamePlace, RenameRefusal, SheetEdits } from './features/rename';
export { SheetIndex, type IndexChange } from './workspace/sheetIndex';
export type { SheetListEntry } from './workspace/sheetList';
export type { SheetIdentity } from './workspace/identity';
export type { SheetSummary } from './workspace/summary';

/** What a user can set, by document. */
export interface SheetSettings {
  /** Severities by rule; a rule that is not named keeps its own. */
  readonly severities: RuleSeverities;
  /** Whether a code that stands alone shows its state's name. */
  readonly inlayHints: { readonly stateNames: boolean };
  /** Whether the counts of answers stand above the sheet and its sections. */
  readonly codeLens: { readonly enabled: boolean };
  readonly format: FormatOptions;
}

export const DEFAULT_SETTINGS: SheetSettings = {
  severities: {},
  inlayHints: { stateNames: true },
  codeLens: { enabled: true },
  format: { width: PRINTED_WIDTH, dates: 'keep' },
};

/** What the service is told of the place that it runs in. */
export interface SheetServiceOptions {
  /** The instrument of the sheets; ATOP's where none is given. */
  readonly instrument?: Instrument;
  /** The questions of a document that may stay empty, by number; the instrument's own where `undefined`. */
  readonly optionalQuestions?: (uri: string) => readonly number[] | undefined;
  /** Today as an ISO day (`2026-01-31`), for dates in the future; by default the machine's, in UTC. */
  readonly today?: () => string;
  /** The folder that holds the rules' pages, as a URI; diagnostics link to `<rulesUri>/<rule id>.md`. */
  readonly rulesUri?: string | undefined;
  /** How the client takes snippets in code actions; plain text by default. */
  readonly snippets?: SnippetStyle;
  /** True where completions may hold snippets. */
  readonly snippetCompletions?: boolean;
  /** The sheets of the workspace, kept by the caller; none where none are given. */
  readonly sheets?: WorkspaceSheets;
  /** The client's own commands that the service may name. */
  readonly commands?: readonly string[];
}

/** Makes a dataset sheet by sheet: its head, then each sheet's part, then its tail. */
export interface SheetDatasetWriter {
  head(): { readonly rows: string; readonly report: string };
  /**
   * `undefined` for a document that is no sheet.
   *
   * @param name How the dataset names the sheet's file.
   */
  document(document: TextDocument, name: string): ExportedSheet | undefined;
  tail(): { readonly report: string };
}

/**
 * Everything the language service can do with a sheet: plain LSP values from a text document.
 *
 * It knows no connection, no file system and no editor; it keeps no state but the reading and the findings
 * of each document's last version and the tokens that it last told. No call throws, whatever the text and wherever the position.
 */
export interface SheetLanguageService {
  /**
   * What is missing or wrong, in the order of the text. What stays is the same object after an edit, the list
   * too where all of it stays.
   */
  diagnostics(document: TextDocument, settings?: SheetSettings): readonly Diagnostic[];
  /** What the question, state, date or value under the cursor means; `null` where there is nothing to say. */
  hover(document: TextDocument, position: Position): Hover | null;
  /** What can be written at a position. Items lack their documentation until they are resolved. */
  complete(document: TextDocument, position: Position): CompletionList;
  resolveCompletion(item: CompletionItem): CompletionItem;
  /** The fixes of what is found at a range, and *Fix All*, whose edit comes when it is resolved. */
  codeActions(
    document: TextDocument,
    range: Range,
    context: CodeActionContext,
    settings?: SheetSettings,
  ): CodeAction[];
  /** The document that must be given to `resolveCodeAction`; `undefined` where the action is complete. */
  unresolvedUri(action: CodeAction): string | undefined;
  resolveCodeAction(document: TextDocument, action: CodeAction, settings?: SheetSettings): CodeAction;
  /** Sections, their questions and answers. */
  documentSymbols(document: TextDocument): DocumentSymbol[];
  /** Sections and questions, at most `limit` of them. */
  foldingRanges(document: TextDocument, limit?: number): FoldingRange[];
  /**
   * Web addresses, citations of treaty series, and the IDs of other alliances as far as the workspace has
   * their sheets.
   */
  documentLinks(document: TextDocument): DocumentLink[];
  /** The states' names behind the codes in a range that stand without them, unless that is switched off. */
  inlayHints(document: TextDocument, range: Range, settings?: SheetSettings): InlayHint[];
  /** How many questions the sheet and each section answer, above them, unless that is switched off. */
  codeLenses(document: TextDocument, settings?: SheetSettings): CodeLens[];
  /** What a selection at each of the positions grows to, step by step, up to the whole sheet. */
  selectionRanges(document: TextDocument, positions: readonly Position[]): SelectionRange[];
  /** What the words of the sheet are, for colours; `semanticTokensLegend` names the types. */
  semanticTokens(document: TextDocument): SemanticTokens;
  /** What has changed since the result of that id; all tokens where it is not the last one. */
  semanticTokensDelta(document: TextDocument, previousResultId: string): SemanticTokens | SemanticTokensDelta;
  /** The tokens that a range touches. */
  semanticTokensRange(document: TextDocument, range: Range): SemanticTokens;
  /**
   * The edits that lay out the sheet, or the questions that a range touches: printed text, blank lines
   * and, where the settings ask for it, the form of dates. No answer is worded or read otherwise for it.
   */
  format(document: TextDocument, range?: Range, settings?: SheetSettings): TextEdit[];
  /** How far the sheet is filled in; `null` where the document holds no question. */
  progress(document: TextDocument): SheetProgress | null;
  /** Where a question of the instrument stands or would stand; `null` for a number that is none of its own. */
  questionPlace(document: TextDocument, number: number): QuestionPlace | null;
  /** The sections and questions of the instrument, by name. */
  outline(): SectionOutline[];
  /** The ATOP ID at question 1; `undefined` where there is none, or none of the right form. */
  atopId(document: TextDocument): string | undefined;
  /** What a sheet is found by, for `SheetIndex.set`: fast, as it is seldom more than its beginning that is read. */
  identify(document: TextDocument): SheetIdentity;
  /** Everything else that the index of a workspace keeps of a sheet, for `SheetIndex.sumUp`. */
  summarize(document: TextDocument): SheetSummary;
  /** Where the workspace writes the ATOP ID, or names the state, at a position. */
  references(document: TextDocument, position: Position, includeDeclaration: boolean): Location[];
  /** The first question of the sheet whose ATOP ID stands at a position; the member that a state is. */
  definition(document: TextDocument, position: Position): LocationLink[];
  /** The same alliance or state elsewhere in the document. */
  documentHighlights(document: TextDocument, position: Position): DocumentHighlight[];
  /** The ATOP ID or the code at a position, or why nothing can be renamed there. */
  prepareRename(document: TextDocument, position: Position): RenamePlace | RenameRefusal;
  /** The edits that write another ATOP ID or another state everywhere, or why they cannot be made. */
  rename(document: TextDocument, position: Position, newName: string): readonly SheetEdits[] | RenameRefusal;
  /** Sheets by their IDs, and their members. */
  workspaceSymbols(query: string): SymbolInformation[];
  /** Two sheets laid out alike: what answers one question stands on the same lines in both texts. */
  alignSheets(a: TextDocument, b: TextDocument): AlignedSheets;
  /** A sheet reduced to what a comparison of coders needs. */
  codeSheet(document: TextDocument): CodedSheet;
  /** How far two coders agree. One sheet of each belongs together even where one of them lacks its ATOP ID. */
  compareCoders(a: readonly CodedSheet[], b: readonly CodedSheet[]): AgreementFigures;
  /** The rows of sheets in a dataset, and the report of what stays blank in it. */
  datasetWriter(form: DatasetForm): SheetDatasetWriter;
  /** A clean sheet of a published one; `undefined` where the source holds no sheet. */
  importSheet(source: Source): ImportedDocument | undefined;
  /** The text of a sheet without answers. */
  newSheet(eol?: '\n' | '\r\n'): string;
}

export function createSheetLanguageService(options: SheetServiceOptions = {}): SheetLanguageService {
  const instrument = options.instrument ?? atopInstrument;
  const today = options.today ?? isoToday;
  const sheets = options.sheets ?? NO_SHEETS;
  const rulesUri = options.rulesUri?.replace(/\/$/, '');
  const snippets = options.snippets ?? { kind: 'none' as const };
  const read = cachedReader(({ uri }) => {
    const optional = options.optionalQuestions?.(uri);
    return optional ? withOptionalQuestions(instrument, optional) : instrument;
  });
  const checked = new WeakMap<TextDocument, CheckedSheet>();
  const ruleOptions = ({ severities }: SheetSettings) => ({
    today: today(),
    severities,
    rulesUri,
    snippets,
    sheets,
  });
  return {
    diagnostics: (document, settings = DEFAULT_SETTINGS) => {
      const known = checked.get(document);
      const now = checkSheet(read(document), ruleOptions(settings), known);
      checked.set(document, now);
      return now.diagnostics;
    },
    hover: (document, position) => hover(read(document), position),
    complete: (document, position) =>
      complete(read(document), position, {
        snippetSupport: options.snippetCompletions === true,
        today: today(),
      }),
    resolveCompletion,
    codeActions: (document, range, context, settings = DEFAULT_SETTINGS) =>
      codeActions(read(document), range, context, ruleOptions(settings)),
    unresolvedUri,
    resolveCodeAction: (document, action, settings = DEFAULT_SETTINGS) =>
      resolveFixAll(read(document), action, ruleOptions(settings)),
    documentSymbols: document => documentSymbols(read(document)),
    foldingRanges: (document, limit) =>
      foldingRanges(read(document), limit === undefined ? {} : { rangeLimit: limit }),
    documentLinks: document =>
      documentLinks(read(document), { sheetUri: id => [...sheets.sheetsWithId(id)][0]?.uri }),
    inlayHints: (document, range, settings = DEFAULT_SETTINGS) =>
      settings.inlayHints.stateNames ? inlayHints(read(document), range) : [],
    codeLenses: (document, settings = DEFAULT_SETTINGS) =>
      settings.codeLens.enabled
        ? codeLenses(read(document), {
            canGoToOpen: options.commands?.includes(NEXT_UNANSWERED_COMMAND) === true,
          })
        : [],
    selectionRanges: (document, positions) => selectionRanges(read(document), positions),
    format: (document, range, settings = DEFAULT_SETTINGS) => format(read(document), settings.format, range),
    ...tokenTeller(read),
    progress: document => sheetProgress(read(document)),
    questionPlace: (document, number) => questionPlace(read(document), number),
    outline: () => outlineOf(instrument),
    atopId: document => ownAtopId(read(document).sheet),
    identify: document => identify(document.getText(), instrument, () => read(document).sheet),
    summarize: document => summarize(read(document), today()),
    references: (document, position, includeDeclaration) =>
      references(read(document), position, includeDeclaration, sheets),
    definition: (document, position) => definition(read(document), position, sheets),
    documentHighlights: (document, position) => documentHighlights(read(document), position),
    prepareRename: (document, position) => prepareRename(read(document), position),
    rename: (document, position, newName) => rename(read(document), position, newName, sheets),
    workspaceSymbols: query => workspaceSymbols(query, sheets),
    alignSheets: (a, b) => alignSheets(read(a), read(b)),
    codeSheet: document => codeSheet(document.uri, read(document).sheet),
    compareCoders: (a, b) => agreementFigures(instrument, a, b),
    datasetWriter: form => {
      const { head, sheet, tail } = datasetWriter(form);
      return { head, tail, document: (document, name) => sheet(read(document).sheet, name) };
    },
    importSheet: source => importDocument(source, instrument),
    newSheet: (eol = '\n') => blankSheet(instrument, eol),
  };
}

/**
 * Reads each text of a document once, as long as its instrument is the same; a document that is gone takes
 * its reading with it.
 */
function cachedReader(
  instrumentOf: (document: TextDocument) => Instrument,
): (document: TextDocument) => SheetDocument {
  const readings = new WeakMap<TextDocument, Sheet>();
  return document => {
    const text = document.getText();
    const instrument = instrumentOf(document);
    const known = readings.get(document);
    // A client may send two texts under one version; the same text is the same string and compared at once.
    if (known?.text === text && known.instrument === instrument) return { document, sheet: known };
    const sheet = readSheet(text, instrument, known);
    readings.set(document, sheet);
    return { document, sheet };
  };
}

/** Tells the tokens of documents, and remembers what it told of each last. */
function tokenTeller(
  read: (document: TextDocument) => SheetDocument,
): Pick<SheetLanguageService, 'semanticTokens' | 'semanticTokensDelta' | 'semanticTokensRange'> {
  const told = new WeakMap<TextDocument, SemanticTokens>();
  let results = 0;
  const tell = (document: TextDocument): SemanticTokens & { readonly resultId: string } => {
    const tokens = { resultId: String(++results), data: semanticTokens(read(document)) };
    told.set(document, tokens);
    return tokens;
  };
  return {
    semanticTokens: tell,
    semanticTokensDelta: (document, previousResultId) => {
      const previous = told.get(document);
      const tokens = tell(document);
      if (previous?.resultId !== previousResultId) return tokens;
      return { resultId: tokens.resultId, edits: semanticTokensEdits(previous.data, tokens.data) };
    },
    semanticTokensRange: (document, range) => ({ data: semanticTokens(read(document), range) }),
  };
}
