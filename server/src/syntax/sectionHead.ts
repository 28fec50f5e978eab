/** Tells whether a section's heading begins at a place. */
import { distance } from 'fastest-levenshtein';
import type { SectionHead } from './head';
import {
  headingText,
  LONGEST_LINE,
  type PreparedInstrument,
  type PreparedSection,
} from './preparedInstrument';
import { alignExactly, matchExactly } from './printed';
import { alignLoosely } from './rewording';
import { lineEndAfter } from './span';
import { fold, wordsBetween } from './words';

/** The heading that begins with `SECTION`, or the offset behind which the text has no part in there being none. */
export function sectionHead(
  text: string,
  start: number,
  lineStart: boolean,
  known: PreparedInstrument,
): SectionHead | number {
  const capitals = text.startsWith('SECTION', start);
  if (!lineStart && !capitals) return start + 'SECTION'.length;
  for (const { section, heading } of known.sections) {
    const exact = alignExactly(text, start, heading);
    if (exact) return { kind: 'section', start, section, ...exact };
  }
  return lineStart ? misspelledHeading(text, start, known) : start + known.headingSight;
}

const NUMERALS = /^(?:[ivxl]{1,4}|[1-9])$/;

/**
 * `SECTON II: OBLIGATIONS`, `Section 2 – Obligations`, `SECTION II`: the first word is nearly
 * `section`, and the title, or where there is none the numeral alone, says which.
 */
function misspelledHeading(text: string, start: number, known: PreparedInstrument): SectionHead | number {
  const lineEnd = lineEndAfter(text, start, LONGEST_LINE);
  const [first] = wordsBetween(text, start, lineEnd, 1);
  if (!first || first.folded.length > 10 || distance(first.folded, 'section') > 2) {
    return start + LONGEST_LINE + 1;
  }
  const sight = start + known.headingSight;
  const [second, third] = wordsBetween(text, first.end, lineEnd, 2);
  if (!second) return sight;

  const numeral = NUMERALS.test(second.folded) ? second.folded : undefined;
  const titleStart = numeral === undefined ? second.start : third?.start;
  for (const entry of known.sections) {
    if (titleStart === undefined) break;
    const title = alignExactly(text, titleStart, entry.title) ?? alignLoosely(text, titleStart, entry.title);
    if (title) return withChanges(text, start, restOfHeading(text, title.end), entry, known);
  }
  // In capitals and short, `SECTION IV: THE CONTEXT` is a heading by its numeral.
  const line = text.slice(start, lineEnd).trimEnd();
  const byNumeral = known.sections.find(entry => entry.section.numeral.toLowerCase() === numeral);
  const behindSection = line.slice(first.end - start);
  const isHeading = line.length <= MAX_HEADING && behindSection === behindSection.toUpperCase();
  return byNumeral && isHeading ? withChanges(text, start, start + line.length, byNumeral, known) : sight;
}

const MAX_HEADING = 70;

/** `OBLIGATIONS` alone on its line and in capitals: the heading without its `SECTION II:`. */
export function titleAlone(text: string, start: number, known: PreparedInstrument): SectionHead | number {
  let sight = start + 1;
  for (const entry of known.sections) {
    const title = matchExactly(text, start, entry.title);
    sight = Math.max(sight, typeof title === 'number' ? title : title.sight);
    if (typeof title === 'number') continue;
    const written = text.slice(start, title.end);
    const isAlone = title.end === lineEndAfter(text, title.end, 1);
    if (isAlone && written === written.toUpperCase())
      return withChanges(text, start, title.end, entry, known);
  }
  return sight;
}

const LONGEST_REST = 40;

/** Whatever words follow the title on its line, unless a question follows there. */
function restOfHeading(text: string, from: number): number {
  const lineEnd = lineEndAfter(text, from, LONGEST_REST);
  const rest = text.slice(from, lineEnd);
  return rest.length < LONGEST_REST && !/\d/.test(rest) ? from + rest.trimEnd().length : from;
}

function withChanges(
  text: string,
  start: number,
  end: number,
  entry: PreparedSection,
  known: PreparedInstrument,
): SectionHead {
  const heading = headingText(entry.section);
  const written = text.slice(start, end);
  const same = fold(written) === entry.heading.folded;
  return {
    kind: 'section',
    start,
    end,
    section: entry.section,
    sight: start + known.headingSight,
    changes: same ? [] : [{ kind: 'changed', start, end, printed: heading }],
  };
}
