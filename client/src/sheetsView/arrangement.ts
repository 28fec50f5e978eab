import type { SheetListEntry } from '../protocol';

/** What a list of sheets can be sorted by. */
export const sheetOrders = ['id', 'members', 'open', 'problems'] as const;
export type SheetOrder = (typeof sheetOrders)[number];

/** What a list of sheets is narrowed down to; sheets must meet all of it. */
export interface SheetFilter {
  /** Words that all occur in a sheet's ATOP ID, the codes and names of its members, or its file's name. */
  readonly text: string;
  readonly onlyOpen: boolean;
  readonly onlyProblems: boolean;
}

export const noFilter: SheetFilter = { text: '', onlyOpen: false, onlyProblems: false };

export function isFiltering({ text, onlyOpen, onlyProblems }: SheetFilter): boolean {
  return wordsOf(text).length > 0 || onlyOpen || onlyProblems;
}

/** How many sheets the filter keeps out only for as long as they have not been checked. */
export function countUndecided(sheets: readonly SheetListEntry[], filter: SheetFilter): number {
  if (!filter.onlyOpen && !filter.onlyProblems) return 0;
  const others = { ...filter, onlyOpen: false, onlyProblems: false };
  return sheets.filter(sheet => sheet.problems === null && passes(sheet, others)).length;
}

/** The sheets that pass the filter, in order. Sheets that are equal by the order come by their ATOP IDs. */
export function arrange(
  sheets: readonly SheetListEntry[],
  order: SheetOrder,
  filter: SheetFilter,
): SheetListEntry[] {
  const compare = comparisons[order];
  return sheets
    .filter(sheet => passes(sheet, filter))
    .sort((a, b) => compare(a, b) || byId(a, b) || compareText(a.uri, b.uri));
}

/** The last part of a sheet's address. */
export function fileNameOf({ uri }: SheetListEntry): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    // A percent sign that is part of the name.
    return name;
  }
}

type Comparison = (a: SheetListEntry, b: SheetListEntry) => number;

/** By number, phases after their alliance (`1020` before `1020.1`); those without one last, by file. */
const byId: Comparison = (a, b) => {
  if (a.atopId === null || b.atopId === null) {
    return Number(a.atopId === null) - Number(b.atopId === null) || compareText(fileNameOf(a), fileNameOf(b));
  }
  return Number.parseFloat(a.atopId) - Number.parseFloat(b.atopId) || compareText(a.atopId, b.atopId);
};

/** By the names of the members in turn; those without members last. */
const byMembers: Comparison = (a, b) => {
  const isEmpty = (sheet: SheetListEntry) => Number(sheet.members.length === 0);
  return isEmpty(a) - isEmpty(b) || compareText(memberNames(a), memberNames(b));
};

/** The gravest first; those that have not been checked yet last. */
const byProblems: Comparison = ({ problems: a }, { problems: b }) => {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return b.errors - a.errors || b.warnings - a.warnings || b.information - a.information;
};

/** Those of which it is not known yet last. */
const byOpen: Comparison = ({ open: a }, { open: b }) => {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return b - a;
};

/** What is most to do comes first. */
const comparisons: Readonly<Record<SheetOrder, Comparison>> = {
  id: byId,
  members: byMembers,
  open: byOpen,
  problems: byProblems,
};

function passes(sheet: SheetListEntry, filter: SheetFilter): boolean {
  if (filter.onlyOpen && !hasOpen(sheet)) return false;
  if (filter.onlyProblems && !hasProblems(sheet)) return false;
  const wanted = wordsOf(filter.text);
  if (wanted.length === 0) return true;
  const present = wordsOf(
    [sheet.atopId ?? '', fileNameOf(sheet), memberCodes(sheet), memberNames(sheet)].join(' '),
  );
  // A number is typed from its beginning: 37 is 370, and not 4370.
  return wanted.every(word =>
    present.some(other => (/^\d/.test(word) ? other.startsWith(word) : other.includes(word))),
  );
}

/** True where open questions are known. */
function hasOpen({ open }: SheetListEntry): boolean {
  return open !== null && open > 0;
}

/** True where errors or warnings are known; remarks are none that a sheet must be looked at for. */
function hasProblems({ problems }: SheetListEntry): boolean {
  return problems !== null && problems.errors + problems.warnings > 0;
}

function memberCodes({ members }: SheetListEntry): string {
  return members.map(({ code }) => code).join(' ');
}

function memberNames({ members }: SheetListEntry): string {
  return members.map(({ name }) => name).join(', ');
}

/** Words in small letters and without accents, so that `cote` finds Côte d’Ivoire. */
function wordsOf(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}.]+/u)
    .filter(word => word !== '');
}

const compareText = new Intl.Collator('en', { numeric: true }).compare;
