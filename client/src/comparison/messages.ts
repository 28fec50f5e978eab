/** What the page of the agreement and the extension tell each other; each side reads it as unknown data. */
import type { Agreement } from '../protocol';
import type { Compared } from './compared';
import type { AgreementTexts } from './texts';

/** From the extension to the page: everything that it shows. */
export interface AgreementMessage {
  readonly type: 'agreement';
  readonly texts: AgreementTexts;
  readonly locale: string;
  /** What the page keeps, so that it can be made again. */
  readonly compared: Compared;
  /** The folders or sheets as the workspace names them. */
  readonly names: { readonly a: string; readonly b: string };
  /** The sheets as the workspace names them, by their URIs. */
  readonly paths: Readonly<Record<string, string>>;
  readonly agreement: Agreement;
}

/** From the page to the extension. */
export type AgreementPageMessage =
  | { readonly type: 'ready' | 'refresh' }
  | { readonly type: 'open'; readonly uri: string; readonly question: number }
  | { readonly type: 'compare'; readonly a: string; readonly b: string; readonly question?: number }
  | { readonly type: 'copy'; readonly text: string };

/** Reads a message of the page; `undefined` for anything else. */
export function readAgreementPageMessage(message: unknown): AgreementPageMessage | undefined {
  const { type, uri, question, a, b, text } = fieldsOf(message);
  switch (type) {
    case 'ready':
    case 'refresh':
      return { type };
    case 'open':
      return typeof uri === 'string' && isWhole(question) ? { type, uri, question } : undefined;
    case 'compare':
      if (typeof a !== 'string' || typeof b !== 'string') return undefined;
      if (question === undefined) return { type, a, b };
      return isWhole(question) ? { type, a, b, question } : undefined;
    case 'copy':
      return typeof text === 'string' ? { type, text } : undefined;
    default:
      return undefined;
  }
}

/** Reads a message of the extension; `undefined` for anything else. */
export function readAgreementMessage(message: unknown): AgreementMessage | undefined {
  const { type, texts, names, paths, agreement } = fieldsOf(message);
  const isWholeMessage = [texts, names, paths, agreement].every(
    part => typeof part === 'object' && part !== null,
  );
  return type === 'agreement' && isWholeMessage ? (message as AgreementMessage) : undefined;
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function isWhole(value: unknown): value is number {
  return Number.isInteger(value);
}
