import type { Sheet } from '../answers';
import type { QuestionNode, Span, WordChange } from '../syntax';
import { NOTHING } from './found';
import { printedBlock } from './sheetEdits';
import type { AnswerRule, Found } from './types';

/** A question whose printed text or number differs from the instrument's. */
export const rewordedQuestion: AnswerRule = {
  id: 'reworded-question',
  severity: 'information',
  kind: 'any',
  checkAnswer({ node }, sheet) {
    return isReworded(node) ? [finding(sheet, node)] : NOTHING;
  },
};

function isReworded(node: QuestionNode): boolean {
  return node.changes.length > 0 || isMisnumbered(node);
}

function isMisnumbered({ question, printedNumber }: QuestionNode): boolean {
  return printedNumber !== question.number;
}

function finding(sheet: Sheet, node: QuestionNode): Found {
  const { number } = node.question;
  const hasOtherNumber = isMisnumbered(node);
  return {
    ...(hasOtherNumber ? node.number : changedStretch(sheet, node)),
    message: hasOtherNumber
      ? `This is the text of question ${number}, but it bears the number ${node.printedNumber}.`
      : `Question ${number} is worded differently from the instrument: ${describe(sheet, node.changes)}.`,
    fixes: () => [
      {
        title: hasOtherNumber ? `Number this question ${number}` : `Restore the text of question ${number}`,
        changes: [{ start: node.start, end: node.printed.end, newText: printedBlock(sheet, node.question) }],
        preferred: true,
        safe: true,
      },
    ],
  };
}

/** From the first word that differs to the last; where only words are lost, the word before them. */
function changedStretch(sheet: Sheet, node: QuestionNode): Span {
  const start = Math.min(...node.changes.map(change => change.start));
  const end = Math.max(...node.changes.map(change => change.end));
  if (start < end) return { start, end };
  let wordStart = start;
  while (wordStart > node.start && /[\p{L}\p{N}]/u.test(sheet.text.charAt(wordStart - 1))) wordStart--;
  return wordStart < start
    ? { start: wordStart, end: start }
    : { start: node.number.start, end: node.number.end };
}

const MAX_DESCRIBED = 3;

function describe(sheet: Sheet, changes: readonly WordChange[]): string {
  const described = changes.slice(0, MAX_DESCRIBED).map(change => {
    const written = sheet.text.slice(change.start, change.end);
    switch (change.kind) {
      case 'lost':
        return `“${change.printed}” is missing`;
      case 'added':
        return `“${written}” is added`;
      case 'changed':
        return `“${written}” stands for “${change.printed}”`;
    }
  });
  const more = changes.length - described.length;
  return described.join(', ') + (more > 0 ? `, and ${more} more` : '');
}
