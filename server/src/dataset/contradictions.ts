import { contradiction } from '../rules/contradiction';
import { readOnce } from './sheetFacts';

export interface Contradiction {
  /** The questions whose answers cannot both hold. */
  readonly questions: readonly number[];
  readonly message: string;
}

/** No day matters to a contradiction. */
const ANY_DAY = { today: '9999-12-31' };

/** The contradictions that the rule of that name finds: neither side of one settles a variable. */
export const contradictionsIn = readOnce(({ sheet }): readonly Contradiction[] =>
  [...contradiction.check(sheet, ANY_DAY)].map(({ start, related = [], message }) => {
    const places = [start, ...related.map(place => place.start)];
    const questions = places.flatMap(
      place => sheet.answers.findLast(answer => answer.start <= place)?.question.number ?? [],
    );
    return { questions: [...new Set(questions)], message };
  }),
);
