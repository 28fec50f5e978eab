import { distance } from 'fastest-levenshtein';
import { MAX_GAP, reachOf, skipClosing, type Alignment, type PrintedText, type WordChange } from './printed';
import { isLineEnd, lineEndAfter } from './span';
import { isRearranged, wordsBetween, type Word } from './words';

/** How far the two texts may drift apart, in words, before the comparison gives up. */
const BAND = 14;
const WIDTH = 2 * BAND + 1;
/** A text resembles the printed one if the cost of turning one into the other stays under this share. */
const RESEMBLANCE = 0.42;
const LOST = 1;
const ADDED = 1;
const REPLACED = 1.5;
const MISSPELT = 0.5;

/** A label of a few words (`Treaty citation:`) is known by its words alone, not by their number. */
const LABEL = 3;

/**
 * Finds `printed` at `from` where words were lost, added, replaced or misspelt, as long as most of
 * it is there. Bounded by the printed text's length, whatever follows in the file.
 */
export function alignLoosely(text: string, from: number, printed: PrintedText): Alignment | undefined {
  const reach = Math.min(text.length, from + reachOf(printed));
  const drift = Math.min(BAND, 2 * printed.words.length);
  const words = wordsBetween(text, from, reach, printed.words.length + drift);
  const allowed = allowedCost(printed);
  if (!sharesVocabulary(words, printed)) return undefined;

  const table = compare(printed.words, words, allowed);
  const shortest = table && cheapestEnd(table, printed.words.length, words.length);
  if (!table || shortest === undefined) return undefined;

  const length = withTail(text, words, shortest, printed, table);
  const end = endOfClosing(text, words[length - 1]?.end ?? from, printed, table, length);
  const isChanged = costAt(table, printed.words.length, length) > 0;
  // A label that has lost or changed a word is only known by the colon that closes it.
  if (printed.words.length <= LABEL && isChanged && text[end - 1] !== ':') return undefined;
  return { end, changes: trace(table, printed.words, words, length, from) };
}

function allowedCost({ words }: PrintedText): number {
  if (words.length > LABEL) return RESEMBLANCE * words.length;
  return words.length > 1 ? REPLACED : ADDED;
}

/** A cheap look ahead of the comparison: enough of the printed words, each counted once, are there. */
function sharesVocabulary(words: readonly Word[], printed: PrintedText): boolean {
  if (printed.words.length <= LABEL) return true;
  const shared = new Set<string>();
  for (const { folded } of words) if (printed.vocabulary.has(folded)) shared.add(folded);
  return shared.size >= printed.vocabulary.size * 0.4;
}

/** Edit distance by words, in a band along the diagonal: the cell of `i` and `j` is `i * WIDTH + j - i + BAND`. */
interface Table {
  readonly costs: Float64Array;
  readonly moves: Uint8Array;
}

const Move = {
  Unreached: 0,
  Start: 1,
  Same: 2,
  Misspelt: 3,
  Replaced: 4,
  Lost: 5,
  Added: 6,
  Joined: 7,
  Split: 8,
} as const;
type Move = (typeof Move)[keyof typeof Move];

function costAt({ costs }: Table, i: number, j: number): number {
  const slot = j - i + BAND;
  return i < 0 || j < 0 || slot < 0 || slot >= WIDTH ? Infinity : (costs[i * WIDTH + slot] ?? Infinity);
}

/** `undefined` as soon as no way through the table is cheap enough. */
function compare(printed: readonly string[], words: readonly Word[], allowed: number): Table | undefined {
  const size = (printed.length + 1) * WIDTH;
  const table = { costs: new Float64Array(size).fill(Infinity), moves: new Uint8Array(size) };
  for (let i = 0; i <= printed.length; i++) {
    let isHopeful = false;
    for (let j = Math.max(0, i - BAND); j <= Math.min(words.length, i + BAND); j++) {
      if (fillCell(table, printed, words, i, j, allowed)) isHopeful = true;
    }
    if (!isHopeful) return undefined;
  }
  return table;
}

/** Finds the cheapest move into a cell; true where it is cheap enough to go on from. */
function fillCell(
  table: Table,
  printed: readonly string[],
  words: readonly Word[],
  i: number,
  j: number,
  allowed: number,
): boolean {
  let cost = i === 0 && j === 0 ? 0 : Infinity;
  let move: Move = cost === 0 ? Move.Start : Move.Unreached;
  const wanted = printed[i - 1];
  const found = words[j - 1]?.folded;
  if (wanted !== undefined && found !== undefined) {
    const before = costAt(table, i - 1, j - 1);
    if (before <= allowed) {
      move = wanted === found ? Move.Same : isMisspelling(wanted, found) ? Move.Misspelt : Move.Replaced;
      cost = before + (move === Move.Same ? 0 : move === Move.Misspelt ? MISSPELT : REPLACED);
    }
    // A hyphen at a line end tears a word in two, or the file closes up one that is printed in two.
    const torn = costAt(table, i - 1, j - 2);
    if (torn < cost && isJoined(words[j - 2]?.folded, found, wanted)) [cost, move] = [torn, Move.Joined];
    const closed = costAt(table, i - 2, j - 1);
    if (closed < cost && isJoined(printed[i - 2], wanted, found)) [cost, move] = [closed, Move.Split];
  }
  const lost = costAt(table, i - 1, j) + LOST;
  if (lost < cost) [cost, move] = [lost, Move.Lost];
  const added = costAt(table, i, j - 1) + ADDED;
  if (added < cost) [cost, move] = [added, Move.Added];
  if (cost > allowed) return false;
  const cell = i * WIDTH + j - i + BAND;
  table.costs[cell] = cost;
  table.moves[cell] = move;
  return true;
}

function isJoined(first: string | undefined, second: string, whole: string): boolean {
  if (first === undefined) return false;
  return first.length + second.length === whole.length && whole.startsWith(first) && whole.endsWith(second);
}

function isMisspelling(wanted: string, found: string): boolean {
  const slips = wanted.length < 8 ? 1 : 2;
  if (wanted.length < 4 || Math.abs(wanted.length - found.length) > slips) return false;
  // A slip seldom hits both ends of a word, and most words differ in both.
  if (!wanted.startsWith(found.charAt(0)) && !wanted.endsWith(found.charAt(found.length - 1))) return false;
  return distance(wanted, found) <= slips || isTransposition(wanted, found);
}

function isTransposition(a: string, b: string): boolean {
  return a.length === b.length && distance(a, b) === 2 && isRearranged(a, b);
}

/** The shortest stretch of the file that the whole printed text turns into most cheaply, in words. */
function cheapestEnd(table: Table, i: number, limit: number): number | undefined {
  let best = Infinity;
  let length: number | undefined;
  for (let j = Math.max(1, i - BAND); j <= Math.min(limit, i + BAND); j++) {
    const cost = costAt(table, i, j);
    if (cost < best) [best, length] = [cost, j];
  }
  return length;
}

const MAX_TAIL = 6;

/**
 * `… describe these terms.` where `… describe these provisions.` is printed: where the closing
 * punctuation does not follow the last word found, the words up to it are still the question's, if
 * they are few and stand on the same line. They may stand on the next line in place of words lost
 * there. An answer must be left behind them.
 */
function withTail(
  text: string,
  words: readonly Word[],
  length: number,
  printed: PrintedText,
  table: Table,
): number {
  const mark = printed.closing.at(-1);
  const from = words[length - 1]?.end;
  if (mark === undefined || from === undefined || skipClosing(text, from, printed.closing).isThere)
    return length;
  let lineEnd = lineEndAfter(text, from, MAX_TAIL_LENGTH);
  const next = words[length];
  if (next && next.start > lineEnd && endsInLoss(table, printed.words.length, length)) {
    if (/^(?:yes|no|na|none)$/.test(next.folded)) return length;
    lineEnd = lineEndAfter(text, next.start, MAX_TAIL_LENGTH);
  }
  for (let tail = length + 1; tail <= Math.min(words.length, length + MAX_TAIL); tail++) {
    const end = words[tail - 1]?.end ?? from;
    if (end > lineEnd || costAt(table, printed.words.length, tail) === Infinity) break;
    const closed = skipClosing(text, end, printed.closing);
    if (!closed.isThere) continue;
    // A label's answer goes on behind its colon; other questions end their line.
    if (mark === ':' || (isBlank(text, closed.end, lineEnd) && hasAnswerBelow(text, lineEnd))) return tail;
  }
  return length;
}

const MAX_TAIL_LENGTH = 80;

/** Punctuation that a lost last word leaves behind: `If Yes, .` */
const LEFT_BEHIND = /[\s,.:;?!#()]{1,12}/y;

function endOfClosing(
  text: string,
  from: number,
  { words, closing }: PrintedText,
  table: Table,
  length: number,
): number {
  const mark = closing.at(-1);
  if (mark !== undefined && endsInLoss(table, words.length, length)) {
    LEFT_BEHIND.lastIndex = from;
    const kept = LEFT_BEHIND.exec(text)?.[0].lastIndexOf(mark) ?? -1;
    if (kept >= 0) return from + kept + 1;
  }
  return skipClosing(text, from, closing).end;
}

function endsInLoss({ moves }: Table, i: number, j: number): boolean {
  return moves[i * WIDTH + j - i + BAND] === Move.Lost;
}

function isBlank(text: string, start: number, end: number): boolean {
  return text.slice(start, end).trim() === '';
}

function hasAnswerBelow(text: string, lineEnd: number): boolean {
  let next = lineEnd;
  while (next < Math.min(text.length, lineEnd + MAX_GAP) && isLineEnd(text.charCodeAt(next))) next++;
  const line = text.slice(next, lineEndAfter(text, next, 20)).trim();
  return line !== '' && !/^\d{1,2}\./.test(line);
}

function trace(
  { moves }: Table,
  printed: readonly string[],
  words: readonly Word[],
  length: number,
  from: number,
): WordChange[] {
  const changes: WordChange[] = [];
  let i = printed.length;
  let j = length;
  for (;;) {
    const move = (moves[i * WIDTH + j - i + BAND] ?? Move.Unreached) as Move;
    const word = words[j - 1];
    switch (move) {
      case Move.Unreached:
      case Move.Start:
        return changes.reverse();
      case Move.Misspelt:
      case Move.Replaced:
        if (word)
          changes.push({ kind: 'changed', start: word.start, end: word.end, printed: printed[i - 1] ?? '' });
        break;
      case Move.Lost: {
        const place = word?.end ?? words[0]?.start ?? from;
        changes.push({ kind: 'lost', start: place, end: place, printed: printed[i - 1] ?? '' });
        break;
      }
      case Move.Added:
        if (word) changes.push({ kind: 'added', start: word.start, end: word.end, printed: '' });
        break;
      case Move.Same:
      case Move.Joined:
      case Move.Split:
        break;
    }
    if (move !== Move.Added) i -= move === Move.Split ? 2 : 1;
    if (move !== Move.Lost) j -= move === Move.Joined ? 2 : 1;
  }
}
