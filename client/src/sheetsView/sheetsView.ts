import * as vscode from 'vscode';
import { ServerState, type SheetServer } from '../languageClient';
import type { SheetListEntry } from '../protocol';
import type { SheetList } from '../sheetList';
import {
  arrange,
  isFiltering,
  noFilter,
  sheetOrders,
  type SheetFilter,
  type SheetOrder,
} from './arrangement';
import { decoratedUri } from './decorations';
import { openArguments } from './openArguments';
import { descriptionOf, filterMessage, iconOf, labelOf, spokenLabelOf, tooltipOf } from './presentation';

export const viewId = 'atopSheets.sheets';

/** The keys of what is remembered with the workspace. */
const orderKey = 'sheets.order';
const filterKey = 'sheets.filter';

/** What the view can show; the texts of an empty one in `package.json` depend on it. */
type Content = 'waiting' | 'none' | 'some' | 'unavailable';

/** The *Coding Sheets* view in the Explorer: all sheets of the workspace. */
export class SheetsView implements vscode.TreeDataProvider<SheetListEntry>, vscode.Disposable {
  readonly #server: SheetServer;
  readonly #list: SheetList;
  readonly #memory: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #view: vscode.TreeView<SheetListEntry>;
  readonly #listeners: vscode.Disposable;

  #sheets: readonly SheetListEntry[] = [];
  #shown: readonly SheetListEntry[] = [];
  /** The labels that more than one sheet has. */
  #ambiguous: ReadonlySet<string> = new Set();
  #order: SheetOrder;
  #filter: SheetFilter;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(server: SheetServer, list: SheetList, memory: vscode.Memento) {
    this.#server = server;
    this.#list = list;
    this.#memory = memory;
    this.#order = sheetOrders.find(order => order === memory.get(orderKey)) ?? 'id';
    this.#filter = { ...noFilter, ...memory.get<Partial<SheetFilter>>(filterKey) };
    this.#view = vscode.window.createTreeView(viewId, { treeDataProvider: this });
    this.#listeners = vscode.Disposable.from(
      // VS Code asks for the sheets when the view is next seen.
      list.onDidChange(() => this.#changed.fire(undefined)),
      vscode.window.onDidChangeActiveTextEditor(editor => this.#revealSheetOf(editor)),
      this.#view.onDidChangeVisibility(() => this.#revealSheetOf(vscode.window.activeTextEditor)),
    );
    this.#tellArrangement();
    setContext('content', 'waiting' satisfies Content);
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#view.dispose();
    this.#changed.dispose();
  }

  get order(): SheetOrder {
    return this.#order;
  }

  get filter(): SheetFilter {
    return this.#filter;
  }

  sortBy(order: SheetOrder): void {
    this.#order = order;
    void this.#memory.update(orderKey, order);
    this.#rearrange();
  }

  /** @param isPassing True while the user still types: what is passing is shown and not remembered. */
  show(filter: SheetFilter, isPassing = false): void {
    this.#filter = filter;
    if (!isPassing) void this.#memory.update(filterKey, filter);
    this.#rearrange();
  }

  /** The sheets that are shown, in order. */
  async getChildren(parent?: SheetListEntry): Promise<SheetListEntry[]> {
    if (parent) return [];
    this.#sheets = await this.#list.get();
    this.#ambiguous = repeated(this.#sheets.map(labelOf));
    this.#shown = arrange(this.#sheets, this.#order, this.#filter);
    this.#tellContent(this.#shown.length);
    return [...this.#shown];
  }

  /** The list is flat; VS Code asks before it reveals a sheet. */
  getParent(): undefined {
    return undefined;
  }

  getTreeItem(sheet: SheetListEntry): vscode.TreeItem {
    const label = labelOf(sheet);
    const item = new vscode.TreeItem(label);
    item.id = sheet.uri;
    item.description = descriptionOf(sheet, this.#ambiguous.has(label));
    item.iconPath = iconOf(sheet);
    item.resourceUri = decoratedUri(sheet);
    item.accessibilityInformation = { label: spokenLabelOf(sheet) };
    item.contextValue = sheet.atopId === null ? 'sheet' : 'sheet.identified';
    // VS Code's own command, which alone is told of a double click and of the modifier keys.
    item.command = {
      command: 'vscode.open',
      title: vscode.l10n.t('Open'),
      arguments: openArguments(sheet),
    };
    return item;
  }

  /** Only of the sheet under the pointer, for there may be thousands. */
  resolveTreeItem(item: vscode.TreeItem, sheet: SheetListEntry): vscode.TreeItem {
    item.tooltip = tooltipOf(sheet);
    return item;
  }

  /** Shows which of the sheets is being edited, as the Explorer does with its files and by the same setting. */
  #revealSheetOf(editor: vscode.TextEditor | undefined): void {
    if (!editor || !this.#view.visible) return;
    const { uri } = editor.document;
    if (vscode.workspace.getConfiguration('explorer', uri).get('autoReveal') === false) return;
    // The server may escape other characters of an address than VS Code does.
    const sheet = this.#shown.find(shown => vscode.Uri.parse(shown.uri).toString() === uri.toString());
    if (sheet) void this.#view.reveal(sheet, { select: true, focus: false });
  }

  #rearrange(): void {
    this.#tellArrangement();
    this.#changed.fire(undefined);
  }

  #tellArrangement(): void {
    setContext('order', this.#order);
    setContext('onlyOpen', this.#filter.onlyOpen);
    setContext('onlyProblems', this.#filter.onlyProblems);
    setContext('isFiltered', isFiltering(this.#filter));
  }

  #tellContent(shown: number): void {
    const all = this.#sheets.length;
    const content: Content =
      this.#server.state === ServerState.Failed ? 'unavailable' : all === 0 ? 'none' : 'some';
    setContext('content', content);
    const message = all === 0 ? '' : filterMessage(this.#filter, shown, this.#sheets);
    this.#view.message = message;
    this.#view.description = all === 0 ? '' : String(all);
  }
}

function repeated(labels: readonly string[]): ReadonlySet<string> {
  const once = new Set<string>();
  const twice = new Set<string>();
  for (const label of labels) (once.has(label) ? twice : once).add(label);
  return twice;
}

/** Tells the `when` clauses of `package.json`. */
function setContext(name: string, value: unknown): void {
  void vscode.commands.executeCommand('setContext', `${viewId}.${name}`, value);
}
