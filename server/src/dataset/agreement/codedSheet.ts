import type { Answer, Sheet } from '../../answers';
import { allQuestions } from '../../instrument';
import { codingOf, type Coding, type NotApplicableAs } from './categories';

/** One answer of a sheet as a comparison needs it. */
export interface CodedAnswer {
  readonly coding: Coding;
  /** As the coder wrote it, its white space folded; long answers are cut. Empty where there is none. */
  readonly text: string;
  /** The line of the answer, or of its question where it is empty, counted from 1; of no question, 1. */
  readonly line: number;
}

/** A sheet reduced to what a comparison needs, so that thousands of them can be held at once. */
export interface CodedSheet {
  /** How the reader knows the file. */
  readonly path: string;
  /** The ATOP ID; `undefined` where question 1 gives none. */
  readonly id: string | undefined;
  /** By the question's number; each question of the instrument has one. */
  readonly answers: ReadonlyMap<number, CodedAnswer>;
}

/** What is shown of an answer at most. */
const MAX_SHOWN = 300;

/** Reduces a sheet. Of a doubled question the first answer counts. */
export function codeSheet(
  path: string,
  sheet: Sheet,
  notApplicable: NotApplicableAs = 'category',
): CodedSheet {
  const lineOf = lineCounter(sheet.text);
  const lines = new Map(sheet.answers.map(answer => [answer, lineOf(placeOf(answer))]));
  const answers = new Map<number, CodedAnswer>();
  for (const { number } of allQuestions(sheet.instrument)) {
    const answer = sheet.answerTo(number);
    answers.set(number, {
      coding: codingOf(answer, notApplicable),
      text: shown(answer?.text ?? ''),
      line: (answer && lines.get(answer)) ?? 1,
    });
  }
  return { path, id: sheetId(sheet), answers };
}

function sheetId(sheet: Sheet): string | undefined {
  for (const { reading } of sheet.answers) {
    if (reading.kind === 'atop-id') return reading.id?.value ?? reading.found;
  }
  return undefined;
}

function placeOf(answer: Answer): number {
  return answer.start < answer.end ? answer.start : answer.node.start;
}

function shown(text: string): string {
  // A long answer is cut before its white space is folded: what is shown needs no more of it.
  const folded = text
    .slice(0, 4 * MAX_SHOWN)
    .replace(/\s+/g, ' ')
    .trim();
  return folded.length > MAX_SHOWN || text.length > 4 * MAX_SHOWN
    ? `${folded.slice(0, MAX_SHOWN).trimEnd()}…`
    : folded;
}

/** Counts lines for offsets that come in order, so that a whole sheet is gone through once. */
function lineCounter(text: string): (offset: number) => number {
  let at = 0;
  let line = 1;
  return offset => {
    for (let next = text.indexOf('\n', at); next >= 0 && next < offset; next = text.indexOf('\n', at)) {
      line++;
      at = next + 1;
    }
    return line;
  };
}
