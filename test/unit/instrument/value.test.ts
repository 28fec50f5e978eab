import assert from 'node:assert/strict';
import { spellingsOf, value } from '../../../server/src/instrument/atop/value';

describe('The spellings of a value', () => {
  it('are the text itself where a pattern has no brackets', () => {
    assert.deepEqual(spellingsOf('treaties'), ['treaties']);
  });

  it('are one for each choice in brackets, and for each pair of choices in two', () => {
    assert.deepEqual(spellingsOf('[an |]attack'), ['an attack', 'attack']);
    assert.deepEqual(spellingsOf('[a|b][1|2]'), ['a1', 'a2', 'b1', 'b2']);
  });

  it('follow brackets within brackets', () => {
    assert.deepEqual(spellingsOf('[no |non[-| ]]attack').sort(), ['no attack', 'non attack', 'non-attack']);
  });

  it('take every character outside brackets as it is', () => {
    assert.deepEqual(spellingsOf('$& (n/a) [# of|no. of] states'), [
      '$& (n/a) # of states',
      '$& (n/a) no. of states',
    ]);
  });

  it('leave out the text of the value and whatever was said before', () => {
    const defense = value('Defense pact', 'Help against attack.', [
      'defense[| pact]',
      '[|mutual ]defense pact',
    ]);
    assert.deepEqual(defense, {
      text: 'Defense pact',
      otherSpellings: ['defense', 'mutual defense pact'],
      help: 'Help against attack.',
    });
  });
});
