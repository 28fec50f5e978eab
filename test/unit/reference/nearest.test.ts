import assert from 'node:assert/strict';
import { nearestCodes, nearestStates, stateByCode } from '../../../server/src/reference';

describe('the states nearest to a misspelt name', () => {
  const misspelt: Record<string, string> = {
    Belarrus: 'Belarus',
    Kazachstan: 'Kazakhstan',
    Grece: 'Greece',
    Columbia: 'Colombia',
    Phillipines: 'Philippines',
    Jamacia: 'Jamaica',
    Kyrgystan: 'Kyrgyzstan',
    Czechoslavakia: 'Czechoslovakia',
    Venezeula: 'Venezuela',
    'Untied Kingdom': 'United Kingdom',
  };
  for (const [text, name] of Object.entries(misspelt)) {
    it(`${text}: ${name} first`, () => assert.equal(nearestStates(text)[0]?.state.name, name));
  }

  it('tell which name was meant, and how far off the text is', () => {
    const [nearest] = nearestStates('Rhodesiia');
    assert.equal(nearest?.state.name, 'Zimbabwe');
    assert.equal(nearest.name, 'Rhodesia');
    assert.equal(nearest.distance, 1);
  });

  it('come the nearest first, each once, and no more than asked for', () => {
    const nearest = nearestStates('Nigera', 10);
    const distances = nearest.map(({ distance }) => distance);
    assert.deepEqual(
      nearest.slice(0, 2).map(({ state }) => state.name),
      ['Niger', 'Nigeria'],
    );
    assert.deepEqual(distances, distances.toSorted());
    assert.equal(new Set(nearest.map(({ state }) => state)).size, nearest.length);
    assert.equal(nearestStates('Nigera', 1).length, 1);
  });

  it('are all those that share the name', () => {
    assert.deepEqual(
      nearestStates('Koreaa').map(({ state }) => state.code),
      [730, 731, 732],
    );
  });

  it('are none where no state can be meant', () => {
    for (const text of ['', '—', 'Atlantis', 'the contracting parties', 'x'.repeat(100_000)]) {
      assert.deepEqual(nearestStates(text), [], text.slice(0, 40));
    }
  });
});

describe('the codes nearest to a wrong one', () => {
  const wrong: readonly (readonly [slip: string, digits: string, code: number])[] = [
    ['a key struck twice', '3700', 370],
    ['a key struck twice', '3365', 365],
    ['an extra digit', '3702', 370],
    ['two digits swapped', '356', 365],
    ['two digits swapped', '075', 705],
    ['a lost digit', '37', 370],
    ['a wrong digit', '664', 663],
    ['a leading zero', '0370', 370],
  ];
  for (const [slip, digits, code] of wrong) {
    it(`${digits}: ${code} first (${slip})`, () => assert.equal(nearestCodes(digits)[0], code));
  }

  it('are codes of states, each once, and never the digits themselves', () => {
    for (let digits = 0; digits < 10_000; digits++) {
      const codes = nearestCodes(String(digits), 100);
      assert.ok(codes.every(stateByCode), `${digits}`);
      assert.equal(new Set(codes).size, codes.length, `${digits}`);
      assert.equal(codes.includes(digits), false, `${digits}`);
    }
  });

  it('are no more than asked for', () => {
    assert.equal(nearestCodes('37').length, 3);
    assert.equal(nearestCodes('37', 5).length, 5);
  });

  it('are none where no single slip leads to a code, or the text is no number', () => {
    for (const digits of ['4000', '999999999', '', 'BLR', '-370', '3.5']) {
      assert.deepEqual(nearestCodes(digits), [], digits);
    }
  });
});
