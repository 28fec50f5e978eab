import type { Diagnostic, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isoToday } from '../answers';
import type { SheetLanguageService } from '../service';
import { sheetKey } from '../workspace/uris';
import type { OptionalQuestions } from './optionalQuestions';
import type { ProjectFiles } from './projectFiles';
import type { Settings } from './settings';
import type { SettingsStore } from './settingsStore';
import type { SheetWorkspace } from './sheetWorkspace';

/** The diagnostics of a sheet, open or not. */
export interface SheetReport {
  /** As the client names the sheet. */
  readonly uri: string;
  /** The version of the document; `null` for a sheet that is not open. */
  readonly version: number | null;
  /** Another one whenever anything changes that the diagnostics depend on. */
  readonly resultId: string;
  /** Makes the diagnostics: whoever has those of the same result needs them not. */
  readonly items: () => readonly Diagnostic[];
}

/**
 * Makes the diagnostics of sheets. Nothing of them is kept: a sheet that is not open is read again when
 * somebody asks, and whether that is worth while the result's id tells beforehand.
 */
export class SheetReports {
  readonly #service: SheetLanguageService;
  readonly #workspace: SheetWorkspace;
  readonly #settings: SettingsStore;
  readonly #projects: ProjectFiles;
  readonly #optional: OptionalQuestions;
  /** True while the diagnostics of all sheets are wanted, whatever is set. */
  wantsAll = false;
  readonly #edits = new WeakMap<TextDocument, number>();
  #editCount = 0;
  /** What was set for open documents, by their URIs, and the epoch in which it was. */
  readonly #set = new Map<string, { readonly epoch: number; readonly settings: Settings }>();

  constructor(
    documents: TextDocuments<TextDocument>,
    service: SheetLanguageService,
    workspace: SheetWorkspace,
    settings: SettingsStore,
    projects: ProjectFiles,
    optional: OptionalQuestions,
  ) {
    this.#service = service;
    this.#workspace = workspace;
    this.#settings = settings;
    this.#projects = projects;
    this.#optional = optional;
    documents.onDidChangeContent(({ document }) => this.#edits.set(document, ++this.#editCount));
    documents.onDidClose(({ document }) => this.#set.delete(document.uri));
  }

  /**
   * What is set for an open document, or for the folder of a sheet that is not open. What a project file
   * says goes first: it holds for all who work on the project. By then it is known, too, which questions of
   * the sheet are optional.
   */
  async settingsOf(uri: string): Promise<Settings> {
    const known = this.#knownSettingsOf(uri);
    if (known) return known;
    const epoch = this.#epoch;
    const open = this.#workspace.openDocument(uri);
    const set = await this.#settings.for(open ? open.uri : (this.#workspace.folderOf(uri) ?? uri));
    const { severities } = await this.#projects.settingsOf(uri);
    await this.#optional.whenKnown(open?.uri ?? uri);
    const settings = { ...set, severities: { ...set.severities, ...severities } };
    // A client that failed to answer is asked again.
    if (open && this.#settings.isKnown(open.uri)) this.#set.set(open.uri, { epoch, settings });
    return settings;
  }

  /** The same where it has been asked for since anything of it changed. */
  #knownSettingsOf(uri: string): Settings | undefined {
    const known = this.#set.get(uri);
    return known?.epoch === this.#epoch ? known.settings : undefined;
  }

  /** Another number whenever other settings may hold for a sheet. */
  get #epoch(): number {
    return this.#settings.epoch + this.#workspace.folderChanges;
  }

  /** Whether the sheet's diagnostics are wanted although it may not be open. */
  async isWanted(uri: string): Promise<boolean> {
    if (!this.#workspace.index.has(uri)) return false;
    return this.wantsAll || (await this.settingsOf(uri)).scope === 'workspace';
  }

  /** The id that a report would have now; `undefined` for a sheet that is not there. */
  resultId(uri: string): string | undefined {
    const { index } = this.#workspace;
    const document = this.#workspace.openDocument(uri);
    const text = document ? `e${this.#edits.get(document) ?? 0}` : generationId(index.generationOf(uri));
    if (text === undefined) return undefined;
    const id = document ? this.#service.atopId(document) : index.idOf(uri);
    const others = id === undefined ? 0 : index.versionOfOthers(id, uri);
    return `${text}.${this.#epoch}.${others}.${isoToday()}`;
  }

  /** The sheet's diagnostics as they are now; `undefined` for a sheet that is not there. */
  async report(uri: string): Promise<SheetReport | undefined> {
    const settings = this.#knownSettingsOf(uri) ?? (await this.settingsOf(uri));
    const open = this.#workspace.openDocument(uri);
    // A file that changes while it is read will have another id.
    const resultId = this.resultId(uri);
    const document = open ?? (await this.#workspace.document(uri));
    if (!document || resultId === undefined) return undefined;
    const key = sheetKey(uri);
    const isLeftOut = this.#projects.leavesOutKnown(key) ?? (await this.#projects.leavesOut(key));
    return {
      uri: document.uri,
      version: open ? open.version : null,
      resultId,
      items: () => (isLeftOut ? [] : this.#service.diagnostics(document, settings)),
    };
  }

  /** The other sheets that bear the same ATOP ID. */
  othersOf(document: TextDocument): string[] {
    const id = this.#service.atopId(document);
    const bearers = id === undefined ? [] : [...this.#workspace.index.sheetsWithId(id)];
    return bearers.map(({ uri }) => uri).filter(uri => uri !== document.uri);
  }
}

function generationId(generation: number | undefined): string | undefined {
  return generation === undefined ? undefined : `g${generation}`;
}
