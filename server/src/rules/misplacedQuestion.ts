import type { Sheet } from '../answers';
import { printHeading } from '../instrument';
import { encloses, lineEndOf, type QuestionNode, type SectionNode } from '../syntax';
import { spareHeadings } from './doubledHeading';
import { firstLineOf } from './sheetEdits';
import { isWhole, longestRise } from './skeleton';
import type { Found, SheetRule, TextChange } from './types';

/** Questions that stand out of the instrument's order, or under another section's heading. */
export const misplacedQuestion: SheetRule = {
  id: 'misplaced-question',
  severity: 'warning',
  looksAt: () => false,
  *check(sheet) {
    if (isWhole(sheet)) return;
    const seen = new Set<number>();
    const firsts = sheet.tree.questions.filter(
      ({ question }) => !seen.has(question.number) && seen.add(question.number),
    );
    const rise = longestRise(firsts.map(node => node.question.number));
    const isUnder = placesWithoutSpares(sheet);
    const settled: QuestionNode[] = [];
    const misplaced: QuestionNode[][] = [];
    for (const [index, node] of firsts.entries()) {
      const own = ownSection(sheet, node);
      if (rise.has(index) && (!own || isUnder(own, node))) {
        settled.push(node);
      } else if (
        rise.has(index) &&
        follows(firsts[index - 1], misplaced.at(-1)) &&
        own === ownSection(sheet, firsts[index - 1])
      ) {
        // A heading that slipped down leaves a run of questions above it: one finding, moved as one.
        misplaced.at(-1)?.push(node);
      } else {
        misplaced.push([node]);
      }
    }
    for (const run of misplaced) yield* finding(sheet, run, settled);
  },
};

/** Tells whether a question stands under a section, as if headings that head nothing were not there. */
function placesWithoutSpares(sheet: Sheet): (section: SectionNode, node: QuestionNode) => boolean {
  const spares = new Set(spareHeadings(sheet).map(({ node }) => node));
  if (spares.size === 0) return encloses;
  const sections = sheet.tree.children.filter(section => !spares.has(section));
  return (section, node) =>
    encloses(section, node) || sections.findLast(({ start }) => start <= node.start) === section;
}

/** The headed section that a question belongs under; `undefined` where the file lacks its heading. */
function ownSection(sheet: Sheet, node: QuestionNode | undefined): SectionNode | undefined {
  if (!node) return undefined;
  const own = sheet.tree.children.filter(
    ({ section, heading }) => heading && section?.questions.includes(node.question),
  );
  return own.find(section => encloses(section, node)) ?? own[0];
}

function follows(previous: QuestionNode | undefined, run: readonly QuestionNode[] | undefined): boolean {
  return previous !== undefined && run?.at(-1) === previous;
}

interface Place {
  readonly offset: number;
  /** `after question 29` */
  readonly words: string;
}

function* finding(
  sheet: Sheet,
  run: readonly QuestionNode[],
  settled: readonly QuestionNode[],
): Generator<Found> {
  const [first] = run;
  const last = run.at(-1);
  if (!first || !last) return;
  const place = placeOf(sheet, first, settled);
  const isOne = first === last;
  const names = isOne
    ? `Question ${first.question.number} (${first.question.label})`
    : `Questions ${first.question.number} to ${last.question.number}`;
  yield {
    ...firstLineOf(sheet, first),
    message: `${names} ${isOne ? 'stands' : 'stand'} out of place: ${isOne ? 'it belongs' : 'they belong'} ${place.words}.`,
    fixes: () => [
      {
        title: `Move ${isOne ? `question ${first.question.number}` : 'them'} ${place.words}`,
        changes: move(sheet, first.start, last.end, place.offset),
        preferred: true,
      },
    ],
  };
}

/** After the nearest settled question before it in its section, else under the section's heading. */
function placeOf(sheet: Sheet, node: QuestionNode, settled: readonly QuestionNode[]): Place {
  const { number } = node.question;
  const own = ownSection(sheet, node);
  const previous = settled.findLast(other => other.question.number < number);
  if (own?.heading && own.section && !(previous && own.section.questions.includes(previous.question))) {
    return { offset: own.heading.end, words: `under “${printHeading(own.section)}”` };
  }
  if (previous) return { offset: previous.end, words: `after question ${previous.question.number}` };
  const next = settled.find(other => other.question.number > number);
  return next
    ? { offset: next.start, words: `before question ${next.question.number}` }
    : { offset: node.start, words: 'here' };
}

function move(sheet: Sheet, start: number, end: number, target: number): TextChange[] {
  const eol = lineEndOf(sheet.text);
  const moved = sheet.text.slice(start, end).trimEnd();
  const lead = /(?:^|\n|\r)$/.test(sheet.text.slice(0, target)) ? '' : eol + eol;
  const trail = /^\s*(?:\r?\n){2}/.test(sheet.text.slice(target, target + 20)) ? '' : eol + eol;
  return [
    { start: target, end: target, newText: lead + moved + trail },
    { start, end, newText: '' },
  ];
}
