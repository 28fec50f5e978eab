import { addressKey, readLinks, readSheet, type Sheet } from '../answers';
import type { Instrument } from '../instrument';
import { findingsOf, rules, type RuleSeverities, type TextChange } from '../rules';
import { applyChanges, fixAll } from '../rules/fixAll';

export interface MendedLink {
  /** The question whose answer holds it. */
  readonly question: number;
  readonly message: string;
}

/** Of all rules only those of links: a coder's words are not an import's to change. */
const LINKS_ALONE: RuleSeverities = Object.fromEntries(
  rules.filter(({ id }) => id !== 'broken-link' && id !== 'stray-link').map(({ id }) => [id, 'off'] as const),
);

/** No rule of links asks for the day. */
const CONTEXT = { today: '' };

/**
 * Joins links that white space tore, where it is known how they read: from the loose copy that stands
 * elsewhere in the sheet, and then goes, or from the addresses that the pages' links lead to.
 */
export function mendLinks(
  text: string,
  instrument: Instrument,
  addresses: readonly string[],
): { readonly text: string; readonly mended: readonly MendedLink[] } {
  const sheet = readSheet(text, instrument);
  const withCopies = fixAll(sheet, CONTEXT, LINKS_ALONE).text;
  const mended = mendedByCopies(sheet);
  const known = new Map(
    addresses.flatMap(address =>
      readLinks(address, 0, address.length).map(link => [addressKey(link), link.text] as const),
    ),
  );
  const joined: TextChange[] = [];
  for (const { question, links } of readSheet(withCopies, instrument).answers) {
    for (const link of links) {
      const address = link.torn && known.get(addressKey(link));
      if (address === undefined) continue;
      joined.push({ start: link.start, end: link.end, newText: address });
      mended.push({ question: question.number, message: `A torn link joined: ${address}` });
    }
  }
  return { text: applyChanges(withCopies, joined), mended };
}

function mendedByCopies(sheet: Sheet): MendedLink[] {
  return findingsOf(sheet, CONTEXT, LINKS_ALONE).flatMap(({ rule, start, end, fixes }) => {
    const fix = fixes?.().find(({ safe }) => safe === true);
    const question = sheet.answers.findLast(answer => answer.start <= start)?.question.number;
    if (!fix || question === undefined) return [];
    const message =
      rule === 'stray-link'
        ? `The loose copy of a torn link left out: ${sheet.text.slice(start, end)}`
        : `A torn link joined: ${fix.changes[0]?.newText ?? ''}`;
    return [{ question, message }];
  });
}
