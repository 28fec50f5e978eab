import { isSameAddress, type Answer, type Link, type Sheet } from '../answers';
import { replace } from './sheetEdits';
import type { TextChange } from './types';

export interface TornLink {
  readonly answer: Answer;
  readonly link: Link;
}

/** The links of the sheet that white space cut in two. */
export function tornLinks(sheet: Sheet): TornLink[] {
  const torn: TornLink[] = [];
  for (const answer of sheet.answers) {
    for (const link of answer.links) if (link.torn) torn.push({ answer, link });
  }
  return torn;
}

/** A whole link elsewhere in the sheet that a torn one was, if there is one. */
export function wholeCopyOf(sheet: Sheet, torn: Link): Link | undefined {
  for (const answer of sheet.answers) {
    const copy = answer.links.find(link => !link.torn && isSameAddress(link, torn));
    if (copy) return copy;
  }
  return undefined;
}

/** Writes the torn link as its whole copy has it. */
export function joinTorn(torn: Link, copy: Link): TextChange {
  return replace(torn, copy.text);
}
