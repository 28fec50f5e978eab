/** An instrument as heads are looked for with it. */
import { allQuestions } from '../instrument';
import type { Instrument, Question, Section } from '../instrument/types';
import { MAX_GAP, preparePrinted, reachOf, type PrintedText } from './printed';

export interface PreparedQuestion {
  readonly question: Question;
  readonly printed: PrintedText;
}

export interface PreparedSection {
  readonly section: Section;
  readonly heading: PrintedText;
  readonly title: PrintedText;
}

export interface PreparedInstrument {
  readonly byNumber: ReadonlyMap<number, PreparedQuestion>;
  /** By their first compared characters, for a question that bears another's number. */
  readonly byBeginning: ReadonlyMap<string, readonly PreparedQuestion[]>;
  readonly sections: readonly PreparedSection[];
  /** The first characters of the sections' titles, as codes. */
  readonly titleInitials: readonly number[];
  /** What stands so far behind a place has no part in whether a question begins there. */
  readonly sight: number;
  /** The same for a heading. */
  readonly headingSight: number;
}

/** A misnumbered question is only looked for where this much of its text is there. */
export const BEGINNING = 24;

const prepared = new WeakMap<Instrument, PreparedInstrument>();

/** Made once for each instrument. */
export function prepare(instrument: Instrument): PreparedInstrument {
  const known = prepared.get(instrument);
  if (known) return known;
  const questions = allQuestions(instrument).map(question => ({
    question,
    printed: preparePrinted(question.text),
  }));
  const byBeginning = new Map<string, PreparedQuestion[]>();
  for (const entry of questions) {
    if (entry.printed.folded.length < BEGINNING) continue;
    const beginning = entry.printed.folded.slice(0, BEGINNING);
    byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), entry]);
  }
  const sections = instrument.sections.map(section => ({
    section,
    heading: preparePrinted(headingText(section)),
    title: preparePrinted(section.title),
  }));
  const headings = sections.map(({ heading }) => ({ printed: heading }));
  const result = {
    byNumber: new Map(questions.map(entry => [entry.question.number, entry])),
    byBeginning,
    sections,
    titleInitials: instrument.sections.map(({ title }) => title.charCodeAt(0)),
    sight: 2 * longestReach(questions) + 3 * MAX_GAP,
    headingSight: longestReach(headings) + MAX_GAP + LONGEST_LINE,
  };
  prepared.set(instrument, result);
  return result;
}

/** A reworded question is looked for within its reach, and other questions in it within theirs. */
function longestReach(entries: readonly { readonly printed: PrintedText }[]): number {
  return Math.max(0, ...entries.map(({ printed }) => reachOf(printed)));
}

/** The heading as the instrument prints it. */
export function headingText(section: Section): string {
  return `SECTION ${section.numeral}: ${section.title}`;
}

/** As much of a line as is looked at for a heading. */
export const LONGEST_LINE = 200;
