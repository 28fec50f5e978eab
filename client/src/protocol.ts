/**
 * The requests that this client and the ATOP language server have agreed on beyond the Language
 * Server Protocol.
 */
import {
  NotificationType0,
  RequestType,
  type Position,
  type Range,
  type TextDocumentIdentifier,
  type WorkDoneProgressParams,
} from 'vscode-languageclient';

export interface ProgressParams {
  readonly textDocument: TextDocumentIdentifier;
}

/** How far one section of a sheet is. */
export interface SectionProgress {
  /** `I` … `V`. */
  readonly numeral: string;
  readonly title: string;
  readonly answered: number;
  /** All questions, optional comments included. */
  readonly total: number;
  /** Required questions without an answer; at 0 nothing is left to do. */
  readonly open: number;
}

/** A required question without an answer. */
export interface UnansweredQuestion {
  /** The printed number. */
  readonly number: number;
  /** A few words that name the question. */
  readonly label: string;
  /** Where its answer would be written. */
  readonly position: Position;
  /** The question. */
  readonly range: Range;
}

/** How far a sheet is. */
export interface Progress {
  readonly answered: number;
  /** All questions, optional comments included. */
  readonly total: number;
  /** Required questions without an answer; at 0 nothing is left to do. */
  readonly open: number;
  readonly sections: readonly SectionProgress[];
  readonly unanswered: readonly UnansweredQuestion[];
}

/** Answers `null` for a document that is not a coding sheet. */
export const progressRequest = new RequestType<ProgressParams, Progress | null, void>('atop/progress');

/** How many findings of each severity a sheet has. */
export interface SheetProblems {
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
}

/** From server to client: {@link progressRequest} may now be answered otherwise, though nothing was typed. */
export const progressChangedNotification = new NotificationType0('atop/progressChanged');

/**
 * A sheet of the workspace as the list of all sheets shows it. Its names are known first; all else is `null`,
 * and there are no letters, until the server has read it through.
 */
export interface SheetListEntry {
  readonly uri: string;
  readonly atopId: string | null;
  /** Each member once, in the order of the sheet. */
  readonly members: readonly { readonly code: number; readonly name: string }[];
  readonly years: {
    /** The year of the first signature. */
    readonly from: number | null;
    /** The year of the last termination; `null` while in effect, or where it is not known. */
    readonly to: number | null;
  };
  readonly answered: number | null;
  readonly total: number | null;
  /** Required questions without an answer. */
  readonly open: number | null;
  readonly problems: SheetProblems | null;
  /** Where the first open question would be answered; `null` where none is open, too. */
  readonly firstOpen: Position | null;
  /**
   * One letter for each question, in order: `a` answered, `-` optional and empty, `o` open, `m` missing
   * from the file, `w` answered with a warning, `e` with an error.
   */
  readonly states: string;
  /** The numbers of the questions that may stay empty in this sheet. */
  readonly optional: readonly number[];
}

/** All sheets of the workspace that the server knows by now; `complete` waits until it has read all through. */
export const sheetsRequest = new RequestType<{ readonly complete?: true }, SheetListEntry[], void>(
  'atop/sheets',
);

/** From server to client: {@link sheetsRequest} would now be answered otherwise. */
export const sheetsChangedNotification = new NotificationType0('atop/sheetsChanged');

export interface QuestionPlaceParams {
  readonly textDocument: TextDocumentIdentifier;
  /** The printed number. */
  readonly question: number;
}

/** Where a question is found in a sheet. */
export interface QuestionPlace {
  /** False for a question that the file lacks. */
  readonly isInSheet: boolean;
  /** Where its answer begins or would be written; of a question that is missing, where it would stand. */
  readonly position: Position;
}

/** Answers `null` for a document that is not open, and for a number that is no question's. */
export const questionPlaceRequest = new RequestType<QuestionPlaceParams, QuestionPlace | null, void>(
  'atop/questionPlace',
);

/** A section of the sheets' questions. */
export interface SectionOutline {
  /** `I` … `V`. */
  readonly numeral: string;
  readonly title: string;
  readonly questions: readonly QuestionOutline[];
}

export interface QuestionOutline {
  /** The printed number. */
  readonly number: number;
  /** A few words that name the question. */
  readonly label: string;
}

/** The questions of all sheets, in the order of the letters of {@link SheetListEntry.states}. */
export const instrumentRequest = new RequestType<Record<string, never>, SectionOutline[], void>(
  'atop/instrument',
);

/** Two sheets laid out alike: what answers one question stands on the same lines in both texts. */
export interface AlignedSheets {
  readonly a: string;
  readonly b: string;
  /** The questions, in the order of the texts. */
  readonly parts: readonly AlignedPart[];
}

export interface AlignedPart {
  readonly question: number;
  /** The line that the question begins on in both texts. */
  readonly line: number;
  /** Where the sheet itself answers it, or would; `null` where the sheet lacks the question. */
  readonly a: Position | null;
  readonly b: Position | null;
}

/** Sheets that are open count as they are in the editor; others must lie in the workspace. */
export const alignRequest = new RequestType<
  { readonly a: string; readonly b: string },
  AlignedSheets | { readonly unreadable: string },
  void
>('atop/align');

/** A measure of agreement, or why it has no value. */
export interface AgreementMeasure {
  readonly value: number | null;
  readonly reason?: 'no-pairs' | 'no-variation';
}

export interface AgreementMeasures {
  /** Answers that both coders gave. */
  readonly pairs: number;
  /** Those that say the same. */
  readonly agreed: number;
  /** `agreed / pairs`; `null` without pairs. */
  readonly percent: number | null;
  readonly kappa: AgreementMeasure;
  readonly alpha: AgreementMeasure;
}

export interface QuestionAgreement extends AgreementMeasures {
  readonly question: number;
  readonly label: string;
  /** Answers that one coder gave and the other did not. */
  readonly givenByOne: number;
  /** Answers that could not be counted without guessing. */
  readonly unclear: number;
}

export interface CodersAnswer {
  /** The sheet's URI. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly answer: string;
}

export interface Disagreement {
  readonly atopid: string;
  readonly question: number;
  readonly label: string;
  /**
   * `category`: they say different things, and this is in the figures. `missing`: one coder gave no answer.
   * `unclear`: an answer cannot be counted. `wording`: the question is outside the figures.
   */
  readonly kind: 'category' | 'missing' | 'unclear' | 'wording';
  readonly a: CodersAnswer;
  readonly b: CodersAnswer;
}

/** How far two coders agree; sheets are named by their URIs. */
export interface Agreement {
  readonly compared: readonly { readonly atopid: string; readonly a: string; readonly b: string }[];
  /** Sheets of alliances that the other coder has no sheet of. */
  readonly onlyA: readonly { readonly atopid: string | null; readonly file: string }[];
  readonly onlyB: readonly { readonly atopid: string | null; readonly file: string }[];
  /** Sheets of an ID that one coder has several of. */
  readonly duplicates: readonly { readonly atopid: string; readonly files: readonly string[] }[];
  readonly withoutId: readonly string[];
  readonly unreadable: readonly string[];
  readonly questions: readonly QuestionAgreement[];
  readonly overall: AgreementMeasures;
  readonly leftOut: readonly { readonly question: number; readonly reason: string }[];
  readonly disagreements: readonly Disagreement[];
}

/** Of one sheet each, which belong together even where one lacks its ATOP ID, or of many, matched by it. */
export const agreementRequest = new RequestType<
  { readonly a: readonly string[]; readonly b: readonly string[] } & WorkDoneProgressParams,
  Agreement,
  void
>('atop/agreement');

/**
 * Asks for the problems of all sheets, or again for those that are set. Answered once VS Code has been told
 * of all; cancelled, it leaves everything as it was.
 */
export const checkWorkspaceRequest = new RequestType<
  { readonly all: boolean } & WorkDoneProgressParams,
  null,
  void
>('atop/checkWorkspace');

export interface ExportParams extends WorkDoneProgressParams {
  readonly format: 'csv' | 'jsonl';
  /** One row an answer instead of one a sheet. */
  readonly isLong: boolean;
  /** In the order of the dataset, each with the name that its file has there. */
  readonly sheets: readonly { readonly uri: string; readonly name: string }[];
}

export interface ExportedDataset {
  readonly kind: 'exported';
  readonly table: string;
  /** What stays blank until a coder decides, as CSV; empty where one row is one answer. */
  readonly report: string;
  /** How many values that are. */
  readonly blanks: number;
}

/** Sheets are exported together or not at all: these are in the way, by their addresses. */
export interface ExportRefusal {
  readonly kind: 'refused';
  readonly unreadable: readonly string[];
  /** Files that hold no question of the instrument. */
  readonly foreign: readonly string[];
  readonly duplicates: readonly { readonly atopId: string; readonly uris: readonly string[] }[];
}

/** Makes a dataset; the server writes nothing. Sheets that are open count as they are in the editor. */
export const exportDatasetRequest = new RequestType<ExportParams, ExportedDataset | ExportRefusal, void>(
  'atop/exportDataset',
);

export interface ImportParams extends WorkDoneProgressParams {
  /** The name of the file. */
  readonly name: string;
  /** The bytes of a PDF or of a text. */
  readonly base64: string;
  /** The script of the PDF reader, for a server in a worker, which has nothing beside it. */
  readonly pdfReader?: string;
}

export interface ImportedSheet {
  readonly kind: 'imported';
  readonly text: string;
  /** What was mended, a line each. */
  readonly report: string;
  readonly mended: number;
  readonly answered: number;
  readonly total: number;
  /** The numbers of the questions that the file lacks. */
  readonly missing: readonly number[];
}

export type ImportProblem =
  'not-a-pdf' | 'encrypted' | 'broken' | 'no-text' | 'other-kind' | 'no-reader' | 'no-sheet';

/** Makes a clean sheet of a published one; the server writes nothing. */
export const importSheetRequest = new RequestType<
  ImportParams,
  ImportedSheet | { readonly kind: 'refused'; readonly problem: ImportProblem },
  void
>('atop/importSheet');

export interface NewSheet {
  /** A sheet with every heading and question, and no answer. */
  readonly text: string;
}

export const newSheetRequest = new RequestType<Record<string, never>, NewSheet, void>('atop/newSheet');

/**
 * From server to client: the URIs of the files below a folder whose names end in `.atop`, in any case of
 * the letters. Answered with an error for a folder outside the workspace.
 */
export const listFilesRequest = new RequestType<
  { readonly folder: string },
  { readonly uris: string[] },
  void
>('atop/listFiles');

/**
 * From server to client: the bytes of a file as they are stored, `null` where there is no such file.
 * Answered with an error for a file outside the workspace and for one that cannot be read.
 */
export const readFileRequest = new RequestType<
  { readonly uri: string },
  { readonly base64: string } | null,
  void
>('atop/readFile');

/** What the server is told when it starts. */
export interface InitializationOptions {
  /** The folder of the rules' pages: that of rule `bad-date` is `<rulesUri>/bad-date.md`. */
  readonly rulesUri: string;
  /** The command that the server's code actions run to insert a snippet: see `commands/insertSnippet.ts`. */
  readonly insertSnippetCommand: string;
  /** That this client answers {@link listFilesRequest} and {@link readFileRequest}. */
  readonly readsFiles: true;
  /** The commands of this client that the server's code lenses may run. */
  readonly commands: readonly string[];
  /** The manifest has colours for the server's own types of semantic tokens. */
  readonly ownTokenTypes: boolean;
}

/** Takes a document's URI and the place to go on from; both are the active editor's where none are given. */
export const nextUnansweredCommand = 'atopSheets.nextUnanswered';

export const insertSnippetCommand = 'atopSheets.insertSnippet';

/** The kind of the server's one action that mends everything that can safely be mended. */
export const fixAllKind = 'source.fixAll.atop';
