import assert from 'node:assert/strict';
import { COMMA, HARD_BREAK, SOFT_BREAK, nameWords, normalizeName } from '../../../server/src/reference';

function words(text: string): string[] {
  return nameWords(text).map(({ word }) => word);
}

describe('the form in which names are compared', () => {
  const alike: readonly (readonly string[])[] = [
    ['Belarus', 'BELARUS', '  belarus ', 'Belarus.', '(Belarus)', '“Belarus”', "'Belarus'"],
    ["Côte d'Ivoire", 'COTE D’IVOIRE', 'Cote dIvoire', 'Côte\u00a0d‘Ivoire', 'Co\u0302te d`Ivoire'],
    ['Türkiye', 'Tu\u0308rkiye', 'Turkiye'],
    ['St. Lucia', 'Saint Lucia', 'St Lucia'],
    ['Trinidad & Tobago', 'Trinidad and Tobago', 'Trinidad And\nTobago'],
    ['Gambia', 'The Gambia', 'Gambia, The', 'Gambia (the)'],
    ['Democratic Republic of the Congo', 'Dem. Rep. of Congo', 'Democratic Republic of Congo'],
    ['USSR', 'U.S.S.R.', 'U. S. S. R.', 'U.S.S.R', 'ussr'],
    ['Guinea-Bissau', 'Guinea Bissau', 'Guinea–Bissau', 'Guinea/Bissau', 'GUINEA - BISSAU'],
    ["People's Republic of China", 'Peoples Republic of China', 'People’s Rep. of China'],
  ];
  for (const [first = '', ...others] of alike) {
    it(`is one for ${[first, ...others].map(name => JSON.stringify(name)).join(', ')}`, () => {
      for (const other of others) assert.equal(normalizeName(other), normalizeName(first), other);
    });
  }

  it('is lower case, plain letters, one space', () => {
    assert.equal(normalizeName('The St. Vincent & the  Grenadines.'), 'saint vincent and grenadines');
  });

  it('keeps a comma, for Austria, Hungary are two states and Austria-Hungary is one', () => {
    assert.equal(normalizeName('Korea ,  Republic of'), 'korea, republic of');
    assert.notEqual(normalizeName('Austria, Hungary'), normalizeName('Austria-Hungary'));
  });

  it('is empty for a text without a word', () => {
    for (const text of ['', ' \n', '—', '...', 'the']) assert.equal(normalizeName(text), '', text);
  });
});

describe('the words of a text', () => {
  it('tell where they stand, so that a name can be underlined', () => {
    const text = '370 the Côte d’Ivoire & the U.S., Dominican Rep.';
    assert.deepEqual(
      nameWords(text).map(({ word, start, end }) => [word, text.slice(start, end)]),
      [
        ['370', '370'],
        ['cote', 'Côte'],
        ['divoire', 'd’Ivoire'],
        ['and', '&'],
        ['us', 'U.S.'],
        [COMMA, ', '],
        ['dominican', 'Dominican'],
        ['republic', 'Rep.'],
      ],
    );
  });

  it('have a soft break where a line or a column ends', () => {
    assert.deepEqual(words('Austria\nHungary'), ['austria', SOFT_BREAK, 'hungary']);
    assert.deepEqual(words('Austria \r\n  Hungary'), ['austria', SOFT_BREAK, 'hungary']);
    assert.deepEqual(words('Austria\tHungary'), ['austria', SOFT_BREAK, 'hungary']);
    assert.deepEqual(words('Austria    Hungary'), ['austria', SOFT_BREAK, 'hungary']);
  });

  it('have a hard break at a semicolon, a sentence’s end, an empty line', () => {
    for (const text of [
      'Austria; Hungary',
      'Austria. Hungary',
      'Austria\n\nHungary',
      'Austria,\n \nHungary',
    ]) {
      assert.deepEqual(words(text), ['austria', HARD_BREAK, 'hungary'], JSON.stringify(text));
    }
  });

  it('have no break after the full stop of an abbreviation', () => {
    assert.deepEqual(words('Gt. Britain'), ['gt', 'britain']);
    assert.deepEqual(words('S. Korea'), ['s', 'korea']);
    assert.deepEqual(words('F.R. Germany'), ['fr', 'germany']);
  });

  it('have no break at either end, and never two in a row', () => {
    assert.deepEqual(words(', \nAustria,\nthe; Hungary;\n'), ['austria', HARD_BREAK, 'hungary']);
  });

  it('join initials that belong together, and no others', () => {
    assert.deepEqual(words('U.S. and U.K.'), ['us', 'and', 'uk']);
    assert.deepEqual(words('a b c'), ['a', 'b', 'c']);
    assert.deepEqual(words('Appendix A. Belarus'), ['appendix', 'a', 'belarus']);
  });
});
