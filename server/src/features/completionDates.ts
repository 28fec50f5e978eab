import { CompletionItemKind } from 'vscode-languageserver-types';
import { fromIso, isoDay, monthName, writtenDay, type DateReading, type Day } from '../answers';
import { touches } from '../syntax';
import { beginningOf, leadFor, wordEndAfter, type AnswerRoom } from './answerRoom';
import type { Offer, Offers } from './completionItems';
import { usualOffers } from './completionUsual';

/** The question that is answered anew whenever the sheet is changed. */
const LAST_REVISION = 60;

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

const MONTHS = Array.from({ length: 12 }, (_, index) => monthName(index + 1));

/** Dates as published sheets write them, for a question that asks for dates. */
export function dateOffers(room: AnswerRoom, today: string): Offers[] {
  const date = dateAtCursor(room);
  const beginning = date ? [inPlaceOf(room, date, today)] : usualOffers(room);
  const offered = [...beginning, ...todayOffers(room, today), ...monthOffers(room)];
  const given = offered.filter(({ offers }) => offers.length > 0);
  return given.length > 0 ? given : allMonths(room);
}

/** The date that the cursor stands in or at; a completion cannot replace one that goes over a line's end. */
function dateAtCursor({ answer, offset }: AnswerRoom): DateReading | undefined {
  if (answer.reading.kind !== 'dates') return undefined;
  const cursor = { start: offset, end: offset };
  return answer.reading.dates.find(date => touches(date, cursor) && !/[\n\r]/.test(date.text));
}

/** The date that was just typed, written with its month as a word: each reading where there are several. */
function inPlaceOf(room: AnswerRoom, date: DateReading, today: string): Offers {
  const lead = leadFor(room, date);
  return { span: date, offers: writtenForms(date, today).map(form => dateOffer(form, lead)) };
}

const DIGITS_ONLY = /^[\d/.-]+$/;

function writtenForms(date: DateReading, today: string): readonly string[] {
  switch (date.kind) {
    case 'date':
      return date.precision === 'day' && DIGITS_ONLY.test(date.text) ? [writtenDay(fromIso(date.first))] : [];
    case 'ambiguous':
      return possibleDays(date.readings, today).map(writtenDay);
    case 'bad':
      return date.suggestion === undefined ? [] : [date.suggestion];
  }
}

/** The days that are not in the future; all of them where every one is. */
function possibleDays(days: readonly Day[], today: string): readonly Day[] {
  const past = days.filter(day => isoDay(day) <= today);
  return past.length > 0 ? past : days;
}

function dateOffer(written: string, lead: string, detail?: string): Offer {
  return {
    label: written,
    newText: lead + written,
    kind: CompletionItemKind.Value,
    ...(detail !== undefined && { detail }),
  };
}

/** Today, where the sheet asks when it was last revised: also in place of the date that stands there. */
function todayOffers(room: AnswerRoom, today: string): Offers[] {
  if (room.answer.question.number !== LAST_REVISION || !ISO_DAY.test(today)) return [];
  const written = writtenDay(fromIso(today));
  const date = dateAtCursor(room);
  const span = date ?? beginningOf(room);
  if (!span) return [];
  const typed = room.sheet.text.slice(span.start, room.offset);
  const isMeant = date !== undefined || written.toLowerCase().startsWith(typed.toLowerCase());
  return isMeant ? [{ span, offers: [dateOffer(written, leadFor(room, span), 'Today')] }] : [];
}

/** `Jan`, `17 ja`: the month that a word before the cursor begins. */
function monthOffers(room: AnswerRoom): Offers[] {
  const { sheet, offset, area } = room;
  const before = sheet.text.slice(Math.max(area.start, offset - 40), offset);
  const [, lead = '', word = ''] = /^(.*?)(\p{L}{1,8})$/su.exec(before) ?? [];
  if (word === '' || !mayBeginMonth(word, lead)) return [];
  const span = { start: offset - word.length, end: wordEndAfter(sheet.text, offset, area.end) };
  const found = MONTHS.filter(month => beginsWith(month, word));
  return [{ span, offers: found.map(month => monthOffer(room, month, span)) }];
}

function beginsWith(month: string, word: string): boolean {
  return month.length > word.length && month.toLowerCase().startsWith(word.toLowerCase());
}

/** At a date's place any letter will do; within prose, `mar` and `M` are more likely other words. */
function mayBeginMonth(word: string, before: string): boolean {
  return /(?:^|\d|[\n\r,;:(])[ \t\u00a0]*$/.test(before) || (word.length > 2 && /^\p{Lu}/u.test(word));
}

function monthOffer(room: AnswerRoom, month: string, span: Offers['span']): Offer {
  const gap = /[ \t\u00a0]/.test(room.sheet.text.charAt(span.end)) ? '' : ' ';
  return { label: month, newText: leadFor(room, span) + month + gap, kind: CompletionItemKind.Constant };
}

/** Every month where an empty answer has no likelier beginning. */
function allMonths(room: AnswerRoom): Offers[] {
  const span = beginningOf(room);
  if (!span || room.answer.start < room.answer.end) return [];
  return [{ span, offers: MONTHS.map(month => monthOffer(room, month, span)) }];
}
