import { fromIso, type DateReading, type Day } from '../answers';

/** What is settled of a date: a day only with its month, a month only with its year. */
export interface DateParts {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
}

/** What all the days that dates may mean have in common: of `1/2/1996`, the year. */
export function agreedParts(dates: readonly DateReading[]): DateParts {
  const days = dates.flatMap(possibleDays);
  const [first] = days;
  if (!first || dates.some(date => possibleDays(date).length === 0)) return {};
  const { year, month, day } = first;
  if (days.some(other => other.year !== year)) return {};
  if (days.some(other => other.month !== month)) return { year };
  return days.some(other => other.day !== day) ? { year, month } : { year, month, day };
}

/** The ends of a period, or each reading of an ambiguous date; none where no day can be told. */
function possibleDays(date: DateReading): readonly Day[] {
  switch (date.kind) {
    case 'date':
      return [fromIso(date.first), fromIso(date.last)];
    case 'ambiguous':
      return date.readings;
    case 'bad':
      return [];
  }
}
