import { distance } from 'fastest-levenshtein';
import { isLineEnd, isSpace, lineEndAfter } from './span';
import { fold, foldedCode, wordsBetween, type Word } from './words';

/** A text that the instrument prints, prepared for being found again in a file. */
export interface PrintedText {
  readonly text: string;
  /** Its compared characters, joined. */
  readonly folded: string;
  readonly words: readonly string[];
  readonly vocabulary: ReadonlySet<string>;
  /** The punctuation that closes it: `.)`, `):`, `?`. */
  readonly closing: string;
}

/** One place where a file's text differs from the instrument's. */
export interface WordChange {
  readonly kind: 'lost' | 'added' | 'changed';
  /** Where the file differs; for a lost word, the empty stretch where it should stand. */
  readonly start: number;
  readonly end: number;
  /** The instrument's words; empty for an added one. */
  readonly printed: string;
}

export interface Alignment {
  /** The offset at which the printed text ends in the file, its closing punctuation included. */
  readonly end: number;
  /** In the file's order; empty where only case, space, quotes or dashes differ. */
  readonly changes: readonly WordChange[];
}

/** How far the two texts may drift apart, in words, before the comparison gives up. */
const BAND = 14;
/** A text resembles the printed one if the cost of turning one into the other stays under this share. */
const RESEMBLANCE = 0.42;
const LOST = 1;
const ADDED = 1;
const REPLACED = 1.5;
const MISSPELT = 0.5;

export function preparePrinted(text: string): PrintedText {
  const words = wordsBetween(text, 0, text.length).map(word => word.folded);
  let end = text.length;
  while (end > 0 && foldedCode(text.charCodeAt(end - 1)) === 0) end--;
  return {
    text,
    folded: fold(text),
    words,
    vocabulary: new Set(words),
    closing: text.slice(end).replace(/\s/g, ''),
  };
}

/**
 * Finds `printed` at `from` where the file's text differs from it in nothing but case, white
 * space, line ends, hyphens, quotes and punctuation. Linear in the printed text's length.
 */
export function alignExactly(text: string, from: number, printed: PrintedText): Alignment | undefined {
  const { folded } = printed;
  let matched = 0;
  let at = from;
  let skipped = 0;
  for (; at < text.length && matched < folded.length; at++) {
    const code = foldedCode(text.charCodeAt(at));
    if (code === 0) {
      // A page break leaves blank lines, never pages of them: this keeps hostile texts linear.
      if (++skipped > MAX_GAP) return undefined;
      continue;
    }
    skipped = 0;
    if (code !== folded.charCodeAt(matched)) return undefined;
    matched++;
  }
  if (matched < folded.length || continuesWord(text, at)) return undefined;
  return { end: endOfPrinted(text, at, printed, false), changes: [] };
}

const MAX_GAP = 400;

function continuesWord(text: string, at: number): boolean {
  return at < text.length && foldedCode(text.charCodeAt(at)) !== 0;
}

/**
 * Finds `printed` at `from` where words were lost, added, replaced or misspelt, as long as most of
 * it is there. Bounded by the printed text's length, whatever follows in the file.
 */
export function alignLoosely(text: string, from: number, printed: PrintedText): Alignment | undefined {
  const reach = Math.min(text.length, from + 2 * printed.text.length + MAX_GAP);
  const words = wordsBetween(text, from, reach, printed.words.length + BAND);
  if (!sharesVocabulary(words, printed)) return undefined;

  const table = compare(printed.words, words);
  const { cost, length } = cheapestEnd(table, printed.words.length, words.length);
  if (length === 0 || cost > allowedCost(text, words[length - 1]?.end ?? from, printed)) return undefined;

  const changes = trace(table, printed.words, words, length, from);
  const lastWord = words[length - 1];
  const lastChange = changes.at(-1);
  const tailLost = lastChange?.kind === 'lost' && lastChange.start >= (lastWord?.end ?? from);
  return { end: endOfPrinted(text, lastWord?.end ?? from, printed, tailLost), changes };
}

/** A label of a word or two must be nearly itself; if its colon follows, one word may be gone. */
function allowedCost(text: string, end: number, printed: PrintedText): number {
  if (printed.words.length > 3) return RESEMBLANCE * printed.words.length;
  return text[end] === ':' && printed.words.length > 1 ? LOST : MISSPELT;
}

function sharesVocabulary(words: readonly Word[], printed: PrintedText): boolean {
  const needed = printed.words.length > 3 ? printed.words.length * 0.4 : 0;
  let shared = 0;
  for (const word of words) if (printed.vocabulary.has(word.folded)) shared++;
  return shared >= needed;
}

type Move = 'same' | 'misspelt' | 'replaced' | 'lost' | 'added' | 'joined' | 'split';

interface Cell {
  readonly cost: number;
  readonly move: Move | undefined;
}

const UNREACHED: Cell = { cost: Infinity, move: undefined };

/** Edit distance by words, in a band along the diagonal: `table[i][j - i + BAND]`. */
function compare(printed: readonly string[], words: readonly Word[]): Cell[][] {
  const table: Cell[][] = [];
  for (let i = 0; i <= printed.length; i++) {
    const row: Cell[] = [];
    table.push(row);
    for (let slot = 0; slot <= 2 * BAND; slot++) {
      const j = i + slot - BAND;
      row.push(j < 0 || j > words.length ? UNREACHED : cheapestMove(table, printed, words, i, j));
    }
  }
  return table;
}

function cellAt(table: readonly (readonly Cell[])[], i: number, j: number): Cell {
  return table[i]?.[j - i + BAND] ?? UNREACHED;
}

function cheapestMove(
  table: readonly (readonly Cell[])[],
  printed: readonly string[],
  words: readonly Word[],
  i: number,
  j: number,
): Cell {
  if (i === 0 && j === 0) return { cost: 0, move: undefined };
  let best = UNREACHED;
  const consider = (before: Cell, step: number, move: Move): void => {
    if (before.cost + step < best.cost) best = { cost: before.cost + step, move };
  };
  const wanted = printed[i - 1];
  const found = words[j - 1]?.folded;
  if (wanted !== undefined && found !== undefined) {
    const before = cellAt(table, i - 1, j - 1);
    if (wanted === found) consider(before, 0, 'same');
    else if (isMisspelling(wanted, found)) consider(before, MISSPELT, 'misspelt');
    else consider(before, REPLACED, 'replaced');

    // A hyphen at a line end tears a word in two, or the file closes up one that is printed in two.
    const previousFound = words[j - 2]?.folded;
    if (previousFound !== undefined && previousFound + found === wanted) {
      consider(cellAt(table, i - 1, j - 2), 0, 'joined');
    }
    const previousWanted = printed[i - 2];
    if (previousWanted !== undefined && previousWanted + wanted === found) {
      consider(cellAt(table, i - 2, j - 1), 0, 'split');
    }
  }
  if (wanted !== undefined) consider(cellAt(table, i - 1, j), LOST, 'lost');
  if (found !== undefined) consider(cellAt(table, i, j - 1), ADDED, 'added');
  return best;
}

function isMisspelling(wanted: string, found: string): boolean {
  if (wanted.length < 4 || found.length > 2 * wanted.length) return false;
  return distance(wanted, found) <= (wanted.length < 8 ? 1 : 2) || isTransposition(wanted, found);
}

function isTransposition(a: string, b: string): boolean {
  return a.length === b.length && distance(a, b) === 2 && [...a].sort().join('') === [...b].sort().join('');
}

/** The shortest stretch of the file that the whole printed text turns into most cheaply. */
function cheapestEnd(
  table: readonly (readonly Cell[])[],
  i: number,
  limit: number,
): { cost: number; length: number } {
  let best = { cost: Infinity, length: 0 };
  for (let j = Math.max(0, i - BAND); j <= Math.min(limit, i + BAND); j++) {
    const { cost } = cellAt(table, i, j);
    if (cost < best.cost) best = { cost, length: j };
  }
  return best;
}

function trace(
  table: readonly (readonly Cell[])[],
  printed: readonly string[],
  words: readonly Word[],
  length: number,
  from: number,
): WordChange[] {
  const changes: WordChange[] = [];
  let i = printed.length;
  let j = length;
  for (;;) {
    const { move } = cellAt(table, i, j);
    if (move === undefined) break;
    const word = words[j - 1];
    const place = words[j - 1]?.end ?? from;
    switch (move) {
      case 'misspelt':
      case 'replaced':
        if (word)
          changes.push({ kind: 'changed', start: word.start, end: word.end, printed: printed[i - 1] ?? '' });
        break;
      case 'lost':
        changes.push({ kind: 'lost', start: place, end: place, printed: printed[i - 1] ?? '' });
        break;
      case 'added':
        if (word) changes.push({ kind: 'added', start: word.start, end: word.end, printed: '' });
        break;
      case 'same':
      case 'joined':
      case 'split':
        break;
    }
    i -= move === 'added' ? 0 : move === 'split' ? 2 : 1;
    j -= move === 'lost' ? 0 : move === 'joined' ? 2 : 1;
  }
  return changes.reverse();
}

/**
 * Where the printed text ends once its last word is placed: after its closing punctuation, and
 * after the few words that a rewording put in place of its own last ones.
 */
function endOfPrinted(text: string, lastWordEnd: number, printed: PrintedText, tailLost: boolean): number {
  const closed = skipClosing(text, lastWordEnd, printed.closing);
  if (closed.complete && !tailLost) return closed.end;
  return endOfRewordedTail(text, closed.end, printed.closing) ?? closed.end;
}

function skipClosing(text: string, from: number, closing: string): { end: number; complete: boolean } {
  let end = from;
  let seen = 0;
  for (const mark of closing) {
    let at = end;
    while (at < text.length && isSpace(text.charCodeAt(at)) && (mark === ')' || mark === ':' || mark === '?'))
      at++;
    if (text[at] !== mark) continue;
    end = at + 1;
    seen++;
  }
  while (end < text.length && '.:;?!)'.includes(text.charAt(end))) end++;
  return { end, complete: closing.length === 0 || seen > 0 };
}

const MAX_TAIL_WORDS = 6;

/**
 * `… describe these terms.` where `… describe these provisions.` is printed: the rest of that line
 * is still the question, if it is short, ends as a question ends, and leaves an answer after it.
 */
function endOfRewordedTail(text: string, from: number, closing: string): number | undefined {
  const lineEnd = lineEndAfter(text, from);
  if (lineEnd - from > 80) return undefined;
  const tail = text.slice(from, lineEnd).trimEnd();
  const last = closing.at(-1);
  if (last === undefined || !tail.endsWith(last)) return undefined;
  if (wordsBetween(tail, 0, tail.length, MAX_TAIL_WORDS + 1).length > MAX_TAIL_WORDS) return undefined;
  let next = lineEnd;
  while (next < text.length && isLineEnd(text.charCodeAt(next))) next++;
  const nextLine = text.slice(next, Math.min(lineEndAfter(text, next), next + 20)).trim();
  return nextLine === '' || /^\d{1,2}\./.test(nextLine) ? undefined : from + tail.length;
}
