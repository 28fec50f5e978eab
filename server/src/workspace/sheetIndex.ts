import type { Range } from 'vscode-languageserver-types';
import type { IdPlace, SheetNames, StatePlace, WorkspaceSheets } from '../features/workspaceSheets';
import type { RuleSeverities, SheetPlace } from '../rules';
import { memberRange, rangeOfId, type SheetIdentity } from './identity';
import { unpackStates } from './packedStates';
import type { SheetListEntry } from './sheetList';
import { listEntry } from './sheetListEntry';
import type { SheetSummary } from './summary';
import { isWithinAny, sheetKey } from './uris';

/** What changed in the index, for those who told others what stood there before. */
export interface IndexChange {
  /** The sheets that were set or removed. */
  readonly uris: readonly string[];
  /** The IDs that are borne by other sheets now than before, or at other places. */
  readonly ids: readonly string[];
}

interface Entry {
  /** As the client writes it, if it opened the sheet; else as the file system does. */
  readonly uri: string;
  readonly identity: SheetIdentity;
  /** That of the sheet as it was summed up last; `undefined` until it has been. */
  readonly summary: SheetSummary | undefined;
  /** Another number for each time that the sheet was set. */
  readonly generation: number;
  /** The generation that the summary is of. */
  readonly summedUp: number;
}

/** The sheets that bear an ID, by their keys. */
interface Bearers {
  readonly keys: string[];
  isSorted: boolean;
  /** Another number whenever one joins, leaves or has its ID at another place. */
  version: number;
}

const NONE: readonly string[] = [];
const START = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/**
 * All sheets of a workspace by their URIs. It holds what it is told and reads nothing; whoever reads the
 * sheets sets them here. URIs that differ only in how they are encoded are one sheet.
 *
 * A sheet is set by its identity, which is soon read. Its summary may come later, or never: until then it
 * mentions nothing and names no states.
 */
export class SheetIndex implements WorkspaceSheets {
  readonly #entries = new Map<string, Entry>();
  readonly #byId = new Map<string, Bearers>();
  /** The keys in order, until one comes or goes. */
  #order: readonly string[] | undefined;
  #generation = 0;

  get size(): number {
    return this.#entries.size;
  }

  has(uri: string): boolean {
    return this.#entries.has(sheetKey(uri));
  }

  /** The URIs of all sheets, in order. */
  uris(): string[] {
    return this.#inOrder().map(({ uri }) => uri);
  }

  /** Another number whenever the sheet was set anew; `undefined` for one that is not here. */
  generationOf(uri: string): number | undefined {
    return this.#entries.get(sheetKey(uri))?.generation;
  }

  /** The ATOP ID of a sheet. */
  idOf(uri: string): string | undefined {
    return this.#entries.get(sheetKey(uri))?.identity.id?.id;
  }

  /** True where the sheet has been summed up since it was set. */
  isSummedUp(uri: string): boolean {
    const entry = this.#entries.get(sheetKey(uri));
    return entry !== undefined && entry.summedUp === entry.generation;
  }

  versionOfOthers(id: string, uri: string): number {
    const bearers = this.#byId.get(id);
    if (!bearers || (bearers.keys.length === 1 && bearers.keys[0] === sheetKey(uri))) return 0;
    return bearers.version;
  }

  set(uri: string, identity: SheetIdentity): IndexChange {
    const key = sheetKey(uri);
    const before = this.#entries.get(key);
    this.#entries.set(key, {
      uri: uri === key ? key : uri,
      identity,
      // Until it is summed up again, what it was before says more than nothing.
      summary: before?.summary,
      generation: ++this.#generation,
      summedUp: before?.summedUp ?? 0,
    });
    if (!before) this.#order = undefined;
    const [was, is] = [before?.identity.id, identity.id];
    if (was?.id !== is?.id) {
      this.#unlink(was?.id, key);
      this.#link(is?.id, key);
    } else if (is && before?.uri === uri && was?.line === is.line && was.from === is.from) {
      return { uris: [uri], ids: NONE };
    } else if (is) {
      this.#touch(is.id);
    }
    return { uris: [uri], ids: given(was?.id, is?.id) };
  }

  /** Takes the summary of a sheet as it is now; false where the sheet is gone. */
  sumUp(uri: string, summary: SheetSummary): boolean {
    const key = sheetKey(uri);
    const entry = this.#entries.get(key);
    if (!entry) return false;
    this.#entries.set(key, { ...entry, summary, summedUp: entry.generation });
    return true;
  }

  delete(uri: string): IndexChange {
    const key = sheetKey(uri);
    const entry = this.#entries.get(key);
    if (!entry) return { uris: NONE, ids: NONE };
    this.#entries.delete(key);
    this.#order = undefined;
    this.#unlink(entry.identity.id?.id, key);
    return { uris: [entry.uri], ids: given(entry.identity.id?.id) };
  }

  /** The keys of the sheets that lie in one of the folders, which are given by their keys. */
  within(folders: ReadonlySet<string>): string[] {
    return [...this.#entries.keys()].filter(key => isWithinAny(key, folders));
  }

  *sheetsWithId(id: string): Generator<SheetPlace> {
    const bearers = this.#byId.get(id);
    if (!bearers) return;
    if (!bearers.isSorted) bearers.keys.sort();
    bearers.isSorted = true;
    for (const key of [...bearers.keys]) {
      const entry = this.#entries.get(key);
      if (entry?.identity.id) yield { uri: entry.uri, range: rangeOfId(entry.identity.id) };
    }
  }

  /** The keys of the sheets that bear one of the IDs. */
  keysOfIds(ids: readonly string[]): string[] {
    return ids.flatMap(id => this.#byId.get(id)?.keys ?? NONE);
  }

  placesOfId(id: string): IdPlace[] {
    return this.#inOrder().flatMap(({ uri, identity, summary }) => {
      const isOwn = identity.id?.id === id;
      const own = identity.id && isOwn ? [{ uri, range: rangeOfId(identity.id), isOwn }] : [];
      const mentions = summary?.mentions.filter(mention => mention.id === id) ?? [];
      return [...own, ...mentions.map(mention => ({ uri, range: rangeOfId(mention), isOwn: false }))];
    });
  }

  placesOfState(code: number): StatePlace[] {
    return this.#inOrder().flatMap(({ uri, summary }) =>
      summary ? unpackStates(uri, summary.states, code) : [],
    );
  }

  *names(): Generator<SheetNames> {
    for (const { uri, identity } of this.#inOrder()) {
      const { id, members } = identity;
      yield { uri, id: id?.id, range: id ? rangeOfId(id) : START, members };
    }
  }

  memberRange(uri: string, code: number): Range | undefined {
    const entry = this.#entries.get(sheetKey(uri));
    return entry && memberRange(entry.identity, code);
  }

  /**
   * The sheets as a list shows them.
   * @param severitiesOf the severities that are set for a sheet
   */
  list(severitiesOf: (uri: string) => RuleSeverities): SheetListEntry[] {
    return this.#inOrder().map(({ uri, identity, summary }) =>
      listEntry(uri, { identity, summary }, severitiesOf(uri), id => this.sheetsWithId(id)),
    );
  }

  #inOrder(): Entry[] {
    this.#order ??= [...this.#entries.keys()].sort();
    return this.#order.flatMap(key => this.#entries.get(key) ?? []);
  }

  #link(id: string | undefined, key: string): void {
    if (id === undefined) return;
    const bearers = this.#byId.get(id);
    if (bearers) {
      bearers.keys.push(key);
      bearers.isSorted = false;
    } else this.#byId.set(id, { keys: [key], isSorted: true, version: 0 });
    this.#touch(id);
  }

  #unlink(id: string | undefined, key: string): void {
    const bearers = id === undefined ? undefined : this.#byId.get(id);
    if (id === undefined || !bearers) return;
    bearers.keys.splice(bearers.keys.indexOf(key), 1);
    if (bearers.keys.length === 0) this.#byId.delete(id);
    else this.#touch(id);
  }

  #touch(id: string): void {
    const bearers = this.#byId.get(id);
    if (bearers) bearers.version = ++this.#generation;
  }
}

function given(...ids: readonly (string | undefined)[]): string[] {
  return [...new Set(ids.filter(id => id !== undefined))];
}
