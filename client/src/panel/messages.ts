/**
 * What the dataset panel and the extension tell each other. Each side reads what comes from the other as
 * unknown data: a page is not trusted with more than it may ask for.
 */
import type { SectionOutline, SheetListEntry } from '../protocol';
import type { PanelTexts } from './texts';

/** What the panel can say of the sheets. */
export type Availability = 'waiting' | 'ready' | 'unavailable';

export interface SetupMessage {
  readonly type: 'setup';
  readonly texts: PanelTexts;
  /** The language of the numbers, as in `Intl`. */
  readonly locale: string;
  readonly sections: readonly SectionOutline[];
}

export interface SheetsMessage {
  readonly type: 'sheets';
  readonly availability: Availability;
  readonly sheets: readonly SheetListEntry[];
}

/** From the extension to the page. */
export type HostMessage = SetupMessage | SheetsMessage;

/** Commands that the page has buttons for. */
export const panelCommands = ['export', 'compare', 'newSheet', 'restart'] as const;
export type PanelCommand = (typeof panelCommands)[number];

/** From the page to the extension. */
export type PageMessage =
  /** The page listens, and wants to be told everything. */
  | { readonly type: 'ready' }
  | {
      readonly type: 'open';
      readonly uri: string;
      /** The printed number; absent, the sheet's first open question is meant. */
      readonly question?: number;
      readonly toSide: boolean;
    }
  | { readonly type: 'run'; readonly command: PanelCommand };

/** Reads a message of the page; `undefined` for anything else. */
export function readPageMessage(message: unknown): PageMessage | undefined {
  const given = fieldsOf(message);
  switch (given['type']) {
    case 'ready':
      return { type: 'ready' };
    case 'open': {
      const { uri, question, toSide } = given;
      if (typeof uri !== 'string' || typeof toSide !== 'boolean') return undefined;
      if (question === undefined) return { type: 'open', uri, toSide };
      return Number.isInteger(question)
        ? { type: 'open', uri, question: question as number, toSide }
        : undefined;
    }
    case 'run': {
      const command = panelCommands.find(name => name === given['command']);
      return command && { type: 'run', command };
    }
    default:
      return undefined;
  }
}

/** Reads a message of the extension; `undefined` for anything else, such as a browser extension's. */
export function readHostMessage(message: unknown): HostMessage | undefined {
  const { type, texts, locale, sections, sheets, availability } = fieldsOf(message);
  if (type === 'setup' && Array.isArray(sections) && typeof locale === 'string' && isFields(texts)) {
    return message as SetupMessage;
  }
  if (type === 'sheets' && Array.isArray(sheets) && typeof availability === 'string') {
    return message as SheetsMessage;
  }
  return undefined;
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return isFields(value) ? value : {};
}
