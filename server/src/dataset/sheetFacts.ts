import type { Answer, Sheet } from '../answers';

/** What a user can say of a dataset as a whole. */
export interface DatasetOptions {
  /**
   * The last day that the dataset covers, as an ISO day: an alliance that ended later was still in
   * effect. Without it, an end after ATOP's own last day is left to a coder.
   */
  readonly closes?: string;
}

/** What an answer says beyond doubt, or why nothing can be taken from it. */
export type Settled<T> = { readonly is: T } | Unsettled;

export interface Unsettled {
  /** A sentence that names the question. */
  readonly unsettled: string;
}

export function isSettled<T>(reading: Settled<T>): reading is { readonly is: T } {
  return 'is' in reading;
}

/** What derivations may know: the sheet, and the options of the export. */
export interface SheetFacts {
  readonly sheet: Sheet;
  readonly options: DatasetOptions;
  /** The one answer to a question; unsettled where there is none, or two that differ. */
  answer(question: number): Settled<Answer>;
}

export function factsOf(sheet: Sheet, options: DatasetOptions): SheetFacts {
  const given = new Map<number, Answer[]>();
  for (const answer of sheet.answers) {
    if (!answer.isGiven) continue;
    const { number } = answer.question;
    const others = given.get(number);
    if (others) others.push(answer);
    else given.set(number, [answer]);
  }
  return {
    sheet,
    options,
    answer(question) {
      const [first, ...others] = given.get(question) ?? [];
      if (!first) return { unsettled: `Question ${question} is not answered.` };
      if (others.some(other => folded(other) !== folded(first)))
        return { unsettled: `Question ${question} stands in the sheet twice, with different answers.` };
      return { is: first };
    },
  };
}

function folded(answer: Answer): string {
  return answer.text.replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Keeps what is read of a sheet for all the variables that come from it. */
export function readOnce<T>(read: (facts: SheetFacts) => T): (facts: SheetFacts) => T {
  const readings = new WeakMap<SheetFacts, { readonly reading: T }>();
  return facts => {
    const known = readings.get(facts);
    if (known) return known.reading;
    const reading = read(facts);
    readings.set(facts, { reading });
    return reading;
  };
}
