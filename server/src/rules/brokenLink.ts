import { addressKey, type Link } from '../answers';
import { replace } from './sheetEdits';
import { joinTorn, linkedAnswers, linksByAddress, type PlacedLink } from './tornLinks';
import type { Fix, Rule } from './types';

/** A web address that white space cuts in two, so that it leads nowhere. */
export const brokenLink: Rule = {
  id: 'broken-link',
  severity: 'information',
  *check(sheet) {
    const linked = linkedAnswers(sheet);
    let whole: ReadonlyMap<string, PlacedLink> | undefined;
    const wholeCopyOf = (link: Link): Link | undefined => {
      whole ??= linksByAddress(linked, 'whole');
      return whole.get(addressKey(link))?.link;
    };
    for (const { links } of linked) {
      for (const link of links) {
        if (!link.torn) continue;
        yield {
          start: link.start,
          end: link.end,
          message: 'This link is torn by white space and leads nowhere.',
          fixes: () => fixes(link, wholeCopyOf(link)),
        };
      }
    }
  },
};

/** `copy` is a whole link of the sheet that the torn one was. */
function fixes(link: Link, copy: Link | undefined): Fix[] {
  if (copy) {
    return [
      { title: `Join the link: ${copy.text}`, changes: [joinTorn(link, copy)], preferred: true, safe: true },
    ];
  }
  // What stood in the gap is lost: an underscore where a PDF underlines links, or nothing at all.
  return [...new Set(['_', '', '%20'].map(filler => link.text.replace(/\s+/g, filler)))].map(joined => ({
    title: `Join the link: ${joined}`,
    changes: [replace(link, joined)],
  }));
}
