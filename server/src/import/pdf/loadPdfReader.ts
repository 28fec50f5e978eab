import type * as PdfReader from './readPdf';

/**
 * Loads the PDF reader, which is far larger than all the rest and of which most sessions need nothing:
 * bundles leave it out and find it beside them (`dist/import/readPdf.mjs`) when it is first asked for.
 */
export function loadPdfReader(): Promise<typeof PdfReader> {
  return import('./readPdf');
}
