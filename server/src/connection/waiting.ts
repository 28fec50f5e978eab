import type { CancellationToken } from 'vscode-languageserver';

/**
 * Waits for `next`, again and again, until `isDone` says that there is nothing left to wait for. Resolves at
 * once when `token` is cancelled.
 */
export async function waitUntil(
  isDone: () => boolean,
  next: () => Promise<unknown>,
  token?: CancellationToken,
): Promise<void> {
  const isOver = (): boolean => token?.isCancellationRequested === true;
  const over = new Promise<void>(resolve => token?.onCancellationRequested(() => resolve()));
  while (!isOver() && !isDone()) await Promise.race([next(), over]);
}
