import { isoDay, type Answer, type DateReading } from '../answers';
import { agreedParts, type DateParts } from './dateParts';
import { isSettled, readOnce, type Settled, type SheetFacts } from './sheetFacts';
import { signature } from './signature';
import { doubts, excerpt, isQueried, withoutBrackets } from './wording';

const TERMINATION = 14;
const CAUSE = 15;

/** The last day of ATOP's data, version 4. */
const ATOP_CLOSES = '2016-12-31';

export type Termination =
  | { readonly kind: 'in-effect' }
  /** The alliance has ended; what is settled of the day, or why none of it is. */
  | { readonly kind: 'ended'; readonly on: Settled<DateParts> };

/** Whether the alliance has ended, and when, as question 14 has it. */
export const termination = readOnce((facts: SheetFacts): Settled<Termination> => {
  const given = facts.answer(TERMINATION);
  if (!isSettled(given)) return given;
  const answer = given.is;
  const shown = excerpt(answer.text);
  const unsettled = (why: string): Settled<Termination> => ({
    unsettled: `Question ${TERMINATION} is answered “${shown}”${why}`,
  });
  if (answer.isNotApplicable)
    return unsettled(', which says neither that the alliance ended nor that it goes on.');
  const own = plainText(answer);
  if (doubts(own) || isQueried(answer.text)) return unsettled(', which leaves the end in doubt.');
  if (SAYS_IN_EFFECT.test(own) && !NEGATED.test(own)) {
    if (SPEAKS_OF_AN_END.test(own) || namesAnEnd(answer, own))
      return unsettled(', which speaks of an end as well.');
    if (describesACause(facts))
      return unsettled(`, but question ${CAUSE} describes what ended the alliance.`);
    return { is: { kind: 'in-effect' } };
  }
  const end = endDate(answer, own);
  if (end === 'none') return unsettled(', in which no date of an end can be read.');
  if (end === 'several') return unsettled(', in which more than one date may be that of the end.');
  if (IN_EFFECT.test(own)) return unsettled(', which speaks of a time in effect as well.');
  return endedOn(facts, end);
});

/** An answer as the coder's own words: without brackets, addresses and the sources that it names. */
function plainText({ text, start, links }: Answer): string {
  let own = withoutBrackets(text);
  for (const link of links) {
    const length = link.end - link.start;
    own = own.slice(0, link.start - start) + ' '.repeat(length) + own.slice(link.end - start);
  }
  return own.replace(SOURCE, stretch => ' '.repeat(stretch.length));
}

/** `Source: Langer 1952, p. 725`, `according to the website of …`: up to the line's end. */
const SOURCE = /\b(?:sources?\b|according[ ]to\b|as[ ]per\b|cited[ ]in\b|cf\b)[^\n\r]*/gi;

/** The line of a later version of the data, `Version 4.0: …`, leads in what it says. */
const LEAD = String.raw`(?:^|[\n\r])\W{0,20}(?:version[ ]\d(?:\.\d{1,2})?\W{1,4})?`;

const IN_EFFECT = /\bin\s{1,4}(?:effect|force)\b/i;

const SAYS_IN_EFFECT = new RegExp(
  String.raw`${LEAD}(?:(?:the[ ])?(?:it|treaty|alliance|pact|agreement)[ ])?(?:is[ ]|was[ ]still[ ]|remains?[ ]|continues[ ](?:to[ ]be[ ])?)?(?:still[ ]|currently[ ]|remains[ ])?(?:in\s{1,4}(?:effect|force)|active)\b`,
  'i',
);

const NEGATED = /\b(?:no[ ]longer|not|never|ceased?)\b/i;

const SPEAKS_OF_AN_END =
  /\b(?:terminat\w{0,5}|ended|ends|ending|expir\w{1,5}|abrogat\w{1,4}|denounc\w{1,4}|dissol\w{1,6}|lapsed?|cancell?\w{1,6}|replaced|supersed\w{1,4}|until|withdr[ae]w\w{0,3}|broke\w{0,3}|violat\w{1,4})\b/i;

/** `In effect as of December 27, 2017` says when somebody looked; `In effect from 1921 to 1931` gives an end. */
const LOOKED_ON = /\b(?:as[ ]of|as[ ]at|at[ ](?:the[ ])?end[ ]of|on|in)[ ](?:the[ ]end[ ]of[ ])?$/i;

function namesAnEnd(answer: Answer, own: string): boolean {
  return datesOutside(answer, own).some(({ start }) => {
    const before = own.slice(Math.max(0, start - answer.start - 30), start - answer.start);
    return !LOOKED_ON.test(before.replace(/\s/g, ' '));
  });
}

function describesACause(facts: SheetFacts): boolean {
  const cause = facts.answer(CAUSE);
  if (!isSettled(cause) || cause.is.isNotApplicable) return false;
  return !/\b(?:in\s{1,4}(?:effect|force)|ongoing|not|never|still)\b|^\W*no\b|n['\u2019]t\b/i.test(
    cause.is.text,
  );
}

const LEADS_TO_AN_END = new RegExp(
  String.raw`^\W{0,20}(?:version[ ]\d(?:\.\d{1,2})?\W{1,4})?(?:(?:the[ ])?(?:it|treaty|alliance|pact|agreement)[ ])?(?:was[ ]|officially[ ]|formally[ ])?(?:(?:terminated|termination|ended|end|expired|dissolved|lapsed)(?:[ ]date)?\W{0,3}(?:on|in|as[ ]of|effective|by)?\W{0,3})?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\W{1,3}|(?:circa|ca?\.?|about|around)[ ])?$`,
  'i',
);

/** The one date that the answer leads with, if no other can be meant. */
function endDate(answer: Answer, own: string): DateReading | 'none' | 'several' {
  const outside = datesOutside(answer, own);
  const [first, ...others] = outside;
  if (!first || !LEADS_TO_AN_END.test(own.slice(0, first.start - answer.start))) return 'none';
  // The same end may be given again for a later version; a day within brackets may be another event's.
  const asides = datesOf(answer).filter(date => !outside.includes(date) && isPrecise(date));
  return [...others, ...asides].every(other => isSameDate(first, other)) ? first : 'several';
}

function datesOf({ reading }: Answer): readonly DateReading[] {
  return reading.kind === 'dates' ? reading.dates : [];
}

/** The dates of the plain text, which neither brackets hold nor a source. */
function datesOutside(answer: Answer, own: string): readonly DateReading[] {
  return datesOf(answer).filter(({ start }) => /\S/.test(own.charAt(start - answer.start)));
}

/** Sources have years; a day or a month is that of an event. */
function isPrecise(date: DateReading): boolean {
  return date.kind !== 'date' || date.precision !== 'year';
}

function isSameDate(a: DateReading, b: DateReading): boolean {
  return a.kind === 'date' && b.kind === 'date' && a.first === b.first && a.last === b.last;
}

function endedOn(facts: SheetFacts, end: DateReading): Settled<Termination> {
  const ended = (on: Settled<DateParts>): Settled<Termination> => ({ is: { kind: 'ended', on } });
  const unsettled = (why: string) => ({ unsettled: `Question ${TERMINATION} ${why}` });
  const shown = excerpt(end.text);
  if (end.kind === 'bad') return ended(unsettled(`holds “${shown}”, which is no date.`));
  const parts = agreedParts([end]);
  const { year } = parts;
  if (year === undefined)
    return ended(unsettled(`gives a date that can be read in several ways: “${shown}”.`));
  if (end.kind === 'date' && end.circa) return ended(unsettled(`gives an approximate date: “${shown}”.`));
  const { first, last } = end.kind === 'date' ? end : { first: `${year}-01-01`, last: `${year}-12-31` };
  if (isBeforeSignature(facts, last))
    return ended(unsettled(`gives a day before the signature: “${shown}”.`));
  const closes = facts.options.closes ?? ATOP_CLOSES;
  if (last <= closes) return ended({ is: parts });
  if (facts.options.closes !== undefined && first > closes) return { is: { kind: 'in-effect' } };
  return unsettled(
    `gives “${shown}”; whether the alliance counts as ended depends on the last day that the dataset covers.`,
  );
}

function isBeforeSignature(facts: SheetFacts, last: string): boolean {
  const signed = signature(facts);
  if (!isSettled(signed) || signed.is.year === undefined) return false;
  const { year, month = 1, day = 1 } = signed.is;
  return last < isoDay({ year, month, day });
}
