import { readSheet } from '../../server/src/answers';
import { atopInstrument } from '../../server/src/instrument';

/** How a sheet is printed. Sizes are CSS lengths. */
export interface PageLayout {
  readonly name: string;
  readonly paper: { readonly width: string; readonly height: string };
  readonly margin: string;
  readonly font: string;
  readonly size: string;
  /** Answers as published sheets have them. */
  readonly boldAnswers?: boolean;
  readonly justified?: boolean;
  /** Words are parted at line ends. */
  readonly hyphens?: boolean;
  /** What stands at the head and the foot of each page, the page's number among it. */
  readonly running?: boolean;
}

const LETTER = { width: '8.5in', height: '11in' };
const A4 = { width: '210mm', height: '297mm' };
const A5 = { width: '148mm', height: '210mm' };

/** From a wide page in small type to a narrow one in large type. */
export const LAYOUTS: readonly PageLayout[] = [
  {
    name: 'Letter, serif',
    paper: LETTER,
    margin: '1in',
    font: 'Liberation Serif',
    size: '10pt',
    running: true,
  },
  {
    name: 'Letter, serif, answers in bold',
    paper: LETTER,
    margin: '0.8in',
    font: 'Liberation Serif',
    size: '11pt',
    boldAnswers: true,
  },
  { name: 'A4, sans serif', paper: A4, margin: '20mm', font: 'Liberation Sans', size: '11pt', running: true },
  {
    name: 'A4, justified with hyphens',
    paper: A4,
    margin: '25mm',
    font: 'Liberation Serif',
    size: '12pt',
    justified: true,
    hyphens: true,
  },
  { name: 'A4, typewriter', paper: A4, margin: '20mm', font: 'Liberation Mono', size: '10pt', running: true },
  {
    name: 'A4 across, small',
    paper: { width: A4.height, height: A4.width },
    margin: '15mm',
    font: 'DejaVu Sans',
    size: '8pt',
  },
  { name: 'A5, large', paper: A5, margin: '12mm', font: 'DejaVu Serif', size: '12pt', running: true },
];

/** A stretch of a line in one typeface. */
export interface Piece {
  readonly text: string;
  readonly isAnswer: boolean;
  /** Where a web address leads. */
  readonly link?: string;
}

const ADDRESS = /(https?:\/\/[^\s)]+)/;

/** The lines of a sheet, answers told from what is printed. */
export function piecesOf(sheetText: string): readonly (readonly Piece[])[] {
  const { tree } = readSheet(sheetText, atopInstrument);
  const answers = tree.questions.map(({ answer }) => answer);
  const lines: Piece[][] = [];
  let at = 0;
  for (const line of sheetText.trimEnd().split('\n')) {
    const end = at + line.length;
    const pieces: Piece[] = [];
    const answer = answers.find(({ start, end: last }) => start < end && last > at);
    const from = answer ? Math.max(answer.start, at) : end;
    if (from > at) pieces.push({ text: sheetText.slice(at, from), isAnswer: false });
    for (const text of sheetText.slice(from, end).split(ADDRESS)) {
      if (text !== '') pieces.push({ text, isAnswer: true, ...(ADDRESS.test(text) && { link: text }) });
    }
    lines.push(pieces);
    at = end + 1;
  }
  return lines;
}

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
