import { CodeLensRefreshRequest, type Connection } from 'vscode-languageserver';
import type { ClientFeatures } from './clientFeatures';

/**
 * Tells a client that can be told to ask again for what its settings change. One that fails
 * at it keeps what it shows until it asks by itself.
 */
export function refreshViews(connection: Connection, client: ClientFeatures): void {
  const asked: Promise<void>[] = [];
  if (client.refreshesCodeLenses) asked.push(connection.sendRequest(CodeLensRefreshRequest.type));
  if (client.refreshesInlayHints) asked.push(connection.languages.inlayHint.refresh());
  if (client.refreshesSemanticTokens) asked.push(connection.languages.semanticTokens.refresh());
  void Promise.allSettled(asked);
}
