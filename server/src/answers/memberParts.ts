import { nearestNameOf, nearestStates } from '../reference';
import { withAliases, withJoinedNames } from './joinedNames';
import { isNotApplicable } from './marks';
import type { Cell, Token } from './memberCells';
import { nameNotKnown, writtenCode, type WrittenCode, type WrittenName } from './memberEntries';
import { withoutCounts, withoutMarks } from './memberNumbers';

/** Either a code or a name. */
export type Part =
  | { readonly code: WrittenCode; readonly name: undefined }
  | { readonly code: undefined; readonly name: WrittenName };

/** The cell's codes and names; words beside a bare code, or alone in their cell, are a name not known. */
export function partsOf(text: string, cell: Cell): Part[] {
  const hasName = cell.tokens.some(token => token.kind === 'name');
  const misspelt = hasName ? undefined : misspeltName(text, cell);
  // The code of `2 Untied States` counts no states.
  const tokens = misspelt
    ? cell.tokens
    : withJoinedNames(text, withAliases(text, withoutMarks(text, withoutCounts(text, cell.tokens))));
  const unknown = hasName ? undefined : (misspelt ?? unknownName(text, tokens));
  const parts: Part[] = [];
  for (const token of tokens) {
    if (token.kind === 'code') parts.push({ code: writtenCode(token), name: undefined });
    else if (token.kind === 'name') {
      const { start, end, states, isAbbreviation } = token;
      const name = { start, end, text: text.slice(start, end), states, isAbbreviation };
      parts.push({ code: undefined, name });
    } else if (unknown?.start === token.start) parts.push({ code: undefined, name: unknown });
  }
  return parts;
}

/** `370 belarrus`, `2 nited States`: all words beside a code, where they are nearly its state's name. */
function misspeltName(text: string, { tokens }: Cell): WrittenName | undefined {
  const [code, ...others] = tokens.filter(({ kind }) => kind === 'code');
  const words = tokens.filter(({ kind }) => kind === 'word');
  const [first, last] = [words[0], words.at(-1)];
  if (code?.kind !== 'code' || others.length > 0 || !first || !last || words.length > MAX_NAME_WORDS)
    return undefined;
  if (first.start < code.start && code.start < last.end) return undefined;
  const { state } = writtenCode(code);
  const name = text.slice(first.start, last.end);
  return state && nearestNameOf(state, name) ? nameNotKnown(first.start, last.end, name) : undefined;
}

const LINKING_WORDS = new Set(['of', 'the', 'and', 'de', 'da', 'di', 'la']);
const NO_STATES =
  /^(?:members?|original|founding|initial|later|additional|other|signator(?:y|ies)|part(?:y|ies)|states?|countr(?:y|ies)|nations?|joined|left|withdr[ae]wn?|entry|exit|from|until|dates?|signature|signed|ratified|acce(?:ssion|ded)|names?|codes?|see|note|notes|version|all|none|unknown|yes|no|bilateral|multilateral|treaty|pact|agreement|convention|charter|protocol|article|alliance|entente|league|organi[sz]ation|council|conference|community|group|bloc|powers?|only|cow|ccode|nato|oas|oau|au|eu|un|cis|csto|seato|cento|anzus|weu|osce|ecowas|sadc|ecsc|asean)$/i;

/** Names have up to eight: `United Provinces of the Rio de la Plata`. */
const MAX_NAME_WORDS = 8;

function unknownName(text: string, tokens: readonly Token[]): WrittenName | undefined {
  const besideCode = tokens.some(({ kind }) => kind === 'code');
  const run: Token[] = [];
  for (const token of tokens) {
    if (token.kind !== 'word') {
      if (run.length > 0) break;
      continue;
    }
    const word = text.slice(token.start, token.end);
    const continues = run.length > 0 && LINKING_WORDS.has(word.toLowerCase());
    if (!continues && !/^\p{Lu}/u.test(word) && !(run.length === 0 && isNearAState(word))) {
      // Prose that goes on after a capital is no name.
      if (!besideCode) return undefined;
      break;
    }
    run.push(token);
  }
  const first = run[0];
  const last = run.at(-1);
  if (!first || !last || run.length > MAX_NAME_WORDS) return undefined;
  const name = text.slice(first.start, last.end);
  if (!besideCode && isLabel(text, last.end) && nearestStates(name, 1).length === 0) return undefined;
  if (
    run.some(token => NO_STATES.test(text.slice(token.start, token.end))) ||
    isNotApplicable(name) ||
    !/\p{L}{3}/u.test(name)
  )
    return undefined;
  return nameNotKnown(first.start, last.end, name);
}

/** `Guarantors: 200 UK, 220 France`; but `Ruritania: 370` is a name with its code. */
function isLabel(text: string, end: number): boolean {
  const behind = text.slice(end, end + 16);
  return /^[ \t]*:/.test(behind) && !/^[ \t]*:[ \t]*\d{1,4}[ \t]*(?:[\n\r,;]|$)/.test(behind);
}

function isNearAState(word: string): boolean {
  return word.length > 4 && nearestStates(word, 1).length > 0;
}
