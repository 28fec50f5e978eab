import type { Answer, Sheet } from '../answers';
import type { Span } from '../syntax';

/** The ID of an alliance where a sheet writes it. */
export interface AtopIdMention extends Span {
  /** `3150`, `1020.1`. */
  readonly id: string;
  /** True for the sheet's own ID, in its first question. */
  readonly isOwn: boolean;
}

const ID = String.raw`\d{4}(?:\.\d{1,2})?(?![\d.]\d|\w|/\d)`;
/** More IDs behind the first: `ATOP 3150, 3155 and 3160`. */
const MORE = String.raw`(?:\s{0,3}(?:,|;|&|\band\b|\bor\b|,\s{1,2}and\b)\s{1,3}${ID}){0,20}`;
/** `ATOP 2018 data` speaks of the project, not of an alliance. */
const NO_ALLIANCE = String.raw`(?!\s{1,3}(?:data|dataset|codebook|version|coding|release|project)\b)`;
const NAMED = new RegExp(
  String.raw`\bATOP(?:\s?IDs?)?(?:\s{0,2}(?:[:#]|nos?\.?|numbers?))?\s{0,3}(?<ids>${ID}${MORE})${NO_ALLIANCE}`,
  'gi',
);
const SEEN = new RegExp(String.raw`\bsee(?:\s{1,3}also)?\s{1,3}(?<ids>${ID}${MORE})${NO_ALLIANCE}`, 'gi');

/** `ATOP3150`, `see 3150` */
const SHORTEST_MENTION = 8;
const LEADS = /\b(?:ATOP|see\b)/i;

/** The questions about other treaties, where `see 3150` can only mean an alliance. */
const ABOUT_TREATIES = { first: 44, last: 49 };

/** Every ATOP ID that the sheet's answers and its log name, in order. Linear in the text. */
export function atopIdMentions(sheet: Sheet): AtopIdMention[] {
  const { log } = sheet.tree;
  return [
    ...sheet.answers.flatMap(answer => mentionsInAnswer(sheet.text, answer)),
    ...(log ? mentionsBy(NAMED, sheet.text, log) : []),
  ];
}

function mentionsInAnswer(text: string, answer: Answer): AtopIdMention[] {
  if (answer.question.kind === 'atop-id') {
    const id = answer.reading.kind === 'atop-id' ? answer.reading.id : undefined;
    return id ? [{ start: id.start, end: id.end, id: id.value, isOwn: true }] : [];
  }
  // Most answers are shorter than any mention, and most others hold no word that leads to one.
  if (answer.text.length < SHORTEST_MENTION || !LEADS.test(answer.text)) return [];
  const named = mentionsBy(NAMED, text, answer);
  const { number } = answer.question;
  if (number < ABOUT_TREATIES.first || number > ABOUT_TREATIES.last) return named;
  return [...named, ...mentionsBy(SEEN, text, answer)].sort((a, b) => a.start - b.start);
}

function mentionsBy(form: RegExp, text: string, { start, end }: Span): AtopIdMention[] {
  const mentions: AtopIdMention[] = [];
  for (const match of text.slice(start, end).matchAll(form)) {
    const ids = match.groups?.['ids'] ?? '';
    const idsStart = start + match.index + match[0].indexOf(ids);
    for (const id of ids.matchAll(/\d{4}(?:\.\d{1,2})?/g)) {
      const from = idsStart + id.index;
      mentions.push({ start: from, end: from + id[0].length, id: id[0], isOwn: false });
    }
  }
  return mentions;
}
