import { addressKey, type Answer, type Link, type Sheet } from '../answers';
import { replace } from './sheetEdits';
import type { TextChange } from './types';

export interface PlacedLink {
  readonly answer: Answer;
  readonly link: Link;
}

/** The answers that hold links. */
export function linkedAnswers(sheet: Sheet): readonly Answer[] {
  return sheet.answers.filter(answer => answer.links.length > 0);
}

/** The first link in the answers with each address, among those that white space cut in two or the whole ones. */
export function linksByAddress(
  answers: readonly Answer[],
  which: 'torn' | 'whole',
): ReadonlyMap<string, PlacedLink> {
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
