/** Published sheets made into clean ones, for a client that has the files. */
import type { CancellationToken, Connection } from 'vscode-languageserver';
import { loadPdfReader, readSource } from '../import';
import type { SheetLanguageService } from '../service';
import { decodeSheet } from '../workspace/decode';
import { bytesOf } from './base64';
import { ImportSheetRequest, type ImportSheetParams, type SheetImport } from './protocol';
import type { Requests } from './requests';
import { WorkProgress } from './workProgress';

export function serveImport(
  connection: Connection,
  service: SheetLanguageService,
  { answer }: Requests,
): void {
  connection.onRequest(ImportSheetRequest, (params, token) =>
    answer(token, () => importSheet(connection, service, params, token)),
  );
}

async function importSheet(
  connection: Connection,
  service: SheetLanguageService,
  params: ImportSheetParams,
  token: CancellationToken,
): Promise<SheetImport> {
  const progress = new WorkProgress(connection, params);
  const abort = new AbortController();
  const cancelled = token.onCancellationRequested(() => abort.abort());
  try {
    const read = await readSource(
      bytesOf(params.base64),
      params.name,
      { decode: decodeSheet, loadPdfReader: () => loadReader(params.pdfReader) },
      { signal: abort.signal, onPage: (page, total) => progress.report(page, total) },
    );
    if ('problem' in read) return { kind: 'refused', problem: read.problem };
    const imported = service.importSheet(read.source);
    return imported ? { kind: 'imported', ...imported } : { kind: 'refused', problem: 'no-sheet' };
  } finally {
    cancelled.dispose();
    progress.end();
  }
}

type PdfReader = Awaited<ReturnType<typeof loadPdfReader>>;

/** Given as a script, the reader is loaded once for all that is imported. */
let given: Promise<PdfReader> | undefined;

function loadReader(script: string | undefined): Promise<PdfReader> {
  if (script === undefined) return loadPdfReader();
  given ??= loadScript(script).catch((error: unknown) => {
    given = undefined;
    throw error;
  });
  return given;
}

async function loadScript(script: string): Promise<PdfReader> {
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  try {
    return await loadPdfReader(url);
  } finally {
    URL.revokeObjectURL(url);
  }
}
