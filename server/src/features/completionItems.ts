import {
  InsertTextFormat,
  InsertTextMode,
  TextEdit,
  type CompletionItem,
  type CompletionItemKind,
} from 'vscode-languageserver-types';
import type { Span } from '../syntax';
import { rangeOf, type SheetDocument } from './sheetDocument';

export interface CompletionOptions {
  /** True where the editor can insert snippets with placeholders. */
  readonly snippetSupport: boolean;
  /** Today as an ISO day. */
  readonly today: string;
  /** The character whose typing asked for completions; `undefined` where the coder did. */
  readonly trigger?: string | undefined;
}

/** Where completions are asked for. */
export interface CompletionPlace {
  readonly sheetDocument: SheetDocument;
  readonly offset: number;
  readonly options: CompletionOptions;
}

/** What a completion item carries so that its documentation can be written when it is looked at. */
export type CompletionData =
  | { readonly of: 'state'; readonly code: number }
  | { readonly of: 'value'; readonly instrument: string; readonly question: number; readonly value: string }
  | { readonly of: 'question' | 'help'; readonly instrument: string; readonly question: number };

/** One thing to choose. */
export interface Offer {
  readonly label: string;
  readonly kind: CompletionItemKind;
  /** What is written; the label where it is not given. */
  readonly newText?: string;
  /** True where `newText` has placeholders. */
  readonly isSnippet?: boolean;
  readonly detail?: string;
  readonly data?: CompletionData;
  /** Characters that take the item and are then written themselves. */
  readonly commitCharacters?: readonly string[];
}

/** Offers that replace one stretch of one line, the best first. */
export interface Offers {
  readonly span: Span;
  readonly offers: readonly Offer[];
}

/**
 * The items of an answer to a completion request. All of them have been chosen for what was typed, some by
 * another name or a code; so what was typed is what the editor is to filter them by, and the order is kept.
 */
export function completionItems(place: CompletionPlace, groups: readonly Offers[]): CompletionItem[] {
  const chosen = groups.flatMap(({ span, offers }) => offers.map(offer => ({ span, offer })));
  const [only, ...others] = chosen;
  // A list with nothing in it but what is written already would only be in the way of the next key.
  if (!only || (others.length === 0 && isWritten(place, only.span, only.offer))) return [];
  return chosen.map(({ span, offer }, index) => itemOf(place, span, offer, index));
}

function isWritten({ sheetDocument, offset }: CompletionPlace, span: Span, offer: Offer): boolean {
  return (
    offset === span.end && sheetDocument.sheet.text.slice(span.start, span.end).trimEnd() === textOf(offer)
  );
}

function textOf({ newText, label }: Offer): string {
  return newText ?? label;
}

function itemOf(place: CompletionPlace, span: Span, offer: Offer, index: number): CompletionItem {
  const typed = place.sheetDocument.sheet.text.slice(span.start, place.offset);
  return {
    label: offer.label,
    kind: offer.kind,
    textEdit: TextEdit.replace(rangeOf(place.sheetDocument, span), textOf(offer)),
    sortText: String(index).padStart(4, '0'),
    ...(typed.trim() !== '' && { filterText: typed }),
    ...(textOf(offer).includes('\n') && { insertTextMode: InsertTextMode.asIs }),
    ...(offer.isSnippet && { insertTextFormat: InsertTextFormat.Snippet }),
    ...(offer.detail !== undefined && { detail: offer.detail }),
    ...(offer.data && { data: offer.data }),
    ...(offer.commitCharacters && { commitCharacters: [...offer.commitCharacters] }),
  };
}

/** Text as a snippet that holds no placeholders. */
export function asSnippet(text: string): string {
  return text.replace(/[\\$}]/g, mark => `\\${mark}`);
}
