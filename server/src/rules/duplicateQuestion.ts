import type { Answer, Sheet } from '../answers';
import { doubledHeadings } from './doubledHeading';
import { firstLineOf, removeQuestion } from './sheetEdits';
import { isWhole } from './skeleton';
import type { Found, Fix, SheetRule } from './types';

/** A question that the file has twice, or a section's heading. */
export const duplicateQuestion: SheetRule = {
  id: 'duplicate-question',
  severity: 'warning',
  looksAt: () => false,
  *check(sheet) {
    if (isWhole(sheet)) return;
    const firsts = new Map<number, Answer>();
    for (const answer of sheet.answers) {
      const first = firsts.get(answer.question.number);
      if (first) yield finding(sheet, first, answer);
      else firsts.set(answer.question.number, answer);
    }
    yield* doubledHeadings(sheet);
  },
};

function finding(sheet: Sheet, first: Answer, second: Answer): Found {
  const { number, label } = second.question;
  return {
    ...firstLineOf(sheet, second.node),
    message: `Question ${number} (${label}) stands twice in the sheet.`,
    related: [{ ...firstLineOf(sheet, first.node), message: `Question ${number} stands here first.` }],
    unnecessary: !second.isGiven || isSameAnswer(first, second),
    fixes: () => fixes(first, second),
  };
}

function isSameAnswer(first: Answer, second: Answer): boolean {
  const fold = (text: string): string => text.replace(/\s+/g, ' ');
  return fold(first.text) === fold(second.text);
}

/** Where the two answers differ the coder says which goes; nothing is lost unasked. */
function fixes(first: Answer, second: Answer): Fix[] {
  const { number } = second.question;
  const removeSecond = [removeQuestion(second.node)];
  const removeFirst = [removeQuestion(first.node)];
  if (!second.isGiven || isSameAnswer(first, second)) {
    return [
      { title: `Remove the second question ${number}`, changes: removeSecond, preferred: true, safe: true },
    ];
  }
  if (!first.isGiven) {
    return [
      {
        title: `Remove the first, unanswered question ${number}`,
        changes: removeFirst,
        preferred: true,
        safe: true,
      },
    ];
  }
  return [
    { title: `Keep the first question ${number}, remove this one and its answer`, changes: removeSecond },
    { title: `Keep this question ${number}, remove the first one and its answer`, changes: removeFirst },
  ];
}
