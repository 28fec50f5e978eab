import { addressKey, type Link } from '../answers';
import { foundIn } from './found';
import { replace } from './sheetEdits';
import { joinTorn, wholeLinksOf } from './tornLinks';
import type { AnswerRule, Fix } from './types';

/** A web address that white space cuts in two, so that it leads nowhere. */
export const brokenLink: AnswerRule = {
  id: 'broken-link',
  severity: 'information',
  kind: 'any',
  checkAnswer: ({ links }, sheet) =>
    foundIn(links, link => {
      if (!link.torn) return undefined;
      return {
        start: link.start,
        end: link.end,
        message: 'This link is torn by white space and leads nowhere.',
        fixes: () => fixes(link, wholeLinksOf(sheet).get(addressKey(link))?.link),
      };
    }),
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
