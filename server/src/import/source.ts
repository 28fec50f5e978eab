/**
 * What is imported: pages of lines, from a PDF with the places of its lines, or from plain text. The
 * cleaning knows nothing of where they come from.
 */
export interface Source {
  readonly pages: readonly SourcePage[];
}

export interface SourcePage {
  readonly lines: readonly SourceLine[];
  /** The addresses that the page's links lead to, whatever their text looks like. */
  readonly links: readonly string[];
}

export interface SourceLine {
  readonly text: string;
  /** On its page, counted from 1; in a text, in the whole file. */
  readonly number: number;
  /** True where white space as high as a line or more stands above it on its page. */
  readonly blankBefore: boolean;
  /** Where it stands on a PDF's page, in points; a text's lines have no place. */
  readonly place?: LinePlace;
}

export interface LinePlace {
  readonly left: number;
  readonly right: number;
  /** From the top of the page. */
  readonly baseline: number;
  /** The height of its largest letters. */
  readonly size: number;
}

/** Plain text as a source: form feeds end pages, as `pdftotext` writes them. */
export function plainSource(text: string): Source {
  const pages: SourcePage[] = [];
  let number = 0;
  for (const page of text.replace(/^\ufeff/, '').split('\f')) {
    const lines: SourceLine[] = [];
    let blankBefore = false;
    const written = page.split(/\r\n|[\n\r\u2028\u2029]/);
    written.forEach((line, index) => {
      // What stands before and behind a form feed is one line of the file only where no line end does.
      if (index > 0 || pages.length === 0 || line !== '') number++;
      if (line.trim() === '') {
        blankBefore = true;
        return;
      }
      lines.push({ text: line, number, blankBefore: blankBefore && lines.length > 0 });
      blankBefore = false;
    });
    pages.push({ lines, links: [] });
  }
  return { pages };
}
