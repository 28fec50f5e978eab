import type { KnownDate, Period, Sheet } from '../answers';
import { ASKED, knownDates, signaturePeriod, spanOfTime } from './sheetFacts';
import type { Finding, RelatedPlace, Rule } from './types';
import { writtenIso } from './wording';

/**
 * Dates that stand in an impossible order. Each is compared by its whole period, so that `1996`
 * is never before `January 17, 1996`; an answer of several dates only where all of them are too early.
 */
export const dateOrder: Rule = {
  id: 'date-order',
  severity: 'warning',
  *check(sheet) {
    const signed = signaturePeriod(sheet);
    const revised = knownDates(sheet.answerTo(ASKED.revision));
    if (signed) {
      const signature = placeOf(sheet, ASKED.signature, 'The signature date is given here.');
      yield* before(
        knownDates(sheet.answerTo(ASKED.termination)),
        signed,
        'The alliance cannot have ended',
        'it was signed',
        signature,
      );
      yield* before(
        revised,
        signed,
        'The sheet cannot have been revised',
        'the alliance was signed',
        signature,
      );
    }
    const lastRevision = spanOfTime(revised);
    if (lastRevision) {
      const revision = placeOf(sheet, ASKED.revision, 'The last revision is dated here.');
      const amended = sheet.logDates.filter(date => date.kind === 'date');
      yield* before(
        amended,
        lastRevision,
        'The sheet cannot have been amended',
        'its last revision',
        revision,
      );
    }
  },
};

function* before(
  dates: readonly KnownDate[],
  earlier: Period,
  claim: string,
  milestone: string,
  related: readonly RelatedPlace[],
): Generator<Omit<Finding, 'rule'>> {
  const [first] = dates;
  const all = spanOfTime(dates);
  if (!first || !all || all.last >= earlier.first) return;
  yield {
    start: first.start,
    end: first.end,
    message: `${claim} on ${first.text}, before ${milestone} on ${writtenIso(earlier.first)}.`,
    related,
  };
}

function placeOf(sheet: Sheet, number: number, message: string): RelatedPlace[] {
  const answer = sheet.answerTo(number);
  return answer ? [{ start: answer.start, end: answer.end, message }] : [];
}
