import * as vscode from 'vscode';
import type { SheetServer } from '../languageClient';
import { openAnswer } from '../openAnswer';
import { alignRequest, type AlignedSheets } from '../protocol';
import { withServer } from '../sheetEditor';
import type { SheetList } from '../sheetList';
import { alignedScheme, alignedUri, readAlignedUri, type AlignedPair, type Side } from './alignedUri';

/** A sheet that there is nothing to read of. */
export class UnreadableSheetError extends Error {
  constructor(uri: string) {
    super(vscode.l10n.t('{0} cannot be read.', pathOf(uri)));
    this.name = 'UnreadableSheetError';
  }
}

/**
 * Pairs of sheets laid out alike, as documents that can only be read. What a question is answered with
 * stands on the same lines in both; the questions' numbers lead to the sheets themselves. They follow what
 * is written there.
 */
export class AlignedDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #server: SheetServer;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  /** What the documents that are open show, by their pair. */
  readonly #shown = new Map<string, AlignedSheets>();
  readonly #registrations: vscode.Disposable;

  readonly onDidChange = this.#changed.event;

  constructor(server: SheetServer, sheets: SheetList) {
    this.#server = server;
    this.#registrations = vscode.Disposable.from(
      vscode.workspace.registerTextDocumentContentProvider(alignedScheme, this),
      vscode.languages.registerDocumentLinkProvider(
        { scheme: alignedScheme },
        { provideDocumentLinks: document => this.#linksOf(document) },
      ),
      vscode.commands.registerCommand('atopSheets.goToAnswer', () => this.#goToAnswer()),
      sheets.onDidChange(() => void this.#refresh()),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#forget(uri)),
    );
  }

  dispose(): void {
    this.#registrations.dispose();
    this.#changed.dispose();
  }

  /**
   * Opens the two beside each other, at a question where one is given.
   *
   * @throws {UnreadableSheetError} where one of them is not there.
   * @throws ServerUnavailableError
   */
  async open(
    pair: AlignedPair,
    question?: number,
    options: vscode.TextDocumentShowOptions = {},
  ): Promise<void> {
    const { parts } = await this.#align(pair);
    const line = parts.find(part => part.question === question)?.line;
    await vscode.commands.executeCommand(
      'vscode.diff',
      alignedUri(pair, 'a'),
      alignedUri(pair, 'b'),
      `${pathOf(pair.a)} ↔ ${pathOf(pair.b)}`,
      { ...options, ...(line !== undefined && { selection: new vscode.Range(line, 0, line, 0) }) },
    );
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const aligned = readAlignedUri(uri);
    if (!aligned) return '';
    const { pair, side } = aligned;
    return (this.#shown.get(keyOf(pair)) ?? (await this.#align(pair)))[side];
  }

  async #align(pair: AlignedPair): Promise<AlignedSheets> {
    for (const uri of [pair.a, pair.b]) await openUnlessInWorkspace(uri);
    const aligned = await this.#server.request(alignRequest, pair);
    if ('unreadable' in aligned) throw new UnreadableSheetError(aligned.unreadable);
    const before = this.#shown.get(keyOf(pair));
    this.#shown.set(keyOf(pair), aligned);
    for (const side of ['a', 'b'] as const) {
      if (before && before[side] !== aligned[side]) this.#changed.fire(alignedUri(pair, side));
    }
    return aligned;
  }

  async #refresh(): Promise<void> {
    for (const key of [...this.#shown.keys()]) {
      try {
        await this.#align(JSON.parse(key) as AlignedPair);
      } catch (error) {
        // What was there last stays in view.
        if (!(error instanceof UnreadableSheetError)) this.#server.log(error);
      }
    }
  }

  #forget(uri: vscode.Uri): void {
    const pair = readAlignedUri(uri)?.pair;
    if (!pair) return;
    const isOpen = (side: Side) => {
      const address = alignedUri(pair, side).toString();
      return vscode.workspace.textDocuments.some(document => document.uri.toString() === address);
    };
    if (!isOpen('a') && !isOpen('b')) this.#shown.delete(keyOf(pair));
  }

  #linksOf(document: vscode.TextDocument): vscode.DocumentLink[] {
    const aligned = readAlignedUri(document.uri);
    const parts = aligned && this.#shown.get(keyOf(aligned.pair))?.parts;
    if (!parts) return [];
    const sheet = vscode.Uri.parse(aligned.pair[aligned.side], true);
    return parts.flatMap(({ question, line, [aligned.side]: place }) => {
      if (!place || line >= document.lineCount) return [];
      const link = new vscode.DocumentLink(
        new vscode.Range(line, 0, line, String(question).length + 1),
        sheet.with({ fragment: `L${place.line + 1},${place.character + 1}` }),
      );
      link.tooltip = vscode.l10n.t('Open this answer in the sheet itself');
      return link;
    });
  }

  /** *Go to the Answer*: from the view of a sheet to the sheet. */
  async #goToAnswer(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const aligned = editor && readAlignedUri(editor.document.uri);
    if (!aligned) return;
    const { pair, side } = aligned;
    const at = editor.selection.active.line;
    const part = this.#shown.get(keyOf(pair))?.parts.findLast(({ line }) => line <= at);
    await withServer(this.#server, () =>
      openAnswer(this.#server, vscode.Uri.parse(pair[side], true), part?.question ?? 1),
    );
  }
}

/** The server reads the workspace itself; of other sheets it knows those that are open. */
async function openUnlessInWorkspace(address: string): Promise<void> {
  const uri = vscode.Uri.parse(address, true);
  if (vscode.workspace.getWorkspaceFolder(uri)) return;
  try {
    await vscode.workspace.openTextDocument(uri);
  } catch {
    throw new UnreadableSheetError(address);
  }
}

function keyOf({ a, b }: AlignedPair): string {
  return JSON.stringify({ a, b });
}

/** A sheet or a folder as the workspace names it; one of its own folders by its name. */
export function pathOf(address: string): string {
  const uri = vscode.Uri.parse(address, true);
  const root = vscode.workspace.workspaceFolders?.find(folder => folder.uri.toString() === uri.toString());
  return root?.name ?? vscode.workspace.asRelativePath(uri);
}
