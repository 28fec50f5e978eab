import { allQuestions, type Instrument } from '../instrument';
import type { SheetTree } from '../syntax';
import type { FlatText } from './flatText';

/** Tells a hyphen that parts a word at a line's end from one that the word has everywhere. */
export interface Hyphens {
  /** True where `stem-` at a line's end and `rest` on the next are one word, written without a hyphen. */
  isOneWord(stem: string, rest: string): boolean;
}

/** These take a hyphen before words of all kinds. */
const PREFIXES = new Set([
  'all',
  'anti',
  'co',
  'cross',
  'ex',
  'non',
  'post',
  'pre',
  'pro',
  'quasi',
  'self',
  'semi',
  'vice',
]);

const WORDS = /\p{L}+(?:-\p{L}+)*/gu;

/**
 * Learns from the sheet itself: from the words that stand within its lines, and from whether the printed
 * text of its questions, which is known to the letter, was parted with hyphens. Only where it was, or
 * where the whole word stands elsewhere, does a hyphen go.
 */
export function hyphensOf(flat: FlatText, tree: SheetTree, instrument: Instrument): Hyphens {
  const words = new Set<string>();
  const learn = (text: string): void => {
    for (const [word] of text.toLowerCase().matchAll(WORDS)) {
      words.add(word);
      if (word.includes('-')) for (const part of word.split('-')) words.add(part);
    }
  };
  for (const { text } of allQuestions(instrument)) learn(text);
  // A piece of a word at a line's end or beginning is none itself.
  flat.lines.forEach(({ source: { text } }, index) => {
    const above = flat.lines[index - 1]?.source.text ?? '';
    const whole = wordBeforeHyphen(above) === undefined ? text : text.replace(/^\p{L}+/u, '');
    const piece = wordBeforeHyphen(whole);
    learn(piece === undefined ? whole : whole.slice(0, -piece.length - 1));
  });
  const isHyphenated = tree.questions.some(({ printed, question }) =>
    flat
      .linesOf(printed)
      .slice(0, -1)
      .some(({ source: { text } }) => isParted(text, question.text)),
  );
  return {
    isOneWord: (stem, rest) => {
      const [first, last] = [stem.toLowerCase(), rest.toLowerCase()];
      if (!/^\p{Ll}/u.test(rest) || words.has(`${first}-${last}`)) return false;
      if (words.has(first + last)) return true;
      return isHyphenated && !PREFIXES.has(first) && !(words.has(first) && words.has(last));
    },
  };
}

/** True where a line of a question ends with a hyphen that the question does not have. */
function isParted(line: string, printed: string): boolean {
  const stem = wordBeforeHyphen(line);
  return stem !== undefined && !printed.toLowerCase().includes(`${stem.toLowerCase()}-`);
}

/** The word, or the piece of one, that a hyphen at the line's end follows. */
export function wordBeforeHyphen(line: string): string | undefined {
  return /(\p{L}{1,40})-$/u.exec(line.slice(-LONGEST))?.[1];
}

const LONGEST = 41;
