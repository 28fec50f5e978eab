import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSheet, type Sheet } from '../../../server/src/answers';
import { atopInstrument } from '../../../server/src/instrument';
import { leavesOf, type SheetTree } from '../../../server/src/syntax';

/** The real sheet of ATOP alliance 4765, whole. */
export const seed = readFileSync(join(__dirname, '..', '..', '..', 'examples', '4765.atop'), 'utf8');

export function read(text: string): Sheet {
  return readSheet(text, atopInstrument);
}

export function folded(text: string): string {
  return text.replace(/[\s\uFEFF]+/g, ' ').trim();
}

/** Each question's number with its answer, white space folded. */
export function answersIn(text: string): string[] {
  return read(text).answers.map(({ question, text: answer }) => `${question.number}: ${folded(answer)}`);
}

/** Each answer as its question's kind reads it, without the places where its parts stand. */
export function readingsIn(text: string): string[] {
  return read(text).answers.map(({ question, reading, isGiven, isNotApplicable }) =>
    withoutPlaces({ number: question.number, reading, isGiven, isNotApplicable }),
  );
}

export function withoutPlaces(value: unknown): string {
  return JSON.stringify(value, (key, part: unknown) => {
    if (key === 'start' || key === 'end' || key === 'alone') return undefined;
    // Of a closed list's value its name is enough.
    if (key === 'otherSpellings' || key === 'help') return undefined;
    return typeof part === 'string' ? folded(part) : part;
  });
}

/** Fails unless the leaves tile the text: each begins where the one before it ends. */
export function assertTiles(tree: SheetTree): void {
  let at = 0;
  for (const leaf of leavesOf(tree)) {
    if (leaf.start !== at || leaf.end <= leaf.start) {
      throw new Error(`The ${leaf.kind} leaf ${leaf.start}–${leaf.end} does not follow on ${at}.`);
    }
    at = leaf.end;
  }
  if (at !== tree.text.length) throw new Error(`The leaves end at ${at} of ${tree.text.length}.`);
}

/** The sheet's text with one answer in place of another; `undefined` numbers fail. */
export function seedAnswering(number: number, answer: string): string {
  const given = read(seed).answerTo(number);
  if (!given) throw new Error(`The sheet has no question ${number}.`);
  const before = given.start === given.end ? '\n' : '';
  return seed.slice(0, given.start) + before + answer + seed.slice(given.end);
}
