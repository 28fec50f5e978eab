import {
  NotificationType0,
  RequestType,
  type TextDocumentIdentifier,
  type URI,
  type WorkDoneProgressParams,
} from 'vscode-languageserver';
import type { TableFormat } from '../dataset';
import type { ImportProblem } from '../import';
import type {
  AgreementFigures,
  AlignedSheets,
  ImportedDocument,
  QuestionPlace,
  SectionOutline,
  SheetListEntry,
  SheetProgress,
} from '../service';

/** How far a sheet is filled in; `null` for a document that is no sheet or not open. */
export const ProgressRequest = new RequestType<
  { textDocument: TextDocumentIdentifier },
  SheetProgress | null,
  void
>('atop/progress');

/**
 * From server to client: `atop/progress` may give another answer now, though no sheet was edited. Sent only to
 * a client that has asked for the progress of a sheet before.
 */
export const ProgressChangedNotification = new NotificationType0('atop/progressChanged');

/** Where a question, by its number, is answered in an open sheet; `null` where there is no such question or sheet. */
export const QuestionPlaceRequest = new RequestType<
  { textDocument: TextDocumentIdentifier; question: number },
  QuestionPlace | null,
  void
>('atop/questionPlace');

/** The sections and questions of the instrument: what the letters of `SheetListEntry.states` stand for. */
export const InstrumentRequest = new RequestType<object, SectionOutline[], void>('atop/instrument');

/** The text of a sheet without answers. */
export const NewSheetRequest = new RequestType<object, { text: string }, void>('atop/newSheet');

/** A sheet as `atop/sheets` lists it. */
export interface ListedSheet extends SheetListEntry {
  /** The numbers of the questions that may stay empty in it, answered or not, by its project file or settings. */
  readonly optional: readonly number[];
}

/**
 * From client to server: all sheets of the workspace that are known by now, in the order of their URIs.
 * While the workspace is still being read there may be more to come, and more to be known of each;
 * `atop/sheetsChanged` tells. With `complete: true` the answer waits until all have been read through, also
 * where the coder had cancelled that.
 */
export const SheetsRequest = new RequestType<
  { readonly complete?: boolean } | undefined,
  ListedSheet[],
  void
>('atop/sheets');

/**
 * From server to client: `atop/sheets` would give another answer now. Sent once for any number of
 * changes in a short while, and only to a client that has asked for the sheets before.
 */
export const SheetsChangedNotification = new NotificationType0('atop/sheetsChanged');

/**
 * From server to client, for folders that the server cannot read itself: the URIs of all files below
 * `folder` whose names end in `.atop`, in any case of the letters. `node_modules` and `.git` are left out,
 * and links to folders are not followed. A folder that is not there, or is a file, holds none.
 *
 * Sent only to a client that says `readsFiles: true` in its `initializationOptions`.
 */
export const ListFilesRequest = new RequestType<{ folder: URI }, { uris: URI[] }, void>('atop/listFiles');

/**
 * From server to client: the bytes of a file as the disk (or whatever stands for it) has them, whatever an
 * editor holds; `null` where the file is not there. An error says why a file that is there cannot be read;
 * it is logged, and the file is passed over.
 *
 * Sent only to a client that says `readsFiles: true` in its `initializationOptions`.
 */
export const ReadFileRequest = new RequestType<{ uri: URI }, { base64: string } | null, void>(
  'atop/readFile',
);

/**
 * Two sheets laid out alike; see `AlignedSheets`. Sheets that are open count as they are in the editor;
 * others must lie in the workspace.
 */
export const AlignRequest = new RequestType<
  { a: URI; b: URI },
  AlignedSheets | { readonly unreadable: URI },
  void
>('atop/align');

/**
 * How far two coders agree: of one sheet each, which belong together even where one lacks its ATOP ID, or of
 * many, matched by ATOP ID. Files are named by their URIs. The progress of the work is told where a token
 * for it is given.
 */
export const AgreementRequest = new RequestType<
  { a: readonly URI[]; b: readonly URI[] } & WorkDoneProgressParams,
  AgreementFigures & { readonly unreadable: readonly URI[] },
  void
>('atop/agreement');

export interface CheckWorkspaceParams extends WorkDoneProgressParams {
  /** Whether the diagnostics of all sheets are wanted from now on, or again those that are set. */
  readonly all: boolean;
}

/**
 * Asks for the diagnostics of all sheets, whatever `atopSheets.diagnostics.scope` says, until they are no
 * longer wanted or the server ends. Answered once the client has been told of all; cancelled, it leaves
 * everything as it was.
 */
export const CheckWorkspaceRequest = new RequestType<CheckWorkspaceParams, null, void>('atop/checkWorkspace');

export interface ExportDatasetParams extends WorkDoneProgressParams {
  readonly format: TableFormat;
  /** One row an answer instead of one a sheet. */
  readonly isLong: boolean;
  /** The sheets in the order of the dataset, each with the name that its file has there. */
  readonly sheets: readonly { readonly uri: URI; readonly name: string }[];
}

export type DatasetExport =
  | {
      readonly kind: 'exported';
      readonly table: string;
      /** What stays blank until a coder decides, as CSV; empty for the long form. */
      readonly report: string;
      /** How many values that are. */
      readonly blanks: number;
    }
  | {
      /** Nothing is exported, because of these sheets. */
      readonly kind: 'refused';
      readonly unreadable: readonly URI[];
      /** Files that hold no question of the instrument. */
      readonly foreign: readonly URI[];
      readonly duplicates: readonly { readonly atopId: string; readonly uris: readonly URI[] }[];
    };

/** Makes a dataset of sheets; nothing is written. Open sheets count as they are in the editor. */
export const ExportDatasetRequest = new RequestType<ExportDatasetParams, DatasetExport, void>(
  'atop/exportDataset',
);

export interface ImportSheetParams extends WorkDoneProgressParams {
  /** The file's name, to say what is wrong with the file; whether it is a PDF, its bytes tell. */
  readonly name: string;
  /** The bytes of a PDF, or of the text of one. */
  readonly base64: string;
  /** The PDF reader's script, for a server that cannot load it from beside itself: one in a worker. */
  readonly pdfReader?: string;
}

export type SheetImport =
  | ({ readonly kind: 'imported' } & ImportedDocument)
  /** Why nothing was imported; `no-sheet`: the file holds no question of the instrument. */
  | { readonly kind: 'refused'; readonly problem: ImportProblem | 'no-sheet' };

/** Makes a clean sheet of a published one; nothing is written. */
export const ImportSheetRequest = new RequestType<ImportSheetParams, SheetImport, void>('atop/importSheet');

/** What a client may say in `initializationOptions`; each is optional. */
export interface InitializationOptions {
  /** The folder that holds the rules' pages, as a URI. */
  readonly rulesUri: string | undefined;
  /** A command of the client's that takes `[uri, range, snippet, version]`. */
  readonly insertSnippetCommand: string | undefined;
  /** The client's own commands that the server may name, such as `atopSheets.nextUnanswered` in a code lens. */
  readonly commands: readonly string[];
  /** True where the client has colours for the sheet language's own token types, such as `question`. */
  readonly ownTokenTypes: boolean;
  /** Settings, for a client that has no configuration to ask for. */
  readonly settings: unknown;
  /**
   * True for a client that answers `atop/listFiles` and `atop/readFile`. A server in Node reads `file:`
   * URIs itself all the same.
   */
  readonly readsFiles: boolean;
}

/** Reads the options of any client at all; what is not of the form expected counts as not given. */
export function readInitializationOptions(options: unknown): InitializationOptions {
  const given = typeof options === 'object' && options !== null ? (options as Record<string, unknown>) : {};
  return {
    rulesUri: textOf(given['rulesUri']),
    insertSnippetCommand: textOf(given['insertSnippetCommand']),
    commands: textsOf(given['commands']),
    ownTokenTypes: given['ownTokenTypes'] === true,
    settings: given['settings'],
    readsFiles: given['readsFiles'] === true,
  };
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter(entry => typeof entry === 'string') : [];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
