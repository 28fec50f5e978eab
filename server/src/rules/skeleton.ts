import type { Sheet } from '../answers';
import type { Question, Section } from '../instrument/types';
import type { SectionNode } from '../syntax';

/** The sections whose heading the file has. */
export function headedSections(sheet: Sheet): ReadonlySet<Section> {
  const headed = new Set<Section>();
  for (const node of sheet.tree.children) if (node.section && node.heading) headed.add(node.section);
  return headed;
}

const whole = new WeakMap<Sheet, boolean>();

/**
 * True where the file has every heading and every question once, in the instrument's order. Most
 * sheets have, and nothing of them is missing, doubled or out of place.
 */
export function isWhole(sheet: Sheet): boolean {
  const known = whole.get(sheet);
  if (known !== undefined) return known;
  const found = holdsAll(sheet);
  whole.set(sheet, found);
  return found;
}

function holdsAll({ instrument: { sections }, tree }: Sheet): boolean {
  let next = 0;
  for (const node of tree.children) {
    const expected = node.heading ? sections[next++] : undefined;
    // What stands before the first heading may be no question.
    if (node.section !== expected || !holdsItsQuestions(node, expected?.questions ?? [])) return false;
  }
  return next === sections.length;
}

function holdsItsQuestions(node: SectionNode, questions: readonly Question[]): boolean {
  let next = 0;
  for (const child of node.children) {
    if (child.kind === 'question' && child.question !== questions[next++]) return false;
  }
  return next === questions.length;
}

/**
 * The longest subsequence of strictly rising numbers, as the indices of its members: what is in
 * order already, so that as little as possible is called misplaced.
 */
export function longestRise(numbers: readonly number[]): ReadonlySet<number> {
  const tails: number[] = [];
  const before: number[] = [];
  numbers.forEach((number, index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[tails[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = index;
  });
  const rise = new Set<number>();
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) rise.add(at);
  return rise;
}
