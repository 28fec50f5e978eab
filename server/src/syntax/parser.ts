import { allQuestions } from '../instrument';
import type { Instrument } from '../instrument/types';
import {
  findHeads,
  movedChange,
  withoutQuotedHeadings,
  type FoundHeads,
  type QuestionHead,
  type SectionHead,
} from './heads';
import { trimSpan } from './span';
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
  const heads = withoutQuotedHeadings(found.heads);
  const known = earlier && heads === found.heads ? new EarlierQuestions(earlier, found) : undefined;
  const sections: SectionNode[] = [];
  const questions: QuestionNode[] = [];
  const lastQuestion = allQuestions(instrument).at(-1);
  let log: Leaf | undefined;

  let open: OpenSection = {
    section: undefined,
    heading: undefined,
    children: strayLeaves(text, 0, heads[0]?.start ?? text.length),
  };
  heads.forEach((head, index) => {
    const end = heads[index + 1]?.start ?? text.length;
    if (head.kind === 'section') {
      pushSection(sections, open);
      const heading: HeadingLeaf = {
        kind: 'heading',
        start: head.start,
        end: head.end,
        changes: head.changes,
      };
      open = { section: head.section, heading, children: [heading, ...strayLeaves(text, head.end, end)] };
      return;
    }
    const same = known?.next(index, head);
    // A heading that an answer quotes may have counted before. Behind the last question a log is looked for.
    if (same?.end === end && index < heads.length - 1) {
      open.children.push(same);
      questions.push(same);
      return;
    }
    const entry = head.question === lastQuestion ? ENTRY_BEHIND_LAST : ENTRY_BEHIND_ANY;
    const isLast = index === heads.length - 1;
    const parts = questionParts(
      text,
      head,
      end,
      isLast ? entry : undefined,
      (isLast ? same?.origin : undefined) ?? {},
    );
    open.children.push(parts.question, ...parts.after);
    questions.push(parts.question);
    log = parts.log ?? log;
  });
  pushSection(sections, open);
  return {
    kind: 'sheet',
    start: 0,
    end: text.length,
    text,
    children: sections,
    questions,
    log,
    found,
  };
}

interface OpenSection {
  readonly section: SectionHead['section'] | undefined;
  readonly heading: HeadingLeaf | undefined;
  readonly children: (Leaf | QuestionNode)[];
}

function pushSection(sections: SectionNode[], { section, heading, children }: OpenSection): void {
  const first = children[0];
  const last = children.at(-1);
  if (first && last)
    sections.push({ kind: 'section', start: first.start, end: last.end, section, heading, children });
}

/** The questions of an earlier version, as far as a later one has them in the same words. */
class EarlierQuestions {
  readonly #questions: readonly QuestionNode[];
  readonly #kept: number;
  /** The head from which on all is moved, and its question in the earlier version. */
  readonly #moved: number;
  #nextMoved: number;
  #nextKept = 0;

  constructor({ questions }: SheetTree, { heads, kept, moved }: FoundHeads) {
    this.#questions = questions;
    this.#kept = kept;
    this.#moved = heads.length - moved;
    this.#nextMoved = questions.length;
    for (let at = this.#moved; at < heads.length; at++) if (heads[at]?.kind === 'question') this.#nextMoved--;
  }

  /** The question of a head where it stands now; each is asked for in turn. */
  next(index: number, head: QuestionHead): QuestionNode | undefined {
    if (index >= this.#moved) {
      const node = this.#questions[this.#nextMoved++];
      return node && movedQuestion(node, head.start - node.start);
    }
    // The change may be in what follows the last head before it.
    return index + 1 < this.#kept ? this.#questions[this.#nextKept++] : undefined;
  }
}

function movedQuestion(node: QuestionNode, by: number): QuestionNode {
  if (by === 0) return node;
  const { number, printed, answer, changes } = node;
  return {
    kind: 'question',
    start: node.start + by,
    end: node.end + by,
    question: node.question,
    number: leaf('number', number.start + by, number.end + by),
    printedNumber: node.printedNumber,
    printed: leaf('printed', printed.start + by, printed.end + by),
    changes: changes.length === 0 ? changes : changes.map(change => movedChange(change, by)),
    answer: { start: answer.start + by, end: answer.end + by },
    origin: node.origin,
  };
}

interface QuestionParts {
  readonly question: QuestionNode;
  readonly log: Leaf | undefined;
  /** What follows the question's own leaves: the amendment log and its white space. */
  readonly after: readonly Leaf[];
}

function questionParts(
  text: string,
  head: QuestionHead,
  end: number,
  entry: RegExp | undefined,
  origin: object,
): QuestionParts {
  const number = leaf('number', head.start, head.numberEnd);
  const printed = leaf('printed', trimSpan(text, head.numberEnd, head.end).start, head.end);
  const answerEnd = entry ? logStart(text, head.end, end, entry) : end;
  const answer = trimSpan(text, head.end, answerEnd);
  const question: QuestionNode = {
    kind: 'question',
    start: head.start,
    end: answerEnd,
    question: head.question,
    number,
    printedNumber: head.printedNumber,
    printed,
    changes: head.changes,
    answer,
    origin,
  };
  if (answerEnd === end) return { question, log: undefined, after: [] };
  const logged = trimSpan(text, answerEnd, end);
  const log = logged.start < logged.end ? leaf('log', logged.start, logged.end) : undefined;
  return { question, log, after: withSpaces(answerEnd, end, log ? [log] : []) };
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
