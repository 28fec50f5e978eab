import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readSheet, type Answer, type Sheet } from '../../../server/src/answers';
import { atopInstrument } from '../../../server/src/instrument';
import { sheetRules, type SheetRule } from '../../../server/src/rules';
import { TODAY } from '../support/findings';
import { seedText, withAnswer } from '../support/sheets';

/** The answers that a rule asks for. */
function askedBy(rule: SheetRule, sheet: Sheet): ReadonlySet<Answer> {
  const asked = new Set<Answer>();
  const noted = <A extends Answer | undefined>(answer: A): A => {
    if (answer) asked.add(answer);
    return answer;
  };
  const seen: Sheet = {
    text: sheet.text,
    instrument: sheet.instrument,
    tree: sheet.tree,
    logDates: sheet.logDates,
    get answers() {
      return sheet.answers.map(noted);
    },
    get linked() {
      return sheet.linked.map(noted);
    },
    answersOf: kind => sheet.answersOf(kind).map(noted),
    answerTo: number => noted(sheet.answerTo(number)),
  };
  Array.from(rule.check(seen, { today: TODAY }));
  return asked;
}

/** Sheets in which each of the comparisons gets as far as it can. */
const sheets: Record<string, string> = {
  'the real sheet': seedText(),
  'a bilateral treaty of three': withAnswer(
    6,
    'bilateral treaty',
    withAnswer(4, '370 Belarus\n365 Russia\n200 UK'),
  ),
  'an alliance in effect that was ended': withAnswer(14, 'In effect', withAnswer(15, 'War broke out')),
  'a type without a number': withAnswer(2, 'NA', withAnswer(17, 'Type I')),
  'limits where there are none': withAnswer(19, 'None', withAnswer(20, 'Only in Europe')),
  'a condition beside none': withAnswer(19, 'None, Geographic location'),
  'a treaty that binds one': withAnswer(16, 'Defense (Russia only)', withAnswer(24, 'Yes')),
  'an end before the beginning': withAnswer(14, 'Ended January 1, 1990'),
};

describe('a rule that compares answers', () => {
  for (const rule of sheetRules) {
    it(`asks for no answer that it does not say it looks at: ${rule.id}`, () => {
      for (const [name, text] of Object.entries(sheets)) {
        const sheet = readSheet(text, atopInstrument);
        const asked = askedBy(rule, sheet);
        for (const answer of asked)
          assert.equal(rule.looksAt(answer), true, `question ${answer.question.number} of ${name}`);
      }
    });
  }
});
