import type { CancellationToken, Disposable, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { SheetIndex, IndexChange, SheetIdentity } from '../service';
import { isIgnored, type SheetFiles } from '../workspace/sheetFiles';
import { isSheetName, isWithin, isWithinAny, schemeOf, sheetKey } from '../workspace/uris';
import { AT_A_TIME, Backlog, type Progress } from './backlog';
import type { ProjectFiles } from './projectFiles';
import { reasonOf } from './reason';
import { forEachOf, TimeSlices } from './timeSlices';
import { waitUntil } from './waiting';

/** What a workspace needs of the rest of the server. */
export interface WorkspaceHost {
  readonly documents: TextDocuments<TextDocument>;
  readonly files: SheetFiles;
  readonly progress: Progress;
  readonly identify: (document: TextDocument) => SheetIdentity;
  /** Which sheets a project leaves out of the workspace. */
  readonly projects: Pick<ProjectFiles, 'leavesOut' | 'leavesOutKnown'>;
  /** Writes a line for whoever wants to know why a sheet is missing. */
  readonly log: (message: string) => void;
}

/** How long the edits of a document are gathered before the index takes them over, in milliseconds. */
const PAUSE = 500;

/** Documents outside of all folders that are sheets of the workspace all the same. */
const OWN_SCHEMES: ReadonlySet<string> = new Set(['file', 'untitled']);

/**
 * The sheets of all folders of the workspace, and those that are open: keeps true which there are, and what
 * each is called.
 *
 * Sheets are read in the background. A document that is open counts as its editor has it, saved or not;
 * once it is closed the disk's text counts again. Versions of sheets that an editor shows from elsewhere,
 * such as a comparison's earlier version, are no sheets of the workspace.
 */
export class SheetWorkspace {
  readonly index: SheetIndex;
  readonly #host: WorkspaceHost;
  readonly #backlog: Backlog;
  /** The folders, by their keys, as the client names them. */
  readonly #folders = new Map<string, string>();
  readonly #listeners = new Set<(change: IndexChange) => void>();
  /** The keys of the open documents that the index does not know as they are now. */
  readonly #edited = new Set<string>();
  /** The keys of the open documents, with their URIs. */
  readonly #open = new Map<string, string>();
  #flushing: ReturnType<typeof setTimeout> | undefined;
  #listing = 0;
  #folderChanges = 0;
  #listed: Promise<unknown> = Promise.resolve();

  constructor(index: SheetIndex, host: WorkspaceHost) {
    this.index = index;
    this.#host = host;
    this.#backlog = new Backlog(uri => this.#read(uri), host.progress);
    host.documents.onDidChangeContent(({ document }) => this.#changed(document));
    host.documents.onDidClose(({ document }) => this.#closed(document));
  }

  /** Is told of every change of the index. */
  onDidChange(listener: (change: IndexChange) => void): Disposable {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }

  /** The folders, as the client names them. */
  get folders(): readonly string[] {
    return [...this.#folders.values()];
  }

  /** How often folders have come or gone. */
  get folderChanges(): number {
    return this.#folderChanges;
  }

  /** The innermost folder that holds a sheet; `undefined` for one that lies in none. */
  folderOf(uri: string): string | undefined {
    const key = this.#folderKeyOf(sheetKey(uri));
    return key === undefined ? undefined : this.#folders.get(key);
  }

  /** The key of that folder, for the key of what lies in it. */
  rootOf(key: string): string | undefined {
    return this.#folderKeyOf(key);
  }

  /** The document of a sheet that is open, whatever way its URI is written. */
  openDocument(uri: string): TextDocument | undefined {
    return this.#host.documents.get(this.#open.get(sheetKey(uri)) ?? uri);
  }

  /** The documents of all sheets that are open. */
  openSheets(): TextDocument[] {
    return this.#host.documents.all().filter(({ uri }) => this.index.has(uri));
  }

  /** A sheet as it is now: the open document, or what the disk has; `undefined` for one that is gone. */
  async document(uri: string): Promise<TextDocument | undefined> {
    return this.openDocument(uri) ?? (await this.#load(sheetKey(uri)));
  }

  addFolders(uris: readonly string[]): void {
    this.#folderChanges++;
    for (const uri of uris) {
      this.#folders.set(sheetKey(uri), uri);
    }
    this.#list(uris.map(sheetKey));
    for (const document of this.#host.documents.all()) this.#changed(document);
  }

  removeFolders(uris: readonly string[]): void {
    this.#folderChanges++;
    for (const uri of uris) this.#folders.delete(sheetKey(uri));
    this.#backlog.dropWhere(key => this.#folderKeyOf(key) === undefined);
    for (const key of this.index.within(new Set(uris.map(sheetKey)))) {
      if (this.#folderKeyOf(key) === undefined) this.#forget(key);
    }
  }

  /** Files came to be, or folders with what they hold. */
  created(uris: readonly string[]): void {
    const others = this.#readAnew(uris);
    this.#list([...others].filter(folder => !isWithinAny(folder, others)));
  }

  /** Files were changed or deleted, or folders with what they hold. */
  changed(uris: readonly string[]): void {
    const others = this.#readAnew(uris);
    // A folder that another one has replaced at once is told of as changed, and what it holds not at all.
    const known = this.index.within(others);
    if (known.length > 0) {
      this.#list([...others].filter(folder => known.some(key => isWithin(key, folder))));
    }
  }

  /**
   * Reads sheets of which something is told, whatever it is: what the disk has by then is what counts. Of a
   * folder it is told alone, and all that is known to lie in it is read.
   *
   * @returns the keys of what is no sheet: folders, and files of other kinds.
   */
  #readAnew(uris: readonly string[]): ReadonlySet<string> {
    const keys = uris.map(sheetKey).filter(key => this.#isOwn(key) || this.#folders.has(key));
    const others = new Set(keys.filter(key => !this.index.has(key) && !isSheetName(key)));
    const sheets = keys.filter(key => !others.has(key));
    for (const key of [...sheets, ...this.index.within(others)]) {
      if (!this.#open.has(key)) this.#backlog.addUrgent(key);
    }
    return others;
  }

  /** Projects may leave out other sheets than before. */
  reconsider(): void {
    for (const uri of this.index.uris()) this.#takeOutIfLeftOut(sheetKey(uri));
    this.#list([...this.#folders.keys()]);
    for (const document of this.#host.documents.all()) this.#changed(document);
  }

  #takeOutIfLeftOut(key: string): void {
    void this.#host.projects.leavesOut(key).then(isLeftOut => {
      if (isLeftOut) this.#tell(this.index.delete(key));
    });
  }

  /** Takes over what was typed, of all documents but one. */
  flush(exceptUri?: string): void {
    const except = exceptUri === undefined ? undefined : sheetKey(exceptUri);
    for (const key of [...this.#edited]) {
      if (key === except) continue;
      this.#edited.delete(key);
      const document = this.openDocument(key);
      if (document) this.#set(document.uri, document);
    }
  }

  /**
   * Resolves once every sheet that is there by now has been read, also where the coder had cancelled the
   * reading: who asks for all of them wants all. Resolves at once when `token` is cancelled.
   */
  async whenRead(token?: CancellationToken): Promise<void> {
    this.#backlog.resume();
    await this.whenAtRest(token);
  }

  /** The same, but for what the coder had cancelled. */
  async whenAtRest(token?: CancellationToken): Promise<void> {
    await waitUntil(
      () => this.#listing === 0 && this.#backlog.isAtRest,
      () => this.#listed.then(() => this.#backlog.whenAtRest()),
      token,
    );
    this.flush();
  }

  /** Reads closed sheets once more, so that what is said of them holds for the disk as it is now. */
  async reread(uris: readonly string[], token?: CancellationToken): Promise<void> {
    const slices = new TimeSlices();
    const reread = async (key: string): Promise<void> => {
      const take = await this.#read(key);
      await slices.turn();
      take();
    };
    const closed = uris.map(sheetKey).filter(key => !this.#open.has(key));
    await forEachOf(closed, AT_A_TIME, reread, () => token?.isCancellationRequested === true);
  }

  dispose(): void {
    clearTimeout(this.#flushing);
    this.#backlog.dispose();
    this.#listeners.clear();
  }

  /** True for what lies in a folder of the workspace, and not in one that is passed over. */
  #isOwn(key: string): boolean {
    const folder = this.#folderKeyOf(key);
    return folder !== undefined && !isIgnored(key, folder);
  }

  #folderKeyOf(key: string): string | undefined {
    let innermost: string | undefined;
    for (const folder of this.#folders.keys()) {
      if (isWithin(key, folder) && folder.length > (innermost?.length ?? -1)) innermost = folder;
    }
    return innermost;
  }

  /** Reads what folders hold, but for what is open. */
  #list(folders: readonly string[]): void {
    this.#listing++;
    const listed = forEachOf(folders, AT_A_TIME, folder => this.#listOne(folder)).finally(
      () => this.#listing--,
    );
    this.#listed = Promise.all([this.#listed, listed]);
  }

  async #listOne(folder: string): Promise<void> {
    try {
      const uris = await this.#host.files.list(folder);
      // A folder may have been removed while it was listed.
      this.#backlog.add(uris.filter(uri => !this.#open.has(uri) && this.#folderKeyOf(uri) !== undefined));
    } catch (error) {
      this.#host.log(`${folder} cannot be read: ${reasonOf(error)}`);
    }
  }

  /** Reads a closed sheet; what it gives puts it into the index. */
  async #read(key: string): Promise<() => void> {
    const { projects } = this.#host;
    const isLeftOut = projects.leavesOutKnown(key) ?? (await projects.leavesOut(key));
    const document = isLeftOut ? undefined : await this.#load(key);
    return () => {
      if (this.#open.has(key) || !this.#isOwn(key)) return;
      try {
        if (document) this.#set(key, document);
        else this.#forget(key);
      } catch (error) {
        // One sheet must never keep the others from being read.
        this.#host.log(`${key} is passed over: ${reasonOf(error)}`);
      }
    };
  }

  /** What the disk has; `undefined` for what is not there, or cannot be read, which is logged. */
  async #load(key: string): Promise<TextDocument | undefined> {
    if (this.#folderKeyOf(key) === undefined) return undefined;
    try {
      const text = await this.#host.files.read(key);
      return text === undefined ? undefined : TextDocument.create(key, 'atop', 0, text);
    } catch (error) {
      this.#host.log(`${key} is passed over: ${reasonOf(error)}`);
      return undefined;
    }
  }

  #changed(document: TextDocument): void {
    const key = sheetKey(document.uri);
    this.#open.set(key, document.uri);
    // Most letters follow another that the index has not taken over yet.
    if (this.#edited.has(key)) return;
    this.#backlog.drop(key);
    if (this.#folderKeyOf(key) === undefined && !OWN_SCHEMES.has(schemeOf(key))) return;
    const isLeftOut = this.#host.projects.leavesOutKnown(key);
    if (isLeftOut === true) return;
    if (isLeftOut === undefined) this.#takeOutIfLeftOut(key);
    // A sheet that is new belongs to the workspace from the first question about it on.
    if (!this.index.has(key)) {
      this.#set(document.uri, document);
      return;
    }
    this.#setSoon(key);
  }

  #setSoon(key: string): void {
    this.#edited.add(key);
    this.#flushing ??= setTimeout(() => {
      this.#flushing = undefined;
      this.flush();
    }, PAUSE);
  }

  #closed({ uri }: TextDocument): void {
    const key = sheetKey(uri);
    this.#open.delete(key);
    this.#edited.delete(key);
    if (this.#isOwn(key) && isSheetName(key)) this.#backlog.addUrgent(key);
    else this.#forget(key);
  }

  #set(uri: string, document: TextDocument): void {
    // Its project may have come to leave it out since the text was taken up.
    if (this.#host.projects.leavesOutKnown(sheetKey(uri)) === true) return;
    this.#tell(this.index.set(uri, this.#host.identify(document)));
  }

  #forget(key: string): void {
    if (!this.#open.has(key)) this.#tell(this.index.delete(key));
  }

  #tell(change: IndexChange): void {
    if (change.uris.length === 0) return;
    for (const listener of this.#listeners) listener(change);
  }
}
