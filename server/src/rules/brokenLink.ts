import type { Link, Sheet } from '../answers';
import { replace } from './sheetEdits';
import { joinTorn, tornLinks, wholeCopyOf } from './tornLinks';
import type { Fix, Rule } from './types';

/** A web address that white space cuts in two, so that it leads nowhere. */
export const brokenLink: Rule = {
  id: 'broken-link',
  severity: 'information',
  *check(sheet) {
    for (const { link } of tornLinks(sheet)) {
      yield {
        start: link.start,
        end: link.end,
        message: 'This link is torn by white space and leads nowhere.',
        fixes: () => fixes(sheet, link),
      };
    }
  },
};

function fixes(sheet: Sheet, link: Link): Fix[] {
  const copy = wholeCopyOf(sheet, link);
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
