import type { Position } from 'vscode-languageserver-types';
import type { Answer } from '../../answers';
import { answerPlace } from '../../features/answerPlace';
import type { SheetDocument } from '../../features/sheetDocument';
import { printHeading, type Question } from '../../instrument';

/** Two sheets laid out alike: what answers one question stands on the same lines in both texts. */
export interface AlignedSheets {
  readonly a: string;
  readonly b: string;
  /** The questions of the instrument, in its order. */
  readonly parts: readonly AlignedPart[];
}

export interface AlignedPart {
  readonly question: number;
  /** The line that the question begins on in both texts, counted from 0. */
  readonly line: number;
  /** Where the sheet itself answers it, or would; `null` where the sheet lacks the question. */
  readonly a: Position | null;
  readonly b: Position | null;
}

/**
 * Lays two sheets out for a comparison line by line. Of the layout only the instrument's is left, so that
 * what differs is what the coders wrote: questions are printed anew, and the lines of a paragraph are one
 * line, wherever each coder's program broke them. The lists of members, dates and values keep their lines.
 */
export function alignSheets(a: SheetDocument, b: SheetDocument): AlignedSheets {
  const writer = new AlignedWriter();
  const parts: AlignedPart[] = [];
  for (const section of a.sheet.instrument.sections) {
    writer.both([printHeading(section), '']);
    for (const question of section.questions) {
      parts.push({
        question: question.number,
        line: writer.line,
        a: placeIn(a, question.number),
        b: placeIn(b, question.number),
      });
      writer.each(questionLines(a, question), questionLines(b, question));
      writer.both(['']);
    }
  }
  writer.each(logLines(a), logLines(b));
  return { a: writer.text('a'), b: writer.text('b'), parts };
}

class AlignedWriter {
  readonly #lines: Record<'a' | 'b', string[]> = { a: [], b: [] };

  get line(): number {
    return this.#lines.a.length;
  }

  both(lines: readonly string[]): void {
    this.each(lines, lines);
  }

  /** What is shorter is filled up, so that whatever follows begins on the same line. */
  each(a: readonly string[], b: readonly string[]): void {
    const height = Math.max(a.length, b.length);
    for (let index = 0; index < height; index++) {
      this.#lines.a.push(a[index] ?? '');
      this.#lines.b.push(b[index] ?? '');
    }
  }

  text(side: 'a' | 'b'): string {
    return `${this.#lines[side].join('\n').trimEnd()}\n`;
  }
}

function placeIn({ document, sheet }: SheetDocument, number: number): Position | null {
  const answer = sheet.answerTo(number);
  return answer ? document.positionAt(answerPlace(sheet.text, answer)) : null;
}

/** A question and all that answers it; nothing where the sheet lacks it. A doubled one has two answers. */
function questionLines({ sheet }: SheetDocument, question: Question): string[] {
  const answers = sheet.answers.filter(answer => answer.question.number === question.number);
  if (answers.length === 0) return [];
  const printed = `${question.number}. ${question.text}`;
  const [first = '', ...others] = answers.flatMap(answerLines);
  return question.inline ? [`${printed} ${first}`.trimEnd(), ...others] : [printed, first, ...others];
}

const LISTS: ReadonlySet<string> = new Set(['members', 'dates', 'values']);

function answerLines({ text, question }: Answer): string[] {
  const lines = linesOf(text);
  return LISTS.has(question.kind) ? lines.filter(line => line !== '') : paragraphsOf(lines);
}

/** Each without its line ends, and with single blanks. */
function paragraphsOf(lines: readonly string[]): string[] {
  const paragraphs: string[] = [];
  let isOpen = false;
  for (const line of lines) {
    if (line !== '') paragraphs.push(isOpen ? `${paragraphs.pop() ?? ''} ${line}` : line);
    isOpen = line !== '';
  }
  return paragraphs;
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|[\r\n]/).map(line => line.replace(/\s+/g, ' ').trim());
}

function logLines({ sheet }: SheetDocument): string[] {
  const { log } = sheet.tree;
  return log ? linesOf(sheet.text.slice(log.start, log.end)).filter(line => line !== '') : [];
}
