/** Numbers of a list of members that are no COW codes. */
import { statesByName, type State } from '../reference';
import { behindBracket, isCodeOf } from './joinedNames';
import type { Token } from './memberCells';

const COUNTED = /^(?:members|states|countries|nations|powers|parties|signatories|governments|republics)$/i;

/** `15 original members`: a number that counts is no code. */
export function withoutCounts(text: string, tokens: readonly Token[]): readonly Token[] {
  const isCount = (token: Token, at: number): boolean => {
    if (token.kind !== 'code') return false;
    const following = tokens.slice(at + 1, at + 4);
    const named = following.findIndex(({ kind }) => kind !== 'word');
    const words = named < 0 ? following : following.slice(0, named);
    return words.some(({ start, end }) => COUNTED.test(text.slice(start, end)));
  };
  return tokens.some(isCount) ? tokens.filter((token, at) => !isCount(token, at)) : tokens;
}

/** `220 France (1)`, `(1) acceded later`: numbers in brackets that mark a footnote and begin it. */
export function withoutMarks(text: string, tokens: readonly Token[]): readonly Token[] {
  const isMark = (token: Token, at: number): boolean => {
    if (token.kind !== 'code' || token.digits.length > 2) return false;
    const isInBrackets =
      '(['.includes(text.charAt(token.start - 1)) && behindBracket(text, token.end) > token.end;
    const next = tokens[at + 1];
    if (!isInBrackets || (next?.kind === 'name' && isCodeOf(token, next.states))) return false;
    const begins = at === 0 && next?.kind === 'word' && /^\p{Ll}/u.test(text.slice(next.start, next.end));
    if (begins) return !isCodeOf(token, namedAbove(text, token.start));
    return isPair(tokens[at - 2], tokens[at - 1]);
  };
  return tokens.some(isMark) ? tokens.filter((token, at) => !isMark(token, at)) : tokens;
}

/** As much of a line as may be the last words of it that name a state. */
const NAME_REACH = 80;

/** The states that the last words of the line above name: the line's end may have parted name and code. */
function namedAbove(text: string, offset: number): readonly State[] {
  // The last character is the bracket.
  const above = text.slice(Math.max(0, offset - NAME_REACH), offset - 1).trimEnd();
  const lastPart = above.split(/[\n\r;,]/).at(-1) ?? '';
  const words = lastPart.split(/\s/);
  return words.flatMap((_, at) => statesByName(words.slice(at).join(' ')));
}

function isPair(first: Token | undefined, second: Token | undefined): boolean {
  return (
    (first?.kind === 'name' && isCodeOf(second, first.states)) ||
    (second?.kind === 'name' && isCodeOf(first, second.states))
  );
}
