import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { readDates, readMembers } from '../../server/src/answers';
import { allStates, completionNames } from '../../server/src/reference';

const read = (list: string) => readMembers(list, 0, list.length, () => readDates(list, 0, list.length), []);

const usual = fc.constantFrom(
  ...allStates().flatMap(state => completionNames(state).map(name => `${state.code} ${name}`)),
);

const note = fc.constantFrom(
  '',
  '',
  '',
  ' ',
  ' (joined May 30, 1982)',
  ' (from October 3, 1990, in place of 260)',
  ' (until 1949)',
);

/** The lines of a list as it is published. */
const lines = fc.array(
  fc.tuple(usual, note).map(([member, remark]) => member + remark),
  { minLength: 1, maxLength: 12 },
);

describe('a list of members, one a line', () => {
  it('is read as it would be with semicolons, however fast', () => {
    fc.assert(
      fc.property(lines, members => {
        assert.deepEqual(read(members.join('\n')), read(members.join(';')));
      }),
      { numRuns: 2000 },
    );
  });

  it('has no date unless a note tells one', () => {
    fc.assert(
      fc.property(fc.array(usual, { minLength: 1, maxLength: 12 }), members => {
        const list = members.join('\n');
        assert.deepEqual(readDates(list, 0, list.length), []);
      }),
      { numRuns: 2000 },
    );
  });

  it('is each line, wherever it stands', () => {
    fc.assert(
      fc.property(lines, fc.constantFrom('\n', '\r\n', '\n\n'), (members, eol) => {
        const alone = members.flatMap(member => read(member).entries.map(({ state }) => state?.code));
        const together = read(members.join(eol)).entries.map(({ state }) => state?.code);
        assert.deepEqual(together, alone);
      }),
      { numRuns: 1000 },
    );
  });
});
