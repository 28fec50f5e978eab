import {
  isoDay,
  type Answer,
  type DateReading,
  type KnownDate,
  type MemberEntry,
  type Sheet,
} from '../answers';
import { lineCounter } from './places';

/** The long form: one row an answer. */
export interface AnswerRow {
  /** The ATOP ID as written; empty where there is none. */
  readonly sheet: string;
  readonly question: number;
  readonly label: string;
  /** What the coder wrote, unchanged. */
  readonly text: string;
  /** What it is read as; see `typedValue`. */
  readonly value: string;
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
}

/** The columns of the long form, in order. */
export const ANSWER_COLUMNS = ['sheet', 'question', 'label', 'text', 'value', 'file', 'line'] as const;

/** A row for each question of the file, in its order; one without an answer has an empty text. */
export function answerRows(sheet: Sheet, file: string): AnswerRow[] {
  const lineOf = lineCounter(sheet);
  const id = sheetId(sheet) ?? '';
  return sheet.answers.map(answer => ({
    sheet: id,
    question: answer.question.number,
    label: answer.question.label,
    text: answer.text,
    value: typedValue(answer),
    file,
    line: lineOf(answer),
  }));
}

/** The ATOP ID of a sheet; `undefined` where question 1 holds none in the project's form. */
export function sheetId(sheet: Sheet): string | undefined {
  for (const { reading } of sheet.answers) {
    if (reading.kind === 'atop-id' && reading.id) return reading.id.value;
  }
  return undefined;
}

/**
 * An answer as it was read, in a form that programs can take apart: `Yes` or `No`; codes of members;
 * values as the question spells them; days as `1996-01-17` (ISO 8601), in the notation of its
 * extended dates for periods, approximate dates and choices. Several parts are joined by semicolons.
 * Empty for free text, and where nothing can be read.
 */
export function typedValue({ reading, isGiven, isNotApplicable }: Answer): string {
  if (!isGiven) return '';
  if (reading.kind === 'values')
    return joined(reading.entries.map(({ value, exact }) => (exact ? value?.text : '')));
  if (isNotApplicable) return 'NA';
  switch (reading.kind) {
    case 'atop-id':
      return reading.id?.value ?? '';
    case 'cow-alliance':
      return reading.value ?? '';
    case 'dates':
      return joined(reading.dates.map(typedDate));
    case 'members':
      return joined(reading.entries.map(typedMember));
    case 'yes-no':
      return reading.word === undefined ? '' : reading.word.value === 'yes' ? 'Yes' : 'No';
    case 'text':
      return '';
  }
}

function joined(parts: readonly (string | undefined)[]): string {
  return parts.filter(part => part !== undefined && part !== '').join('; ');
}

function typedDate(date: DateReading): string {
  switch (date.kind) {
    case 'date':
      return typedPeriod(date) + (date.circa ? '~' : '');
    case 'ambiguous':
      return date.readings.length > 0 ? `[${date.readings.map(isoDay).join(', ')}]` : '';
    case 'bad':
      return '';
  }
}

/** `1996-01-17`, `1844-06`, `1844`; `1996-01-17/1996-01-19` for a period. */
function typedPeriod({ first, last, precision }: KnownDate): string {
  const digits = { day: 10, month: 7, year: 4 }[precision];
  const [from, to] = [first.slice(0, digits), last.slice(0, digits)];
  return from === to ? from : `${from}/${to}`;
}

/** The code of the state, where one is certain. */
function typedMember({ code, state }: MemberEntry): string {
  return state ? String(state.code) : (code?.digits ?? '');
}
