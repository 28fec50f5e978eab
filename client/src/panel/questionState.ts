import type { SheetListEntry } from '../protocol';

/** What is the case with one question of a sheet, from what is done to what is most in need of a coder. */
export const questionStates = ['answered', 'optional', 'warning', 'open', 'missing', 'error'] as const;
export type QuestionState = (typeof questionStates)[number];

/** The letters of `SheetListEntry.states`. */
const letters: Readonly<Record<string, QuestionState>> = {
  a: 'answered',
  '-': 'optional',
  w: 'warning',
  o: 'open',
  m: 'missing',
  e: 'error',
};

/**
 * The state of the question that stands at this place in the instrument, counted from 0; `undefined` in a
 * sheet that has not been read through yet.
 */
export function stateAt(
  { states }: Pick<SheetListEntry, 'states'>,
  index: number,
): QuestionState | undefined {
  if (states === '') return undefined;
  // A sheet that says nothing of a question does not hold it.
  return letters[states.charAt(index)] ?? 'missing';
}
