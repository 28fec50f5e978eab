import { readValues, type Answer, type ValueEntry } from '../answers';
import type { Question } from '../instrument';
import { isSettled, type Settled, type SheetFacts } from './sheetFacts';
import { denies, doubts, excerpt, withoutBrackets, withoutQuotations } from './wording';

/**
 * The one value that an answer names, as its question spells it. Unsettled where the answer begins
 * with other words, names a second value anywhere, or denies or doubts the first.
 */
export function soleValue(facts: SheetFacts, question: number): Settled<string> {
  const given = facts.answer(question);
  if (!isSettled(given)) return given;
  const answer = given.is;
  const unsettled = (why: string): Settled<string> => ({ unsettled: `Question ${question} ${why}` });
  const shown = excerpt(answer.text);
  const [first] = answer.reading.kind === 'values' ? answer.reading.entries : [];
  if (!first?.value || !first.exact) return unsettled(`is answered “${shown}”, which is none of its values.`);
  const named = new Set(everyValue(facts, answer).map(value => value.text));
  if (named.size > 1) return unsettled(`names more than one value: “${[...named].join('”, “')}”.`);
  const sentence = plainSentence(answer, first);
  if (/\p{L}/u.test(sentence.before) || denies(sentence.after) || doubts(sentence.after))
    return unsettled(`is answered “${shown}”, which may take back what it names.`);
  return { is: first.value.text };
}

/** What an answer lists. */
export interface NamedValues {
  /** As the question spells them, each once. */
  readonly named: readonly string[];
  /** Entries that are none of the question's values, or not quite spelt as one. */
  readonly unknown: readonly string[];
}

/** The values that an answer lists; unsettled where it denies or doubts any of them. */
export function listedValues(facts: SheetFacts, question: number): Settled<NamedValues> {
  const given = facts.answer(question);
  if (!isSettled(given)) return given;
  const answer = given.is;
  const entries = answer.reading.kind === 'values' ? answer.reading.entries : [];
  const isKnown = (entry: ValueEntry): boolean => entry.value !== undefined && entry.exact;
  const rest = textBeside(answer, entries.filter(isKnown));
  if (denies(rest) || doubts(rest) || /\b(?:or|and\/or)\b/i.test(rest)) {
    return {
      unsettled: `Question ${question} is answered “${excerpt(answer.text)}”, which may take back what it names.`,
    };
  }
  return {
    is: {
      named: [...new Set(entries.filter(isKnown).flatMap(({ value }) => (value ? [value.text] : [])))],
      unknown: entries.filter(entry => !isKnown(entry)).map(({ text }) => text),
    },
  };
}

/** For each question with one value, the same question read as if it took several. */
const severalFold = new WeakMap<Question, Question>();

/** The values that stand anywhere in an answer outside brackets. */
function everyValue(facts: SheetFacts, answer: Answer) {
  const { question, start, end, links } = answer;
  let several = severalFold.get(question);
  if (!several) {
    several = { ...question, several: true };
    severalFold.set(question, several);
  }
  const { entries } = readValues(facts.sheet.text, start, end, several, links);
  return entries.flatMap(({ value, exact }) => (value && exact ? [value] : []));
}

/** What stands before and behind the value in its sentence, brackets and quotations left out. */
function plainSentence({ text, start }: Answer, value: ValueEntry): { before: string; after: string } {
  const own = withoutQuotations(withoutBrackets(text));
  const after = own.slice(value.end - start);
  const before = own.slice(0, value.start - start).replace(/\b(?:an?|the|by|it was)\b/gi, '');
  return { before, after: after.slice(0, after.search(/[.;\n\r]|$/)) };
}

/** The answer without the given entries, its addresses, brackets and quotations. */
function textBeside({ text, start, links }: Answer, entries: readonly ValueEntry[]): string {
  let rest = withoutQuotations(withoutBrackets(text));
  for (const span of [...entries, ...links]) {
    const length = span.end - span.start;
    rest = rest.slice(0, span.start - start) + ' '.repeat(length) + rest.slice(span.end - start);
  }
  return rest;
}
