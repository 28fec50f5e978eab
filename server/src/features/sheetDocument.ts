import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position, Range } from 'vscode-languageserver-types';
import type { Sheet } from '../answers';
import type { Span } from '../syntax';

/** A text document and the sheet read from that version of it: what every feature works on. */
export interface SheetDocument {
  readonly document: TextDocument;
  readonly sheet: Sheet;
}

/** The LSP range (lines and UTF-16 columns) of a stretch of the document. */
export function rangeOf({ document }: SheetDocument, span: Span): Range {
  return { start: document.positionAt(span.start), end: document.positionAt(span.end) };
}

/** Negative where the first position comes first. */
export function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}
