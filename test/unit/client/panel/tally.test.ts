import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { stateAt } from '../../../../client/src/panel/questionState';
import {
  answeredIn,
  openIn,
  optionalInAll,
  percentDone,
  sumTallies,
  tallyQuestions,
} from '../../../../client/src/panel/tally';

const tallyOf = (...states: readonly string[]) =>
  sumTallies(
    tallyQuestions(
      states.map(letters => ({ states: letters })),
      states[0]?.length ?? 0,
    ),
  );

describe('what is done', () => {
  it('is counted by question', () => {
    const [first, second, third] = tallyQuestions(
      [{ states: 'ao-' }, { states: 'wme' }, { states: 'aaa' }],
      3,
    );
    assert.deepEqual(first, { answered: 2, optional: 0, warning: 1, open: 0, missing: 0, error: 0 });
    assert.deepEqual(second, { answered: 1, optional: 0, warning: 0, open: 1, missing: 1, error: 0 });
    assert.deepEqual(third, { answered: 1, optional: 1, warning: 0, open: 0, missing: 0, error: 1 });
  });

  it('is counted in the sheets alone of which it is known', () => {
    assert.equal(stateAt({ states: '' }, 0), undefined);
    assert.deepEqual(
      tallyQuestions([{ states: 'a' }, { states: '' }], 1),
      tallyQuestions([{ states: 'a' }], 1),
    );
  });

  it('holds answers with findings for answers, and missing questions for open', () => {
    const tally = tallyOf('awe-om');
    assert.equal(answeredIn(tally), 3);
    assert.equal(openIn(tally), 2);
    assert.equal(percentDone(tally), 60);
  });

  it('is all only where nothing is open', () => {
    assert.equal(percentDone(tallyOf('a'.repeat(999) + 'o')), 99);
    assert.equal(percentDone(tallyOf('aaa-')), 100);
    assert.equal(percentDone(tallyOf('--')), undefined);
    assert.equal(percentDone(tallyOf('')), undefined);
  });

  it('takes a question that a sheet says nothing of for one that it lacks', () => {
    assert.equal(stateAt({ states: 'aa' }, 2), 'missing');
    assert.equal(stateAt({ states: 'a?' }, 1), 'missing');
  });
});

describe('what may stay empty', () => {
  const inAll = (...sheets: readonly (readonly number[])[]) => [
    ...optionalInAll(sheets.map(optional => ({ optional }))),
  ];

  it('is what may in every sheet', () => {
    assert.deepEqual(inAll([28, 43, 57], [28, 43, 57]), [28, 43, 57]);
    assert.deepEqual(inAll([28, 43, 57], [57, 13, 28], [28, 57]), [28, 57]);
    assert.deepEqual(inAll([28, 43, 57], []), []);
    assert.deepEqual(inAll([], [28]), []);
    assert.deepEqual(inAll(), []);
  });
});
