import { readSheet } from '../answers';
import { holdsMore } from '../features/formatPrinted';
import {
  PRINTED_WIDTH,
  printHeading,
  printQuestion,
  wrapText,
  type AnswerKind,
  type Instrument,
} from '../instrument';
import { isForeign } from '../rules/unknownInstrument';
import type { QuestionNode, SectionNode, SheetTree, Span } from '../syntax';
import type { ImportChange } from './changes';
import { SOFT_HYPHEN, withPlainCharacters } from './characters';
import { flatText, type FlatLine, type FlatText } from './flatText';
import { hyphensOf, type Hyphens } from './hyphens';
import { mendLinks, type MendedLink } from './links';
import { pageWidthOf, type PageWidth } from './pageWidth';
import { withoutRunningLines } from './runningLines';
import type { Source } from './source';
import { seamBetween } from './tornLines';

export interface ImportedSheet {
  /** The sheet laid out as a new one is: each question printed anew, its answer below or beside it. */
  readonly text: string;
  /** What was done, in the order of what was imported. */
  readonly changes: readonly ImportChange[];
}

/**
 * Makes a clean sheet of a published one. Of every answer all that is seen stays, in its order; what
 * goes is white space, page numbers and the like, and the loose copies of links. `undefined` where the
 * source holds no sheet of the instrument. Never throws; linear in the text.
 */
export function importSheet(source: Source, instrument: Instrument): ImportedSheet | undefined {
  const plain = withPlainCharacters(source);
  const running = withoutRunningLines(plain.source);
  const flat = flatText(running.source);
  const sheet = readSheet(flat.text, instrument);
  if (isForeign(sheet)) return undefined;

  const writer = new SheetWriter(flat, sheet.tree, instrument);
  for (const section of sheet.tree.children) writer.writeSection(section);
  const addresses = source.pages.flatMap(({ links }) => links);
  const linked = mendLinks(writer.text, instrument, addresses);
  const changes = [
    ...plain.changes,
    ...running.changes,
    ...writer.changes,
    ...linked.mended.map(mended => placedLink(mended, flat, sheet.tree)),
  ];
  return { text: linked.text, changes: changes.sort(byPlace) };
}

function byPlace(a: ImportChange, b: ImportChange): number {
  return (a.page ?? 1) - (b.page ?? 1) || a.line - b.line;
}

function placeOf(flat: FlatText, { start, end }: Span): Pick<ImportChange, 'page' | 'line'> {
  const [line = flat.lines.at(-1)] = flat.linesOf({ start, end: Math.max(end, start + 1) });
  return { ...(flat.isPaged && { page: line?.page ?? 1 }), line: line?.source.number ?? 1 };
}

function placedLink({ question, message }: MendedLink, flat: FlatText, tree: SheetTree): ImportChange {
  const node = tree.questions.find(({ question: { number } }) => number === question);
  return { kind: 'link', question, message, ...placeOf(flat, node?.answer ?? { start: 0, end: 0 }) };
}

/** Writes the parts of a sheet one after the other, as published sheets are laid out. */
class SheetWriter {
  readonly changes: ImportChange[] = [];
  text = '';
  private readonly width: PageWidth;
  private readonly hyphens: Hyphens;

  constructor(
    private readonly flat: FlatText,
    tree: SheetTree,
    instrument: Instrument,
  ) {
    this.width = pageWidthOf(flat, tree);
    this.hyphens = hyphensOf(flat, tree, instrument);
  }

  writeSection({ heading, section, children }: SectionNode): void {
    if (heading && section) {
      this.writeBlock(printHeading(section));
      if (heading.changes.length > 0)
        this.note('heading', heading, `The heading of section ${section.numeral} restored.`);
    }
    for (const child of children) {
      if (child.kind === 'question') this.writeQuestion(child);
      else if (child.kind === 'stray' || child.kind === 'log') this.writeBlock(this.joined(child));
    }
  }

  private writeQuestion(node: QuestionNode): void {
    const { question, answer } = node;
    if (this.mayHoldAnswer(node)) {
      const written = this.flat.text.slice(node.number.start, node.printed.end).replace(/\s+/g, ' ');
      this.writeBlock(wrapText(written, PRINTED_WIDTH, '\n'));
      return;
    }
    const written = answer.start < answer.end ? this.joined(answer, question.kind, question.number) : '';
    const gap = written === '' ? '' : question.inline === true ? ' ' : '\n';
    this.writeBlock(printQuestion(question, '\n') + gap + written);
    this.noteRestored(node);
  }

  /** Without an answer below it, what is written or marked within a question may be one: it stays. */
  private mayHoldAnswer(node: QuestionNode): boolean {
    const isEmpty = node.answer.start === node.answer.end;
    return isEmpty && (node.changes.some(({ kind }) => kind === 'added') || this.hasMarks(node));
  }

  private hasMarks({ printed, question }: QuestionNode): boolean {
    return holdsMore(this.flat.text, printed, question.text);
  }

  /** A blank line stands between two blocks. */
  private writeBlock(block: string): void {
    this.text += this.text === '' ? `${block}\n` : `\n${block}\n`;
  }

  private noteRestored(node: QuestionNode): void {
    const { question, printedNumber, printed, changes } = node;
    if (printedNumber !== question.number) {
      this.note(
        'question',
        node.number,
        `The number ${printedNumber} put right: this is question ${question.number}.`,
        question.number,
      );
    }
    if (changes.length > 0 || this.hasMarks(node)) {
      const was = this.flat.text.slice(printed.start, printed.end).replace(/\s+/g, ' ');
      this.note(
        'question',
        printed,
        `The text of question ${question.number} restored; it read “${was}”.`,
        question.number,
      );
    }
  }

  /** The lines of a stretch, those that the page's width tore put together. */
  private joined(stretch: Span, kind?: AnswerKind, question?: number): string {
    const torn: FlatLine[] = [];
    let text = '';
    let previous: FlatLine | undefined;
    for (const line of this.flat.linesOf(stretch)) {
      const own = this.flat.text
        .slice(Math.max(line.start, stretch.start), Math.min(line.end, stretch.end))
        .trim();
      const seam = previous && seamBetween(previous, line, this.width, kind, this.hyphens);
      if (seam?.kind === 'kept') text += line.gap === 'blank' ? '\n\n' : '\n';
      if (seam?.kind === 'torn') {
        torn.push(line);
        if (seam.dropsHyphen === true) {
          text = text.slice(0, -1);
          this.noteHyphen(text, own, line, question);
        }
        text += seam.between;
      }
      text += own;
      previous = line;
    }
    this.noteTorn(torn, question);
    return text.replaceAll(SOFT_HYPHEN, '');
  }

  private noteTorn(torn: readonly FlatLine[], question: number | undefined): void {
    const [first] = torn;
    if (!first) return;
    const count = torn.length;
    const message =
      count === 1 ? 'A torn line joined with the one before it.' : `${count} torn lines joined.`;
    this.note('torn-line', first, message, question);
  }

  private noteHyphen(before: string, behind: string, line: FlatLine, question: number | undefined): void {
    const [stem = ''] = /\p{L}{1,40}$/u.exec(before.slice(-40)) ?? [];
    const [rest = ''] = /^\p{L}+/u.exec(behind) ?? [];
    this.note('hyphen', line, `“${stem}-” and “${rest}” joined to “${stem}${rest}”.`, question);
  }

  private note(kind: ImportChange['kind'], at: Span, message: string, question?: number): void {
    this.changes.push({
      kind,
      ...placeOf(this.flat, at),
      ...(question !== undefined && { question }),
      message,
    });
  }
}
