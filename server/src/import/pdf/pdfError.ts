/** Why a file cannot be read as a PDF with text. */
export type PdfProblem = 'not-a-pdf' | 'encrypted' | 'broken' | 'no-text';

const MESSAGES: Readonly<Record<PdfProblem, string>> = {
  'not-a-pdf': 'This is not a PDF.',
  encrypted: 'This PDF is encrypted and opens only with a password. Save a copy without one and import that.',
  broken: 'This PDF is damaged and cannot be read. Download or export it again.',
  'no-text':
    'This PDF holds no text, only pictures of pages. Run text recognition (OCR) on it first, and import the result.',
};

/** The message is a sentence or two for the coder; it leaves the file's name to whoever knows it. */
export class PdfError extends Error {
  override readonly name = 'PdfError';

  constructor(
    readonly problem: PdfProblem,
    options?: ErrorOptions,
  ) {
    super(MESSAGES[problem], options);
  }
}

/** The reader is a bundle of its own with its own copy of the class, so its name has to tell. */
export function isPdfError(error: unknown): error is PdfError {
  return error instanceof Error && error.name === 'PdfError';
}
