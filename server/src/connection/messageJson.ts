import type { Diagnostic, Message } from 'vscode-languageserver';

/**
 * A message as JSON. Most diagnostics of a report are those of the report before, and the same objects: what
 * one of them is in JSON is kept, as long as it is.
 */
export function jsonOf(message: Message): string {
  const report = reportIn(message);
  if (!report) return JSON.stringify(message);
  const { result, ...envelope } = report;
  const { items, ...rest } = result;
  const head = JSON.stringify({ ...envelope, result: rest });
  // What was left out is put in again before the two braces that end the result and the message.
  return `${head.slice(0, -2)},"items":[${items.map(jsonOfDiagnostic).join(',')}]}}`;
}

/** An answer to a client that asked for the diagnostics of a document. */
interface Report extends Message {
  readonly result: { readonly kind: 'full'; readonly items: readonly Diagnostic[] };
}

/** The message, where it is a full report. */
function reportIn(message: Message & { readonly result?: unknown }): Report | undefined {
  const { result } = message;
  const isReport =
    typeof result === 'object' &&
    result !== null &&
    'kind' in result &&
    result.kind === 'full' &&
    'items' in result &&
    Array.isArray(result.items);
  return isReport ? (message as Report) : undefined;
}

const kept = new WeakMap<Diagnostic, string>();

function jsonOfDiagnostic(diagnostic: Diagnostic): string {
  const known = kept.get(diagnostic);
  if (known !== undefined) return known;
  const json = JSON.stringify(diagnostic);
  kept.set(diagnostic, json);
  return json;
}
