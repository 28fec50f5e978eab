import type { Instrument } from '../instrument/types';
import type { QuestionHead } from './head';
import { headsInOrder } from './heads';
import { questionBetween } from './parser';
import type { QuestionNode } from './tree';

/**
 * The questions of some numbers, in the file's order, from the beginning of a text alone: up to the place
 * where each of them has been found and the last has ended. They are those that `parseSheet` finds up to
 * there.
 *
 * `undefined` where the beginning does not tell: a question is not there, nothing follows the last of them,
 * or what stands for a heading may only be quoted, which depends on the rest of the text.
 */
export function parseBeginning(
  text: string,
  instrument: Instrument,
  numbers: readonly number[],
): QuestionNode[] | undefined {
  const found: QuestionNode[] = [];
  const missing = new Set(numbers);
  let open: QuestionHead | undefined;
  for (const head of headsInOrder(text, instrument)) {
    if (head.kind === 'section' && head.changes.length > 0) return undefined;
    if (open) {
      found.push(questionBetween(text, open, head.start));
      missing.delete(open.question.number);
    }
    open = head.kind === 'question' && numbers.includes(head.question.number) ? head : undefined;
    if (missing.size === 0 && !open) return found;
  }
  return undefined;
}
