import { type Answer, type AnswerOf, isNotApplicable, type ValueEntry } from '../answers';
import { foundIn, NOTHING } from './found';
import { replace } from './sheetEdits';
import type { AnswerRule, Fix, Found } from './types';

/** More words are a sentence about the values, not a value. */
const MAX_WORDS = 6;

/** An entry of a closed list that the question does not name, or nearly names. */
export const unknownValue: AnswerRule<AnswerOf<'values'>> = {
  id: 'unknown-value',
  severity: 'warning',
  kind: 'values',
  checkAnswer(answer) {
    if (!answer.isGiven) return NOTHING;
    return foundIn(answer.reading.entries, entry =>
      !entry.exact && isMeantAsValue(answer, entry) ? finding(answer, entry) : undefined,
    );
  },
};

function isMeantAsValue({ question }: Answer, entry: ValueEntry): boolean {
  if (entry.value) return true;
  // A list that ends in "etc." takes other words too.
  return (
    question.open !== true && !isNotApplicable(entry.text) && entry.text.split(/\s+/).length <= MAX_WORDS
  );
}

function finding({ question }: Answer, entry: ValueEntry): Found {
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
