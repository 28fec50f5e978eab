import type {
  Answer,
  DateReading,
  DatesReading,
  MemberEntry,
  MembersReading,
  ValuesReading,
} from '../../answers';
import type { Question } from '../../instrument/types';
import { ASKED, saysInEffect } from '../../rules/sheetFacts';
import { denies } from '../../rules/yesNoExpected';
import { fold } from '../../syntax/words';

/**
 * What an answer counts as when two coders are compared: a category, nothing (`missing`), or an answer
 * that cannot be counted without guessing (`unclear`).
 */
export type Coding =
  | {
      readonly kind: 'category';
      /** The same for answers that say the same. */
      readonly category: string;
    }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unclear'; readonly reason: string };

/** Whether an answer of `NA` is a category like any other, or counts as missing. */
export type NotApplicableAs = 'category' | 'missing';

const NOT_APPLICABLE = 'NA';

/** Why the answers to a question are in no coefficient; `undefined` where they are. */
export function reasonLeftOut(question: Question): string | undefined {
  if (question.kind === 'atop-id') return 'the sheets are matched by it';
  if (question.kind === 'text') return 'free text';
  // Each coder dates their own sheet.
  return question.number === ASKED.revision ? 'about the sheet, not the treaty' : undefined;
}

/** The category of an answer; of a question that the file lacks, `missing`. */
export function codingOf(answer: Answer | undefined, notApplicable: NotApplicableAs = 'category'): Coding {
  if (!answer?.isGiven) return { kind: 'missing' };
  if (isNotApplicableAnswer(answer)) {
    return notApplicable === 'missing' ? { kind: 'missing' } : category(NOT_APPLICABLE);
  }
  const { reading } = answer;
  switch (reading.kind) {
    case 'atop-id':
      return category(reading.id?.value ?? reading.found ?? fold(answer.text));
    case 'cow-alliance':
      return category(cowCategory(answer.text));
    case 'dates':
      return category(datesCategory(reading, answer));
    case 'members':
      return membersCoding(reading, answer);
    case 'values':
      return category(valuesCategory(reading, answer));
    case 'text':
      return category(fold(answer.text));
    case 'yes-no': {
      const word = reading.word?.value ?? reading.meant;
      if (word) return category(word);
      // Fix All begins such an answer with `Yes.`; one that itself denies is left to its coder.
      return denies(answer)
        ? { kind: 'unclear', reason: 'neither Yes nor No, and the description denies' }
        : category('yes');
    }
  }
}

function category(name: string): Coding {
  return { kind: 'category', category: name };
}

/** `None` is a value of some lists (19) and not-applicable elsewhere. */
function isNotApplicableAnswer({ isNotApplicable, reading }: Answer): boolean {
  const namesValue = reading.kind === 'values' && reading.entries.some(entry => entry.value);
  return isNotApplicable && !namesValue;
}

/** The parts each once and in one order, so that two coders may list them as they like. */
function setOf(parts: readonly string[], whenEmpty: string): string {
  return parts.length === 0 ? whenEmpty : [...new Set(parts)].sort().join('; ');
}

const COW_TYPE = /\btype[ ]?(iii[abc]?|ii|iv|i|\d)\b/gi;

/** `Type I: Defense pact` is its type, `2065 (COW)` its number; other words stand for themselves. */
function cowCategory(text: string): string {
  const types = [...text.matchAll(COW_TYPE)].map(match => `type ${(match[1] ?? '').toLowerCase()}`);
  return setOf(types.length > 0 ? types : (text.match(/\d+/g) ?? []), fold(text));
}

/** An alliance in effect has no end; the days on which that was checked are none. */
function datesCategory({ dates }: DatesReading, { question, text }: Answer): string {
  if (question.number === ASKED.termination && saysInEffect(text)) return 'in effect';
  return setOf(dates.map(dayCategory), 'no date');
}

/** `1996-01-17`, `1996-01-17/1996-01-19`, `1996-01`, `1996`; a date that is not settled stands for itself. */
function dayCategory(date: DateReading): string {
  if (date.kind !== 'date') return `“${date.text.replace(/\s+/g, ' ')}”`;
  const { first, last, precision } = date;
  const cut = precision === 'day' ? 10 : precision === 'month' ? 7 : 4;
  const [from, to] = [first.slice(0, cut), last.slice(0, cut)];
  return from === to ? from : `${from}/${to}`;
}

function membersCoding({ entries }: MembersReading, answer: Answer): Coding {
  return category(setOf(entries.map(memberCategory), fold(answer.text)));
}

function memberCategory({ state, code, name }: MemberEntry): string {
  if (state) return String(state.code);
  return code ? code.digits : (name?.text.toLowerCase() ?? '');
}

/** What a closed list does not name stands for itself, as in lists that end in "etc.". */
function valuesCategory({ entries }: ValuesReading, answer: Answer): string {
  return setOf(
    entries.map(entry => entry.value?.text.toLowerCase() ?? entry.text.toLowerCase().replace(/\s+/g, ' ')),
    fold(answer.text),
  );
}
