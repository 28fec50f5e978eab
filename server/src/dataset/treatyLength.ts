import { isEndless, readDurations, type Duration } from './durations';
import { isSettled, readOnce, type Settled, type SheetFacts } from './sheetFacts';
import { denies, doubts, excerpt } from './wording';
import { yesOrNo } from './yesNo';

/** How long a treaty is to last, as question 10 has it. */
export type TreatyLength =
  /** The treaty is silent. */
  | { readonly kind: 'none' }
  /** Without an end: there is no number of months. */
  | { readonly kind: 'endless' }
  | { readonly kind: 'months'; readonly months: number };

const LENGTH = 10;

export const treatyLength = readOnce((facts: SheetFacts): Settled<TreatyLength> => {
  const given = facts.answer(LENGTH);
  if (!isSettled(given)) return given;
  const answer = given.is;
  if (answer.reading.kind !== 'yes-no' || answer.isNotApplicable || answer.reading.word?.value === 'no') {
    const said = yesOrNo(facts, LENGTH);
    return isSettled(said) ? { is: { kind: 'none' } } : said;
  }
  const { description } = answer.reading;
  const text = facts.sheet.text.slice(description.start, description.end).slice(0, MAX_LENGTH);
  return describedLength(text) ?? { unsettled: `Question ${LENGTH} is answered “${excerpt(answer.text)}”.` };
});

/** A length that stands further into an answer than this is not what the answer is about. */
const MAX_LENGTH = 2000;

/** `undefined` where the description gives no length, or more than one that could be meant. */
function describedLength(text: string): { readonly is: TreatyLength } | undefined {
  if (doubts(text) || ENDS_WITH_AN_EVENT.test(text)) return undefined;
  const terms = readDurations(text).filter(duration => !isOfNoticeOrRenewal(text, duration));
  const [first] = terms;
  if (!first) return isEndless(text) ? { is: { kind: 'endless' } } : undefined;
  const { months } = first;
  if (months === undefined || terms.some(term => term.months !== months) || isEndless(text)) return undefined;
  const before = text.slice(0, first.start);
  if (!LEADS_TO_A_TERM.test(before) || BOUNDS.test(before) || denies(before)) return undefined;
  return { is: { kind: 'months', months } };
}

/** The treaty then lasts as long as something else does. */
const ENDS_WITH_AN_EVENT =
  /\b(?:until|till|(?:as|so)\s{1,4}long\s{1,4}as|whichever|(?:duration|course|end|close|conclusion)\s{1,4}of\s{1,4}(?:(?:the|this|a)\s{1,4})?(?:present\s{1,4}|current\s{1,4})?(?:war|conflict|hostilities|peace))\b/i;

/** Straight before the length: the answer's beginning, or words that say what lasts so long. */
const LEADS_TO_A_TERM =
  /(?:^[^\p{L}\p{N}]*|\b(?:for|lasts?|lasting|is|are|be|duration|length|term|period|valid|force|effect|initially|(?:duration|length|term|period|validity)\s{1,4}of)[\s:,–-]{1,4})(?:(?:for|a|an|the|first|initial|fixed|full|term|period|of)\s{1,4}){0,6}$/iu;

const BOUNDS =
  /\b(?:at\s{1,4}least|at\s{1,4}most|minimum|maximum|(?:not|no)\s{1,4}(?:less|more|longer|later|fewer)\s{1,4}than|less\s{1,4}than|more\s{1,4}than|longer\s{1,4}than|up\s{1,4}to|over|about|around|some|every|after)\b[^.;]{0,40}$/i;

/** `one year’s notice`, `six months before`, `renewed for five years`: lengths of something else. */
function isOfNoticeOrRenewal(text: string, { start, end }: Duration): boolean {
  return (
    /^['\u2019]?s?['\u2019]?[\s,]{0,4}(?:(?:of|written|prior|advance|previous)\s{1,4}){0,3}(?:notice|notification|denunciation|before|prior|previous|in\s{1,4}advance|renewals?|extensions?|prolongations?)\b/i.test(
      text.slice(end, end + 60),
    ) ||
    /\b(?:notice|notif\w{1,12}|denounc\w{1,4}|denunciation|renounc\w{1,4}|withdr\w{1,8}|renew\w{0,6}|exten(?:d\w{0,3}|sions?)|prolong\w{0,6}|prorog\w{0,5}|successive|automatic(?:ally)?|within)\b[^.;]{0,60}$/i.test(
      text.slice(Math.max(0, start - 100), start),
    )
  );
}
