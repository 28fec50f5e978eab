/** What an import did to the text, for the coder to check against the original. */
export interface ImportChange {
  readonly kind: ImportChangeKind;
  /** Where it was done in what was imported: the page of a PDF, and the line on it, or in the file. */
  readonly page?: number;
  readonly line: number;
  /** The question in whose text or answer it was done. */
  readonly question?: number;
  /** One sentence. */
  readonly message: string;
}

export type ImportChangeKind =
  /** A page's number, or a line that is the head or foot of several pages. */
  | 'running-line'
  /** Lines that only the width of the page had parted. */
  | 'torn-line'
  /** A word that a line end had parted with a hyphen. */
  | 'hyphen'
  /** A question's printed text or number. */
  | 'question'
  | 'heading'
  /** Ligatures, odd blanks, signs that are not seen. */
  | 'character'
  | 'link';
