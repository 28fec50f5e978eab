import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  answerIn,
  fixAllIn,
  fixesOf,
  newFindingsIn,
  onlyFinding,
  seedAnswering,
  seedText,
  textAfter,
} from '../support/findings';

const signed = (answer: string) => seedAnswering(3, answer);

describe('the dates of a sheet', () => {
  it('February 30, 1996: no such day; the nearest is offered, not forced', () => {
    const text = signed('February 30, 1996');
    const finding = onlyFinding(text, 'bad-date');
    assert.equal(finding.severity, 'error');
    assert.equal(finding.text, 'February 30, 1996');
    assert.equal(answerIn(textAfter(text, finding, 'Write “February 29, 1996”'), 3), 'February 29, 1996');
    assert.equal(answerIn(fixAllIn(text), 3), 'February 30, 1996');
  });

  it('Januray 17, 1996: the month is misspelt and safely corrected', () => {
    const text = signed('Januray 17, 1996');
    assert.equal(onlyFinding(text, 'bad-date').text, 'Januray 17, 1996');
    assert.equal(answerIn(fixAllIn(text), 3), 'January 17, 1996');
  });

  it('1/2/1996: two readings, each written out', () => {
    const text = signed('1/2/1996');
    const finding = onlyFinding(text, 'ambiguous-date');
    assert.equal(finding.severity, 'information');
    assert.equal(finding.text, '1/2/1996');
    assert.deepEqual(
      fixesOf(finding).map(fix => answerIn(textAfter(text, finding, fix.title), 3)),
      ['January 2, 1996', 'February 1, 1996'],
    );
    assert.equal(answerIn(fixAllIn(text), 3), '1/2/1996');
  });

  for (const written of ['1/17/96', '17-Jan-96', '17/Jan/96', 'Jan-17-96', '17 Jan. 96']) {
    it(`${written}: only the century is open`, () => {
      const text = signed(written);
      const finding = onlyFinding(text, 'ambiguous-date');
      assert.equal(finding.severity, 'information');
      assert.equal(finding.text, written);
      assert.equal(answerIn(textAfter(text, finding, 'Write “January 17, 1996”'), 3), 'January 17, 1996');
    });
  }

  for (const written of ['Jan ’96', 'Jan. 96']) {
    it(`${written}: a month whose century is open`, () => {
      const finding = onlyFinding(signed(written), 'ambiguous-date');
      assert.equal(finding.text, written);
      assert.match(finding.message, /century open/);
      assert.deepEqual(fixesOf(finding), []);
    });
  }

  it('March 45 is no date amid the words of question 14', () => {
    const text = seedAnswering(14, 'In effect. In March 45 deputies asked for more');
    assert.deepEqual(newFindingsIn(text), []);
  });

  it('January 17, 2096: in the future; the same day of other centuries is offered', () => {
    const text = signed('January 17, 2096');
    const found = newFindingsIn(text);
    const finding = found.find(({ rule }) => rule === 'date-out-of-range');
    assert.ok(finding);
    assert.equal(finding.text, 'January 17, 2096');
    assert.equal(answerIn(textAfter(text, finding, 'Write “January 17, 1996”'), 3), 'January 17, 1996');
  });

  it('17 janvier: the month is put into English, and the year is then asked for', () => {
    const text = signed('17 janvier');
    const finding = onlyFinding(text, 'bad-date');
    assert.equal(finding.text, '17 janvier');
    const mended = textAfter(text, finding, 'Write “17 January”');
    assert.match(onlyFinding(mended, 'ambiguous-date').message, /no year/);
  });

  it('a signature without any date, or before ATOP’s years, is found', () => {
    assert.equal(onlyFinding(signed('in the spring'), 'bad-date').text, 'in the spring');
    assert.equal(onlyFinding(signed('May 12, 1812'), 'date-out-of-range').severity, 'warning');
  });

  it('an alliance cannot end, nor its sheet be revised, before it was signed', () => {
    const ended = seedAnswering(14, 'May 3, 1990');
    const finding = onlyFinding(ended, 'date-order');
    assert.equal(finding.text, 'May 3, 1990');
    assert.equal(finding.related?.length, 1);
    assert.equal(onlyFinding(seedAnswering(60, 'August 18, 1994'), 'date-order').question, 60);
  });

  it('an amendment cannot be older than the last revision', () => {
    const text = seedText().replace('on December 27, 2017\n', 'on December 27, 2003\n');
    assert.equal(onlyFinding(text, 'date-order').text, 'December 27, 2003');
  });

  for (const quiet of [
    '17 January 1996',
    'Jan. 17, 1996',
    '17 Jan. 1996',
    '17-Jan-1996',
    'Jan-17-1996',
    '1996-01-17',
    '1996-01-17T12:00',
    '1996-01-17 12:00',
    '1/17/1996',
    'January 1996',
    '1996',
    'January 17-19, 1996',
    'ca. 1996',
    'January 17 (Belarus) and January 19, 1996 (Kazakhstan)',
  ]) {
    it(`is quiet about ${quiet}`, () => {
      assert.deepEqual(newFindingsIn(signed(quiet)), []);
    });
  }

  it('is quiet about a coming year in the prose of question 14', () => {
    assert.deepEqual(
      newFindingsIn(
        seedAnswering(14, 'In effect; the treaty runs until January 17, 2036').replace(/\n+http\S+/, ''),
      ).filter(f => f.question === 14),
      [],
    );
  });
});
