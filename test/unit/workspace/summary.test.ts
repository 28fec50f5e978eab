import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { MemoryWorkspace, sheetOf } from '../support/workspace';

const example = (name: string): string => readFileSync(`examples/${name}.atop`, 'utf8');

/** What the list of sheets shows of one sheet. */
function listed(text: string, severities = {}) {
  const entry = new MemoryWorkspace({ 'sheet.atop': text }).index.list(() => severities)[0];
  assert.ok(entry);
  return entry;
}

describe('what is kept of a sheet', () => {
  it('is what the list of sheets shows of the real one', () => {
    const { states, ...entry } = listed(example('4765'));
    assert.deepEqual(entry, {
      uri: 'file:///alliances/sheet.atop',
      atopId: '4765',
      members: [
        { code: 370, name: 'Belarus' },
        { code: 705, name: 'Kazakhstan' },
      ],
      years: { from: 1996, to: null },
      answered: 58,
      total: 61,
      open: 1,
      problems: { errors: 0, warnings: 1, information: 10 },
      firstOpen: { line: 41, character: 0 },
    });
    assert.equal(states, 'aaaaaaaaaaaaoaaaaaaaaaaaaaa-aaaaaaaaaaaaaaaaaaaaaaaaaaaa-aaaa');
  });

  it('is an end where the alliance ended, and none while it is in effect', () => {
    const endOf = (termination: string) => listed(sheetOf('4765', { 14: termination })).years.to;
    assert.equal(endOf('April 24, 1915'), 1915);
    assert.equal(endOf('1955 (Albania); July 1, 1991'), 1991);
    assert.equal(endOf('Still in effect on June 30, 2004'), null);
    assert.equal(endOf('No longer in effect since 1991'), 1991);
    assert.equal(endOf('NA'), null);
  });

  it('marks each question: answered, open, missing, with a warning or an error', () => {
    const text = sheetOf('4765', { 3: 'February 30, 1996', 22: 'Yes', 57: '' }).replace(
      /^11\. [^]*?(?=^12\. )/m,
      '',
    );
    const { states } = listed(text);
    assert.equal(states.charAt(3 - 1), 'e');
    assert.equal(states.charAt(22 - 1), 'w');
    assert.equal(states.charAt(57 - 1), '-');
    assert.equal(states.charAt(11 - 1), 'm');
    assert.equal(states.charAt(13 - 1), 'o');
    assert.equal(states.charAt(2 - 1), 'a');
  });

  it('leaves severities to the settings', () => {
    const text = sheetOf('4765', { 3: 'February 30, 1996' });
    const off = listed(text, { 'bad-date': 'off', 'yes-no-expected': 'error' });
    assert.equal(off.problems?.errors, 7);
    assert.equal(off.states.charAt(3 - 1), 'a');
    assert.equal(off.states.charAt(10 - 1), 'e');
  });

  it('is all missing for a file that is no sheet', () => {
    const entry = listed('Dear colleague,\n');
    assert.equal(entry.atopId, null);
    assert.equal(entry.states, 'm'.repeat(61));
    assert.deepEqual(entry.problems, { errors: 0, warnings: 0, information: 1 });
    assert.equal(entry.firstOpen, null);
  });
});
