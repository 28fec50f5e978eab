/**
 * The requests that this client and the ATOP language server have agreed on beyond the Language
 * Server Protocol.
 */
import { RequestType, type Position, type Range, type TextDocumentIdentifier } from 'vscode-languageclient';

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

export interface NewSheet {
  /** A sheet with every heading and question, and no answer. */
  readonly text: string;
}

export const newSheetRequest = new RequestType<Record<string, never>, NewSheet, void>('atop/newSheet');

/** What the server is told when it starts. */
export interface InitializationOptions {
  /** The folder of the rules' pages: that of rule `bad-date` is `<rulesUri>/bad-date.md`. */
  readonly rulesUri: string;
  /** The command that the server's code actions run to insert a snippet: see `commands/insertSnippet.ts`. */
  readonly insertSnippetCommand: string;
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
