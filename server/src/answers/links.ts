import { lineStartBefore, type Span } from '../syntax';

/** A web address in an answer. */
export interface Link extends Span {
  /** The address as written, white space inside a torn one included. */
  readonly text: string;
  /** The part after the tear, where white space cut the address in two. */
  readonly torn?: Span;
  /** True where nothing else stands on its line. */
  readonly alone: boolean;
}

const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"\u201c\u201d]+/gi;
/** White space as a line end or a lost character leaves it: never a blank line. */
const TEAR = /[ \t]*(?:[ \t\u00a0]|\r\n|\n|\r)[ \t]*/y;
/** What goes on as a path goes on: `relations/political/`, `report.pdf`. */
const PATH_TAIL =
  /(?:[\w%~-]+(?:\.[\w%~-]+)*\/(?:[\w%~.?=&#/-]*[\w/=])?|[\w%~-]+\.(?:html?|pdf|php|aspx?|docx?|jsp))(?=$|[\s),.;\]"\u201d])/iy;
const WORDS_WITH_SLASH = /^(?:and\/or|either\/or|n\/a|his\/her|he\/she|\d+\/\d+(?:\/\d+)?)/i;

/** All web addresses between two offsets, torn ones joined into one. Linear in the stretch. */
export function readLinks(text: string, start: number, end: number): Link[] {
  const stretch = text.slice(start, end);
  const links: Link[] = [];
  ADDRESS.lastIndex = 0;
  for (let match = ADDRESS.exec(stretch); match; match = ADDRESS.exec(stretch)) {
    const address = match[0].replace(/[.,;:!?'"\u2019)\]}>]+$/, '');
    const from = match.index;
    const firstEnd = from + address.length;
    const torn = address.length === match[0].length ? tailAfterTear(stretch, firstEnd) : undefined;
    const to = torn?.end ?? firstEnd;
    links.push({
      start: start + from,
      end: start + to,
      text: stretch.slice(from, to),
      ...(torn && { torn: { start: start + torn.start, end: start + torn.end } }),
      alone: standsAlone(text, start, end, start + from, start + to),
    });
    ADDRESS.lastIndex = to;
  }
  return links;
}

function tailAfterTear(stretch: string, from: number): Span | undefined {
  TEAR.lastIndex = from;
  if (!TEAR.test(stretch)) return undefined;
  const start = TEAR.lastIndex;
  PATH_TAIL.lastIndex = start;
  const tail = PATH_TAIL.exec(stretch);
  if (!tail || WORDS_WITH_SLASH.test(tail[0])) return undefined;
  return { start, end: start + tail[0].length };
}

function standsAlone(text: string, start: number, end: number, from: number, to: number): boolean {
  const before = text.slice(Math.max(start, lineStartBefore(text, from)), from);
  const after = /^[^\n\r]*/.exec(text.slice(to, Math.min(end, to + 200)))?.[0] ?? '';
  return before.trim() === '' && after.trim() === '';
}

/** Two addresses that differ in nothing but white space, underscores and hyphens. */
export function isSameAddress(a: Link, b: Link): boolean {
  const folded = (link: Link): string =>
    link.text
      .replace(/[\s_-]|%20/g, '')
      .replace(/\/$/, '')
      .toLowerCase();
  return folded(a) === folded(b);
}
