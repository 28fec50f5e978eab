import { printQuestion } from '../instrument';
import type { SheetTree } from '../syntax';
import type { FlatLine, FlatText } from './flatText';
import { textWidth } from './textWidth';

/**
 * Tells whether a word had room at the end of a line. A sheet's questions are known to the word and are
 * one paragraph each, so where they are broken into lines shows how wide the page is.
 */
export interface PageWidth {
  /** True where the next line's first word would not have fitted behind the line. */
  isFull(line: FlatLine, next: FlatLine): boolean;
  /**
   * True where it would hardly have fitted. Of a text's letters only the number is known, and many sheets
   * have their answers in wider ones than their questions.
   */
  isNearlyFull(line: FlatLine, next: FlatLine): boolean;
}

/** One way to measure: a line's own width, and how wide it would be with the next line's first word. */
interface Ruler {
  line(line: FlatLine): number;
  word(line: FlatLine): number;
}

const byPlace: Ruler = {
  line: ({ source }) => source.place?.right ?? 0,
  word: ({ source: { place, text } }) => {
    if (!place) return 0;
    const whole = textWidth(text);
    return whole === 0 ? 0 : ((place.right - place.left) * textWidth(` ${firstWord(text)}`)) / whole;
  },
};

const byLetters: Ruler = {
  line: ({ source }) => source.text.length,
  word: ({ source }) => 1 + firstWord(source.text).length,
};

const byTypeface: Ruler = {
  line: ({ source }) => textWidth(source.text),
  word: ({ source }) => textWidth(` ${firstWord(source.text)}`),
};

function firstWord(text: string): string {
  const [word = ''] = /^\S*/.exec(text) ?? [];
  // A line may end behind a hyphen or a stroke within a word.
  return /^[^-/\u2013\u2014]*[-/\u2013\u2014]?/.exec(word)?.[0] ?? word;
}

/** A page that is only known by less than this many breaks, or this share of all, is not known. */
const LEAST_BREAKS = 2;
const LEAST_SHARE = 0.25;

const NEARLY = 0.85;
const PAST = 1.05;

/** Learns the width from the breaks in the printed text of the questions. */
export function pageWidthOf(flat: FlatText, tree: SheetTree): PageWidth {
  const isPlaced = flat.lines.every(({ source }) => source.place);
  if (!isPlaced && isLaidOut(tree)) return NEVER_FULL;
  const breaks = tree.questions.flatMap(({ printed }) => {
    const lines = flat.linesOf(printed);
    return lines.slice(1).map((next, index) => ({ line: lines[index] ?? next, next }));
  });
  const rulers = isPlaced ? [byPlace] : [byLetters, byTypeface];
  const measured = rulers.map(ruler => {
    const rooms = breaks.map(({ line, next }) => {
      const from = ruler.line(line);
      return { from, to: from + ruler.word(next) };
    });
    return { ruler, ...commonWidth(rooms) };
  });
  const best = measured.reduce((a, b) => (b.count > a.count ? b : a));
  const isKnown = best.count >= LEAST_BREAKS && best.count >= LEAST_SHARE * breaks.length;
  const isFilled = (line: FlatLine, next: FlatLine, share: number): boolean => {
    const own = best.ruler.line(line);
    // A line that runs past the page's width was not broken by it.
    return isKnown && own <= PAST * best.width && own + best.ruler.word(next) >= share * best.width;
  };
  return {
    isFull: (line, next) => isFilled(line, next, 1),
    isNearlyFull: (line, next) => isFilled(line, next, best.ruler === byPlace ? 1 : NEARLY),
  };
}

const NEVER_FULL: PageWidth = { isFull: () => false, isNearlyFull: () => false };

/** True for a text whose questions are broken as new sheets have them: no page has torn its answers. */
function isLaidOut({ text, questions }: SheetTree): boolean {
  return questions.every(
    ({ number, printed, question }) =>
      straight(text.slice(number.start, printed.end)) === printQuestion(question, '\n'),
  );
}

function straight(text: string): string {
  return text.replace(/[\u201c\u201d]/g, '"').replace(/[\u2018\u2019]/g, "'");
}

/**
 * The width that most breaks agree on: at each the line fitted and its next word did not. Of all such
 * widths it is the largest, so that a line only counts as full where it surely is.
 */
function commonWidth(rooms: readonly { readonly from: number; readonly to: number }[]): {
  readonly width: number;
  readonly count: number;
} {
  const edges = rooms
    .flatMap(({ from, to }) => [
      { at: from, opens: 1 },
      { at: to, opens: -1 },
    ])
    .sort((a, b) => a.at - b.at || a.opens - b.opens);
  let open = 0;
  let best = { width: Infinity, count: 0 };
  for (const { at, opens } of edges) {
    // Where a room ends after the most have opened, the width that they share ends.
    if (opens < 0 && open > best.count) best = { width: at, count: open };
    open += opens;
  }
  return best;
}
