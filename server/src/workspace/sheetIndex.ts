import type { Range } from 'vscode-languageserver-types';
import type { IdPlace, SheetNames, StatePlace, WorkspaceSheets } from '../features/workspaceSheets';
import type { RuleSeverities, SheetPlace } from '../rules';
import type { PackedFindings } from './packedFindings';
import { unpackStates } from './packedStates';
import type { SheetListEntry } from './sheetList';
import { listEntry } from './sheetListEntry';
import { rangeOfId, type SheetSummary } from './summary';
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
  readonly summary: SheetSummary;
  /** Those of the sheet as it was checked last; `undefined` until it has been. */
  readonly findings: PackedFindings | undefined;
  /** Another number for each time that the sheet was set. */
  readonly generation: number;
}

/** The sheets that bear an ID, by their keys. */
interface Bearers {
  readonly keys: string[];
  isSorted: boolean;
  /** Another number whenever one joins, leaves or has its ID at another place. */
  version: number;
}

const MEMBERS = 4;
const NONE: readonly string[] = [];
const START = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/**
 * All sheets of a workspace by their URIs. It holds what it is told and reads nothing; whoever reads the
 * sheets sets them here. URIs that differ only in how they are encoded are one sheet.
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
    return this.#entries.get(sheetKey(uri))?.summary.id?.id;
  }

  /** Another number whenever what bears the ID has changed; 0 where no more than one sheet does. */
  versionOfId(id: string): number {
    const bearers = this.#byId.get(id);
    return bearers && bearers.keys.length > 1 ? bearers.version : 0;
  }

  set(uri: string, summary: SheetSummary): IndexChange {
    const key = sheetKey(uri);
    const before = this.#entries.get(key);
    this.#entries.set(key, {
      uri: uri === key ? key : uri,
      summary,
      // Until it is checked again, what was found before says more than nothing.
      findings: before?.findings,
      generation: ++this.#generation,
    });
    if (!before) this.#order = undefined;
    const [was, is] = [before?.summary.id, summary.id];
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

  /** Takes what was found in a sheet; false where it is known already, or the sheet is gone. */
  setFindings(uri: string, findings: PackedFindings): boolean {
    const key = sheetKey(uri);
    const entry = this.#entries.get(key);
    if (!entry || entry.findings === findings) return false;
    this.#entries.set(key, { ...entry, findings });
    return true;
  }

  delete(uri: string): IndexChange {
    const key = sheetKey(uri);
    const entry = this.#entries.get(key);
    if (!entry) return { uris: NONE, ids: NONE };
    this.#entries.delete(key);
    this.#order = undefined;
    this.#unlink(entry.summary.id?.id, key);
    return { uris: [entry.uri], ids: given(entry.summary.id?.id) };
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
      if (entry?.summary.id) yield { uri: entry.uri, range: rangeOfId(entry.summary.id) };
    }
  }

  /** The keys of the sheets that bear one of the IDs. */
  keysOfIds(ids: readonly string[]): string[] {
    return ids.flatMap(id => this.#byId.get(id)?.keys ?? NONE);
  }

  placesOfId(id: string): IdPlace[] {
    return this.#inOrder().flatMap(({ uri, summary }) => {
      if (summary.id?.id !== id && summary.mentions.length === 0) return [];
      const own = summary.id?.id === id ? [{ uri, range: rangeOfId(summary.id), isOwn: true }] : [];
      const others = summary.mentions
        .filter(mention => mention.id === id)
        .map(mention => ({ uri, range: rangeOfId(mention), isOwn: false }));
      return [...own, ...others];
    });
  }

  placesOfState(code: number): StatePlace[] {
    return this.#inOrder().flatMap(({ uri, summary }) => unpackStates(uri, summary.states, code));
  }

  *names(): Generator<SheetNames> {
    for (const { uri, summary } of this.#inOrder()) {
      const { id, members } = summary;
      yield { uri, id: id?.id, range: id ? rangeOfId(id) : START, members };
    }
  }

  memberRange(uri: string, code: number): Range | undefined {
    const entry = this.#entries.get(sheetKey(uri));
    const places = entry ? unpackStates(uri, entry.summary.states, code) : [];
    return places.find(({ question }) => question === MEMBERS)?.range;
  }

  /**
   * The sheets as a list shows them.
   * @param severitiesOf the severities that are set for a sheet
   */
  list(severitiesOf: (uri: string) => RuleSeverities): SheetListEntry[] {
    return this.#inOrder().map(({ uri, summary, findings }) =>
      listEntry(uri, { summary, findings }, severitiesOf(uri), id => this.sheetsWithId(id)),
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
