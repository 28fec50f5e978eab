import { allQuestions } from '../instrument';
import type { Instrument, Section } from '../instrument/types';
import { bisect } from './bisect';
import { movedChange, movedHead, type Head, type QuestionHead } from './head';
import { findHeads, withoutQuotedHeadings, type FoundHeads } from './heads';
import { trimSpan } from './span';
import { spliced } from './spliced';
import {
  withSpaces,
  type HeadingLeaf,
  type Leaf,
  type LeafKind,
  type QuestionNode,
  type SectionNode,
  type SheetTree,
} from './tree';

/**
 * Parses any text at all into the lossless tree of a sheet, in linear time. Never throws: a text
 * that holds nothing of the instrument is a tree without questions. Given the tree of an earlier
 * version, it takes over what has not changed; the result is the same.
 */
export function parseSheet(text: string, instrument: Instrument, earlier?: SheetTree): SheetTree {
  const found = findHeads(text, instrument, earlier?.found);
  const { starts } = found;
  const heads = found.heads === earlier?.found.heads ? earlier.heads : withoutQuotedHeadings(found.heads);
  if (heads === found.heads) {
    // A heading that an answer quotes may have counted before.
    const isComparable = earlier !== undefined && earlier.heads === earlier.found.heads;
    const same = isComparable ? sameQuestions(earlier, found) : nothingSame(heads);
    return new ParsedSheet(instrument, found, { heads, starts }, same);
  }
  const counted = new Set(heads);
  const ownStarts = found.heads.flatMap((head, index) => (counted.has(head) ? (starts[index] ?? 0) : []));
  return new ParsedSheet(instrument, found, { heads, starts: ownStarts }, nothingSame(heads));
}

/** The heads that count, and where each stands. */
type Skeleton = Pick<FoundHeads, 'heads' | 'starts'>;

/** A tree whose nodes are made when someone asks for them: most of them nobody asks for between two edits. */
class ParsedSheet implements SheetTree {
  readonly kind = 'sheet';
  readonly start = 0;
  readonly end: number;
  readonly text: string;
  readonly found: FoundHeads;
  readonly origins: readonly QuestionNode[];
  readonly starts: readonly number[];
  readonly log: Leaf | undefined;
  readonly heads: readonly Head[];
  readonly #headStarts: readonly number[];
  readonly #nodes: (QuestionNode | undefined)[] = [];
  #questions: readonly QuestionNode[] | undefined;
  #children: readonly SectionNode[] | undefined;

  constructor(instrument: Instrument, found: FoundHeads, skeleton: Skeleton, same: SameQuestions) {
    const { text } = found;
    const { heads } = skeleton;
    const read: QuestionNode[] = [];
    const readStarts: number[] = [];
    let { log } = same;
    for (let index = same.from; index < same.to; index++) {
      const head = heads[index];
      if (head?.kind !== 'question') continue;
      const start = skeleton.starts[index] ?? head.start;
      const own = movedHead(head, start - head.start);
      readStarts.push(start);
      if (index === heads.length - 1) {
        const parts = lastQuestion(text, own, instrument);
        read.push(parts.question);
        log = parts.log;
      } else {
        read.push(questionBetween(text, own, skeleton.starts[index + 1] ?? text.length));
      }
    }
    const { before, next, by } = same;
    const starts = spliced(same.starts, before, next, readStarts);
    for (let index = before + read.length; index < starts.length; index++)
      starts[index] = (starts[index] ?? 0) + by;
    this.text = text;
    this.end = text.length;
    this.found = found;
    this.origins = spliced(same.origins, before, next, read);
    this.starts = starts;
    this.log = log;
    this.heads = heads;
    this.#headStarts = skeleton.starts;
  }

  question(index: number): QuestionNode | undefined {
    const origin = this.origins[index];
    if (!origin) return undefined;
    return (this.#nodes[index] ??= movedQuestion(origin, (this.starts[index] ?? 0) - origin.start));
  }

  get questions(): readonly QuestionNode[] {
    return (this.#questions ??= this.origins.flatMap((_, index) => this.question(index) ?? []));
  }

  get children(): readonly SectionNode[] {
    return (this.#children ??= this.#sections());
  }

  #sections(): SectionNode[] {
    const { text, heads, questions } = this;
    const starts = this.#headStarts;
    const sections: SectionNode[] = [];
    let open: OpenSection = {
      section: undefined,
      heading: undefined,
      children: strayLeaves(text, 0, starts[0] ?? text.length),
    };
    let next = 0;
    heads.forEach((origin, index) => {
      const end = starts[index + 1] ?? text.length;
      if (origin.kind === 'section') {
        pushSection(sections, open);
        const head = movedHead(origin, (starts[index] ?? 0) - origin.start);
        const heading: HeadingLeaf = {
          kind: 'heading',
          start: head.start,
          end: head.end,
          changes: head.changes,
        };
        open = {
          section: origin.section,
          heading,
          children: [heading, ...strayLeaves(text, head.end, end)],
        };
        return;
      }
      const question = questions[next++];
      if (!question) return;
      open.children.push(question);
      // The amendment log and its white space.
      if (question.end < end)
        open.children.push(...withSpaces(question.end, end, this.log ? [this.log] : []));
    });
    pushSection(sections, open);
    return sections;
  }
}

interface OpenSection {
  readonly section: Section | undefined;
  readonly heading: HeadingLeaf | undefined;
  readonly children: (Leaf | QuestionNode)[];
}

function pushSection(sections: SectionNode[], { section, heading, children }: OpenSection): void {
  const first = children[0];
  const last = children.at(-1);
  if (first && last)
    sections.push({ kind: 'section', start: first.start, end: last.end, section, heading, children });
}

/** Which questions of an earlier version of a sheet stand in it in the same words, and which heads are new. */
interface SameQuestions extends Pick<SheetTree, 'origins' | 'starts'> {
  /** So many of them, from the first, are the same and where they were. */
  readonly before: number;
  /** The index of the first that is the same again. */
  readonly next: number;
  /** From there on they are so many characters further on. */
  readonly by: number;
  /** The log behind the last of them. */
  readonly log: Leaf | undefined;
  /** The heads whose questions are to be read: from here, and up to there. */
  readonly from: number;
  readonly to: number;
}

function nothingSame(heads: readonly Head[]): SameQuestions {
  return { origins: [], starts: [], before: 0, next: 0, by: 0, log: undefined, from: 0, to: heads.length };
}

function sameQuestions(earlier: SheetTree, { text, heads, starts, kept, moved }: FoundHeads): SameQuestions {
  // The change may be in what follows the last head before it.
  const from = Math.max(0, kept - 1);
  const countBefore = (offset: number): number =>
    bisect(earlier.starts.length, index => (earlier.starts[index] ?? 0) < offset);
  const before = kept === 0 ? 0 : countBefore(starts[from] ?? 0);
  const next = countBefore(earlier.found.starts[earlier.heads.length - moved] ?? Infinity);
  const by = text.length - earlier.text.length;
  return {
    origins: earlier.origins,
    starts: earlier.starts,
    before,
    next,
    by,
    log: next < earlier.origins.length && earlier.log ? movedLeaf(earlier.log, by) : undefined,
    from,
    to: heads.length - moved,
  };
}

function movedQuestion(node: QuestionNode, by: number): QuestionNode {
  if (by === 0) return node;
  const { answer, changes } = node;
  return {
    kind: 'question',
    start: node.start + by,
    end: node.end + by,
    question: node.question,
    number: movedLeaf(node.number, by),
    printedNumber: node.printedNumber,
    printed: movedLeaf(node.printed, by),
    changes: changes.length === 0 ? changes : changes.map(change => movedChange(change, by)),
    answer: { start: answer.start + by, end: answer.end + by },
  };
}

function movedLeaf({ kind, start, end }: Leaf, by: number): Leaf {
  return leaf(kind, start + by, end + by);
}

/** The question that begins at a head and ends at `end`, where another one or a section begins. */
export function questionBetween(text: string, head: QuestionHead, end: number): QuestionNode {
  return {
    kind: 'question',
    start: head.start,
    end,
    question: head.question,
    number: leaf('number', head.start, head.numberEnd),
    printedNumber: head.printedNumber,
    printed: leaf('printed', trimSpan(text, head.numberEnd, head.end).start, head.end),
    changes: head.changes,
    answer: trimSpan(text, head.end, end),
  };
}

/** The file's last question, up to the amendment log that may follow it. */
function lastQuestion(
  text: string,
  head: QuestionHead,
  instrument: Instrument,
): { readonly question: QuestionNode; readonly log: Leaf | undefined } {
  const isInstrumentsLast = head.question === allQuestions(instrument).at(-1);
  const end = logStart(text, head.end, text.length, isInstrumentsLast ? ENTRY_BEHIND_LAST : ENTRY_BEHIND_ANY);
  const logged = trimSpan(text, end, text.length);
  return {
    question: questionBetween(text, head, end),
    log: logged.start < logged.end ? leaf('log', logged.start, logged.end) : undefined,
  };
}

function leaf(kind: LeafKind, start: number, end: number): Leaf {
  return { kind, start, end };
}

function strayLeaves(text: string, start: number, end: number): Leaf[] {
  const stray = trimSpan(text, start, end);
  return withSpaces(start, end, stray.start < stray.end ? [leaf('stray', stray.start, stray.end)] : []);
}

/**
 * An entry of the log begins a line and names its version or the question that it changed (`Version
 * 4.0: …`, `Q14 revised by …`); where lines were run together, it names both. A version alone is
 * enough only behind the instrument's last question: other answers may be dated by it.
 */
const VERSION = String.raw`Version\s{1,8}\d{1,3}(?:\.\d{1,3}){0,3}[ \t]?`;
const CHANGED_QUESTION = String.raw`Q(?:uestion)?s?\.?[ \t]?\d{1,2}\b`;
const CHANGE = String.raw`[^\n\r]{0,80}\b(?:revised|updated|changed|amended|corrected|added)\b`;
const LINE_START = String.raw`(?:^|[\n\r\u2028\u2029])[ \t\u00a0]*`;
const ENTRY_OF_QUESTION = String.raw`${LINE_START}(?=${CHANGED_QUESTION}${CHANGE})|(?=\b${VERSION}[:.-]\s{1,8}Q\d)`;
const ENTRY_BEHIND_ANY = new RegExp(ENTRY_OF_QUESTION, 'i');
const ENTRY_BEHIND_LAST = new RegExp(`${LINE_START}(?=${VERSION}[:.-])|${ENTRY_OF_QUESTION}`, 'i');

function logStart(text: string, from: number, end: number, entry: RegExp): number {
  const match = entry.exec(text.slice(from, end));
  return match ? from + match.index + match[0].length : end;
}
