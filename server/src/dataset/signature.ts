import type { Answer, DateReading } from '../answers';
import { agreedParts, type DateParts } from './dateParts';
import { membersOf } from './members';
import { isSettled, readOnce, type Settled, type SheetFacts } from './sheetFacts';
import { doubts, excerpt, isQueried, withoutBrackets } from './wording';

const SIGNATURE = 3;

/** ATOP's data begin with the Congress of Vienna. */
const FIRST_YEAR = 1815;

/** The dates of signature as question 3 lists them, each with what is said beside it. */
export interface SignatureDates {
  readonly answer: Answer;
  readonly dates: readonly DateReading[];
}

/**
 * When the alliance was signed. Of several dates it is the first, where the later ones are those of
 * members that came after; otherwise only what all dates agree on is settled.
 */
export const signature = readOnce((facts: SheetFacts): Settled<DateParts> => {
  const dated = signatureDates(facts);
  if (!isSettled(dated)) return dated;
  const { answer, dates } = dated.is;
  const unsettled = (why: string): Settled<DateParts> => ({ unsettled: `Question ${SIGNATURE} ${why}` });
  const [first, ...later] = dates;
  if (!first) return unsettled(`is answered “${excerpt(answer.text)}”, in which no date can be read.`);
  const wrong = dates.find(date => date.kind === 'bad');
  if (wrong) return unsettled(`holds “${excerpt(wrong.text)}”, which is no date.`);
  const approximate = dates.find(date => date.kind === 'date' && date.circa);
  if (approximate || doubts(withoutBrackets(answer.text)) || isQueried(answer.text))
    return unsettled(`gives an approximate date: “${excerpt(answer.text)}”.`);
  if (isOfSomethingElse(labelOf(answer, dates, 0)))
    return unsettled(`gives the date of something other than the signature: “${excerpt(answer.text)}”.`);
  const begins = later.length > 0 && isFollowedBy(facts, answer, dates) ? [first] : dates;
  const parts = agreedParts(begins);
  if (parts.year === undefined)
    return unsettled(
      dates.length > 1
        ? 'gives several dates; which of them made the alliance is for a coder to decide.'
        : `gives a date that can be read in several ways: “${excerpt(first.text)}”.`,
    );
  if (parts.year < FIRST_YEAR)
    return unsettled(`gives a date before ${FIRST_YEAR}: “${excerpt(first.text)}”.`);
  return { is: parts };
});

export const signatureDates = readOnce((facts: SheetFacts): Settled<SignatureDates> => {
  const given = facts.answer(SIGNATURE);
  if (!isSettled(given)) return given;
  const answer = given.is;
  return { is: { answer, dates: answer.reading.kind === 'dates' ? answer.reading.dates : [] } };
});

/** What is said of a date: in the words that lead up to it, and straight behind it. */
export function labelOf({ text, start }: Answer, dates: readonly DateReading[], index: number): string {
  const date = dates[index];
  if (!date) return '';
  const previous = dates[index - 1];
  const gap = text.slice((previous?.end ?? start) - start, date.start - start);
  const lead = previous ? gap.slice(ownWords(gap).length) : gap;
  const next = dates[index + 1]?.start ?? start + text.length;
  return `${lead} ${ownWords(text.slice(date.end - start, next - start))}`;
}

/** `(Greece, Turkey)`, ` by exchange of notes`: up to what parts a date from the next thing said. */
function ownWords(behind: string): string {
  return /^(?:\s{0,8}(?:\([^()]{0,300}\)|\[[^[\]]{0,300}\]))?[^;,.\n\r([]{0,300}/.exec(behind)?.[0] ?? '';
}

const SOMETHING_ELSE =
  /\b(?:ratif\w{1,8}|(?:in|into|enter\w{0,3}[ ]in(?:to)?)\s{1,4}(?:force|effect)|effective|(?:took|take|takes)\s{1,4}effect|renew\w{1,4}|exten(?:ded|sion)|prolong\w{1,6}|amend\w{1,6}|revis\w{1,4}|acce(?:ssion|ded?s?)\w{0,3}|joined|adher\w{1,5}|admi(?:tted|ssion))\b/i;

function isOfSomethingElse(label: string): boolean {
  return SOMETHING_ELSE.test(label) && !/\bsign/i.test(label);
}

/**
 * True where the first date is the earliest and the later ones are not the signature of the founders:
 * accessions, ratifications and the like, or, in an alliance of three members or more, anything else.
 */
function isFollowedBy(facts: SheetFacts, answer: Answer, dates: readonly DateReading[]): boolean {
  if (!dates.every(date => date.kind === 'date')) return false;
  const [first, ...later] = dates;
  if (!first || later.some(date => date.first < first.first)) return false;
  const members = membersOf(facts);
  const isMultilateral = isSettled(members) && members.is.entries.length >= 3;
  return isMultilateral || later.every((_, index) => SOMETHING_ELSE.test(labelOf(answer, dates, index + 1)));
}
