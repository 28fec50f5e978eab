import type { SheetListEntry } from '../protocol';

/** Two sheets of one alliance. */
export interface SheetPair {
  readonly atopId: string;
  readonly a: SheetListEntry;
  readonly b: SheetListEntry;
}

/** Two folders that hold sheets of the same alliances. */
export interface FolderPair {
  /** The folders' addresses, without a slash at the end. */
  readonly a: string;
  readonly b: string;
  /** How many alliances both hold. */
  readonly shared: number;
}

/** Of more sheets of one ID than this, not all are set against all. */
const mostOfOneId = 8;

/** Every two sheets of one ATOP ID, in the order of their IDs and addresses. */
export function pairsById(sheets: readonly SheetListEntry[]): SheetPair[] {
  return [...groupsById(sheets)]
    .sort(([a], [b]) => Number.parseFloat(a) - Number.parseFloat(b))
    .flatMap(([atopId, group]) => twoOf(group).map(([a, b]) => ({ atopId, a, b })));
}

/**
 * The folders whose sheets are likely two coders' versions of the same: those in which the ways to two
 * sheets of one ID part. What has most in common comes first.
 */
export function folderPairs(sheets: readonly SheetListEntry[]): FolderPair[] {
  const found = new Map<string, { readonly a: string; readonly b: string; readonly ids: Set<string> }>();
  for (const { atopId, a, b } of pairsById(sheets)) {
    const parted = partedFolders(a.uri, b.uri);
    if (!parted) continue;
    const key = parted.join('\n');
    const known = found.get(key) ?? { a: parted[0], b: parted[1], ids: new Set() };
    known.ids.add(atopId);
    found.set(key, known);
  }
  return [...found.values()]
    .map(({ a, b, ids }) => ({ a, b, shared: ids.size }))
    .sort((one, other) => other.shared - one.shared || (one.a < other.a ? -1 : 1));
}

/** Every folder that holds sheets, itself or in folders below it; none above the sheets' common one. */
export function foldersOf(sheets: readonly SheetListEntry[]): string[] {
  const all = sheets.map(({ uri }) => folderOf(uri).split('/'));
  const [first = []] = all;
  let common = first.length;
  for (const parts of all) {
    let same = 0;
    while (same < common && parts[same] === first[same]) same++;
    common = same;
  }
  const folders = new Set<string>();
  for (const parts of all) {
    for (let length = common; length <= parts.length; length++) folders.add(parts.slice(0, length).join('/'));
  }
  return [...folders].sort();
}

/** The sheets of a folder and of those below it, without those of `other` where that is one of them. */
export function sheetsWithin(folder: string, other: string, sheets: readonly SheetListEntry[]): string[] {
  const isInside = isWithin(`${other}/`, folder);
  return sheets
    .map(({ uri }) => uri)
    .filter(uri => isWithin(uri, folder) && !(isInside && isWithin(uri, other)));
}

function isWithin(uri: string, folder: string): boolean {
  return uri.startsWith(`${folder}/`);
}

export function folderOf(uri: string): string {
  return uri.slice(0, Math.max(0, uri.lastIndexOf('/')));
}

/** In order of their addresses; `undefined` for two files of one folder. */
function partedFolders(a: string, b: string): readonly [string, string] | undefined {
  const [partsA, partsB] = [folderOf(a).split('/'), folderOf(b).split('/')];
  let same = 0;
  while (same < partsA.length && same < partsB.length && partsA[same] === partsB[same]) same++;
  const folders = [partsA, partsB].map(parts => parts.slice(0, same + 1).join('/')).sort();
  const [first, second] = folders;
  return first === undefined || second === undefined || first === second ? undefined : [first, second];
}

function groupsById(sheets: readonly SheetListEntry[]): Map<string, SheetListEntry[]> {
  const groups = new Map<string, SheetListEntry[]>();
  for (const sheet of sheets) {
    if (sheet.atopId === null) continue;
    const group = groups.get(sheet.atopId);
    if (group) group.push(sheet);
    else groups.set(sheet.atopId, [sheet]);
  }
  return groups;
}

function twoOf<T>(group: readonly T[]): (readonly [T, T])[] {
  const some = group.slice(0, mostOfOneId);
  return some.flatMap((a, index) => some.slice(index + 1).map(b => [a, b] as const));
}
