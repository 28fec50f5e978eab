import type { Sheet } from '../answers';
import type { Instrument, Question, Section } from '../instrument/types';
import { bisect } from '../syntax';

/** The sections whose heading the file has. */
export function headedSections(sheet: Sheet): ReadonlySet<Section> {
  const headed = new Set<Section>();
  for (const node of sheet.tree.children) if (node.section && node.heading) headed.add(node.section);
  return headed;
}

const whole = new WeakMap<Sheet['tree']['heads'], boolean>();

/**
 * True where the file has every heading and every question once, in the instrument's order. Most
 * sheets have, and nothing of them is missing, doubled or out of place.
 */
export function isWhole(sheet: Sheet): boolean {
  // Versions share the list as long as nothing in it changes.
  const { heads } = sheet.tree;
  const known = whole.get(heads);
  if (known !== undefined) return known;
  const found = holdsAll(sheet);
  whole.set(heads, found);
  return found;
}

function holdsAll({ instrument, tree: { heads } }: Sheet): boolean {
  const wanted = skeletonOf(instrument);
  return (
    heads.length === wanted.length &&
    heads.every((head, index) => (head.kind === 'section' ? head.section : head.question) === wanted[index])
  );
}

const skeletons = new WeakMap<Instrument, readonly (Section | Question)[]>();

/** Every section of the instrument with its questions behind it, as the instrument prints them. */
function skeletonOf(instrument: Instrument): readonly (Section | Question)[] {
  let skeleton = skeletons.get(instrument);
  if (!skeleton) {
    skeleton = instrument.sections.flatMap(section => [section, ...section.questions]);
    skeletons.set(instrument, skeleton);
  }
  return skeleton;
}

/**
 * The longest subsequence of strictly rising numbers, as the indices of its members: what is in
 * order already, so that as little as possible is called misplaced.
 */
export function longestRise(numbers: readonly number[]): ReadonlySet<number> {
  const tails: number[] = [];
  const before: number[] = [];
  numbers.forEach((number, index) => {
    const length = bisect(tails.length, tail => (numbers[tails[tail] ?? 0] ?? 0) < number);
    before[index] = length > 0 ? (tails[length - 1] ?? -1) : -1;
    tails[length] = index;
  });
  const rise = new Set<number>();
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) rise.add(at);
  return rise;
}
