import { matchNameAt, nameWords, stateByCode } from '../reference';
import type { Span } from '../syntax';

/** The variables have room for two. */
const MOST = 2;

/** `365 Russia`, `255 Germany and 325 Italy;`: what a description may begin with. */
const LISTED = /^(\d{1,3})[ \t]{1,3}(?=\p{Lu})/u;
const JOINT = /^(?:[ \t]{0,3},)?[ \t\r\n]{0,3}(?:and|&)?[ \t\r\n]{0,3}(?=\d{1,3}[ \t])/;

/**
 * The codes of the states that a description begins with, if these are one or two, each beside its
 * name, and the description mentions no other state.
 */
export function targetStates(text: string, { start, end }: Span): readonly number[] | undefined {
  const description = text.slice(start, end);
  const words = nameWords(description);
  const keys = words.map(({ word }) => word);
  const codes: number[] = [];
  let at = 0;
  for (;;) {
    const digits = LISTED.exec(description.slice(at, at + 10));
    const state = digits?.[1] === undefined ? undefined : stateByCode(Number(digits[1]));
    const from = at + (digits?.[0].length ?? 0);
    const word = words.findIndex(({ start: wordStart }) => wordStart === from);
    const match = state && word >= 0 ? matchNameAt(keys, word) : undefined;
    const last = words[word + (match?.length ?? 0) - 1];
    if (!state || !last || match?.states.includes(state) !== true) return undefined;
    codes.push(state.code);
    at = last.end;
    const joint = JOINT.exec(description.slice(at, at + 20));
    if (!joint) break;
    at += joint[0].length;
    if (codes.length === MOST) return undefined;
  }
  return new Set(codes).size === codes.length && mentionsNoOther(description.slice(at), codes)
    ? codes
    : undefined;
}

function mentionsNoOther(rest: string, codes: readonly number[]): boolean {
  const words = nameWords(rest);
  const keys = words.map(({ word }) => word);
  return words.every((word, at) => {
    const match = /^\p{Lu}/u.test(rest.slice(word.start, word.end)) ? matchNameAt(keys, at) : undefined;
    return !match || match.states.some(({ code }) => codes.includes(code));
  });
}
