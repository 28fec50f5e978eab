import { printHeading } from '../instrument';
import { replace } from './sheetEdits';
import type { SheetRule } from './types';

/** A section heading that is there in other words or with another numeral. */
export const misspelledHeading: SheetRule = {
  id: 'misspelled-heading',
  severity: 'warning',
  looksAt: () => false,
  *check(sheet) {
    for (const { section, heading } of sheet.tree.children) {
      if (!section || !heading || heading.changes.length === 0) continue;
      const printed = printHeading(section);
      yield {
        start: heading.start,
        end: heading.end,
        message: `This heading reads “${printed}” in the instrument.`,
        fixes: () => [
          {
            title: `Correct to “${printed}”`,
            changes: [replace(heading, printed)],
            preferred: true,
            safe: true,
          },
        ],
      };
    }
  },
};
