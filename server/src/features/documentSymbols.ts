import { SymbolKind, type DocumentSymbol } from 'vscode-languageserver-types';
import type { Answer, Sheet } from '../answers';
import type { Section } from '../instrument';
import { isLineEnd, isSpace, lineEndAfter, type Leaf, type SectionNode, type Span } from '../syntax';
import { shorten } from './markdown';
import { sectionProgress } from './progress';
import { questionTitle, sectionTitle } from './questionText';
import { rangeOf, type SheetDocument } from './sheetDocument';

/** How much of an answer the outline shows. */
const DETAIL_LENGTH = 60;

const SECTION = SymbolKind.Module;
const QUESTION = SymbolKind.Field;
/** Editors draw it in a colour of its own, so that an open question stands out. */
const UNANSWERED = SymbolKind.Event;
const LOG = SymbolKind.String;

/**
 * The outline: each section with its questions, each question with the beginning of its answer, and the
 * amendment log. Questions before any heading stand at the top level.
 */
export function documentSymbols(sheetDocument: SheetDocument): DocumentSymbol[] {
  const { sheet } = sheetDocument;
  const answers = sheet.answers.values();
  const details = new Map(
    sheet.instrument.sections.map(section => [section, progressDetail(sheet, section)]),
  );
  const symbols = sheet.tree.children.flatMap(node => {
    const questions = node.children
      .filter(child => child.kind === 'question')
      .flatMap(() => answers.next().value ?? [])
      .map(answer => questionSymbol(sheetDocument, answer));
    const { heading, section } = node;
    if (!heading || !section) return questions;
    const name = sectionTitle(section);
    return [
      sectionSymbol(sheetDocument, node, heading, { name, detail: details.get(section) ?? '' }, questions),
    ];
  });
  return sheet.tree.log ? [...symbols, logSymbol(sheetDocument, sheet.tree.log)] : symbols;
}

function sectionSymbol(
  sheetDocument: SheetDocument,
  { children }: SectionNode,
  heading: Leaf,
  labels: Pick<DocumentSymbol, 'name' | 'detail'>,
  questions: DocumentSymbol[],
): DocumentSymbol {
  const last = children.findLast(child => child.kind === 'question')?.end ?? heading.end;
  const end = withoutNextLine(sheetDocument.sheet.text, heading.end, last);
  return {
    ...labels,
    kind: SECTION,
    range: rangeOf(sheetDocument, { start: heading.start, end }),
    selectionRange: rangeOf(sheetDocument, heading),
    children: questions,
  };
}

function progressDetail(sheet: Sheet, section: Section): string {
  const { answered, total, open } = sectionProgress(sheet, section);
  return `${answered} of ${total} answered${open > 0 ? `, ${open} open` : ''}`;
}

function questionSymbol(
  sheetDocument: SheetDocument,
  { question, node, isGiven, text }: Answer,
): DocumentSymbol {
  const { text: sheetText } = sheetDocument.sheet;
  const isOpen = !isGiven && question.required;
  return {
    name: questionTitle(question),
    detail: isOpen ? '— no answer' : shorten(text, DETAIL_LENGTH),
    kind: isOpen ? UNANSWERED : QUESTION,
    range: rangeOf(sheetDocument, {
      start: node.start,
      end: withoutNextLine(sheetText, Math.max(node.printed.end, node.answer.end), node.end),
    }),
    selectionRange: rangeOf(sheetDocument, firstLineOf(sheetText, node.number.start, node.printed.end)),
  };
}

function logSymbol(sheetDocument: SheetDocument, log: Leaf): DocumentSymbol {
  const { text } = sheetDocument.sheet;
  return {
    name: 'Amendment log',
    detail: shorten(text.slice(log.start, log.end), DETAIL_LENGTH),
    kind: LOG,
    range: rangeOf(sheetDocument, log),
    selectionRange: rangeOf(sheetDocument, firstLineOf(text, log.start, log.end)),
  };
}

function firstLineOf(text: string, start: number, end: number): Span {
  return { start, end: lineEndAfter(text, start, end - start) };
}

/**
 * The end of a stretch with the blank lines after its words, where an answer may yet be written, but
 * without the beginning of the line on which the next stretch stands.
 */
function withoutNextLine(text: string, wordsEnd: number, end: number): number {
  let at = end;
  while (at > wordsEnd && isSpace(text.charCodeAt(at - 1)) && !isLineEnd(text.charCodeAt(at - 1))) at--;
  if (at > wordsEnd && isLineEnd(text.charCodeAt(at - 1))) at--;
  if (at > wordsEnd && text.charCodeAt(at) === 0x0a && text.charCodeAt(at - 1) === 0x0d) at--;
  return Math.max(at, wordsEnd);
}
