import type { FoldingRange } from 'vscode-languageserver-types';
import type { QuestionNode, Span } from '../syntax';
import type { SheetDocument } from './sheetDocument';

export interface FoldingOptions {
  /** The most ranges that the editor wants; the outer ones are kept. */
  readonly rangeLimit?: number | undefined;
}

/**
 * Whole lines that fold: sections, questions with their answers, and the amendment log. Blank lines after
 * them stay in sight.
 */
export function foldingRanges(sheetDocument: SheetDocument, options: FoldingOptions = {}): FoldingRange[] {
  const { tree } = sheetDocument.sheet;
  const outer: Span[] = tree.children.flatMap(({ heading, children }) => {
    const last = children.findLast(child => child.kind === 'question');
    return heading && last ? [{ start: heading.start, end: wordsEnd(last) }] : [];
  });
  if (tree.log) outer.push(tree.log);
  const questions = tree.questions.map(node => ({ start: node.start, end: wordsEnd(node) }));
  const ranges = [...foldableLines(sheetDocument, outer), ...foldableLines(sheetDocument, questions)];
  return ranges
    .slice(0, options.rangeLimit === undefined ? ranges.length : Math.max(0, options.rangeLimit))
    .sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}

function wordsEnd({ printed, answer }: QuestionNode): number {
  return Math.max(printed.end, answer.end);
}

/**
 * The lines of stretches that follow each other. Where lines were run together, a line belongs to the
 * stretch that begins on it: folds must nest or lie apart.
 */
function foldableLines({ document }: SheetDocument, spans: readonly Span[]): FoldingRange[] {
  const lines = spans.map(({ start, end }) => ({
    startLine: document.positionAt(start).line,
    endLine: document.positionAt(end).line,
  }));
  return lines
    .map(({ startLine, endLine }, index) => {
      const next = lines[index + 1]?.startLine ?? Infinity;
      return { startLine, endLine: Math.min(endLine, next - 1) };
    })
    .filter(({ startLine, endLine }) => startLine < endLine);
}
