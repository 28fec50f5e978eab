import { addressKey, type Answer, type Link, type Sheet } from '../answers';
import { isLineEnd, isSpace } from '../syntax';
import { joinTorn, linksByAddress, type LinksByAddress } from './tornLinks';
import type { Fix, SheetRule, TextChange } from './types';

/**
 * The loose link that a PDF's text layer leaves behind: a link alone on its line, or the double of
 * one that is torn elsewhere, in an answer that a link cannot belong to.
 */
export const strayLink: SheetRule = {
  id: 'stray-link',
  severity: 'information',
  looksAt: ({ links }) => links.length > 0,
  *check(sheet) {
    const { linked } = sheet;
    let torn: LinksByAddress | undefined;
    for (const answer of linked) {
      for (const link of answer.links) {
        if (link.torn || link.end < answer.end || link.start === answer.start) continue;
        torn ??= linksByAddress(linked, 'torn');
        const double = torn.size > 0 ? torn.get(addressKey(link)) : undefined;
        // `See http://…` is the coder's own, also where the link is torn elsewhere.
        if (!isLoose(answer, link) && !(double && link.alone)) continue;
        yield {
          start: link.start,
          end: link.end,
          message: double
            ? `This link is the loose copy of the one torn in question ${double.answer.question.number}; it is no part of this answer.`
            : 'A loose link, as a PDF leaves them behind; it is no part of this answer.',
          unnecessary: true,
          related: double
            ? [{ start: double.link.start, end: double.link.end, message: 'The link is torn here.' }]
            : [],
          fixes: () => fixes(sheet, link, double?.link),
        };
      }
    }
  },
};

/** At the end of an answer that is complete without it: a value, a code, a bare Yes or No. */
function isLoose(answer: Answer, link: Link): boolean {
  switch (answer.reading.kind) {
    case 'values':
    case 'members':
    case 'atop-id':
    case 'cow-alliance':
      return true;
    case 'yes-no':
      return (
        link.alone && answer.reading.word !== undefined && answer.reading.description.start === link.start
      );
    case 'dates':
    case 'text':
      return false;
  }
}

/** The loose copy tells how the torn one read, so it only goes once that is mended too. */
function fixes(sheet: Sheet, link: Link, torn: Link | undefined): Fix[] {
  const removal = remove(sheet.text, link);
  if (!torn) return [{ title: 'Remove the loose link', changes: [removal], preferred: true }];
  return [
    {
      title: 'Remove the loose link and mend the torn one with it',
      changes: [joinTorn(torn, link), removal],
      preferred: true,
      safe: true,
    },
    { title: 'Remove the loose link', changes: [removal] },
  ];
}

/** The link with the white space before it, so that the answer ends where the coder ended it. */
function remove(text: string, link: Link): TextChange {
  let { start } = link;
  while (start > 0 && (isSpace(text.charCodeAt(start - 1)) || isLineEnd(text.charCodeAt(start - 1)))) start--;
  return { start, end: link.end, newText: '' };
}
