import type { Answer, DateReading, Sheet } from '../answers';
import { ASKED, datesOf, saysInEffect, periodOf, periodOfAll, signaturePeriod } from './sheetFacts';
import type { Found, RelatedPlace, SheetRule } from './types';
import { writtenIso } from './wording';

const COMPARED: ReadonlySet<number> = new Set([ASKED.signature, ASKED.termination, ASKED.revision]);

/**
 * Dates that stand in an impossible order. Each is compared by the last day that it can mean, so
 * that `1996` is never before `January 17, 1996`; an answer of several dates only where all of them
 * are too early, or the one that it begins with.
 */
export const dateOrder: SheetRule = {
  id: 'date-order',
  severity: 'warning',
  looksAt: ({ question }) => COMPARED.has(question.number),
  *check(sheet, { today }) {
    const signed = signaturePeriod(sheet);
    const revised = datesOf(sheet.answerTo(ASKED.revision));
    // A signature or a revision in the future is a slip of its own: nothing is measured by it.
    if (signed && signed.first <= today) {
      const signature = {
        day: signed.first,
        words: 'it was signed',
        related: placeOf(sheet, ASKED.signature, 'The signature date is given here.'),
      };
      yield* before(endings(sheet), signature, 'The alliance cannot have ended');
      yield* before(
        revised,
        { day: signed.first, words: 'the alliance was signed', related: signature.related },
        'The sheet cannot have been revised',
      );
    }
    const lastRevision = periodOfAll(revised);
    if (lastRevision && lastRevision.first <= today) {
      const revision = {
        day: lastRevision.first,
        words: 'its last revision',
        related: placeOf(sheet, ASKED.revision, 'The last revision is dated here.'),
      };
      yield* before(sheet.logDates, revision, 'The sheet cannot have been amended');
    }
  },
};

/** The day before which something else cannot be. */
interface Milestone {
  readonly day: string;
  readonly words: string;
  readonly related: readonly RelatedPlace[];
}

/** The dates on which the alliance is said to have ended, not those of sources and of other treaties. */
function endings(sheet: Sheet): readonly DateReading[] {
  const answer = sheet.answerTo(ASKED.termination);
  if (!answer || saysInEffect(answer.text)) return [];
  const dates = datesOf(answer);
  const [first] = dates;
  if (first && isAnswerItself(answer, first)) return [first];
  const told = withoutCited(answer, dates);
  return told.length > 0 ? told : dates;
}

const LEADS = /^\W*(?:(?:ended|terminated|expired|on|in|by|about|early|mid|late|ca?|circa|the)\b\W*)*$/i;
/** `1879, …`, `1879 (…`, `1879 by treaty`; in `The 1879 treaty ended …` the date is another's. */
const CLOSES =
  /^\s*(?:$|[^\p{L}\p{N}\s]|\n|(?:after|according|as|because|by|due|following|per|through|upon|when|with)\b)/iu;

function isAnswerItself(answer: Answer, { start, end }: DateReading): boolean {
  const before = answer.text.slice(0, start - answer.start);
  const behind = answer.text.slice(end - answer.start, end - answer.start + 40);
  return before.length < 40 && LEADS.test(before) && CLOSES.test(behind);
}

const SOURCE = /\b(?:sources?|according\s+to|see|cf)\b/i;

/** The dates of an answer that stand neither within brackets nor behind the mention of a source. */
function withoutCited({ start, text }: Answer, dates: readonly DateReading[]): readonly DateReading[] {
  const source = SOURCE.exec(text);
  const behindSource = source ? start + source.index + source[0].length : Infinity;
  let at = 0;
  let isInBrackets = false;
  return dates.filter(date => {
    for (; start + at < date.start; at++) {
      const character = text.charAt(at);
      if (character === '(') isInBrackets = true;
      else if (character === ')') isInBrackets = false;
    }
    return !isInBrackets && date.start < behindSource;
  });
}

function* before(dates: readonly DateReading[], milestone: Milestone, claim: string): Generator<Found> {
  const [first] = dates;
  const isEarly = (date: DateReading): boolean => (periodOf(date)?.last ?? milestone.day) < milestone.day;
  if (!first || !dates.every(isEarly)) return;
  yield {
    start: first.start,
    end: first.end,
    message: `${claim} ${isDay(first) ? 'on' : 'in'} ${first.text}, before ${milestone.words} on ${writtenIso(milestone.day)}.`,
    related: milestone.related,
  };
}

function isDay(date: DateReading): boolean {
  return date.kind !== 'date' || date.precision === 'day';
}

function placeOf(sheet: Sheet, number: number, message: string): RelatedPlace[] {
  const answer = sheet.answerTo(number);
  return answer ? [{ start: answer.start, end: answer.end, message }] : [];
}
