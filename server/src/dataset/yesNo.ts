import type { Answer } from '../answers';
import { isSettled, type Settled, type SheetFacts } from './sheetFacts';
import { denies, doubts, excerpt, withoutQuotations } from './wording';

export type YesOrNo = 'yes' | 'no';

/**
 * What a question of Yes or No is answered with. A description alone is a Yes, as published sheets
 * have it, where it denies and doubts nothing; a `No, but …` is neither.
 */
export function yesOrNo(facts: SheetFacts, question: number): Settled<YesOrNo> {
  const given = facts.answer(question);
  return isSettled(given) ? readAnswer(given.is) : given;
}

function readAnswer(answer: Answer): Settled<YesOrNo> {
  const { question, reading, text } = answer;
  const because = (why: string): Settled<YesOrNo> => ({ unsettled: `Question ${question.number} ${why}` });
  if (reading.kind !== 'yes-no') return because('does not ask for Yes or No.');
  if (answer.isNotApplicable) return because(`is answered “${excerpt(text)}”, neither Yes nor No.`);
  if (reading.word) {
    const { value, end } = reading.word;
    const rest = text.slice(end - answer.start);
    if (isHedged(rest)) return because(`is answered with doubt: “${excerpt(text)}”.`);
    if (isContradicted(value, rest)) return because(`is answered both Yes and No: “${excerpt(text)}”.`);
    if (value === 'no' && isQualified(rest)) return because(`is answered “${excerpt(text)}”.`);
    return { is: value };
  }
  if (reading.meant !== undefined)
    return because(`is answered “${excerpt(text)}”, which is not quite Yes or No.`);
  if (!isDescription(text))
    return because(
      `is answered by a description alone, “${excerpt(text)}”, which settles neither Yes nor No.`,
    );
  return { is: 'yes' };
}

/** `No?`, `Yes (implied)`, `No, not explicitly`. */
function isHedged(rest: string): boolean {
  return /^\W{0,6}\?|^\W{1,6}(?:probabl|possibl|perhaps|maybe|impli|arguab|unclear|unsure|uncertain|apparent|presumab|not[ ](?:really|exactly|quite|clear|sure|certain|explicit|specific|direct))/i.test(
    rest,
  );
}

/** `Yes/No`, and `No for Germany, Yes for Italy`. */
function isContradicted(value: YesOrNo, rest: string): boolean {
  const other = value === 'yes' ? 'no' : 'yes';
  if (new RegExp(`^\\W{0,6}(?:(?:or|and)\\W{1,3})?${other}\\b(?!\\.?[ ]?\\d)`, 'i').test(rest)) return true;
  // Later in a description `no` is most often a word of the treaty, and `Yes` never.
  return value === 'no'
    ? /(?:^|[\s("\u201c])Yes\b/.test(rest)
    : /[\n\r.;,][ \t\r\n]{0,6}No(?:[ ]for\b|[.,;:]?[ \t]{0,6}(?:[\r\n]|$))/.test(rest);
}

/** `No, but …`: what follows takes some of it back. */
function isQualified(rest: string): boolean {
  return /^\W{1,6}(?:but|however|except|although|though|unless|only\s{1,4}(?:if|when|where|in|during|after))\b/i.test(
    rest,
  );
}

const CITES = /\b(?:art(?:icles?|s)?|preamble|protocol|section|clause|paragraph)\b/i;

function isDescription(text: string): boolean {
  const own = withoutQuotations(text);
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return (words.length >= 3 || CITES.test(text)) && !denies(own) && !doubts(own);
}
