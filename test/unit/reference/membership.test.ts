import assert from 'node:assert/strict';
import { isMemberOn, membersOn, stateByCode, type State } from '../../../server/src/reference';

function state(code: number): State {
  const found = stateByCode(code);
  assert.ok(found, `no state ${code}`);
  return found;
}

describe('membership of the system', () => {
  it('begins and ends with the first and the last day of a spell', () => {
    const zanzibar = state(511);
    assert.equal(isMemberOn(zanzibar, '1963-12-18'), false);
    assert.equal(isMemberOn(zanzibar, '1963-12-19'), true);
    assert.equal(isMemberOn(zanzibar, '1964-04-26'), true);
    assert.equal(isMemberOn(zanzibar, '1964-04-27'), false);
  });

  it('ceases between two spells', () => {
    const syria = state(652);
    assert.equal(isMemberOn(syria, '1958-02-01'), true);
    assert.equal(isMemberOn(syria, '1960-06-01'), false);
    assert.equal(isMemberOn(syria, '1961-09-29'), true);
  });

  it('goes on after the list ends', () => {
    assert.equal(isMemberOn(state(370), '2024-01-01'), true);
    assert.equal(isMemberOn(state(315), '2024-01-01'), false);
  });

  it('holds for a period if it holds on one of its days', () => {
    const poland = state(290);
    assert.equal(isMemberOn(poland, '1939-01-01', '1939-12-31'), true);
    assert.equal(isMemberOn(poland, '1940-01-01', '1944-12-31'), false);
    assert.equal(isMemberOn(poland, '1940-01-01', '1945-12-31'), true);
    assert.equal(isMemberOn(poland, '1900-01-01', '2000-12-31'), true);
  });

  it('was 23 states’ when the list begins, and 195 when it ends', () => {
    const first = membersOn('1816-01-01').map(({ code }) => code);
    assert.equal(membersOn('1815-12-31').length, 0);
    assert.deepEqual(
      first,
      [
        2, 200, 210, 220, 225, 230, 235, 245, 255, 267, 269, 271, 273, 275, 300, 325, 327, 329, 337, 365, 380,
        390, 640,
      ],
    );
    assert.equal(membersOn('2016-12-31').length, 195);
  });

  it('passed from Czechoslovakia to its successors overnight', () => {
    const czechoslovakAndSuccessors = (day: string): number[] =>
      membersOn(day)
        .map(({ code }) => code)
        .filter(code => code >= 315 && code <= 317);
    assert.deepEqual(czechoslovakAndSuccessors('1992-12-31'), [315]);
    assert.deepEqual(czechoslovakAndSuccessors('1993-01-01'), [316, 317]);
  });
});
