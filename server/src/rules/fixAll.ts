import { readSheet, type Sheet } from '../answers';
import { bisect } from '../syntax';
import { findingsOf, type RuleSeverities } from '.';
import type { RuleContext, TextChange } from './types';

export interface FixedText {
  readonly text: string;
  /** The changes that lead to it, in order, none overlapping; empty where nothing was to fix. */
  readonly changes: readonly TextChange[];
}

/** A fix can make way for another; more rounds than this are no fixes but a quarrel between rules. */
const MAX_ROUNDS = 8;

/**
 * Applies every safe fix, again and again until none is left, so that fixing the result once more
 * changes nothing.
 */
export function fixAll(sheet: Sheet, context: RuleContext, severities: RuleSeverities = {}): FixedText {
  const first = safeChanges(sheet, context, severities);
  let text = applyChanges(sheet.text, first);
  let again = first.length > 0;
  let rounds = 1;
  for (; again && rounds < MAX_ROUNDS; rounds++) {
    const changes = safeChanges(readSheet(text, sheet.instrument), context, severities);
    text = applyChanges(text, changes);
    again = changes.length > 0;
  }
  // After one effective round its own small changes keep the editor's cursors and marks in place.
  return { text, changes: rounds <= 2 ? first : [differenceBetween(sheet.text, text)] };
}

function safeChanges(sheet: Sheet, context: RuleContext, severities: RuleSeverities): TextChange[] {
  const accepted: TextChange[] = [];
  for (const finding of findingsOf(sheet, context, severities)) {
    const fix = finding.fixes?.().find(candidate => candidate.safe === true);
    if (!fix) continue;
    const places = fix.changes.map(change => ({ change, at: placeFor(accepted, change) }));
    // Two rules may agree on a change (a torn link and its loose copy); only one of them makes it.
    const fresh = places.filter(
      ({ change, at }) => !neighboursOf(accepted, at).some(other => isSame(change, other)),
    );
    if (fresh.some(({ change, at }) => neighboursOf(accepted, at).some(other => overlaps(change, other))))
      continue;
    for (const { change } of fresh) accepted.splice(placeFor(accepted, change), 0, change);
  }
  return accepted;
}

/** Where among sorted changes another one goes. */
function placeFor(sorted: readonly TextChange[], { start }: TextChange): number {
  return bisect(sorted.length, index => (sorted[index]?.start ?? 0) < start);
}

/** The changes on either side of a place; as none overlap, no other can touch one that goes there. */
function neighboursOf(sorted: readonly TextChange[], at: number): readonly TextChange[] {
  return sorted.slice(Math.max(0, at - 1), at + 1);
}

function isSame(a: TextChange, b: TextChange): boolean {
  return a.start === b.start && a.end === b.end && a.newText === b.newText;
}

function overlaps(a: TextChange, b: TextChange): boolean {
  return a.start === b.start || (a.start < b.end && b.start < a.end);
}

/** Applies changes that are sorted and do not overlap. */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  let result = '';
  let at = 0;
  for (const change of changes) {
    result += text.slice(at, change.start) + change.newText;
    at = change.end;
  }
  return result + text.slice(at);
}

/** The one change between two texts, without their common beginning and end. */
function differenceBetween(before: string, after: string): TextChange {
  const limit = Math.min(before.length, after.length);
  let start = 0;
  while (start < limit && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < limit - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return { start, end: before.length - tail, newText: after.slice(start, after.length - tail) };
}
