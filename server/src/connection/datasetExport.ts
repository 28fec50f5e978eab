/** The sheets of a workspace as a dataset. */
import type { CancellationToken, Connection } from 'vscode-languageserver';
import type { SheetLanguageService } from '../service';
import { ExportDatasetRequest, type DatasetExport, type ExportDatasetParams } from './protocol';
import type { Requests } from './requests';
import type { SheetWorkspace } from './sheetWorkspace';
import { TimeSlices } from './timeSlices';
import { WorkProgress } from './workProgress';

export function serveDatasetExport(
  connection: Connection,
  service: SheetLanguageService,
  workspace: SheetWorkspace,
  { answer }: Requests,
): void {
  connection.onRequest(ExportDatasetRequest, (params, token) =>
    answer(token, () => exportDataset(connection, service, workspace, params, token)),
  );
}

/** Sheets are exported together or not at all: what keeps one of them from it is named. */
async function exportDataset(
  connection: Connection,
  service: SheetLanguageService,
  workspace: SheetWorkspace,
  params: ExportDatasetParams,
  token: CancellationToken,
): Promise<DatasetExport> {
  const { sheets, format, isLong } = params;
  const progress = new WorkProgress(connection, params, sheets.length);
  const slices = new TimeSlices();
  const writer = service.datasetWriter({ format, isLong, report: 'csv' });
  const head = writer.head();
  const [table, report] = [[head.rows], [head.report]];
  const unreadable: string[] = [];
  const foreign: string[] = [];
  const byId = new Map<string, string[]>();
  let blanks = 0;
  for (const { uri, name } of sheets) {
    await slices.turn();
    if (token.isCancellationRequested) break;
    const document = await workspace.document(uri);
    const written = document && writer.document(document, name);
    progress.step();
    if (!document) unreadable.push(uri);
    else if (!written) foreign.push(uri);
    else {
      table.push(written.rows);
      report.push(written.report);
      blanks += written.blanks;
      if (written.id !== undefined) byId.set(written.id, [...(byId.get(written.id) ?? []), uri]);
    }
  }
  progress.end();
  const duplicates = [...byId]
    .filter(([, uris]) => uris.length > 1)
    .map(([atopId, uris]) => ({ atopId, uris }));
  if (unreadable.length + foreign.length + duplicates.length > 0) {
    return { kind: 'refused', unreadable, foreign, duplicates };
  }
  return { kind: 'exported', table: table.join(''), report: report.join('') + writer.tail().report, blanks };
}
