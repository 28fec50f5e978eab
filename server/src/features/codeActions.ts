import {
  CodeActionKind,
  type CodeAction,
  type CodeActionContext,
  type Diagnostic,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { Fix, RatedFinding, TextChange } from '../rules';
import { fixAll } from '../rules/fixAll';
import { encloses, questionAt, touches, type Span } from '../syntax';
import { diagnosticOf, DIAGNOSTIC_SOURCE, shownFindings, type DiagnosticOptions } from './diagnostics';
import { rangeOf, type SheetDocument } from './sheetDocument';

/** *Fix All* of this service: every safe fix at once, on save where the user asks for it. */
export const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.atop`;

/**
 * How the client takes an answer in which the coder is to fill something in: LSP 3.18's snippet
 * edits, a command of the client's own with `[uri, range, snippet, version]`, or plain text only.
 */
export type SnippetStyle =
  | { readonly kind: 'edit' }
  | { readonly kind: 'command'; readonly command: string }
  | { readonly kind: 'none' };

export interface CodeActionOptions extends DiagnosticOptions {
  readonly snippets: SnippetStyle;
}

/**
 * The fixes of what is found at a range, and *Fix All*. The edit of *Fix All* is left to
 * `resolveCodeAction`: it is offered at every place and seldom taken.
 */
export function codeActions(
  sheetDocument: SheetDocument,
  range: Range,
  context: CodeActionContext,
  options: CodeActionOptions,
): CodeAction[] {
  const actions: CodeAction[] = [];
  if (wants(context, CodeActionKind.QuickFix))
    actions.push(...quickFixes(sheetDocument, range, context, options));
  if (wants(context, FIX_ALL_KIND)) actions.push(...fixAllAction(sheetDocument, options));
  return actions;
}

/** Kinds are asked for by their beginning: `source` wants `source.fixAll.atop` too. */
function wants({ only }: CodeActionContext, kind: string): boolean {
  return only === undefined || only.some(asked => kind === asked || kind.startsWith(`${asked}.`));
}

function quickFixes(
  sheetDocument: SheetDocument,
  range: Range,
  context: CodeActionContext,
  options: CodeActionOptions,
): CodeAction[] {
  const { document, sheet } = sheetDocument;
  const asked: Span = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  const question = questionAt(sheet.tree, asked.start);
  return shownFindings(sheetDocument, options)
    .filter(
      finding =>
        touches(finding, asked) ||
        (finding.ofWholeAnswer === true && question !== undefined && encloses(question, finding)),
    )
    .flatMap(finding =>
      (finding.fixes?.() ?? []).map(fix => quickFix(sheetDocument, finding, fix, context, options)),
    );
}

function quickFix(
  sheetDocument: SheetDocument,
  finding: RatedFinding,
  fix: Fix,
  context: CodeActionContext,
  options: CodeActionOptions,
): CodeAction {
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [shownAs(sheetDocument, finding, context, options)],
    ...(fix.preferred === true && { isPreferred: true }),
    ...fixEdit(sheetDocument, fix, options.snippets),
  };
}

/** The client's own diagnostic where it sent it, so that the editor can tell that they are the same. */
function shownAs(
  sheetDocument: SheetDocument,
  finding: RatedFinding,
  context: CodeActionContext,
  options: CodeActionOptions,
): Diagnostic {
  const own = diagnosticOf(sheetDocument, finding, options);
  const sent = context.diagnostics.find(
    ({ code, source, range }) =>
      source === DIAGNOSTIC_SOURCE &&
      code === own.code &&
      range.start.line === own.range.start.line &&
      range.start.character === own.range.start.character,
  );
  return sent ?? own;
}

function fixEdit(
  sheetDocument: SheetDocument,
  fix: Fix,
  snippets: SnippetStyle,
): Pick<CodeAction, 'edit' | 'command'> {
  const { document } = sheetDocument;
  const [change] = fix.changes;
  if (fix.snippet === undefined || !change || snippets.kind === 'none')
    return { edit: editOf(sheetDocument, fix.changes) };
  const range = rangeOf(sheetDocument, change);
  if (snippets.kind === 'command') {
    return {
      command: {
        title: fix.title,
        command: snippets.command,
        arguments: [document.uri, range, fix.snippet, document.version],
      },
    };
  }
  const textDocument = { uri: document.uri, version: document.version };
  return {
    edit: {
      documentChanges: [
        { textDocument, edits: [{ range, snippet: { kind: 'snippet', value: fix.snippet } }] },
      ],
    },
  };
}

function editOf(sheetDocument: SheetDocument, changes: readonly TextChange[]): WorkspaceEdit {
  return { changes: { [sheetDocument.document.uri]: textEdits(sheetDocument, changes) } };
}

function textEdits(sheetDocument: SheetDocument, changes: readonly TextChange[]): TextEdit[] {
  return changes.map(change => ({ range: rangeOf(sheetDocument, change), newText: change.newText }));
}

function fixAllAction(sheetDocument: SheetDocument, options: CodeActionOptions): CodeAction[] {
  const fixable = shownFindings(sheetDocument, options).some(finding =>
    finding.fixes?.().some(fix => fix.safe === true),
  );
  const { uri } = sheetDocument.document;
  return fixable ? [{ title: 'Fix all that can be fixed safely', kind: FIX_ALL_KIND, data: { uri } }] : [];
}

/** The document that an action of `codeActions` is for, if its edit is still to be resolved. */
export function unresolvedUri(action: CodeAction): string | undefined {
  const data: unknown = action.data;
  const isOurs = action.kind === FIX_ALL_KIND && typeof data === 'object' && data !== null && 'uri' in data;
  return isOurs && typeof data.uri === 'string' ? data.uri : undefined;
}

/** Fills in the edit of *Fix All*. */
export function resolveFixAll(
  sheetDocument: SheetDocument,
  action: CodeAction,
  options: CodeActionOptions,
): CodeAction {
  return {
    ...action,
    edit: editOf(sheetDocument, fixAll(sheetDocument.sheet, options, options.severities).changes),
  };
}
