import { atopIdIn } from '../answers';
import { areCodersCopies } from './coderCopies';
import { fileName } from './fileName';
import type { SheetPlace, SheetRule } from './types';

/** The most sheets that a finding leads to; a hundred copies need no hundred links. */
const MAX_RELATED = 10;

/** Another sheet of the workspace bears the same ATOP ID, and is no second coder's copy. */
export const duplicateSheet: SheetRule = {
  id: 'duplicate-sheet',
  severity: 'warning',
  looksAt: ({ question: { kind } }) => kind === 'atop-id',
  *check(sheet, { uri, sheetsWithId }) {
    const id = atopIdIn(sheet.answersOf('atop-id'));
    if (!id || !sheetsWithId || uri === undefined) return;
    const { start, end, value } = id;
    const others = duplicatesOf(uri, sheetsWithId(value), MAX_RELATED + 1);
    const [first] = others;
    if (!first) return;
    yield {
      start,
      end,
      message: `${subject(others, first)} the ATOP ID ${value} too.`,
      elsewhere: others
        .slice(0, MAX_RELATED)
        .map(other => ({ ...other, message: `ATOP ID ${value} stands here as well.` })),
    };
  },
};

/** Whether a sheet is a duplicate among those that bear its ID. */
export function isDuplicate(uri: string, bearers: Iterable<SheetPlace>): boolean {
  return duplicatesOf(uri, bearers, 1).length > 0;
}

/** Of the sheets that bear one ID, those that are neither this one nor another coder's copy of it. */
function duplicatesOf(uri: string, bearers: Iterable<SheetPlace>, limit: number): SheetPlace[] {
  const found: SheetPlace[] = [];
  for (const other of bearers) {
    if (other.uri === uri || areCodersCopies(uri, other.uri)) continue;
    if (found.push(other) === limit) break;
  }
  return found;
}

function subject(others: readonly SheetPlace[], first: SheetPlace): string {
  if (others.length === 1) return `“${fileName(first.uri)}” bears`;
  const count = others.length > MAX_RELATED ? `More than ${MAX_RELATED}` : String(others.length);
  return `${count} other sheets bear`;
}
