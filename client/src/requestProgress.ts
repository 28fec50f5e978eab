import * as vscode from 'vscode';

/** Is told how far the work is, from 0 to 100. */
export type ReportProgress = (percentage: number, message: string | undefined) => void;

/**
 * Shows how far a long request is while it is answered: in a notification that can cancel it, or, for what
 * is over soon, in the status bar.
 *
 * @returns what `run` gives; `undefined` where the user had enough of it.
 */
export async function withRequestProgress<R>(
  title: string,
  isQuick: boolean,
  run: (report: ReportProgress, token: vscode.CancellationToken) => Promise<R>,
): Promise<R | undefined> {
  return vscode.window.withProgress(
    {
      location: isQuick ? vscode.ProgressLocation.Window : vscode.ProgressLocation.Notification,
      title,
      cancellable: !isQuick,
    },
    async (progress, token) => {
      let reached = 0;
      const report: ReportProgress = (percentage, message) => {
        progress.report({ increment: percentage - reached, ...(message !== undefined && { message }) });
        reached = percentage;
      };
      try {
        const result = await run(report, token);
        return token.isCancellationRequested ? undefined : result;
      } catch (error) {
        if (token.isCancellationRequested) return undefined;
        throw error;
      }
    },
  );
}
