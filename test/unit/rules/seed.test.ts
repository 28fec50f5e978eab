import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { answerIn, findingsIn, fixAllIn, seedText } from '../support/findings';

describe('the real sheet 4765, as it was published', () => {
  const seed = seedText();

  it('shows one missing answer, and information at ten places; nothing else', () => {
    const description = (number: number, firstWord: string) => [
      number,
      'information',
      'yes-no-expected',
      firstWord,
    ];
    assert.deepEqual(
      findingsIn(seed).map(({ question, severity, rule, text }) => [question, severity, rule, text]),
      [
        description(10, '120'),
        description(12, 'Automatic'),
        [
          13,
          'warning',
          'missing-answer',
          '13. Number of times alliance renewed, dates of renewal, and means by which alliance was renewed (Do not include automatic',
        ],
        [14, 'information', 'ambiguous-date', '6/30/04'],
        [14, 'information', 'broken-link', 'http://kazakhstan.mfa.gov.by/ru/bilateral relations/political/'],
        [16, 'information', 'stray-link', 'http://kazakhstan.mfa.gov.by/ru/bilateral_relations/political/'],
        description(47, 'United'),
        description(48, 'OSCE'),
        description(50, 'The'),
        description(53, 'Article'),
        description(56, 'Article'),
      ],
    );
  });

  it('is mended by Fix All but for the one answer that only a coder can give', () => {
    const fixed = fixAllIn(seed);
    assert.deepEqual(
      findingsIn(fixed).map(({ question, rule }) => [question, rule]),
      [[13, 'missing-answer']],
    );
    assert.equal(answerIn(fixed, 10), 'Yes. 120 months (Article 20)');
    assert.equal(answerIn(fixed, 16), 'Nonaggression pact');
    assert.match(
      answerIn(fixed, 14) ?? '',
      /\(June 30, 2004\)[^]*\(http:\/\/\S+\/bilateral_relations\/political\/ \)$/,
    );
    assert.equal(fixAllIn(fixed), fixed);
  });
});
