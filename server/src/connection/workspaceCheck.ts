/** The diagnostics of all sheets for a coder who asks for them once, whatever is set. */
import type { CancellationToken, Connection } from 'vscode-languageserver';
import { CheckWorkspaceRequest, type CheckWorkspaceParams } from './protocol';
import type { Requests } from './requests';
import type { SheetReports } from './sheetReports';
import type { SheetWorkspace } from './sheetWorkspace';
import { WorkProgress } from './workProgress';

/** What tells the client of diagnostics. */
interface Teller {
  refresh(): void;
  /** Only where the client asks for diagnostics. */
  whenTold?(report: (left: number) => void, token: CancellationToken): Promise<void>;
}

export function serveCheck(
  connection: Connection,
  workspace: SheetWorkspace,
  reports: SheetReports,
  tellers: readonly Teller[],
  { answer }: Requests,
): void {
  const want = (wantsAll: boolean): void => {
    reports.wantsAll = wantsAll;
    for (const teller of tellers) teller.refresh();
  };
  const check = async (params: CheckWorkspaceParams, token: CancellationToken): Promise<void> => {
    const wantedAll = reports.wantsAll;
    await workspace.whenRead(token);
    const total = workspace.index.uris().length;
    const progress = new WorkProgress(connection, params, total);
    want(true);
    const report = (left: number): void => progress.report(Math.max(0, total - left), total);
    for (const teller of tellers) await teller.whenTold?.(report, token);
    progress.end();
    if (token.isCancellationRequested) want(wantedAll);
  };
  connection.onRequest(CheckWorkspaceRequest, (params, token) =>
    answer(token, async () => {
      if (params.all) await check(params, token);
      else want(false);
      return null;
    }),
  );
}
