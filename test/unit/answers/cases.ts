import { readDates, readMembers, type DateReading, type MembersReading } from '../../../server/src/answers';
import { readLinks } from '../../../server/src/answers/links';
import { folded } from '../syntax/realSheet';

/** Reads a text as the answer to a question about dates. */
export function datesIn(text: string): readonly DateReading[] {
  return readDates(text, 0, text.length);
}

export function membersIn(text: string): MembersReading {
  return readMembers(text, 0, text.length, () => datesIn(text), readLinks(text, 0, text.length));
}

/** A reading in one short line, its words taken from the text itself: `January 17, 1996 = 1996-01-17`. */
export function shownDate(text: string, date: DateReading): string {
  const words = folded(text.slice(date.start, date.end));
  switch (date.kind) {
    case 'date': {
      const period = date.first === date.last ? date.first : `${date.first}..${date.last}`;
      return `${words} = ${date.circa ? 'ca. ' : ''}${period}`;
    }
    case 'ambiguous':
      return `${words} ? ${[date.open, ...date.readings.map(day => `${day.year}-${day.month}-${day.day}`)].join(' ')}`;
    case 'bad':
      return `${words} ! ${date.problem}${date.suggestion === undefined ? '' : ` -> ${date.suggestion}`}`;
  }
}

export function shownDates(text: string): string[] {
  return datesIn(text).map(date => shownDate(text, date));
}

/** An entry in one short line, its parts taken from the text itself: `370 Belarus = 370`. */
export function shownMembers(text: string): string[] {
  return membersIn(text).entries.map(({ code, name, state, dates }) => {
    const parts = [
      code && text.slice(code.start, code.end),
      name && folded(text.slice(name.start, name.end)),
      name?.states.length === 0 ? '(unknown)' : undefined,
      code && state === undefined ? '(no code)' : undefined,
    ].filter(part => part !== undefined);
    const years = dates.map(date => ` @${text.slice(date.start, date.end)}`).join('');
    return `${parts.join(' ')} = ${state?.code ?? 'none'}${years}`;
  });
}
