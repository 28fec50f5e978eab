import { looksLikePdf } from './pdf/looksLikePdf';
import { isPdfError, type PdfProblem } from './pdf/pdfError';
import type * as PdfReader from './pdf/readPdf';
import type { PdfReading } from './pdf/readPdf';
import { plainSource, type Source } from './source';

/** Why a file cannot be imported. */
export type ImportProblem =
  | PdfProblem
  /** A word processor's file, a picture: neither a PDF nor plain text. */
  | 'other-kind'
  /** The PDF reader, a file of its own, could not be loaded. */
  | 'no-reader';

export type SourceReading =
  | { readonly source: Source }
  /** The message is a sentence or two for the coder; it leaves the file's name to whoever knows it. */
  | { readonly problem: ImportProblem; readonly message: string };

/** What differs between the places that files are imported in. */
export interface SourceReaderHost {
  /** The text of a file that is no PDF. */
  readonly decode: (bytes: Uint8Array) => string;
  readonly loadPdfReader: () => Promise<Pick<typeof PdfReader, 'readPdf'>>;
}

/** How files begin that are neither: archives (word processors' among them), old Word, pictures, RTF. */
const OTHER_KINDS: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x7b, 0x5c, 0x72, 0x74, 0x66],
];

/**
 * Reads a file that is to be imported, a PDF or a text, whatever its name says; `name` only helps to say
 * what is wrong with it.
 *
 * @throws the signal's reason when it aborts.
 */
export async function readSource(
  bytes: Uint8Array,
  name: string,
  { decode, loadPdfReader }: SourceReaderHost,
  reading: PdfReading = {},
): Promise<SourceReading> {
  if (!looksLikePdf(bytes)) {
    if (/\.pdf$/i.test(name)) return { problem: 'not-a-pdf', message: 'This is not a PDF.' };
    if (OTHER_KINDS.some(mark => mark.every((byte, at) => bytes[at] === byte))) {
      return {
        problem: 'other-kind',
        message: 'This is neither a PDF nor plain text. Save it as one of them first.',
      };
    }
    return { source: plainSource(decode(bytes)) };
  }
  let reader: Pick<typeof PdfReader, 'readPdf'>;
  try {
    reader = await loadPdfReader();
  } catch {
    return {
      problem: 'no-reader',
      message: 'The PDF reader (import/readPdf.mjs) is missing beside this program. Install it again.',
    };
  }
  try {
    return { source: await reader.readPdf(bytes, reading) };
  } catch (error) {
    if (isPdfError(error)) return { problem: error.problem, message: error.message };
    throw error;
  }
}
