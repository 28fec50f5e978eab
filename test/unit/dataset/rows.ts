import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readSheet, type Sheet } from '../../../server/src/answers';
import { deriveVariables, isFilled, type DatasetOptions, type Outcome } from '../../../server/src/dataset';
import { atopInstrument } from '../../../server/src/instrument';
import { seedText, withAnswer } from '../support/sheets';

/** Answers by the number of their question. */
export type Answers = Readonly<Record<number, string>>;

/** One of the example sheets. */
export function example(id: number): Sheet {
  return readSheet(readFileSync(resolve('examples', `${id}.atop`), 'utf8'), atopInstrument);
}

/** The real sheet with other answers to some questions. */
export function answering(answers: Answers): Sheet {
  const text = Object.entries(answers).reduce(
    (sheet, [number, answer]) => withAnswer(Number(number), answer, sheet),
    seedText(),
  );
  return readSheet(text, atopInstrument);
}

/** What comes of a variable. */
export function outcomeOf(sheet: Sheet, variable: string, options?: DatasetOptions): Outcome {
  const outcome = deriveVariables(sheet, options).get(variable);
  if (!outcome) throw new Error(`There is no variable ${variable}.`);
  return outcome;
}

/** The value of a variable; `undefined` where it is blank. */
export function valueOf(sheet: Sheet, variable: string, options?: DatasetOptions): number | undefined {
  const outcome = outcomeOf(sheet, variable, options);
  return isFilled(outcome) ? outcome.value : undefined;
}

/** All filled values. */
export function filledOf(sheet: Sheet, options?: DatasetOptions): Readonly<Record<string, number>> {
  return Object.fromEntries(
    [...deriveVariables(sheet, options)].flatMap(([name, outcome]) =>
      isFilled(outcome) ? [[name, outcome.value]] : [],
    ),
  );
}
