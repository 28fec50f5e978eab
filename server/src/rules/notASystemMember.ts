import type { MemberEntry, Sheet } from '../answers';
import { isMemberOn, type State } from '../reference';
import { writtenIso, writtenSpells } from './wording';
import { ASKED, membersOf, periodOf, signaturePeriod } from './sheetFacts';
import type { RelatedPlace, SheetRule } from './types';

/**
 * A member outside the COW system when the alliance was signed, or when its own note says it
 * joined. ATOP allows it, so this only informs.
 */
export const notASystemMember: SheetRule = {
  id: 'not-a-system-member',
  severity: 'information',
  looksAt: ({ question: { kind, number } }) => kind === 'members' || number === ASKED.signature,
  *check(sheet) {
    const signed = signaturePeriod(sheet);
    for (const answer of sheet.answersOf('members')) {
      for (const entry of membersOf(answer)) {
        if (entry.code?.atopOnly === true) {
          yield {
            start: entry.code.start,
            end: entry.code.end,
            message: `${entry.code.digits} is used in ATOP's published data, but the COW list has no state with this code.`,
          };
        } else if (
          signed &&
          signed.last >= SYSTEM_BEGINS &&
          entry.state &&
          !wasMember(entry, entry.state, signed.first, signed.last)
        ) {
          yield {
            start: entry.start,
            end: entry.end,
            message: `${entry.state.name} was not in the COW system on ${dayOrPeriod(signed.first, signed.last)}. It was a member ${writtenSpells(entry.state)}.`,
            related: signaturePlace(sheet),
          };
        }
      }
    }
  },
};

/** The COW system has no members before this day, so nothing can be said of an older treaty's. */
const SYSTEM_BEGINS = '1816-01-01';

function wasMember(entry: MemberEntry, state: State, first: string, last: string): boolean {
  if (isMemberOn(state, first, last)) return true;
  return entry.dates.some(date => {
    const noted = periodOf(date);
    return noted !== undefined && isMemberOn(state, noted.first, noted.last);
  });
}

function dayOrPeriod(first: string, last: string): string {
  return first === last ? writtenIso(first) : `any day from ${writtenIso(first)} to ${writtenIso(last)}`;
}

function signaturePlace(sheet: Sheet): RelatedPlace[] {
  const answer = sheet.answerTo(ASKED.signature);
  return answer
    ? [{ start: answer.start, end: answer.end, message: 'The signature date is given here.' }]
    : [];
}
