import { CompletionItemKind } from 'vscode-languageserver-types';
import type { ValueEntry } from '../answers';
import type { InstrumentValue } from '../instrument';
import { encloses, touches, type Span } from '../syntax';
import { cellAround, leadFor, wordEndAfter, type AnswerRoom } from './answerRoom';
import type { Offers } from './completionItems';

/** The values that a question names, for the entry at the cursor. */
export function valueOffers(room: AnswerRoom, instrument: string): Offers[] {
  const { answer, sheet, offset } = room;
  const { question, reading } = answer;
  if (reading.kind !== 'values') return [];
  const cell = entryAround(room);
  // A question with one value is answered by its first words; what follows describes it.
  if (!question.several && answer.start < answer.end && cell.start !== answer.start) return [];
  const entry = reading.entries.find(({ start, end }) =>
    touches({ start, end }, { start: offset, end: offset }),
  );
  const isWhole = entry?.exact === true && encloses(cell, entry);
  const span = isWhole ? entry : { start: cell.start, end: wordEndAfter(sheet.text, offset, cell.end) };
  const typed = sheet.text.slice(span.start, offset);
  if (/[()]/.test(typed)) return [];

  const others = reading.entries.filter(other => other.end <= span.start || other.start >= span.end);
  const values = stillPossible(question.values ?? [], others);
  const found = values.filter(value => isMeant(value, typed, entry, offset));
  const lead = leadFor(room, span);
  const data = { of: 'value', instrument, question: question.number } as const;
  return [
    {
      span,
      offers: byRank(found, typed).map(value => ({
        label: value.text,
        newText: lead + value.text,
        kind: CompletionItemKind.EnumMember,
        data: { ...data, value: value.text },
        ...(question.several && typed !== '' && { commitCharacters: [',', ';'] }),
      })),
    },
  ];
}

/** The entry at the cursor; in a list of several, `and` parts two of them. */
function entryAround(room: AnswerRoom): Span {
  const { several } = room.answer.question;
  const cell = cellAround(room, several ? /[,;•|/]/ : /[;•|]/);
  if (!several) return cell;
  const before = room.sheet.text.slice(cell.start, room.offset);
  const joined = /^.*\band\s+/is.exec(before)?.[0].length ?? 0;
  return { start: cell.start + joined, end: cell.end };
}

/** The values that the other entries leave: none twice, and none beside one that stands alone. */
function stillPossible(
  values: readonly InstrumentValue[],
  others: readonly ValueEntry[],
): readonly InstrumentValue[] {
  const listed = new Set(others.flatMap(({ value }) => value ?? []));
  if ([...listed].some(value => value.alone)) return [];
  return values.filter(value => !listed.has(value) && !(value.alone && listed.size > 0));
}

/** Within an entry that is a value already, all values are offered in its place. */
function isMeant(
  value: InstrumentValue,
  typed: string,
  entry: ValueEntry | undefined,
  offset: number,
): boolean {
  const isWithin = entry?.exact === true && offset < entry.end;
  return isWithin || entry?.value === value || rankOf(value, typed) < UNLIKE;
}

/** The surest first, otherwise in the question's order. */
function byRank(values: readonly InstrumentValue[], typed: string): readonly InstrumentValue[] {
  return values.toSorted((a, b) => rankOf(a, typed) - rankOf(b, typed));
}

const UNLIKE = 3;

function rankOf({ text, otherSpellings }: InstrumentValue, typed: string): number {
  const wanted = folded(typed);
  if (folded(text).startsWith(wanted)) return 0;
  if (otherSpellings.some(spelling => folded(spelling).startsWith(wanted))) return 1;
  return folded(text).includes(` ${wanted}`) ? 2 : UNLIKE;
}

/** Lower case; whatever stands between two words is one blank. */
function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
