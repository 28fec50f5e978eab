/** Two coders' versions of the same sheets, beside each other and in figures. */
import type { CancellationToken, Connection, URI } from 'vscode-languageserver';
import type { CodedSheet, SheetLanguageService } from '../service';
import { AlignRequest, AgreementRequest } from './protocol';
import type { Requests } from './requests';
import type { SheetWorkspace } from './sheetWorkspace';
import { TimeSlices } from './timeSlices';
import { WorkProgress } from './workProgress';

export function serveComparison(
  connection: Connection,
  service: SheetLanguageService,
  workspace: SheetWorkspace,
  { answer }: Requests,
): void {
  connection.onRequest(AlignRequest, ({ a, b }, token) =>
    answer(token, async () => {
      const [ownA, ownB] = await Promise.all([workspace.document(a), workspace.document(b)]);
      if (!ownA) return { unreadable: a };
      return ownB ? service.alignSheets(ownA, ownB) : { unreadable: b };
    }),
  );
  connection.onRequest(AgreementRequest, (params, token) =>
    answer(token, async () => {
      const { a, b } = params;
      const progress = new WorkProgress(connection, params, a.length + b.length);
      const unreadable: URI[] = [];
      const code = (uris: readonly URI[]): Promise<CodedSheet[]> =>
        codeAll(
          uris,
          async uri => {
            const document = await workspace.document(uri);
            progress.step();
            if (!document) unreadable.push(uri);
            return document && service.codeSheet(document);
          },
          token,
        );
      const [ownA, ownB] = [await code(a), await code(b)];
      progress.end();
      return { ...service.compareCoders(ownA, ownB), unreadable };
    }),
  );
}

async function codeAll(
  uris: readonly URI[],
  code: (uri: URI) => Promise<CodedSheet | undefined>,
  token: CancellationToken,
): Promise<CodedSheet[]> {
  const slices = new TimeSlices();
  const coded: CodedSheet[] = [];
  for (const uri of uris) {
    await slices.turn();
    if (token.isCancellationRequested) break;
    const sheet = await code(uri);
    if (sheet) coded.push(sheet);
  }
  return coded;
}
