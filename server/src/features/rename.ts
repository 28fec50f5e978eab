import type { Position, Range, TextEdit } from 'vscode-languageserver-types';
import {
  nearestCodes,
  nearestStates,
  stateByAbbreviation,
  stateByCode,
  statesByName,
  type State,
} from '../reference';
import { fileName } from '../rules/fileName';
import { comparePositions, rangeOf, type SheetDocument } from './sheetDocument';
import { stateLabel } from './stateText';
import { targetAt } from './target';
import type { WorkspaceSheets } from './workspaceSheets';

/** What is to be renamed, and what it is called now. */
export interface RenamePlace {
  readonly range: Range;
  readonly placeholder: string;
}

/** The edits of one sheet, in the order of its text. */
export interface SheetEdits {
  readonly uri: string;
  readonly edits: readonly TextEdit[];
}

/** Why something cannot be renamed, in words for a coder. */
export interface RenameRefusal {
  readonly refusal: string;
}

const NOTHING_HERE =
  'An ATOP ID or the COW code of a state can be renamed. Put the cursor on one: at question 1, on a member at question 4, or where another answer names an alliance or a state by its number.';
const NO_CODE =
  'This state is named without its COW code. Rename a state where its code is written; the name beside the code changes with it.';

/** The ID or the code at the cursor; with the cursor on a state's name, the code beside it. */
export function prepareRename(sheetDocument: SheetDocument, position: Position): RenamePlace | RenameRefusal {
  const target = targetAt(sheetDocument, position);
  if (!target) return { refusal: NOTHING_HERE };
  if (target.kind === 'alliance') {
    return { range: rangeOf(sheetDocument, target.mention), placeholder: target.mention.id };
  }
  const { code } = target.named;
  if (!code) return { refusal: NO_CODE };
  const range = rangeOf(sheetDocument, code);
  return { range, placeholder: sheetDocument.document.getText(range) };
}

/**
 * Writes another ATOP ID for the one at the cursor, at question 1 and at every mention in the workspace; or
 * another state for the one at the cursor, wherever its code is written in an answer that asks for states,
 * with the name beside the code. Names without a code stay, and so does everything else.
 *
 * A new ID must have the form of one and be free; a new state must be one of the COW list, by its code, its
 * name or its abbreviation.
 */
export function rename(
  sheetDocument: SheetDocument,
  position: Position,
  newName: string,
  sheets: WorkspaceSheets,
): readonly SheetEdits[] | RenameRefusal {
  const place = prepareRename(sheetDocument, position);
  if ('refusal' in place) return place;
  const target = targetAt(sheetDocument, position);
  if (!target) return { refusal: NOTHING_HERE };
  if (target.kind === 'alliance') return renameAlliance(target.mention.id, newName.trim(), sheets);
  const [state] = target.states;
  return state ? renameState(state, newName.trim(), sheets) : { refusal: NOTHING_HERE };
}

const ATOP_ID = /^\d{4}(?:\.\d{1,2})?$/;

function renameAlliance(
  id: string,
  newId: string,
  sheets: WorkspaceSheets,
): readonly SheetEdits[] | RenameRefusal {
  if (newId === id) return [];
  if (!ATOP_ID.test(newId)) {
    return {
      refusal: `“${newId}” is no ATOP ID: write four digits, such as 4765, or 1020.1 for one phase of an alliance.`,
    };
  }
  const [taken] = sheets.sheetsWithId(newId);
  if (taken) {
    return {
      refusal: `The ATOP ID ${newId} is taken: ${fileName(taken.uri)} bears it. Two alliances would become one, which no renaming could undo.`,
    };
  }
  return bySheet(sheets.placesOfId(id).map(({ uri, range }) => ({ uri, edit: { range, newText: newId } })));
}

function renameState(
  state: State,
  written: string,
  sheets: WorkspaceSheets,
): readonly SheetEdits[] | RenameRefusal {
  const other = stateOf(written);
  if ('refusal' in other) return other;
  if (other.state === state) return [];
  return bySheet(
    sheets.placesOfState(state.code).flatMap(({ uri, code, name, isAbbreviation }) => {
      if (!code) return [];
      const newName = isAbbreviation ? other.state.abbreviation : other.state.name;
      return [
        { uri, edit: { range: code, newText: String(other.state.code) } },
        ...(name ? [{ uri, edit: { range: name, newText: newName } }] : []),
      ];
    }),
  );
}

/** The state that a coder means by `365`, `365 Russia`, `Russia` or `RUS`. */
function stateOf(written: string): { readonly state: State } | RenameRefusal {
  const [, digits, behind = ''] = /^(\d{1,5})(?:\s(.*))?$/s.exec(written) ?? [];
  const name = behind.trim();
  if (digits === undefined) return stateNamed(written);
  const state = stateByCode(Number(digits));
  if (!state) {
    const near = nearestCodes(digits).flatMap(code => stateByCode(code) ?? []);
    return { refusal: `No state has the COW code ${digits}.${didYouMean(near)}` };
  }
  if (name !== '' && !statesByName(name).includes(state)) {
    return {
      refusal: `${state.code} is the COW code of ${state.name}, not of “${name}”. Write the code alone.`,
    };
  }
  return { state };
}

function stateNamed(written: string): { readonly state: State } | RenameRefusal {
  const abbreviated = stateByAbbreviation(written);
  const [state, ...others] = abbreviated ? [abbreviated] : statesByName(written);
  if (state && others.length === 0) return { state };
  if (state) {
    return { refusal: `Several states bear the name “${written}”.${didYouMean([state, ...others])}` };
  }
  const near = nearestStates(written).map(({ state: other }) => other);
  return { refusal: `“${written}” is not the COW code of a state.${didYouMean(near)}` };
}

function didYouMean(states: readonly State[]): string {
  if (states.length === 0) return ' Write a code of the COW list, such as 365.';
  const labels = states.map(stateLabel);
  const last = labels.at(-1) ?? '';
  const listed = labels.length === 1 ? last : `${labels.slice(0, -1).join(', ')} or ${last}`;
  return ` Did you mean ${listed}?`;
}

function bySheet(changes: readonly { readonly uri: string; readonly edit: TextEdit }[]): SheetEdits[] {
  const sheets = new Map<string, TextEdit[]>();
  for (const { uri, edit } of changes) {
    const edits = sheets.get(uri);
    if (edits) edits.push(edit);
    else sheets.set(uri, [edit]);
  }
  return Array.from(sheets, ([uri, edits]) => ({
    uri,
    edits: edits.sort((a, b) => comparePositions(a.range.start, b.range.start)),
  }));
}
