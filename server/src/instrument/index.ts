/**
 * The instrument: what the questions of a coding sheet are, how each is answered, and which published
 * variables it feeds. Everything here is plain data; the functions below only look things up in it.
 */
import type { Instrument, Question, Section } from './types';

export { atopInstrument } from './atop/atop';
export { optionalQuestions, withOptionalQuestions } from './optionalQuestions';
export { PRINTED_WIDTH, printHeading, printQuestion, wrapText } from './print';
export { memberVariables, variableByName, variables, type Variable, type VariableScale } from './variables';
export type { AnswerKind, Instrument, InstrumentValue, Question, Section } from './types';

/** All questions of all sections, in the order of the sheet. */
export function allQuestions(instrument: Instrument): readonly Question[] {
  return lookupOf(instrument).questions;
}

/** The question that is printed with this number. */
export function questionByNumber(instrument: Instrument, number: number): Question | undefined {
  return lookupOf(instrument).byNumber.get(number)?.question;
}

/** The section that holds the question with this number. */
export function sectionOf(instrument: Instrument, number: number): Section | undefined {
  return lookupOf(instrument).byNumber.get(number)?.section;
}

/**
 * The questions that feed a published variable, in the order of the sheet: `natrefal` is coded from
 * questions 44, 45, 46 and 48 together. Empty for a name that the instrument does not know.
 */
export function questionsFeeding(instrument: Instrument, variable: string): readonly Question[] {
  return lookupOf(instrument).byVariable.get(variable) ?? [];
}

interface Lookup {
  readonly questions: readonly Question[];
  readonly byNumber: ReadonlyMap<number, { readonly question: Question; readonly section: Section }>;
  readonly byVariable: ReadonlyMap<string, readonly Question[]>;
}

/** Built once for each instrument, as an instrument never changes. */
const lookups = new WeakMap<Instrument, Lookup>();

function lookupOf(instrument: Instrument): Lookup {
  const known = lookups.get(instrument);
  if (known) return known;
  const lookup = buildLookup(instrument);
  lookups.set(instrument, lookup);
  return lookup;
}

function buildLookup(instrument: Instrument): Lookup {
  const byNumber = new Map<number, { question: Question; section: Section }>();
  const byVariable = new Map<string, Question[]>();
  for (const section of instrument.sections) {
    for (const question of section.questions) {
      byNumber.set(question.number, { question, section });
      for (const variable of question.variables) {
        const feeding = byVariable.get(variable);
        if (feeding) feeding.push(question);
        else byVariable.set(variable, [question]);
      }
    }
  }
  const questions = instrument.sections.flatMap(section => section.questions);
  return { questions, byNumber, byVariable };
}
