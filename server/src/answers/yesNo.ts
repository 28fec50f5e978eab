import { trimSpan, type Span } from '../syntax';

/** A Yes/No answer and its description. */
export interface YesNoReading {
  readonly kind: 'yes-no';
  /** The word itself; `undefined` where the answer is a description alone. */
  readonly word: (Span & { readonly value: 'yes' | 'no' }) | undefined;
  /** What follows the word; empty where nothing does. */
  readonly description: Span;
  /** What a lone slip such as `Y`, `yse` or `noo` was meant to be. */
  readonly meant: 'yes' | 'no' | undefined;
}

/** Quotes, brackets, stars and list marks before the word are no part of it. */
const WORD = /["\u201c\u2018'([*_\s\u2022\u2013-]*(?:yes|no)(?![\p{L}\p{N}'\u2019-])/iuy;
const SLIPS: ReadonlyMap<string, 'yes' | 'no'> = new Map([
  ...(['y', 'ye', 'yea', 'yeah', 'yse', 'yess', 'yews', 'yesd', 'es', 'eys', 'true'] as const).map(
    slip => [slip, 'yes'] as const,
  ),
  ...(['n', 'noo', 'nno', 'on', 'mo', 'nop', 'nope', 'false'] as const).map(slip => [slip, 'no'] as const),
]);

/** Reads the answer between two offsets; it begins and ends with what the coder wrote. */
export function readYesNo(text: string, start: number, end: number): YesNoReading {
  const beginning = text.slice(start, Math.min(end, start + 16));
  WORD.lastIndex = 0;
  if (!WORD.test(beginning)) {
    const meant =
      end - start <= 6
        ? SLIPS.get(
            text
              .slice(start, end)
              .replace(/\W{1,6}$/, '')
              .toLowerCase(),
          )
        : undefined;
    return { kind: 'yes-no', word: undefined, description: { start, end }, meant };
  }
  const wordEnd = start + WORD.lastIndex;
  const value = text.charAt(wordEnd - 1).toLowerCase() === 'o' ? 'no' : 'yes';
  const word = { start: wordEnd - value.length, end: wordEnd, value } as const;
  return { kind: 'yes-no', word, description: describedIn(text, wordEnd, end), meant: undefined };
}

function describedIn(text: string, from: number, end: number): Span {
  let at = from;
  while (at < end && /[\s.,:;!?)\]*_\-\u2013\u2014\u2026"\u201d'\u2019]/.test(text.charAt(at))) at++;
  return trimSpan(text, at, end);
}
