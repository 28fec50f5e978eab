/** What is compared: by addresses, so that it can be kept and compared again. */
export interface Compared {
  readonly kind: 'sheets' | 'folders';
  readonly a: string;
  readonly b: string;
}

/** Reads what was kept; `undefined` for anything else. */
export function readCompared(kept: unknown): Compared | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined;
  const { kind, a, b } = kept as Record<string, unknown>;
  if (kind !== 'sheets' && kind !== 'folders') return undefined;
  return typeof a === 'string' && typeof b === 'string' ? { kind, a, b } : undefined;
}
