import * as vscode from 'vscode';
import { ServerState, ServerUnavailableError, type SheetServer } from '../languageClient';
import { openAnswer } from '../openAnswer';
import { instrumentRequest, type SectionOutline } from '../protocol';
import { withServer } from '../sheetEditor';
import type { SheetList } from '../sheetList';
import { openArguments } from '../sheetsView/openArguments';
import { setUpPanel } from '../webviewPage';
import { localizedTexts } from './localized';
import { readPageMessage, type HostMessage, type PageMessage, type PanelCommand } from './messages';

const viewType = 'atopSheets.dataset';

/** What the page's buttons run. */
const commands: Readonly<Record<PanelCommand, string>> = {
  export: 'atopSheets.exportDataset',
  compare: 'atopSheets.compareCoders',
  newSheet: 'atopSheets.newSheet',
  restart: 'atopSheets.restartServer',
};

/**
 * Adds *Open Dataset Overview*: one panel that shows all sheets and questions of the workspace. VS Code
 * brings it back when the window is opened again.
 */
export function registerDatasetPanel(
  server: SheetServer,
  sheets: SheetList,
  extensionUri: vscode.Uri,
): vscode.Disposable {
  let current: DatasetPanel | undefined;
  const adopt = (panel: vscode.WebviewPanel) => {
    const adopted = new DatasetPanel(panel, server, sheets, extensionUri);
    current = adopted;
    panel.onDidDispose(() => {
      if (current === adopted) current = undefined;
    });
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand('atopSheets.openDataset', () => {
      if (current) current.reveal();
      else adopt(vscode.window.createWebviewPanel(viewType, '', vscode.ViewColumn.Active));
    }),
    vscode.window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: panel => {
        adopt(panel);
        return Promise.resolve();
      },
    }),
    new vscode.Disposable(() => current?.dispose()),
  );
}

class DatasetPanel implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #server: SheetServer;
  readonly #sheets: SheetList;
  /** False until a server has told of the questions; a page without them says that there is none. */
  #hasSections = false;
  /** True where the page shows something older than what is known. */
  #isStale = false;
  /** The addresses that the page has been told of: it may open these and no others. */
  #shown: ReadonlySet<string> = new Set();

  constructor(panel: vscode.WebviewPanel, server: SheetServer, sheets: SheetList, extensionUri: vscode.Uri) {
    this.#panel = panel;
    this.#server = server;
    this.#sheets = sheets;
    setUpPanel(panel, extensionUri, {
      title: vscode.l10n.t('Dataset Overview'),
      name: 'dataset',
      hear: message => {
        const read = readPageMessage(message);
        if (read) void this.#answer(read);
      },
      listeners: [
        sheets.onDidChange(() => void this.#showSheets()),
        server.onDidChangeState(() => void (this.#hasSections ? this.#showSheets() : this.#setUp())),
        panel.onDidChangeViewState(() => {
          if (panel.visible && this.#isStale) void this.#showSheets();
        }),
      ],
    });
  }

  reveal(): void {
    this.#panel.reveal();
  }

  dispose(): void {
    this.#panel.dispose();
  }

  async #answer(message: PageMessage): Promise<void> {
    switch (message.type) {
      case 'ready':
        await this.#setUp();
        return;
      case 'open':
        if (this.#shown.has(message.uri)) await this.#open(message);
        return;
      case 'run':
        await vscode.commands.executeCommand(commands[message.command]);
    }
  }

  async #setUp(): Promise<void> {
    const sections = await this.#askForSections();
    this.#hasSections = sections.length > 0;
    await this.#tell({ type: 'setup', texts: localizedTexts(), locale: vscode.env.language, sections });
    await this.#showSheets();
  }

  async #askForSections(): Promise<readonly SectionOutline[]> {
    try {
      return await this.#server.request(instrumentRequest, {});
    } catch (error) {
      // The page says so, and has a button for it.
      if (!(error instanceof ServerUnavailableError)) this.#server.log(error);
      return [];
    }
  }

  async #showSheets(): Promise<void> {
    this.#isStale = !this.#panel.visible;
    if (this.#isStale) return;
    const sheets = await this.#sheets.get();
    this.#shown = new Set(sheets.map(({ uri }) => uri));
    await this.#tell({ type: 'sheets', availability: availabilityOf(this.#server.state), sheets });
  }

  async #tell(message: HostMessage): Promise<void> {
    await this.#panel.webview.postMessage(message);
  }

  async #open({ uri, question, toSide }: PageMessage & { readonly type: 'open' }): Promise<void> {
    const viewColumn = toSide ? vscode.ViewColumn.Beside : this.#columnForSheets();
    if (question !== undefined) {
      await withServer(this.#server, () =>
        openAnswer(this.#server, vscode.Uri.parse(uri, true), question, { viewColumn, preview: true }),
      );
      return;
    }
    const sheet = (await this.#sheets.get()).find(entry => entry.uri === uri);
    if (sheet) await vscode.commands.executeCommand('vscode.open', ...openArguments(sheet, viewColumn));
  }

  /** Another group of editors where there is one, so that the picture stays in view; else the panel's own. */
  #columnForSheets(): vscode.ViewColumn {
    const own = this.#panel.viewColumn ?? vscode.ViewColumn.Active;
    const other = vscode.window.tabGroups.all.find(({ viewColumn }) => viewColumn !== own);
    return other?.viewColumn ?? own;
  }
}

function availabilityOf(state: ServerState): 'waiting' | 'ready' | 'unavailable' {
  switch (state) {
    case ServerState.Running:
      return 'ready';
    case ServerState.Starting:
    case ServerState.Waiting:
      return 'waiting';
    case ServerState.Idle:
    case ServerState.Failed:
      return 'unavailable';
  }
}
