import type { Position, Range } from 'vscode-languageserver-types';
import type { NamedState } from '../features/namedStates';
import type { SheetDocument } from '../features/sheetDocument';
import type { StatePlace } from '../features/workspaceSheets';
import type { Span } from '../syntax';

/**
 * The states that a sheet names, as small numbers, for objects take ten times the room: for each what is
 * written, of which state and where, then the positions at which the code and the name begin and end.
 */
export type PackedStates = readonly number[];

const HAS_CODE = 1;
const HAS_NAME = 2;
const IS_ABBREVIATION = 4;
/** One character, the closing bracket, belongs to the place behind its last part. */
const IS_BRACKETED = 8;
const QUESTION_SHIFT = 4;
const STATE_SHIFT = 12;

/** A name that several states share is packed once for each. */
export function packStates(sheetDocument: SheetDocument, named: readonly NamedState[]): PackedStates {
  const { text } = sheetDocument.sheet;
  const packed: number[] = [];
  for (const place of named) {
    const { question, code, name } = place;
    const isBracketed = place.end > Math.max(code?.end ?? 0, name?.end ?? 0);
    const parts = (code ? HAS_CODE : 0) | (name ? HAS_NAME : 0) | (isBracketed ? IS_BRACKETED : 0);
    for (const state of place.states) {
      const isAbbreviation = name && text.slice(name.start, name.end) === state.abbreviation;
      const flags = parts | (isAbbreviation ? IS_ABBREVIATION : 0);
      packed.push((state.code << STATE_SHIFT) | (question << QUESTION_SHIFT) | flags);
      if (code) packed.push(...positions(sheetDocument, code));
      if (name) packed.push(...positions(sheetDocument, name));
    }
  }
  // A copy has no room to grow.
  return packed.slice();
}

function positions({ document }: SheetDocument, { start, end }: Span): number[] {
  const from = document.positionAt(start);
  const to = document.positionAt(end);
  return [from.line, from.character, to.line, to.character];
}

/** The places at which a state is named. */
export function unpackStates(uri: string, packed: PackedStates, stateCode: number): StatePlace[] {
  const places: StatePlace[] = [];
  let at = 0;
  const next = (): number => packed[at++] ?? 0;
  const nextRange = (): Range => ({
    start: { line: next(), character: next() },
    end: { line: next(), character: next() },
  });
  while (at < packed.length) {
    const head = next();
    const hasCode = (head & HAS_CODE) !== 0;
    const hasName = (head & HAS_NAME) !== 0;
    if (head >> STATE_SHIFT !== stateCode) {
      at += (hasCode ? 4 : 0) + (hasName ? 4 : 0);
      continue;
    }
    const code = hasCode ? nextRange() : undefined;
    const name = hasName ? nextRange() : undefined;
    const question = (head >> QUESTION_SHIFT) & ((1 << (STATE_SHIFT - QUESTION_SHIFT)) - 1);
    const isAbbreviation = (head & IS_ABBREVIATION) !== 0;
    places.push({ uri, question, code, name, isAbbreviation, range: around(code, name, head) });
  }
  return places;
}

function around(code: Range | undefined, name: Range | undefined, head: number): Range {
  const first = code ?? name;
  const second = name ?? code;
  const start = { line: 0, character: 0 };
  if (!first || !second) return { start, end: start };
  const { line, character } = isBefore(first.end, second.end) ? second.end : first.end;
  return {
    start: isBefore(first.start, second.start) ? first.start : second.start,
    end: { line, character: character + ((head & IS_BRACKETED) === 0 ? 0 : 1) },
  };
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
