import { getResolvedPDFJS } from 'unpdf';
import type { Source } from '../source';
import { looksLikePdf } from './looksLikePdf';
import { PdfError } from './pdfError';
import { pageLines, withBlankLines, type PlacedLine, type TextRun } from './pageLines';

type PdfJs = Awaited<ReturnType<typeof getResolvedPDFJS>>;
type PdfDocument = Awaited<ReturnType<PdfJs['getDocument']>['promise']>;
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

export interface PdfReading {
  /** Called after each page. */
  readonly onPage?: (read: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Reads the text of a PDF with the places of its lines.
 *
 * @throws {PdfError} where the file is no PDF, damaged, encrypted, or holds no text.
 * @throws the signal's reason when it aborts.
 */
export async function readPdf(bytes: Uint8Array, { onPage, signal }: PdfReading = {}): Promise<Source> {
  if (!looksLikePdf(bytes)) throw new PdfError('not-a-pdf');
  const pdfJs = await getResolvedPDFJS();
  const task = pdfJs.getDocument({
    // Its own copy: the reader takes the bytes away from whoever has them.
    data: new Uint8Array(bytes),
    // Nothing is drawn and nothing is fetched: only text is wanted, and nothing leaves the machine.
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    stopAtErrors: false,
    verbosity: pdfJs.VerbosityLevel.ERRORS,
  });
  try {
    const document = await task.promise;
    const pages: ReadPage[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      signal?.throwIfAborted();
      pages.push(await readPage(pdfJs, await document.getPage(number)));
      onPage?.(number, document.numPages);
    }
    if (pages.every(({ lines }) => lines.length === 0)) throw new PdfError('no-text');
    const lines = withBlankLines(pages.map(page => page.lines));
    return { pages: pages.map(({ links }, index) => ({ lines: lines[index] ?? [], links })) };
  } catch (error) {
    if (error instanceof PdfError || signal?.aborted === true) throw error;
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    throw new PdfError(isLocked ? 'encrypted' : 'broken', { cause: error });
  } finally {
    await task.destroy();
  }
}

interface ReadPage {
  readonly lines: readonly PlacedLine[];
  readonly links: readonly string[];
}

async function readPage(pdfJs: PdfJs, page: PdfPage): Promise<ReadPage> {
  const { transform } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent({ includeMarkedContent: false });
  const runs = items.flatMap((item): TextRun[] => {
    if (!('str' in item) || item.str === '') return [];
    const placed = pdfJs.Util.transform(transform, item.transform) as number[];
    const [, , c = 0, d = 0, x = 0, y = 0] = placed;
    const size = Math.hypot(c, d);
    return [{ text: item.str, x, y, width: item.width, size }];
  });
  const annotations = (await page.getAnnotations()) as readonly { readonly url?: unknown }[];
  const links = annotations.flatMap(({ url }) => (typeof url === 'string' ? [url] : []));
  page.cleanup();
  return { lines: pageLines(runs), links };
}
