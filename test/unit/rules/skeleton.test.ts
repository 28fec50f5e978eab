import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readSheet } from '../../../server/src/answers';
import { atopInstrument } from '../../../server/src/instrument';
import {
  answerIn,
  findingsIn,
  fixAllIn,
  newFindingsIn,
  onlyFinding,
  seedText,
  textAfter,
} from '../support/findings';

const seed = seedText();

/** The stretch of a question, number to answer. */
function question(number: number): string {
  const node = readSheet(seed, atopInstrument).answerTo(number)?.node;
  assert.ok(node);
  return seed.slice(node.start, node.end);
}

describe('the skeleton of a sheet', () => {
  it('an empty answer is found where the question stands, and answered in one click', () => {
    const text = seed.replace(question(25), question(25).replace('\nNo\n', '\n\n'));
    const finding = onlyFinding(text, 'missing-answer');
    assert.equal(finding.question, 25);
    assert.equal(answerIn(textAfter(text, finding, 'Answer “No”'), 25), 'No');
  });

  it('a question mark is no answer', () => {
    const text = seed.replace(question(25), question(25).replace('\nNo\n', '\n?\n'));
    const finding = onlyFinding(text, 'missing-answer');
    assert.equal(finding.text, '?');
    assert.equal(answerIn(textAfter(text, finding, 'Answer “No”'), 25), 'No');
  });

  it('optional comments may be empty', () => {
    assert.deepEqual(
      findingsIn(seed).filter(({ question: number }) => number === 28 || number === 57),
      [],
    );
  });

  it('a question that the file lacks is inserted in its place', () => {
    const text = seed.replace(question(26), '');
    const finding = onlyFinding(text, 'missing-question');
    assert.match(finding.message, /Question 26/);
    const mended = textAfter(text, finding, 'Insert question 26');
    assert.equal(onlyFinding(mended, 'missing-answer').question, 26);
  });

  it('a gap of several questions is one finding', () => {
    const text = seed.replace(question(25) + question(26) + question(27), '');
    const finding = onlyFinding(text, 'missing-question');
    assert.match(finding.message, /Questions 25 to 27/);
    assert.equal(newFindingsIn(textAfter(text, finding, /Insert/)).length, 3);
  });

  it('a heading that is gone is put back before its first question', () => {
    const text = seed.replace('SECTION IV: TREATY CONTEXT\n\n', '');
    const finding = onlyFinding(text, 'missing-section');
    assert.equal(finding.question, 44);
    assert.equal(fixAllIn(seed).replace(/\s+/g, ' '), fixAllIn(text).replace(/\s+/g, ' '));
  });

  for (const misspelt of [
    'SECTION IV: TREATY CONTEKST',
    'SECTON IV: TREATY CONTEXT',
    'SECTION VI: TREATY CONTEXT',
    'TREATY CONTEXT',
  ]) {
    it(`${misspelt} is corrected`, () => {
      const text = seed.replace('SECTION IV: TREATY CONTEXT', misspelt);
      const finding = onlyFinding(text, 'misspelled-heading');
      assert.equal(finding.text, misspelt);
      assert.equal(textAfter(text, finding, /Correct/), seed);
    });
  }

  it('a question out of order is moved to its place', () => {
    const text = seed.replace(question(30), '').replace(question(40), question(40) + question(30));
    const finding = onlyFinding(text, 'misplaced-question');
    assert.equal(finding.question, 30);
    const mended = textAfter(text, finding, 'Move question 30 after question 29');
    assert.deepEqual(newFindingsIn(mended), []);
    assert.equal(answerIn(mended, 30), answerIn(seed, 30));
  });

  it('questions above a heading that slipped down are moved under it, as one', () => {
    const heading = 'SECTION II: OBLIGATIONS\n';
    const text = seed.replace(heading, '').replace(question(18), `${question(18)}${heading}`);
    const finding = onlyFinding(text, 'misplaced-question');
    assert.equal(finding.question, 16);
    assert.match(finding.message, /Questions 16 to 18/);
    const mended = textAfter(text, finding, 'Move them under “SECTION II: OBLIGATIONS”');
    assert.deepEqual(newFindingsIn(mended), []);
    assert.equal(mended.replace(/\s+/g, ' '), seed.replace(/\s+/g, ' '));
  });

  it('a question that stands twice: an equal copy goes, unequal ones are the coder’s choice', () => {
    const twice = seed.replace(question(30), question(30) + question(30));
    assert.equal(textAfter(twice, onlyFinding(twice, 'duplicate-question'), /Remove/), seed);

    const other = question(30).replace('\nNo\n', '\nYes. Article 9.\n');
    const unequal = seed.replace(question(30), question(30) + other);
    const finding = onlyFinding(unequal, 'duplicate-question');
    assert.equal(answerIn(textAfter(unequal, finding, /Keep this/), 30), 'Yes. Article 9.');
    assert.equal(answerIn(textAfter(unequal, finding, /Keep the first/), 30), 'No');
    assert.ok(fixAllIn(unequal).includes('Yes. Article 9.'));
  });

  describe('a heading that stands twice', () => {
    const heading = 'SECTION II: OBLIGATIONS';
    const before = (number: number, words: string): string =>
      seed.replace(question(number), words + question(number));

    for (const [place, text] of [
      ['below itself', seed.replace(heading, `${heading}\n\n${heading}`)],
      ['below itself, with CRLF', seed.replace(heading, `${heading}\n${heading}`).replaceAll('\n', '\r\n')],
      ['amid its section', before(20, `\n${heading}\n`)],
      ['amid its section, below a question without an answer', before(29, `${heading}\n`)],
      ['in another section', before(50, `\n${heading}\n\n`)],
      ['before its section', before(5, `\n${heading}\n`)],
      ['above another heading', seed.replace('SECTION V:', `\n${heading}\nSECTION V:`)],
      ['at the beginning', `${heading}\n\n${seed}`],
    ] as const) {
      it(`${place} is removed`, () => {
        const eol = text.includes('\r\n') ? '\r\n' : '\n';
        const finding = onlyFinding(text, 'duplicate-question');
        assert.equal(finding.text, heading);
        assert.equal(finding.severity, 'warning');
        const mended = textAfter(text, finding, 'Remove this heading');
        assert.deepEqual(newFindingsIn(mended), []);
        const folded = (words: string): string =>
          words
            .replaceAll(eol, '\n')
            .replace(/\n{2,}/g, '\n')
            .trim();
        assert.equal(folded(mended), folded(seed));
        assert.equal(fixAllIn(text).split(heading).length, 2);
      });
    }

    it('is the one that its section does not follow', () => {
      const last = 'SECTION III: INSTITUTIONALIZATION OF THE ALLIANCE';
      const text = seed.replace(heading, last);
      const found = newFindingsIn(text);
      assert.deepEqual(
        found.map(({ rule }) => rule),
        ['duplicate-question', 'missing-section'],
      );
      assert.equal(found[0]?.start, text.indexOf(last));
      const mended = fixAllIn(text);
      assert.equal(mended.split(heading).length, 2);
      assert.equal(mended.split(last).length, 2);
      assert.deepEqual(newFindingsIn(mended), []);
    });

    for (const [words, text] of [
      ['amid an answer', before(20, `\n${heading}\nArticle 4. The parties shall…\n\n`)],
      ['at the end of an answer', before(20, `as the treaty says in\n${heading}\n`)],
      ['within a line', before(20, `\nsee ${heading}\n`)],
      ['in other words', before(20, '\nSection II - Obligations\n')],
    ] as const) {
      it(`is none where it is quoted ${words}`, () => {
        assert.deepEqual(newFindingsIn(text), []);
      });
    }
  });

  it('a reworded question is still found, and its text restored', () => {
    const text = seed.replace(
      'Does the treaty provide for integrated command',
      'Does the pact provide for integrated command',
    );
    const finding = onlyFinding(text, 'reworded-question');
    assert.equal(finding.text, 'pact');
    assert.match(finding.message, /“pact” stands for “treaty”/);
    assert.equal(answerIn(text, 33), 'No');
    assert.deepEqual(newFindingsIn(textAfter(text, finding, /Restore/)), []);
  });

  it('a misnumbered question is known by its text', () => {
    const text = seed.replace('33. Does the treaty provide', '38. Does the treaty provide');
    const finding = onlyFinding(text, 'reworded-question');
    assert.equal(finding.text, '38.');
    assert.deepEqual(newFindingsIn(textAfter(text, finding, 'Number this question 33')), []);
  });

  it('a document without any known question, or another instrument’s, gets one message', () => {
    const other = Array.from(
      { length: 61 },
      (_, index) => `${index + 1}. What is the colour of item ${index + 1}?\nBlue\n`,
    ).join('\n');
    for (const text of [
      '',
      'Dear colleague,\nhere is the treaty.',
      other,
      '\u0000\u0001\u0002',
      '1. ATOP ID: 4765\n' + other,
    ]) {
      assert.deepEqual(
        findingsIn(text).map(({ rule, severity }) => [rule, severity]),
        [['unknown-instrument', 'information']],
      );
    }
  });

  it('a sheet just begun is told what it lacks in few words', () => {
    const begun = seed.slice(0, seed.indexOf('\n6. Means'));
    assert.ok(findingsIn(begun).length <= 6, JSON.stringify(findingsIn(begun).map(({ message }) => message)));
  });
});
