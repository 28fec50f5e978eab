import { fromIso, isoDay, weekday, writtenDay, type DateReading, type Day, type KnownDate } from '../answers';
import { allStates, isMemberOn, type State } from '../reference';
import { bulletList, escapeMarkdown, listWords, quote } from './markdown';
import { LIST_BEGINS, LIST_ENDS, stateLabel, writtenIso } from './stateText';

/** `Wednesday, January 17, 1996`. */
function readOut(day: Day): string {
  return `${weekday(day)}, ${writtenDay(day)}`;
}

/** A date as Markdown paragraphs: read out, and who was in the system of states. */
export function dateParagraphs(date: DateReading, members: readonly State[]): readonly string[] {
  switch (date.kind) {
    case 'date':
      return [periodOf(date), systemDuring(date.first, date.last, members)];
    case 'ambiguous':
      return date.readings.length === 0
        ? [`${quote(date.text)} gives no ${date.open === 'century' ? 'century' : 'year'}.`]
        : [
            `${quote(date.text)} can be read in ${date.readings.length} ways:`,
            readingsList(date.readings, members),
          ];
    case 'bad':
      return [
        `${quote(date.text)} ${PROBLEMS[date.problem]}`,
        ...(date.suggestion === undefined ? [] : [`Perhaps ${quote(date.suggestion)} is meant.`]),
      ];
  }
}

const PROBLEMS = {
  'no-such-day': 'is not a day of the calendar.',
  'misspelt-month': 'has a misspelt month.',
  'foreign-month': 'has its month in another language.',
  'bad-year': 'has a year that cannot be right.',
} as const;

/** `Wednesday, January 17, 1996`; a month or a year with the days that it stands for. */
function periodOf({ text, first, last, circa, precision }: KnownDate): string {
  const about = circa ? ', approximately' : '';
  if (precision !== 'day') {
    return `**${escapeMarkdown(text)}**: ${writtenIso(first)} – ${writtenIso(last)}${about}`;
  }
  const days = [...new Set([first, last])].map(day => readOut(fromIso(day)));
  return `**${days.join(' – ')}**${about}`;
}

function readingsList(readings: readonly Day[], members: readonly State[]): string {
  return bulletList(
    readings.map(day => {
      const iso = isoDay(day);
      return `**${readOut(day)}**. ${systemDuring(iso, iso, members)}`;
    }),
  );
}

/** How many states were in the system, and which members of the sheet were or were not. */
function systemDuring(first: string, last: string, members: readonly State[]): string {
  if (last < LIST_BEGINS) return `The COW list of states begins on ${writtenIso(LIST_BEGINS)}.`;
  const count = allStates().filter(state => isMemberOn(state, first, last)).length;
  return `${systemCount(first, last, count)}${membersDuring(first, last, members)}`;
}

function systemCount(first: string, last: string, count: number): string {
  if (first > LIST_ENDS) {
    return `The COW list of states ends on ${writtenIso(LIST_ENDS)}; ${count} states were in the system then.`;
  }
  return `${first === last ? 'On that day' : 'In that time'} ${count} states were in the COW system.`;
}

function membersDuring(first: string, last: string, members: readonly State[]): string {
  const within = members.filter(state => isMemberOn(state, first, last));
  const outside = members.filter(state => !within.includes(state));
  const sentences = [
    ...(within.length > 0
      ? [`Members of this alliance among them: ${listWords(within.map(stateLabel))}.`]
      : []),
    ...(outside.length > 0 ? [`Members not among them: ${listWords(outside.map(stateLabel))}.`] : []),
  ];
  return sentences.map(sentence => ` ${sentence}`).join('');
}
