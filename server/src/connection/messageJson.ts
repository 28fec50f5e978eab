import type { Diagnostic, Message } from 'vscode-languageserver';

/**
 * A message as JSON. Most diagnostics of a report are those of the report before, and the same objects: what
 * one of them is in JSON is kept, as long as it is.
 */
export function jsonOf(message: Message): string {
  if (!isReport(message)) return JSON.stringify(message);
  const { id, result } = message;
  // An editor waits for this at every letter, and what little there is to say is said sooner so than by the
  // general way.
  let json = `{"jsonrpc":"2.0","id":${typeof id === 'number' ? id : jsonOfString(id)},"result":{"kind":"${result.kind}"`;
  if (result.resultId !== undefined) json += `,"resultId":${jsonOfString(result.resultId)}`;
  if (result.items) json += `,"items":[${result.items.map(jsonOfDiagnostic).join(',')}]`;
  if (result.relatedDocuments) json += `,"relatedDocuments":${JSON.stringify(result.relatedDocuments)}`;
  return `${json}}}`;
}

/** An answer to a client that asked for the diagnostics of a document: all that the protocol lets it have. */
interface Report extends Message {
  readonly id: number | string;
  readonly result: {
    readonly kind: 'full' | 'unchanged';
    readonly resultId?: string;
    readonly items?: readonly Diagnostic[];
    readonly relatedDocuments?: object;
  };
}

function isReport(message: Message): message is Report {
  const { result } = message as { readonly result?: unknown };
  if (typeof result !== 'object' || result === null) return false;
  const { kind, resultId, items }: Readonly<Partial<Record<keyof Report['result'], unknown>>> = result;
  return kind === 'unchanged' ? typeof resultId === 'string' : kind === 'full' && Array.isArray(items);
}

function jsonOfString(text: string): string {
  for (let at = 0; at < text.length; at++) if (!isPlain(text.charCodeAt(at))) return JSON.stringify(text);
  return `"${text}"`;
}

/** What stands for itself between quotation marks, among ASCII. */
function isPlain(code: number): boolean {
  return code >= 0x20 && code < 0x7f && code !== 0x22 && code !== 0x5c;
}

const kept = new WeakMap<Diagnostic, string>();

function jsonOfDiagnostic(diagnostic: Diagnostic): string {
  const known = kept.get(diagnostic);
  if (known !== undefined) return known;
  const json = inAscii(JSON.stringify(diagnostic));
  kept.set(diagnostic, json);
  return json;
}

/** The same JSON in ASCII alone: written once, it is encoded, sent and decoded many times, and faster so. */
function inAscii(json: string): string {
  return json.replace(/[\u0080-\uffff]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
