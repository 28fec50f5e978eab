import type { Question, Section } from '../instrument/types';
import { bisect } from './bisect';
import type { Head } from './head';
import type { FoundHeads } from './heads';
import type { WordChange } from './printed';
import type { Span } from './span';

/**
 * The lossless tree of a sheet. Leaves tile the text: each begins where the one before it ends,
 * the first at 0, the last at the text's end, so that joining them gives the file.
 */
export type LeafKind =
  /** White space between the parts, page breaks included. */
  | 'space'
  /** `SECTION I: FORMATION, MEMBERS, AND DURATION` */
  | 'heading'
  /** `13.` */
  | 'number'
  /** The question's printed text. */
  | 'printed'
  /** What the coder wrote, inner blank lines included. */
  | 'answer'
  /** The amendment log after the last answer. */
  | 'log'
  /** Anything before the first heading or question, or between a heading and its first question. */
  | 'stray';

export interface Leaf extends Span {
  readonly kind: LeafKind;
}

export interface QuestionNode extends Span {
  readonly kind: 'question';
  readonly question: Question;
  /** The number as the file has it, and its value: another one where the file is misnumbered. */
  readonly number: Leaf;
  readonly printedNumber: number;
  readonly printed: Leaf;
  /** Where the printed text differs from the instrument's. */
  readonly changes: readonly WordChange[];
  /** Empty where there is no answer; it then stands at the end of the printed text. */
  readonly answer: Span;
}

export interface SectionNode extends Span {
  readonly kind: 'section';
  /** `undefined` for what stands before the first heading. */
  readonly section: Section | undefined;
  readonly heading: HeadingLeaf | undefined;
  readonly children: readonly (Leaf | QuestionNode)[];
}

export interface HeadingLeaf extends Leaf {
  readonly kind: 'heading';
  /** Where the heading differs from the instrument's; empty where it is the same. */
  readonly changes: readonly WordChange[];
}

export interface SheetTree extends Span {
  readonly kind: 'sheet';
  readonly text: string;
  readonly children: readonly SectionNode[];
  /** All questions in the file's order. */
  readonly questions: readonly QuestionNode[];
  readonly log: Leaf | undefined;
  /** What sections and questions begin with, in the file's order: the same objects in later versions, see `origins`. */
  readonly heads: readonly Head[];
  /**
   * The same questions as they stood in the version that had them first. A later version has the same
   * objects, as long as all of a question, its answer and what follows up to the next one stay the same to
   * the letter.
   */
  readonly origins: readonly QuestionNode[];
  /** Where each of them begins in this version. */
  readonly starts: readonly number[];
  /** One of the questions, by its index: who needs few need not have all moved to where they stand. */
  question(index: number): QuestionNode | undefined;
  /** What the tree was built from; the next version of the text is parsed with it. */
  readonly found: FoundHeads;
}

export type Node = SheetTree | SectionNode | QuestionNode | Leaf;

/** The leaves below a node, in order. */
export function* leavesOf(node: Node): Generator<Leaf> {
  if ('children' in node) for (const child of node.children) yield* leavesOf(child);
  else if (node.kind === 'question') yield* leavesOfQuestion(node);
  else yield node;
}

function leavesOfQuestion({ start, end, number, printed, answer }: QuestionNode): Leaf[] {
  const parts = [number, printed];
  if (answer.start < answer.end) parts.push({ kind: 'answer', start: answer.start, end: answer.end });
  return withSpaces(start, end, parts);
}

/** Fills what lies between the parts with leaves of white space, so that they tile the stretch. */
export function withSpaces(start: number, end: number, parts: readonly Leaf[]): Leaf[] {
  const leaves: Leaf[] = [];
  let at = start;
  for (const part of parts) {
    if (at < part.start) leaves.push({ kind: 'space', start: at, end: part.start });
    leaves.push(part);
    at = part.end;
  }
  if (at < end) leaves.push({ kind: 'space', start: at, end });
  return leaves;
}

/** The question that holds `offset`, its white space included; the later one at a border. */
export function questionAt(tree: SheetTree, offset: number): QuestionNode | undefined {
  const { questions } = tree;
  const index = bisect(questions.length, at => (questions[at]?.end ?? Infinity) <= offset);
  const last = questions.at(-1);
  // The last one holds its end as well: there is no later one.
  const node = questions[index] ?? (last?.end === offset ? last : undefined);
  return node && node.start <= offset ? node : undefined;
}
