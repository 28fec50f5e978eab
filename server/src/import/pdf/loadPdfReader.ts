import type * as PdfReader from './readPdf';

/**
 * Loads the PDF reader, which is far larger than all the rest and of which most sessions need nothing:
 * bundles leave it out and find it beside them (`dist/import/readPdf.mjs`) when it is first asked for.
 * A worker that was not started from its file, and so has nothing beside it, is told the `url`.
 */
export function loadPdfReader(url?: string): Promise<typeof PdfReader> {
  return url === undefined ? import('./readPdf') : (import(url) as Promise<typeof PdfReader>);
}
