import { read, seed } from './realSheet';

/** Fills lines of at most `width` characters. */
export function wrap(line: string, width: number): string {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(/[ \t]+/).filter(part => part !== '')) {
    if (current !== '' && current.length + 1 + word.length > width) {
      lines.push(current);
      current = word;
    } else {
      current = current === '' ? word : `${current} ${word}`;
    }
  }
  return [...lines, current].join('\n');
}

/** Every line on its own wrapped, as an editor's hard wrap does. */
export function wrappedByLine(text: string, width: number): string {
  return text
    .split('\n')
    .map(line => wrap(line, width))
    .join('\n');
}

/** Every paragraph filled: what stood on lines of its own runs together. */
export function filledByParagraph(text: string, width: number): string {
  return text
    .split(/\n(?:[ \t]*\n)+/)
    .map(paragraph => wrap(paragraph.replaceAll('\n', ' '), width))
    .join('\n\n');
}

/** The sheet with the printed text of its questions changed, each by its own rule, the answers kept. */
export function withPrinted(change: (printed: string, number: number) => string): string {
  let text = '';
  let at = 0;
  for (const { printed, question } of read(seed).tree.questions) {
    text += seed.slice(at, printed.start) + change(seed.slice(printed.start, printed.end), question.number);
    at = printed.end;
  }
  return text + seed.slice(at);
}

/** The blank or line end nearest to a share of the text, as an offset; -1 where there is none. */
export function borderNear(printed: string, share: number): number {
  const wanted = Math.floor(printed.length * share);
  const after = printed.slice(wanted).search(/\s/);
  return after >= 0 ? wanted + after : printed.search(/\s/);
}
