import { deepStrictEqual } from 'node:assert';
import { fromIso, isoDay, readSheet, writtenDay } from '../../../server/src/answers';
import { atopInstrument } from '../../../server/src/instrument';
import { allStates, isMemberOn, type State } from '../../../server/src/reference';
import { findingsOf } from '../../../server/src/rules';
import { newFindingsIn, seedAnswering, seedAnsweringAll, TODAY } from '../support/findings';

/** The day some days before or after an ISO day. */
function shifted(iso: string, days: number): string {
  const { year, month, day } = fromIso(iso);
  const date = new Date(Date.UTC(year, month - 1, day + days));
  return isoDay({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() });
}

/** The real sheet with another day of signature and other members. */
function signedOn(iso: string, members: string): string {
  return seedAnsweringAll(
    new Map([
      [3, writtenDay(fromIso(iso))],
      [4, members],
    ]),
  );
}

/** Whether the rule says that the state was not in the system; fails where it says more than that. */
function isNoted(state: State, iso: string, note = ''): boolean {
  const other = isMemberOn(state, '1816-01-01') && state.code === 200 ? 220 : 200;
  const sheet = readSheet(signedOn(iso, `${state.code} ${state.name}${note}\n${other}`), atopInstrument);
  const found = findingsOf(sheet, { today: TODAY }).filter(({ rule }) => rule === 'not-a-system-member');
  deepStrictEqual(
    found.map(({ severity }) => severity),
    found.map(() => 'information'),
  );
  return found.some(({ start }) => start === sheet.answerTo(4)?.start);
}

describe('members at the edges of their time in the COW system', () => {
  for (const state of allStates()) {
    it(`${state.code} ${state.name}`, () => {
      for (const { from, to } of state.spells) {
        const days = [from, ...(to === undefined ? [] : [to])];
        deepStrictEqual(
          days.map(day => isNoted(state, day)),
          days.map(() => false),
        );
        const outside = [shifted(from, -1), ...(to === undefined ? [] : [shifted(to, 1)])].filter(
          day => day >= '1816-01-01' && !isMemberOn(state, day),
        );
        deepStrictEqual(
          outside.map(day => isNoted(state, day)),
          outside.map(() => true),
        );
        // A member that its own note says joined later is judged by that day.
        deepStrictEqual(
          outside.map(day => isNoted(state, day, ` (joined ${writtenDay(fromIso(from))})`)),
          outside.map(() => false),
        );
      }
    });
  }
});

describe('who was in the system is not asked', () => {
  it('of an alliance signed before the system began', () => {
    deepStrictEqual(
      newFindingsIn(signedOn('1815-11-20', '365 Russia\n255 Prussia\n300 Austria\n200 United Kingdom')),
      [],
    );
  });

  it('where the signature’s date leaves the time open', () => {
    const text = seedAnswering(3, '1/2/91').replace('370 Belarus', '265 East Germany');
    deepStrictEqual(
      newFindingsIn(text).map(({ rule }) => rule),
      ['ambiguous-date'],
    );
  });
});
