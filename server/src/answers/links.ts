import { isLineEnd, isSpace, type Span } from '../syntax';

/** A web address in an answer. */
export interface Link extends Span {
  /** The address as written, white space inside a torn one included. */
  readonly text: string;
  /** The part after the tear, where white space cut the address in two. */
  readonly torn?: Span;
  /** True where nothing else stands on its line. */
  readonly alone: boolean;
}

/** `www.a`; most answers are shorter. */
const SHORTEST_LINK = 5;
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"\u201c\u201d]+/gi;
/** White space as a line end or a lost character leaves it: never a blank line. */
const TEAR = /[ \t]*(?:[ \t\u00a0]|\r\n|\n|\r)[ \t]*/y;
/**
 * What goes on as a path goes on, `relations/political/`, `report.pdf`; a single slash within words is
 * prose: `and/or`, `Belarus/Kazakhstan`.
 */
const PATH_TAIL =
  /(?:[\w%~-]+(?:\.[\w%~-]+)*(?:\/[\w%~.?=&#-]+)*\/(?:[\w%~.?=&#-]+\/)*(?:[\w%~.?=&#-]*[\w=])?|[\w%~-]+\.(?:html?|pdf|php|aspx?|docx?|jsp))(?=$|[\s),.;\]"\u201d])/iy;
const PROSE_WITH_SLASH = /^[^/]+\/[^/]+$|^\d+(?:\/\d+)+$/;

/** All web addresses between two offsets, torn ones joined into one. Linear in the stretch. */
export function readLinks(text: string, start: number, end: number): Link[] {
  if (end - start < SHORTEST_LINK) return [];
  const stretch = text.slice(start, end);
  const links: Link[] = [];
  ADDRESS.lastIndex = 0;
  for (let match = ADDRESS.exec(stretch); match; match = ADDRESS.exec(stretch)) {
    const address = withoutSentenceEnd(match[0]);
    if (/\/\/$|^www$/i.test(address)) continue;
    const from = match.index;
    const firstEnd = from + address.length;
    const torn = address.length === match[0].length ? tailAfterTear(stretch, firstEnd) : undefined;
    const to = torn?.end ?? firstEnd;
    links.push({
      start: start + from,
      end: start + to,
      text: stretch.slice(from, to),
      ...(torn && { torn: { start: start + torn.start, end: start + torn.end } }),
      alone: isBlankBefore(stretch, from) && isBlankAfter(stretch, to),
    });
    ADDRESS.lastIndex = to;
  }
  return links;
}

const FILE = /\.(?:html?|pdf|php|aspx?|docx?|jsp)$/i;

/** The address without the punctuation of the sentence around it; brackets that it opened stay closed. */
function withoutSentenceEnd(address: string): string {
  let open = 0;
  for (const character of address) open += character === '(' ? 1 : character === ')' ? -1 : 0;
  let end = address.length;
  while (end > 0 && `.,;:!?'\u2019\u2026)]}`.includes(address.charAt(end - 1))) {
    if (address[end - 1] === ')' && open++ >= 0) break;
    end--;
  }
  return address.slice(0, end);
}

function tailAfterTear(stretch: string, from: number): Span | undefined {
  TEAR.lastIndex = from;
  if (!TEAR.test(stretch)) return undefined;
  const start = TEAR.lastIndex;
  PATH_TAIL.lastIndex = start;
  const tail = PATH_TAIL.exec(stretch);
  if (!tail || (PROSE_WITH_SLASH.test(tail[0]) && !FILE.test(tail[0]))) return undefined;
  return { start, end: start + tail[0].length };
}

function isBlankBefore(stretch: string, from: number): boolean {
  let at = from;
  while (at > 0 && isSpace(stretch.charCodeAt(at - 1)) && !isLineEnd(stretch.charCodeAt(at - 1))) at--;
  return at === 0 || isLineEnd(stretch.charCodeAt(at - 1));
}

function isBlankAfter(stretch: string, from: number): boolean {
  let at = from;
  while (at < stretch.length && isSpace(stretch.charCodeAt(at)) && !isLineEnd(stretch.charCodeAt(at))) at++;
  return at === stretch.length || isLineEnd(stretch.charCodeAt(at));
}

/** What an address is known by: two with the same key differ in nothing but white space, underscores and hyphens. */
export function addressKey({ text }: Link): string {
  return text
    .replace(/[\s_-]|%20/g, '')
    .replace(/\/$/, '')
    .toLowerCase();
}
