import type { Sheet } from '../answers';
import type { Span } from '../syntax';

/** A reference to a treaty in the series of the United Nations or of the League of Nations. */
export interface Citation extends Span {
  readonly series: 'UNTS' | 'LNTS';
  /** The treaty's registration number. */
  readonly number: number | undefined;
  readonly volume: number | undefined;
  /** The page of the volume on which the treaty begins. */
  readonly page: number | undefined;
}

const CITATION_QUESTION = 59;

const SERIES = String.raw`(?:U\.?N\.?T\.?S\b\.?|L\.?N\.?T\.?S\b\.?|United\s{1,4}Nations,?\s{1,4}Treaty\s{1,4}Series|League\s{1,4}of\s{1,4}Nations,?\s{1,4}Treaty\s{1,4}Series)`;
const GAP = String.raw`[\s,;]{0,4}`;
const PART = [
  String.raw`(?:nos?|number|reg(?:istration)?(?:\s{1,2}nos?)?|#)[.:]?\s{0,2}(?:I{1,2}[-\u2013])?\d{1,6}\b`,
  String.raw`I{1,2}[-\u2013]\d{1,6}\b`,
  String.raw`vol(?:ume)?s?[.:]?\s{0,2}\d{1,4}\b`,
  String.raw`(?:pp?|pages?)[.:]?\s{0,2}\d{1,4}(?:[-\u2013]\d{1,4})?\b`,
  String.raw`\(?\d{1,4}\s?:\s?\d{1,4}\)?`,
  String.raw`\d{1,6}\b(?![.:/]\d)`,
].join('|');

/**
 * `35 UNTS 12`; `UNTS no. 35237 (2038:23)`, `United Nations, Treaty Series, vol. 402, p. 71`; and the
 * registration number by itself, `I-35237`. Every repetition is bounded, so that a scan is linear.
 */
const CITATION = new RegExp(
  [
    String.raw`(?<![\w.:/-])(?<volume>\d{1,4})\s{1,3}(?<between>${SERIES})[\s,]{0,3}(?:pp?\.?\s{0,2})?(?<page>\d{1,4})(?![\w/]|\s?:\s?\d)`,
    String.raw`\b(?<series>${SERIES})(?<parts>(?:${GAP}(?:${PART})){1,4})`,
    String.raw`(?<![\w-])I{1,2}[-\u2013](?<alone>\d{1,6})(?![\w.-])`,
  ].join('|'),
  'gi',
);

const PARTS = new RegExp(PART, 'gi');

const citationsIn = new WeakMap<Sheet, readonly Citation[]>();

/** Every citation in the sheet's answers and its log, in order; read once for each sheet. */
export function citations(sheet: Sheet): readonly Citation[] {
  const known = citationsIn.get(sheet);
  if (known) return known;
  const { log } = sheet.tree;
  const found = [
    ...sheet.answers.flatMap(({ start, end, question }) =>
      readCitations(sheet.text, start, end, question.number === CITATION_QUESTION),
    ),
    ...(log ? readCitations(sheet.text, log.start, log.end, false) : []),
  ];
  citationsIn.set(sheet, found);
  return found;
}

/** A number such as `I-541` is a treaty's where treaties are cited; elsewhere a short one may be anything. */
const LONG_NUMBER = 1000;

function readCitations(text: string, start: number, end: number, areAsked: boolean): Citation[] {
  const found: Citation[] = [];
  for (const match of text.slice(start, end).matchAll(CITATION)) {
    const span = { start: start + match.index, end: start + match.index + match[0].length };
    const citation = readCitation(match, span, areAsked);
    if (citation) found.push(citation);
  }
  return found;
}

function readCitation(match: RegExpExecArray, span: Span, areAsked: boolean): Citation | undefined {
  const { volume, between, page, series, parts, alone } = match.groups ?? {};
  if (alone !== undefined) {
    const number = Number(alone);
    if (!areAsked && number < LONG_NUMBER) return undefined;
    return { ...span, series: 'UNTS', number, volume: undefined, page: undefined };
  }
  const name = between ?? series ?? '';
  const numbers =
    volume === undefined
      ? numbersIn(parts ?? '')
      : { number: undefined, volume: Number(volume), page: Number(page) };
  // A page by itself leads nowhere.
  if (numbers.number === undefined && numbers.volume === undefined) return undefined;
  return { ...span, series: /^L/i.test(name) ? 'LNTS' : 'UNTS', ...numbers };
}

interface Numbers {
  number: number | undefined;
  volume: number | undefined;
  page: number | undefined;
}

/** The numbers behind the series' name: each by the word before it, a bare one by what is known already. */
function numbersIn(parts: string): Numbers {
  const numbers: Numbers = { number: undefined, volume: undefined, page: undefined };
  for (const [part] of parts.matchAll(PARTS)) {
    const [first, second] = (part.match(/\d+/g) ?? []).map(Number);
    if (part.includes(':') && second !== undefined) {
      numbers.volume ??= first;
      numbers.page ??= second;
    } else if (/^v/i.test(part)) numbers.volume ??= first;
    else if (/^p/i.test(part)) numbers.page ??= first;
    else if (/^\d/.test(part) && numbers.volume !== undefined) numbers.page ??= first;
    else numbers.number ??= first;
  }
  return numbers;
}
