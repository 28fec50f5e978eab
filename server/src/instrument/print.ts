import type { Question, Section } from './types';

/** How wide published sheets are printed. */
export const PRINTED_WIDTH = 130;

/** Breaks a text at its blanks into lines of at most `width` characters; a longer word stands alone. */
export function wrapText(text: string, width: number, eol: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].join(eol);
}

/** `13. Number of times alliance renewed, …`, wrapped. */
export function printQuestion(question: Question, eol: string, width = PRINTED_WIDTH): string {
  return wrapText(`${question.number}. ${question.text}`, width, eol);
}

/** `SECTION II: OBLIGATIONS`. */
export function printHeading(section: Section): string {
  return `SECTION ${section.numeral}: ${section.title}`;
}
