import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readPageMessage } from '../../../../client/src/panel/messages';
import { initialState, readState } from '../../../../client/src/panel/pageState';

describe('a message of the panel’s page', () => {
  it('is one of those agreed on', () => {
    for (const message of [
      { type: 'ready' },
      { type: 'open', uri: 'file:///4765.atop', question: 13, toSide: true },
      { type: 'open', uri: 'file:///4765.atop', toSide: false },
      { type: 'run', command: 'compare' },
    ]) {
      assert.deepEqual(readPageMessage(message), message);
    }
  });

  it('is not heard otherwise', () => {
    for (const message of [
      undefined,
      null,
      'ready',
      [],
      {},
      { type: 'open' },
      { type: 'open', uri: 7, toSide: false },
      { type: 'open', uri: 'file:///4765.atop', question: '13', toSide: false },
      { type: 'open', uri: 'file:///4765.atop', question: 1.5, toSide: false },
      { type: 'open', uri: 'file:///4765.atop', question: 13 },
      { type: 'run', command: 'workbench.action.quit' },
      { type: 'run', command: 'constructor' },
    ]) {
      assert.equal(readPageMessage(message), undefined, JSON.stringify(message));
    }
  });

  it('brings nothing along that was not agreed on', () => {
    assert.deepEqual(readPageMessage({ type: 'ready', command: 'compare' }), { type: 'ready' });
  });
});

describe('what the page kept', () => {
  it('is read as it was written', () => {
    const state = {
      order: { question: 13 },
      filter: { text: 'Belarus', onlyOpen: true, onlyProblems: false },
      uri: 'file:///4765.atop',
      cell: { row: 3, column: 12 },
      top: 440,
    };
    assert.deepEqual(readState(JSON.parse(JSON.stringify(state))), state);
  });

  it('is as at first where there is nothing, or nothing that can be understood', () => {
    for (const kept of [
      undefined,
      null,
      7,
      'x',
      {},
      { order: 'colour', filter: [], cell: { row: 1 }, top: NaN },
    ]) {
      assert.deepEqual(readState(kept), initialState);
    }
  });
});
