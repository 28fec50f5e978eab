import type { DocumentLink } from 'vscode-languageserver-types';
import { addressKey, readLinks, type Link, type Sheet } from '../answers';
import { isLineEnd, type Span } from '../syntax';
import { atopIdMentions } from './atopIds';
import { citations, type Citation } from './citations';
import { rangeOf, type SheetDocument } from './sheetDocument';

export interface DocumentLinkOptions {
  /** The sheet of another alliance, as a URI; `undefined` where none is known. */
  readonly sheetUri?: ((id: string) => string | undefined) | undefined;
}

/**
 * What leads somewhere: web addresses, citations of the United Nations' and the League's treaty series,
 * and the IDs of alliances whose sheets the caller knows. No address that is not http or https.
 */
export function documentLinks(
  sheetDocument: SheetDocument,
  { sheetUri }: DocumentLinkOptions = {},
): DocumentLink[] {
  const { sheet, document } = sheetDocument;
  const addresses = links(sheet);
  const whole = new Map(addresses.filter(({ torn }) => !torn).map(link => [addressKey(link), link.text]));
  const told: Told[] = [
    ...addresses.flatMap(link => linkTo(link, whole)),
    ...citations(sheet).map(citation => ({ span: citation, ...citationTarget(citation) })),
    ...atopIdMentions(sheet).flatMap(mention => {
      const target = mention.isOwn ? undefined : sheetUri?.(mention.id);
      if (target === undefined || target === document.uri) return [];
      return { span: mention, target, tooltip: `Open the sheet of ATOP ${mention.id}` };
    }),
  ];
  return told
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ span, target, tooltip }) => ({ range: rangeOf(sheetDocument, span), target, tooltip }));
}

interface Target {
  readonly target: string;
  readonly tooltip: string;
}

interface Told extends Target {
  readonly span: Span;
}

/** The addresses of the answers, and those that stand outside of them. */
function links({ text, tree, answers }: Sheet): Link[] {
  const outside = tree.children.flatMap(({ children }) =>
    children.filter(({ kind }) => kind === 'stray' || kind === 'log'),
  );
  return [
    ...answers.flatMap(answer => answer.links),
    ...outside.flatMap(({ start, end }) => readLinks(text, start, end)),
  ];
}

/** `whole` holds the addresses that are not torn, by their keys. */
function linkTo(link: Link, whole: ReadonlyMap<string, string>): Told[] {
  const address = link.torn ? (whole.get(addressKey(link)) ?? joined(link, link.torn)) : link.text;
  const target = webAddress(address);
  if (target === undefined) return [];
  return [
    {
      span: link,
      target,
      tooltip: link.torn ? `Open ${address} (torn in this sheet)` : 'Open in the browser',
    },
  ];
}

/**
 * What the address was before it was torn: a line's end tears it and leaves nothing out; a blank stands
 * for the underscore that the underlining of a PDF's links hides.
 */
function joined(link: Link, tail: Span): string {
  const gap = link.text.slice(0, tail.start - link.start).replace(/^.*\S/su, '');
  const filler = Array.from(gap).some(character => isLineEnd(character.charCodeAt(0))) ? '' : '_';
  return link.text.replace(/\s+/g, filler);
}

/** The address as a URI, if it is one of the web's. */
function webAddress(address: string): string | undefined {
  const written = /^www\./i.test(address) ? `http://${address}` : address;
  const url = URL.canParse(written) ? new URL(written) : undefined;
  return url?.protocol === 'http:' || url?.protocol === 'https:' ? url.href : undefined;
}

const COLLECTION = 'https://treaties.un.org';

/** A volume's scan is at an address of its own; of a treaty known by its number alone only the search is. */
function citationTarget({ series, number, volume, page }: Citation): Target {
  const isLeague = series === 'LNTS';
  const name = isLeague ? 'League of Nations Treaty Series' : 'United Nations Treaty Series';
  if (volume !== undefined) {
    const folder = isLeague ? 'UNTS/LON' : 'UNTS';
    const place = [number === undefined ? '' : `no. ${number}`, page === undefined ? '' : `page ${page}`]
      .filter(part => part !== '')
      .join(', ');
    return {
      target: `${COLLECTION}/doc/Publication/${folder}/Volume%20${volume}/v${volume}.pdf`,
      tooltip: `Open volume ${volume} of the ${name}${place === '' ? '' : ` (look for ${place})`}: a large PDF of the UN Treaty Collection, at the address that its volumes usually have`,
    };
  }
  return {
    target: isLeague
      ? `${COLLECTION}/Pages/LONOnline.aspx?clang=_en`
      : `${COLLECTION}/Pages/AdvanceSearch.aspx?tab=UNTS&clang=_en`,
    tooltip: `Open the search of the ${name} and look there for registration number ${number ?? ''}: no address leads from a number to its treaty`,
  };
}
