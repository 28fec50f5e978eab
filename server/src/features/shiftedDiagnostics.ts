import type { Diagnostic, Location, Position, Range } from 'vscode-languageserver-types';
import { comparePositions } from './sheetDocument';

/** What an edit does to the places around it. */
export interface Shift {
  /** What ends here or before has stayed where it was. */
  readonly until: Position;
  /** What began here or behind has come to another line; `undefined` where there is nothing behind the edit. */
  readonly from: Position | undefined;
  /** So many lines further down. */
  readonly lines: number;
}

/**
 * Diagnostics of a document where they stand after an edit; `undefined` where the edit has to do with a place
 * that one of them names. Those that have stayed are the same objects.
 */
export function shiftedDiagnostics(
  diagnostics: readonly Diagnostic[],
  shift: Shift,
  uri: string,
): readonly Diagnostic[] | undefined {
  if (diagnostics.length === 0) return diagnostics;
  const shifted: Diagnostic[] = [];
  for (const diagnostic of diagnostics) {
    const now = shiftedDiagnostic(diagnostic, shift, uri);
    if (!now) return undefined;
    shifted.push(now);
  }
  return shifted.every((diagnostic, index) => diagnostic === diagnostics[index]) ? diagnostics : shifted;
}

function shiftedDiagnostic(diagnostic: Diagnostic, shift: Shift, uri: string): Diagnostic | undefined {
  const range = shiftedRange(diagnostic.range, shift);
  if (!range) return undefined;
  const { relatedInformation } = diagnostic;
  if (!relatedInformation) return range === diagnostic.range ? diagnostic : { ...diagnostic, range };
  const related: { location: Location; message: string }[] = [];
  for (const { location, message } of relatedInformation) {
    const place = location.uri === uri ? shiftedRange(location.range, shift) : location.range;
    if (!place) return undefined;
    related.push({ location: { uri: location.uri, range: place }, message });
  }
  const isSame =
    range === diagnostic.range &&
    related.every(({ location }, index) => location.range === relatedInformation[index]?.location.range);
  return isSame ? diagnostic : { ...diagnostic, range, relatedInformation: related };
}

function shiftedRange(range: Range, { until, from, lines }: Shift): Range | undefined {
  const { start, end } = range;
  if (comparePositions(end, until) <= 0) return range;
  if (!from || comparePositions(start, from) < 0) return undefined;
  return lines === 0 ? range : { start: shiftedPosition(start, lines), end: shiftedPosition(end, lines) };
}

/** The same column so many lines further down. */
export function shiftedPosition({ line, character }: Position, lines: number): Position {
  return { line: line + lines, character };
}
