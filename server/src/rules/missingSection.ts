import type { Sheet } from '../answers';
import { printHeading } from '../instrument';
import type { Section } from '../instrument/types';
import { isGoneWhole } from './missingQuestion';
import { firstLineOf, insertBlocks, insertionBefore, printedBlock } from './sheetEdits';
import { headedSections, isWhole } from './skeleton';
import type { Found, SheetRule } from './types';

/** A section heading that the file lacks; where its questions are gone too, the section as a whole. */
export const missingSection: SheetRule = {
  id: 'missing-section',
  severity: 'warning',
  looksAt: () => false,
  *check(sheet) {
    if (isWhole(sheet)) return;
    const headed = headedSections(sheet);
    const present = new Set(sheet.tree.questions.map(node => node.question.number));
    for (const section of sheet.instrument.sections) {
      if (!headed.has(section)) yield finding(sheet, section, isGoneWhole(section, present));
    }
  },
};

function finding(sheet: Sheet, section: Section, goneWhole: boolean): Found {
  const first = section.questions[0];
  if (!first) throw new RangeError('A section has questions.');
  const offset = insertionOf(sheet, section, goneWhole);
  const neighbour = sheet.tree.questions.find(node => node.start >= offset) ?? sheet.tree.questions.at(-1);
  const heading = printHeading(section);
  return {
    ...(neighbour ? firstLineOf(sheet, neighbour) : { start: offset, end: offset }),
    message: goneWhole
      ? `Section ${section.numeral} (${section.questions.length} questions) is missing from the sheet.`
      : `The heading “${heading}” is missing.`,
    fixes: () => [
      {
        title: goneWhole ? `Insert section ${section.numeral}` : `Insert “${heading}”`,
        changes: [
          insertBlocks(sheet, offset, [
            heading,
            ...(goneWhole ? section.questions.map(question => printedBlock(sheet, question)) : []),
          ]),
        ],
        preferred: true,
        safe: !goneWhole,
      },
    ],
  };
}

/** Before the section's own first question, or, where it has none, before the heading or question that follows. */
function insertionOf(sheet: Sheet, section: Section, goneWhole: boolean): number {
  const numbers = new Set(section.questions.map(question => question.number));
  const own = sheet.tree.questions.find(node => numbers.has(node.question.number));
  if (own && !goneWhole) return own.start;
  const first = section.questions[0];
  const offset = first ? insertionBefore(sheet, first) : sheet.text.length;
  const order = sheet.instrument.sections;
  const laterHeading = sheet.tree.children.find(
    node => node.section && node.heading && order.indexOf(node.section) > order.indexOf(section),
  );
  return laterHeading ? Math.min(offset, laterHeading.start) : offset;
}
