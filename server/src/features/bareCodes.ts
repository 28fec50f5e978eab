import type { Answer, Sheet } from '../answers';
import { stateByCode, type State } from '../reference';
import type { Span } from '../syntax';

/** A state's code without the state's name beside it. */
export interface BareCode extends Span {
  readonly state: State;
}

/** The codes that stand for states alone, in order. Codes that no state has are left out. */
export function bareCodes(sheet: Sheet): BareCode[] {
  return sheet.answers.flatMap(bareCodesIn);
}

/** Those of one answer. */
export function bareCodesIn(answer: Answer): readonly BareCode[] {
  const { reading, question } = answer;
  if (reading.kind === 'members') {
    return reading.entries.flatMap(({ code, name }) =>
      code?.state && !name ? [{ start: code.start, end: code.end, state: code.state }] : [],
    );
  }
  if (reading.kind !== 'yes-no' || !question.states || reading.word?.value !== 'yes') return [];
  return codesAlone(answer, reading.description);
}

/** No list of targets is longer; what is, is prose. */
const MAX_LIST = 400;
const CELL = /[^,;/&\s]+/g;

/**
 * `Yes. 365, 640 and 2`: in prose a number is a state's code only on a line, or in a first sentence, that
 * holds nothing but codes.
 */
function codesAlone({ text, start }: Answer, description: Span): readonly BareCode[] {
  const from = description.start - start;
  const words = text.slice(from, Math.min(description.end - start, from + MAX_LIST));
  const codes: BareCode[] = [];
  let at = description.start;
  for (const line of words
    .split(/[.(]/, 1)
    .join()
    .split(/[\n\r]/)) {
    const onLine = codesOnLine(line, at);
    if (!onLine) break;
    codes.push(...onLine);
    at += line.length + 1;
  }
  return codes;
}

/** `undefined` where the line holds anything else. */
function codesOnLine(line: string, offset: number): readonly BareCode[] | undefined {
  const codes: BareCode[] = [];
  for (const { 0: cell, index } of line.matchAll(CELL)) {
    if (cell === 'and') continue;
    const state = /^\d{1,3}$/.test(cell) ? stateByCode(Number(cell)) : undefined;
    if (!state) return undefined;
    codes.push({ start: offset + index, end: offset + index + cell.length, state });
  }
  return codes;
}
