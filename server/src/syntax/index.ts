export { parseBeginning } from './beginning';
export { bisect } from './bisect';
export type { Head } from './head';
export { parseSheet } from './parser';
export { headingText } from './preparedInstrument';
export { sameBefore, sameBehind } from './sameEnds';
export { spliced } from './spliced';
export {
  encloses,
  isDigit,
  isLineEnd,
  isSpace,
  lineEndAfter,
  lineStartBefore,
  touches,
  trimSpan,
  type Span,
} from './span';
export {
  leavesOf,
  questionAt,
  type HeadingLeaf,
  type Leaf,
  type LeafKind,
  type Node,
  type QuestionNode,
  type SectionNode,
  type SheetTree,
} from './tree';
export type { WordChange } from './printed';
export { isRearranged } from './words';
export { lineEndOf } from './lineEnds';
