/**
 * `cow-states-2016.csv` beside this file is the published list: Correlates of War Project, State System
 * Membership (v2016), https://correlatesofwar.org. The table in the code has another form; here the two meet.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { allStates } from '../../../server/src/reference';

interface PublishedSpell {
  readonly abbreviation: string;
  readonly code: number;
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

function publishedSpells(): PublishedSpell[] {
  const text = readFileSync(new URL('cow-states-2016.csv', import.meta.url), 'utf8');
  const [, ...rows] = text.trim().split(/\r?\n/);
  return rows.map(row => {
    const [abbreviation = '', code, name = '', ...days] = row.split(',');
    const [fromYear, fromMonth, fromDay, toYear, toMonth, toDay] = days;
    const iso = (year = '', month = '', day = ''): string =>
      `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return {
      abbreviation,
      code: Number(code),
      name,
      from: iso(fromYear, fromMonth, fromDay),
      to: iso(toYear, toMonth, toDay),
    };
  });
}

const LIST_ENDS = '2016-12-31';

describe('the table of states', () => {
  const published = publishedSpells();

  it('has the 217 states and 243 spells of the published list', () => {
    assert.equal(allStates().length, 217);
    assert.equal(allStates().flatMap(state => state.spells).length, 243);
    assert.equal(published.length, 243);
  });

  it('says of every spell what the published list says: code, abbreviation, name, both days', () => {
    const ours = allStates().flatMap(({ abbreviation, code, name, spells }) =>
      spells.map(({ from, to = LIST_ENDS }) => ({ abbreviation, code, name, from, to })),
    );
    assert.deepEqual(ours, published);
  });

  it('leaves a spell open, rather than ending it, where the list itself ends', () => {
    const ends = allStates().flatMap(state => state.spells.map(spell => spell.to));
    assert.equal(ends.includes(LIST_ENDS), false);
    assert.equal(
      ends.filter(to => to === undefined).length,
      published.filter(spell => spell.to === LIST_ENDS).length,
    );
  });

  it('tells the spells of a state in the order of time, none reaching into the next', () => {
    for (const { name, spells } of allStates()) {
      const days = spells.flatMap(({ from, to }) => (to === undefined ? [from] : [from, to]));
      assert.deepEqual(days, [...new Set(days)].sort(), name);
    }
  });

  it('cannot be changed by those who read it', () => {
    const [first] = allStates();
    assert.ok(Object.isFrozen(allStates()));
    assert.ok(Object.isFrozen(first));
    assert.ok(Object.isFrozen(first?.otherNames));
    assert.ok(Object.isFrozen(first?.spells[0]));
  });
});
