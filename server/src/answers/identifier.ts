import type { Span } from '../syntax';

/** An ATOP ID: four digits, with a decimal phase where an alliance was split (`1020.1`). */
export interface AtopIdReading {
  readonly kind: 'atop-id';
  /** `undefined` where the answer is not in the project's form. */
  readonly id: (Span & { readonly value: string }) | undefined;
  /** Where the answer holds an ID within other words, that ID. */
  readonly found: string | undefined;
}

/** A COW alliance number or type; `NA` is `value: undefined`. */
export interface CowAllianceReading {
  readonly kind: 'cow-alliance';
  readonly value: string | undefined;
}

/** The form of an ATOP ID, and how much of a comment in brackets may follow it. */
const ATOP_ID = /^(\d{4}(?:\.\d{1,2})?)(?:\s*[([][^)\]]{0,200}[)\]])?$/;

export function readAtopId(text: string, start: number, end: number): AtopIdReading {
  const written = text.slice(start, Math.min(end, start + 300));
  const match = ATOP_ID.exec(written);
  if (match?.[1])
    return {
      kind: 'atop-id',
      id: { start, end: start + match[1].length, value: match[1] },
      found: undefined,
    };
  const candidates = written.match(/(?<![\d.])\d{4}(?:\.\d{1,2})?(?![.,]?\d)/g) ?? [];
  const spaced = /^\d(?:\s?\d){3}$/.test(written) ? written.replace(/\s/g, '') : undefined;
  return { kind: 'atop-id', id: undefined, found: candidates.length === 1 ? candidates[0] : spaced };
}
