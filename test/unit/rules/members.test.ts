import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  answerIn,
  fixAllIn,
  fixesOf,
  newFindingsIn,
  onlyFinding,
  seedAnswering,
  textAfter,
} from '../support/findings';

const RIGHT = '370 Belarus\n705 Kazakhstan';
const members = (answer: string) => seedAnswering(4, answer);

describe('the members of the alliance (question 4)', () => {
  it('371 Belarus: the code is another state’s; the name’s code or the code’s name mends it', () => {
    const text = members('371 Belarus\n705 Kazakhstan');
    const finding = onlyFinding(text, 'cow-code-name-mismatch');
    assert.equal(finding.severity, 'error');
    assert.equal(finding.text, '371 Belarus');
    assert.match(finding.message, /371 is Armenia.*370/);
    assert.equal(answerIn(textAfter(text, finding, /370/), 4), RIGHT);
    assert.equal(answerIn(textAfter(text, finding, /Armenia/), 4), '371 Armenia\n705 Kazakhstan');
  });

  it('3700 Belarus: no state has the code; the name tells which was meant', () => {
    const text = members('3700 Belarus\n705 Kazakhstan');
    const finding = onlyFinding(text, 'unknown-cow-code');
    assert.equal(finding.text, '3700');
    assert.equal(fixesOf(finding)[0]?.preferred, true);
    assert.equal(answerIn(textAfter(text, finding, /370/), 4), RIGHT);
    assert.equal(answerIn(fixAllIn(text), 4), RIGHT);
  });

  it('3700 alone: the nearest codes are offered, none of them unasked', () => {
    const text = members('3700\n705 Kazakhstan');
    const finding = onlyFinding(text, 'unknown-cow-code');
    assert.equal(answerIn(textAfter(text, finding, 'Write “370 Belarus”'), 4), RIGHT);
    assert.equal(answerIn(fixAllIn(text), 4), '3700\n705 Kazakhstan');
  });

  for (const [written, finding] of [
    ['Belarus', 'Belarus'],
    ['BLR', 'BLR'],
  ] as const) {
    it(`${written} without its code: the code is added`, () => {
      const text = members(`${written}\n705 Kazakhstan`);
      const found = onlyFinding(text, 'missing-cow-code');
      assert.equal(found.severity, 'warning');
      assert.equal(found.text, finding);
      assert.equal(answerIn(textAfter(text, found, 'Write “370 Belarus”'), 4), RIGHT);
    });
  }

  it('370 Belarrus: the misspelt name is underlined alone and corrected', () => {
    const text = members('370 Belarrus\n705 Kazakhstan');
    const finding = onlyFinding(text, 'cow-code-name-mismatch');
    assert.equal(finding.text, 'Belarrus');
    assert.equal(answerIn(textAfter(text, finding, 'Correct to “Belarus”'), 4), RIGHT);
  });

  for (const [misspelt, right] of [
    ['346 Bosnia and Herzegowina', '346 Bosnia and Herzegovina'],
    ['Bosnia and Herzegowina (346)', 'Bosnia and Herzegovina (346)'],
    ['52 Trinidad & Tobag', '52 Trinidad and Tobago'],
    ['57 Saint Vincent and the Grenadins', '57 St. Vincent and the Grenadines'],
    [
      '200 United Kingdom of Great Britain and Nothern Ireland',
      '200 United Kingdom of Great Britain and Northern Ireland',
    ],
    ['200 UK of Great Britan and Northern Ireland', '200 UK of Great Britain and Northern Ireland'],
  ] as const) {
    it(`${misspelt}: one misspelt name, though it begins or ends with another`, () => {
      const text = members(`${misspelt}\n2 United States of America`);
      const finding = onlyFinding(text, 'cow-code-name-mismatch');
      assert.equal(finding.text, misspelt.replace(/\d+ |\s*\(\d+\)/g, ''));
      assert.equal(answerIn(textAfter(text, finding, /Correct/), 4), `${right}\n2 United States of America`);
    });
  }

  it('a name that the end of a line parts is quoted on one line', () => {
    const finding = onlyFinding(members('2 Untied\nStaates\n705 Kazakhstan'), 'cow-code-name-mismatch');
    assert.match(finding.message, /^“Untied Staates” is not how/);
  });

  it('370 Belarus twice: the second goes, with its line', () => {
    const text = members('370 Belarus\n370 Belarus\n705 Kazakhstan');
    const finding = onlyFinding(text, 'duplicate-member');
    assert.equal(finding.text, '370 Belarus');
    assert.equal(finding.unnecessary, true);
    assert.equal(finding.start, text.lastIndexOf('370 Belarus'));
    assert.equal(answerIn(textAfter(text, finding, /Remove/), 4), RIGHT);
  });

  for (const [one, two, three] of [
    ['1. ', '2. ', '3. '],
    ['  (1) ', '  (2) ', '  (3) '],
    ['- ', '- ', '- '],
    ['•\t', '•\t', '•\t'],
    ['1\t', '2\t', '3\t'],
  ] as const) {
    it(`twice in a list marked ${JSON.stringify(three)}: the second goes, with its mark`, () => {
      const text = members(`${one}370 Belarus\n${two}705 Kazakhstan\n${three}370 Belarus`);
      const finding = onlyFinding(text, 'duplicate-member');
      assert.equal(
        answerIn(textAfter(text, finding, /Remove/), 4),
        `${one}370 Belarus\n${two}705 Kazakhstan`.trim(),
      );
    });
  }

  it('twice in a comma list: the second goes, with its comma', () => {
    const text = members('370 Belarus, 705 Kazakhstan, 370 Belarus');
    const finding = onlyFinding(text, 'duplicate-member');
    assert.equal(answerIn(textAfter(text, finding, /Remove/), 4), '370 Belarus, 705 Kazakhstan');
  });

  it('Ruritania: neither code nor name; a misspelt name alone gets the nearest state', () => {
    assert.equal(onlyFinding(members('Ruritania\n705 Kazakhstan'), 'unknown-state').text, 'Ruritania');
    const text = members('Belarrus\n705 Kazakhstan');
    assert.equal(
      answerIn(textAfter(text, onlyFinding(text, 'unknown-state'), 'Write “370 Belarus”'), 4),
      RIGHT,
    );
  });

  it('a state outside the system at the signature is information only, with its spells', () => {
    const finding = onlyFinding(
      members('265 German Democratic Republic\n705 Kazakhstan'),
      'not-a-system-member',
    );
    assert.equal(finding.severity, 'information');
    assert.match(finding.message, /1954.*1990/);
    assert.equal(finding.related?.length, 1);
  });

  it('a member that joined later is judged by the date noted beside it', () => {
    assert.deepEqual(
      newFindingsIn(
        seedAnswering(3, 'April 4, 1949')
          .replace('370 Belarus', '370 Belarus (joined 1992)')
          .replace('705 Kazakhstan', '2 United States'),
      ),
      [],
    );
  });

  it('one member alone is too few', () => {
    const finding = onlyFinding(members('370 Belarus'), 'too-few-members');
    assert.equal(finding.text, '370 Belarus');
  });

  for (const quiet of [
    '370 Belarus, 705 Kazakhstan',
    '370 Belarus; 705 Kazakhstan',
    '370 Belarus and 705 Kazakhstan',
    '370 Belarus 705 Kazakhstan',
    'Belarus (370)\nKazakhstan (705)',
    '370\n705',
    '370 Byelorussia\n705 Kazakhstan (signed later)',
    '1. 370 Belarus\n2. 705 Kazakhstan',
    '(1) 370 Belarus\n(2) 705 Kazakhstan',
    '1: 370 Belarus\n2: 705 Kazakhstan',
    '1\t370\tBelarus\n2\t705\tKazakhstan',
    '1 Belarus (370)\n2 Kazakhstan (705)',
    'a) 370\nb) 705',
    '365 Russia (Soviet Union)\n705 Kazakhstan',
    'Original members:\n370 Belarus\n705 Kazakhstan',
    '200 UK and Northern Ireland\n370 Belarus',
    '200 Gt. Britain & N. Ireland\n370 Belarus',
  ]) {
    it(`is quiet about ${JSON.stringify(quiet)}`, () => {
      assert.deepEqual(newFindingsIn(members(quiet)), []);
    });
  }
});
