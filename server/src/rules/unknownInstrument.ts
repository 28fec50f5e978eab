import type { Sheet } from '../answers';
import type { Span } from '../syntax';
import type { SheetRule } from './types';

/**
 * A document that is no sheet of this instrument. It then gets this one message: no other rule is
 * asked, as all of them would find everything missing.
 */
export const unknownInstrument: SheetRule = {
  id: 'unknown-instrument',
  severity: 'information',
  looksAt: () => false,
  *check(sheet) {
    if (!isForeign(sheet)) return;
    const { name } = sheet.instrument;
    const known = sheet.tree.origins.length;
    yield {
      ...head(sheet),
      message:
        known === 0
          ? `No question of the ${name} is found in this document.`
          : `This seems to be a sheet of another instrument: only ${known} of its questions ${known === 1 ? 'is one' : 'are those'} of the ${name}.`,
    };
  },
};

/** With fewer of its own questions than this, a document may be another instrument's. */
const FEW = 7;
const NUMBERED_LINE = /^[ \t]*\d{1,3}[.)][ \t]+\S/gm;
const ENOUGH_NUMBERED = 10;

/** True where the sheet is not of its instrument: it has no known question, or few among many others. */
export function isForeign(sheet: Sheet): boolean {
  const known = sheet.tree.origins.length;
  if (known === 0) return true;
  if (known >= FEW) return false;
  let numbered = 0;
  for (const _ of sheet.text.matchAll(NUMBERED_LINE)) numbered++;
  return numbered >= ENOUGH_NUMBERED && numbered > 3 * known;
}

/** The first line that holds anything. */
function head({ text }: Sheet): Span {
  const start = Math.max(0, text.search(/\S/));
  const lineLength = text.slice(start, start + 200).search(/[\n\r]|$/);
  return { start, end: start + lineLength };
}
