import type { Sheet } from '../answers';
import { lineEndOf, type QuestionNode } from '../syntax';
import { firstLineOf, removeQuestion } from './sheetEdits';
import { longestRise } from './skeleton';
import type { Finding, Rule, TextChange } from './types';

/** A question that stands out of the instrument's order, or under another section's heading. */
export const misplacedQuestion: Rule = {
  id: 'misplaced-question',
  severity: 'warning',
  *check(sheet) {
    const seen = new Set<number>();
    const firsts = sheet.tree.questions.filter(
      ({ question }) => !seen.has(question.number) && seen.add(question.number),
    );
    const inOrder = longestRise(firsts.map(node => node.question.number));
    if (inOrder.size === firsts.length) return;
    const ordered = firsts.filter((_, index) => inOrder.has(index));
    for (const [index, node] of firsts.entries()) {
      if (!inOrder.has(index)) yield finding(sheet, node, ordered);
    }
  },
};

function finding(sheet: Sheet, node: QuestionNode, ordered: readonly QuestionNode[]): Omit<Finding, 'rule'> {
  const { number, label } = node.question;
  const previous = ordered.filter(other => other.question.number < number).at(-1);
  const next = ordered.find(other => other.question.number > number);
  const place = previous
    ? `after question ${previous.question.number}`
    : `before question ${next?.question.number ?? number}`;
  const related = previous ?? next;
  return {
    ...firstLineOf(sheet, node),
    message: `Question ${number} (${label}) stands out of order: it belongs ${place}.`,
    related: related ? [{ ...firstLineOf(sheet, related), message: `It belongs ${place}.` }] : [],
    fixes: () => [
      {
        title: `Move question ${number} ${place}`,
        changes: move(sheet, node, previous, next),
        preferred: true,
      },
    ],
  };
}

function move(
  sheet: Sheet,
  node: QuestionNode,
  previous: QuestionNode | undefined,
  next: QuestionNode | undefined,
): TextChange[] {
  const eol = lineEndOf(sheet.text);
  const moved = sheet.text.slice(node.start, node.end).trimEnd();
  const target = previous?.end ?? next?.start ?? sheet.text.length;
  const lead = /(?:^|\n|\r)$/.test(sheet.text.slice(0, target)) ? '' : eol + eol;
  return [{ start: target, end: target, newText: lead + moved + eol + eol }, removeQuestion(node)];
}
