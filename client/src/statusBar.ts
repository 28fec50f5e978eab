import * as vscode from 'vscode';
import { ServerState, ServerUnavailableError, type SheetServer } from './languageClient';
import { progressChangedNotification, type Progress } from './protocol';
import { activeSheetEditor, requestProgress } from './sheetEditor';

/** How long after the last key the count is brought up to date, in milliseconds. */
const typingPause = 250;

/** Right of the language's problems, left of what other extensions show. */
const priority = 90;

/** Shows in the status bar how much of the active sheet is answered, or that the server is down. */
export class ProgressStatusBar implements vscode.Disposable {
  readonly #server: SheetServer;
  readonly #item = vscode.window.createStatusBarItem(
    'atopSheets.progress',
    vscode.StatusBarAlignment.Left,
    priority,
  );
  readonly #listeners: vscode.Disposable;
  #pause: NodeJS.Timeout | undefined;
  #pending: vscode.CancellationTokenSource | undefined;

  constructor(server: SheetServer) {
    this.#server = server;
    this.#item.name = vscode.l10n.t('Answered Questions');
    this.#listeners = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(() => void this.#update()),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (isActive(document)) this.#updateAfterPause();
      }),
      // A document whose language is changed is closed and opened again in the same editor. The pause
      // lets the server hear of it before it is asked.
      vscode.workspace.onDidOpenTextDocument(document => {
        if (isActive(document)) this.#updateAfterPause();
      }),
      server.onDidChangeState(() => void this.#update()),
    );
    server.onNotification(progressChangedNotification, () => this.#updateAfterPause());
    void this.#update();
  }

  dispose(): void {
    this.#cancel();
    this.#listeners.dispose();
    this.#item.dispose();
  }

  #cancel(): void {
    clearTimeout(this.#pause);
    this.#pending?.cancel();
    this.#pending?.dispose();
    this.#pending = undefined;
  }

  #updateAfterPause(): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.#update(), typingPause);
  }

  async #update(): Promise<void> {
    this.#cancel();
    const editor = activeSheetEditor();
    if (!editor) {
      this.#item.hide();
      return;
    }
    switch (this.#server.state) {
      case ServerState.Failed:
      case ServerState.Idle:
        this.#showFailure();
        return;
      case ServerState.Waiting:
      case ServerState.Starting:
        this.#showStart();
        return;
      case ServerState.Running:
        await this.#showProgressOf(editor.document);
    }
  }

  async #showProgressOf(document: vscode.TextDocument): Promise<void> {
    const pending = new vscode.CancellationTokenSource();
    this.#pending = pending;
    let progress: Progress | null;
    try {
      progress = await requestProgress(this.#server, document, pending.token);
    } catch (error) {
      // A newer update has taken over, or the server's end will bring one.
      if (pending.token.isCancellationRequested || error instanceof ServerUnavailableError) return;
      this.#server.log(error);
      this.#item.hide();
      return;
    }
    if (pending.token.isCancellationRequested) return;
    if (progress) this.#showProgress(progress);
    else this.#item.hide();
  }

  #showProgress({ answered, total, open, sections }: Progress): void {
    // Comments may stay empty, so a sheet can be complete with fewer answers than questions.
    const complete = open === 0;
    this.#item.text = complete
      ? vscode.l10n.t('$(pass) {0} of {1} answered, none open', answered, total)
      : vscode.l10n.t('$(checklist) {0} of {1} answered, {2} open', answered, total, open);
    const tooltip = new vscode.MarkdownString('', true);
    for (const section of sections) {
      tooltip.appendMarkdown(section.open === 0 ? '$(check) ' : '$(circle-outline) ');
      tooltip.appendText(
        vscode.l10n.t(
          '{0}. {1}: {2} of {3}',
          section.numeral,
          section.title,
          section.answered,
          section.total,
        ),
      );
      tooltip.appendMarkdown('\n\n');
    }
    tooltip.appendText(
      complete
        ? vscode.l10n.t('Every question that needs an answer has one.')
        : vscode.l10n.t('Click to go to the next unanswered question.'),
    );
    this.#item.tooltip = tooltip;
    this.#item.accessibilityInformation = {
      label: vscode.l10n.t('{0} of {1} questions answered, {2} open', answered, total, open),
    };
    this.#item.command = 'atopSheets.nextUnanswered';
    this.#item.backgroundColor = undefined;
    this.#item.show();
  }

  #showStart(): void {
    this.#item.text = vscode.l10n.t('{0} ATOP Sheets', '$(loading~spin)');
    this.#item.tooltip = vscode.l10n.t('The ATOP language server is starting.');
    this.#item.accessibilityInformation = { label: this.#item.tooltip };
    this.#item.command = undefined;
    this.#item.backgroundColor = undefined;
    this.#item.show();
  }

  #showFailure(): void {
    this.#item.text = vscode.l10n.t('{0} ATOP Sheets', '$(error)');
    this.#item.tooltip = vscode.l10n.t(
      'The ATOP language server is not running: sheets are not checked. Click to restart it.',
    );
    this.#item.accessibilityInformation = { label: this.#item.tooltip };
    this.#item.command = 'atopSheets.restartServer';
    this.#item.backgroundColor = new vscode.ThemeColor('statusBarItem.errorBackground');
    this.#item.show();
  }
}

function isActive(document: vscode.TextDocument): boolean {
  return activeSheetEditor()?.document === document;
}
