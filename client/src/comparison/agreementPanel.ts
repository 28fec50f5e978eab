import * as vscode from 'vscode';
import type { SheetServer } from '../languageClient';
import { openAnswer } from '../openAnswer';
import { agreementRequest, type Agreement } from '../protocol';
import { withRequestProgress } from '../requestProgress';
import { withServer } from '../sheetEditor';
import type { SheetList } from '../sheetList';
import { setUpPanel } from '../webviewPage';
import { pathOf, UnreadableSheetError, type AlignedDocuments } from './alignedSheets';
import { alignedScheme } from './alignedUri';
import { sheetsWithin } from './choices';
import { readCompared, type Compared } from './compared';
import { localizedTexts } from './localized';
import { readAgreementPageMessage, type AgreementMessage, type AgreementPageMessage } from './messages';

const viewType = 'atopSheets.agreement';

/** With no more sheets than this the figures follow what is typed; for more, the page has a button. */
const followed = 40;

/** The one panel that shows how far two coders agree. */
export class AgreementPanels implements vscode.Disposable {
  readonly #server: SheetServer;
  readonly #sheets: SheetList;
  readonly #aligned: AlignedDocuments;
  readonly #extensionUri: vscode.Uri;
  readonly #registrations: vscode.Disposable;
  #current: AgreementPanel | undefined;

  constructor(server: SheetServer, sheets: SheetList, aligned: AlignedDocuments, extensionUri: vscode.Uri) {
    this.#server = server;
    this.#sheets = sheets;
    this.#aligned = aligned;
    this.#extensionUri = extensionUri;
    this.#registrations = vscode.Disposable.from(
      vscode.window.registerWebviewPanelSerializer(viewType, {
        deserializeWebviewPanel: async (panel, state) => {
          const compared = readCompared(state);
          if (compared) await this.#adopt(panel).show(compared);
          else panel.dispose();
        },
      }),
      new vscode.Disposable(() => this.#current?.dispose()),
    );
  }

  dispose(): void {
    this.#registrations.dispose();
  }

  /** Compares, and shows what comes of it: where the panel is, else in the active group of editors. */
  async show(compared: Compared): Promise<void> {
    const panel =
      this.#current ??
      this.#adopt(vscode.window.createWebviewPanel(viewType, '', { viewColumn: vscode.ViewColumn.Active }));
    await panel.show(compared);
  }

  /** The same, but in another group of editors than the active one: below it, where there is no panel yet. */
  async showBelow(compared: Compared): Promise<void> {
    // A page that is moved while it loads may stay empty. So a panel that is in the way is made anew.
    if (this.#current?.column === vscode.window.tabGroups.activeTabGroup.viewColumn) {
      this.#current.dispose();
      this.#current = undefined;
    }
    if (!this.#current) await vscode.commands.executeCommand('workbench.action.newGroupBelow');
    await this.show(compared);
  }

  #adopt(panel: vscode.WebviewPanel): AgreementPanel {
    const adopted = new AgreementPanel(panel, this.#server, this.#sheets, this.#aligned, this.#extensionUri);
    this.#current = adopted;
    panel.onDidDispose(() => {
      if (this.#current === adopted) this.#current = undefined;
    });
    return adopted;
  }
}

class AgreementPanel implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #server: SheetServer;
  readonly #sheets: SheetList;
  readonly #aligned: AlignedDocuments;
  #compared: Compared | undefined;
  #message: AgreementMessage | undefined;

  constructor(
    panel: vscode.WebviewPanel,
    server: SheetServer,
    sheets: SheetList,
    aligned: AlignedDocuments,
    extensionUri: vscode.Uri,
  ) {
    this.#panel = panel;
    this.#server = server;
    this.#sheets = sheets;
    this.#aligned = aligned;
    setUpPanel(panel, extensionUri, {
      title: vscode.l10n.t('Agreement'),
      name: 'agreement',
      hear: message => {
        const read = readAgreementPageMessage(message);
        if (read) void withServer(server, () => this.#answer(read));
      },
      listeners: [
        sheets.onDidChange(() => {
          if (panel.visible && this.#sheetCount <= followed) void withServer(server, () => this.#compare());
        }),
      ],
    });
  }

  dispose(): void {
    this.#panel.dispose();
  }

  async show(compared: Compared): Promise<void> {
    this.#compared = compared;
    this.#panel.reveal(undefined, false);
    await withServer(this.#server, () => this.#compare());
  }

  /** The group of editors that the panel is in. */
  get column(): vscode.ViewColumn | undefined {
    return this.#panel.viewColumn;
  }

  get #sheetCount(): number {
    return Object.keys(this.#message?.paths ?? {}).length;
  }

  async #answer(message: AgreementPageMessage): Promise<void> {
    switch (message.type) {
      case 'ready':
        await this.#tell();
        return;
      case 'refresh':
        await this.#compare();
        return;
      case 'copy':
        await vscode.env.clipboard.writeText(message.text);
        vscode.window.setStatusBarMessage(vscode.l10n.t('The table was copied.'), 3_000);
        return;
      case 'open':
        if (!this.#isKnown(message.uri)) return;
        await openAnswer(this.#server, vscode.Uri.parse(message.uri, true), message.question, {
          viewColumn: this.#columnForSheets(),
        });
        return;
      case 'compare':
        if (!this.#isKnown(message.a) || !this.#isKnown(message.b)) return;
        await this.#openAligned(message.a, message.b, message.question);
    }
  }

  async #openAligned(a: string, b: string, question: number | undefined): Promise<void> {
    try {
      await this.#aligned.open({ a, b }, question, { viewColumn: this.#columnForSheets() });
    } catch (error) {
      if (!(error instanceof UnreadableSheetError)) throw error;
      void vscode.window.showErrorMessage(error.message);
    }
  }

  /** A page may open what it was told of, and nothing else. */
  #isKnown(uri: string): boolean {
    return this.#message !== undefined && Object.hasOwn(this.#message.paths, uri);
  }

  async #compare(): Promise<void> {
    const compared = this.#compared;
    if (!compared) return;
    const sheets = await this.#sheets.get();
    const { kind, a, b } = compared;
    const sides =
      kind === 'sheets'
        ? { a: [a], b: [b] }
        : { a: sheetsWithin(a, b, sheets), b: sheetsWithin(b, a, sheets) };
    const agreement = await this.#request(sides);
    if (!agreement) return;
    this.#message = {
      type: 'agreement',
      texts: localizedTexts(),
      locale: vscode.env.language,
      compared,
      names: { a: pathOf(a), b: pathOf(b) },
      paths: Object.fromEntries([...sides.a, ...sides.b].map(uri => [uri, pathOf(uri)])),
      agreement,
    };
    await this.#tell();
  }

  /** `undefined` where the user had enough of it. */
  async #request(sides: { readonly a: string[]; readonly b: string[] }): Promise<Agreement | undefined> {
    const isQuick = sides.a.length + sides.b.length <= followed;
    return withRequestProgress(vscode.l10n.t('Comparing coders'), isQuick, (report, token) =>
      this.#server.requestWithProgress(agreementRequest, sides, report, token),
    );
  }

  async #tell(): Promise<void> {
    if (this.#message) await this.#panel.webview.postMessage(this.#message);
  }

  /** Where the sheets stand already, else another group than the panel's, else its own. */
  #columnForSheets(): vscode.ViewColumn {
    const { all } = vscode.window.tabGroups;
    const isComparison = ({ input }: vscode.Tab) =>
      input instanceof vscode.TabInputTextDiff && input.modified.scheme === alignedScheme;
    const own = this.#panel.viewColumn ?? vscode.ViewColumn.Active;
    const group =
      all.find(({ tabs, viewColumn }) => viewColumn !== own && tabs.some(isComparison)) ??
      all.find(({ viewColumn }) => viewColumn !== own);
    return group?.viewColumn ?? own;
  }
}
