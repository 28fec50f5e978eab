import type { Sheet } from '../answers';
import type { Question, Section } from '../instrument/types';
import { headedSections, isWhole } from './skeleton';
import { firstLineOf, insertBlocks, insertionBefore, printedBlock } from './sheetEdits';
import type { Found, SheetRule } from './types';

/**
 * Questions of the instrument that the file lacks. A run of them is one finding, as it is one gap; a
 * section that is gone whole is left to `missing-section`.
 */
export const missingQuestion: SheetRule = {
  id: 'missing-question',
  severity: 'warning',
  looksAt: () => false,
  *check(sheet) {
    if (isWhole(sheet)) return;
    const present = new Set(sheet.tree.questions.map(node => node.question.number));
    const headed = headedSections(sheet);
    let run: Question[] = [];
    for (const section of sheet.instrument.sections) {
      const goneWhole = isGoneWhole(section, present) && !headed.has(section);
      for (const question of section.questions) {
        if (!present.has(question.number) && !goneWhole) {
          run.push(question);
        } else if (run.length > 0) {
          yield finding(sheet, run);
          run = [];
        }
      }
      // What ends one section and what begins the next go to two places.
      if (run.length > 0) yield finding(sheet, run);
      run = [];
    }
  },
};

/** True where none of a section's questions is in the file. */
export function isGoneWhole(section: Section, present: ReadonlySet<number>): boolean {
  return section.questions.every(question => !present.has(question.number));
}

function finding(sheet: Sheet, run: readonly Question[]): Found {
  const [first] = run;
  const last = run.at(-1);
  if (!first || !last) throw new RangeError('A gap holds at least one question.');
  const offset = insertionBefore(sheet, first);
  const neighbour = sheet.tree.questions.find(node => node.start >= offset) ?? sheet.tree.questions.at(-1);
  const [names, are] =
    first === last
      ? [`Question ${first.number} (${first.label})`, 'is']
      : [`Questions ${first.number} to ${last.number}`, 'are'];
  return {
    ...(neighbour ? firstLineOf(sheet, neighbour) : { start: offset, end: offset }),
    message: `${names} ${are} missing from the sheet.`,
    fixes: () => [
      {
        title:
          first === last
            ? `Insert question ${first.number}`
            : `Insert questions ${first.number} to ${last.number}`,
        changes: [
          insertBlocks(
            sheet,
            offset,
            run.map(question => printedBlock(sheet, question)),
          ),
        ],
        preferred: true,
      },
    ],
  };
}
