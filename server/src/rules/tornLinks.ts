import { addressKey, type Answer, type Link, type Sheet } from '../answers';
import { replace } from './sheetEdits';
import type { TextChange } from './types';

export interface PlacedLink {
  readonly answer: Answer;
  readonly link: Link;
}

export type LinksByAddress = ReadonlyMap<string, PlacedLink>;

const wholes = new WeakMap<Sheet, LinksByAddress>();

/** The first link of a sheet with each address, of those that are whole. */
export function wholeLinksOf(sheet: Sheet): LinksByAddress {
  let whole = wholes.get(sheet);
  if (!whole) {
    whole = linksByAddress(sheet.linked, 'whole');
    wholes.set(sheet, whole);
  }
  return whole;
}

/** The first link in the answers with each address, of those that white space cut in two or the whole ones. */
export function linksByAddress(answers: readonly Answer[], which: 'torn' | 'whole'): LinksByAddress {
  const links = new Map<string, PlacedLink>();
  for (const answer of answers) {
    for (const link of answer.links) {
      if ((link.torn !== undefined) !== (which === 'torn')) continue;
      const address = addressKey(link);
      if (!links.has(address)) links.set(address, { answer, link });
    }
  }
  return links;
}

/** Writes the torn link as its whole copy has it. */
export function joinTorn(torn: Link, copy: Link): TextChange {
  return replace(torn, copy.text);
}
