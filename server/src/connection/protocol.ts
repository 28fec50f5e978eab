import { RequestType, type TextDocumentIdentifier } from 'vscode-languageserver';
import type { SheetProgress } from '../service';

/** How far a sheet is filled in; `null` for a document that is no sheet or not open. */
export const ProgressRequest = new RequestType<
  { textDocument: TextDocumentIdentifier },
  SheetProgress | null,
  void
>('atop/progress');

/** The text of a sheet without answers. */
export const NewSheetRequest = new RequestType<object, { text: string }, void>('atop/newSheet');

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
  };
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter(entry => typeof entry === 'string') : [];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
