import { SymbolKind, type Range, type SymbolInformation } from 'vscode-languageserver-types';
import { completionNames, type State } from '../reference';
import { fileName } from '../rules/fileName';
import { stateLabel } from './stateText';
import type { SheetNames, WorkspaceSheets } from './workspaceSheets';

/** The most symbols that are given: a coder who sees more types another letter. */
const MAX_SYMBOLS = 200;

const SHEET = SymbolKind.File;
const MEMBER = SymbolKind.EnumMember;
const BEGINNING: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** How well a label fits what was typed; the smaller the better. */
const Fit = { Same: 0, Beginning: 1, WordBeginning: 2, Within: 3, Letters: 4 } as const;
type Fit = (typeof Fit)[keyof typeof Fit];

interface Found {
  readonly fit: Fit;
  readonly name: string;
  readonly sheet: SheetNames;
  readonly member: State | undefined;
}

/**
 * Sheets by their ATOP IDs (`ATOP 3150`) and their members (`370 Belarus`), the best fits first, each with
 * its file's name. A member is found by its code, its name or another of its names, which is then shown
 * behind it. The letters typed need only stand in this order.
 */
export function workspaceSymbols(query: string, sheets: WorkspaceSheets): SymbolInformation[] {
  const typed = fold(query.trim());
  const fitOfState = memoized((state: State) => bestName(state, typed));
  const found: Found[] = [];
  for (const sheet of sheets.names()) {
    const name = sheet.id === undefined ? fileName(sheet.uri) : `ATOP ${sheet.id}`;
    const fit = bestFit([sheet.id ?? '', name, fileName(sheet.uri)], typed);
    if (fit !== undefined) found.push({ fit, name, sheet, member: undefined });
    if (typed === '') continue;
    for (const member of sheet.members) {
      const named = fitOfState(member);
      if (named) found.push({ ...named, sheet, member });
    }
  }
  return found
    .sort((a, b) => a.fit - b.fit)
    .slice(0, MAX_SYMBOLS)
    .map(({ name, sheet, member }) => ({
      name,
      kind: member ? MEMBER : SHEET,
      containerName: containerOf(sheet, member),
      location: {
        uri: sheet.uri,
        range: member ? (sheets.memberRange(sheet.uri, member.code) ?? BEGINNING) : sheet.range,
      },
    }));
}

function containerOf({ id, uri }: SheetNames, member: State | undefined): string {
  return member && id !== undefined ? `ATOP ${id}, ${fileName(uri)}` : fileName(uri);
}

/** The state's label if it fits, else the label with the first other name that does. */
function bestName(state: State, typed: string): Pick<Found, 'fit' | 'name'> | undefined {
  const label = stateLabel(state);
  const own = bestFit([String(state.code), state.name, state.abbreviation, label], typed);
  if (own !== undefined && own !== Fit.Letters) return { fit: own, name: label };
  for (const other of completionNames(state)) {
    const fit = fitOf(fold(other), typed);
    if (fit !== undefined && fit !== Fit.Letters) return { fit, name: `${label} (${other})` };
  }
  return own === undefined ? undefined : { fit: own, name: label };
}

function bestFit(labels: readonly string[], typed: string): Fit | undefined {
  let best: Fit | undefined;
  for (const label of labels) {
    const fit = fitOf(fold(label), typed);
    if (fit !== undefined && (best === undefined || fit < best)) best = fit;
  }
  return best;
}

function fitOf(label: string, typed: string): Fit | undefined {
  if (label === typed) return Fit.Same;
  const at = label.indexOf(typed);
  if (at === 0) return Fit.Beginning;
  if (at > 0) return /[\p{L}\p{N}]/u.test(label.charAt(at - 1)) ? Fit.Within : Fit.WordBeginning;
  return holdsInOrder(label, typed) ? Fit.Letters : undefined;
}

function holdsInOrder(label: string, typed: string): boolean {
  let at = 0;
  for (const letter of typed) {
    if (letter === ' ') continue;
    at = label.indexOf(letter, at);
    if (at < 0) return false;
    at += letter.length;
  }
  return true;
}

/** In lower case, without accents. */
function fold(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}

function memoized<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return key => {
    if (!made.has(key)) made.set(key, make(key));
    return made.get(key) as V;
  };
}
