import type { Instrument, Question, Section } from './types';

/** The numbers of the questions that may stay empty, in the order of the sheet. */
export function optionalQuestions(instrument: Instrument): readonly number[] {
  return instrument.sections.flatMap(({ questions }) =>
    questions.filter(({ required }) => !required).map(({ number }) => number),
  );
}

/**
 * The same instrument with other questions that may stay empty; numbers that it does not have are passed
 * over. Whatever is no other for it stays the same object: a question that is asked for as before, a section
 * of such questions, and the instrument itself. The same numbers, in any order, give the same instrument.
 */
export function withOptionalQuestions(instrument: Instrument, numbers: readonly number[]): Instrument {
  const told = toldOf(instrument);
  let variant = told.get(numbers);
  if (!variant) {
    variant = variantWith(instrument, numbers);
    told.set(numbers, variant);
  }
  return variant;
}

/** By the very list of numbers: it is asked for again at every letter that a coder types. */
const tolds = new WeakMap<Instrument, WeakMap<readonly number[], Instrument>>();

function toldOf(instrument: Instrument): WeakMap<readonly number[], Instrument> {
  let told = tolds.get(instrument);
  if (!told) {
    told = new WeakMap();
    tolds.set(instrument, told);
  }
  return told;
}

function variantWith(instrument: Instrument, numbers: readonly number[]): Instrument {
  const optional = new Set(numbers);
  const changed = instrument.sections
    .flatMap(({ questions }) => questions)
    .filter(({ number, required }) => required === optional.has(number));
  if (changed.length === 0) return instrument;
  const known = variantsOf(instrument);
  const key = changed.map(({ number }) => number).join();
  let variant = known.get(key);
  if (!variant) {
    variant = { ...instrument, sections: instrument.sections.map(section => sectionWith(section, changed)) };
    known.set(key, variant);
  }
  return variant;
}

/** By the numbers of the questions that are other ones. */
const variants = new WeakMap<Instrument, Map<string, Instrument>>();

function variantsOf(instrument: Instrument): Map<string, Instrument> {
  let known = variants.get(instrument);
  if (!known) {
    known = new Map();
    variants.set(instrument, known);
  }
  return known;
}

function sectionWith(section: Section, changed: readonly Question[]): Section {
  if (!section.questions.some(question => changed.includes(question))) return section;
  return {
    ...section,
    questions: section.questions.map(question => (changed.includes(question) ? turned(question) : question)),
  };
}

/** For each question that is optional in one place and not in another, the other one. */
const turnedOf = new WeakMap<Question, Question>();

function turned(question: Question): Question {
  let other = turnedOf.get(question);
  if (!other) {
    other = { ...question, required: !question.required };
    turnedOf.set(question, other);
  }
  return other;
}
