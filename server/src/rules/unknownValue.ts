import { type Answer, type ValueEntry, isNotApplicable } from '../answers';
import { replace } from './sheetEdits';
import type { Finding, Fix, Rule } from './types';

/** More words are a sentence about the values, not a value. */
const MAX_WORDS = 6;

/** An entry of a closed list that the question does not name, or nearly names. */
export const unknownValue: Rule = {
  id: 'unknown-value',
  severity: 'warning',
  *check(sheet) {
    for (const answer of sheet.byKind.values) {
      if (!answer.isGiven) continue;
      for (const entry of answer.reading.entries) {
        if (!entry.exact && isMeantAsValue(answer, entry)) yield finding(answer, entry);
      }
    }
  },
};

function isMeantAsValue({ question }: Answer, entry: ValueEntry): boolean {
  if (entry.value) return true;
  // A list that ends in "etc." takes other words too.
  return (
    question.open !== true && !isNotApplicable(entry.text) && entry.text.split(/\s+/).length <= MAX_WORDS
  );
}

function finding({ question }: Answer, entry: ValueEntry): Omit<Finding, 'rule'> {
  const { value } = entry;
  return {
    start: entry.start,
    end: entry.end,
    message: value
      ? `“${entry.text}” is spelt “${value.text}” in question ${question.number}.`
      : `“${entry.text}” is not among the values of question ${question.number}: ${valueNames(question.values ?? [])}.`,
    fixes: () =>
      value
        ? [correction(entry, value.text, true)]
        : (question.values ?? []).map(other => correction(entry, other.text, false)),
  };
}

function valueNames(values: readonly { readonly text: string }[]): string {
  return values.map(value => value.text.toLowerCase()).join(', ');
}

function correction(entry: ValueEntry, text: string, isNear: boolean): Fix {
  return { title: `Write “${text}”`, changes: [replace(entry, text)], preferred: isNear, safe: isNear };
}
