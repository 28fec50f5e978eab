import isEqual from 'fast-deep-equal';
import type { Diagnostic, Position, Range } from 'vscode-languageserver-types';
import type { Answer } from '../answers';
import {
  answerFindings,
  isForeign,
  isWhole,
  rankOf,
  sheetFindings,
  signaturePeriod,
  type RuleContext,
} from '../rules';
import { contextOf, diagnosticOf, MAX_FINDINGS, shownFindings, type DiagnosticOptions } from './diagnostics';
import type { SheetDocument } from './sheetDocument';

/** The diagnostics of one version of a sheet, kept so that those of the next cost what has changed. */
export interface CheckedSheet {
  /** In the order of the text, at most a thousand. They are shared between versions: to be read only. */
  readonly diagnostics: readonly Diagnostic[];
  readonly basis: Basis;
  /** By the answers of the sheet; none where it lacks questions, has some twice or is no sheet at all. */
  readonly answers: readonly CheckedAnswer[];
}

/** What is found in an answer by itself. */
interface CheckedAnswer {
  readonly origin: object;
  readonly diagnostics: readonly Diagnostic[];
  /** Where its question begins; not asked where nothing is found. */
  readonly start: Position | undefined;
}

/** Whatever the findings of an answer by itself depend on, besides the answer. */
interface Basis extends Pick<DiagnosticOptions, 'today' | 'severities' | 'rulesUri'> {
  readonly uri: string;
  /** The first and the last day on which the alliance can have been signed. */
  readonly signed: readonly (string | undefined)[];
}

/**
 * Checks a sheet. Where an earlier version of the same document is given, the answers that stand in both in
 * the same words are not checked again; the result is the same.
 */
export function checkSheet(
  sheetDocument: SheetDocument,
  options: DiagnosticOptions,
  earlier?: CheckedSheet,
): CheckedSheet {
  const { document, sheet } = sheetDocument;
  const { today, severities, rulesUri } = options;
  const signed = signaturePeriod(sheet);
  const basis = { uri: document.uri, today, severities, rulesUri, signed: [signed?.first, signed?.last] };
  // Where questions are missing or doubled, what is found in one answer may have to do with others.
  if (isForeign(sheet) || !isWhole(sheet)) {
    const findings = shownFindings(sheetDocument, options);
    return {
      diagnostics: findings.map(finding => diagnosticOf(sheetDocument, finding, options)),
      basis,
      answers: [],
    };
  }
  const context = contextOf(document.uri, options);
  const known = earlier && isEqual(earlier.basis, basis) ? earlier.answers : [];
  const answers = sheet.answers.map((answer, index) => {
    const before = known[index];
    const same =
      before?.origin === answer.node.origin ? standingNow(sheetDocument, answer, before) : undefined;
    return same ?? checkAnswer(sheetDocument, answer, options, context);
  });
  const diagnostics: Diagnostic[] = [];
  for (const answer of answers) {
    // Most have nothing to add.
    if (answer.diagnostics.length > 0) diagnostics.push(...answer.diagnostics);
  }
  const findings = sheetFindings(sheet, context, severities);
  if (findings.length > 0) {
    for (const finding of findings) diagnostics.push(diagnosticOf(sheetDocument, finding, options));
    diagnostics.sort(inOrder);
  }
  if (diagnostics.length > MAX_FINDINGS) diagnostics.length = MAX_FINDINGS;
  return { diagnostics, basis, answers };
}

function checkAnswer(
  sheetDocument: SheetDocument,
  answer: Answer,
  options: DiagnosticOptions,
  context: RuleContext,
): CheckedAnswer {
  const { document, sheet } = sheetDocument;
  const { origin, start } = answer.node;
  const findings = answerFindings(answer, sheet, context, options.severities);
  if (findings.length === 0) return { origin, diagnostics: NONE, start: undefined };
  return {
    origin,
    diagnostics: findings.map(finding => diagnosticOf(sheetDocument, finding, options)),
    start: document.positionAt(start),
  };
}

const NONE: readonly Diagnostic[] = [];

/** What was found in an answer, at the lines on which it stands now; `undefined` where columns have changed. */
function standingNow(
  { document }: SheetDocument,
  answer: Answer,
  before: CheckedAnswer,
): CheckedAnswer | undefined {
  if (!before.start) return before;
  const start = document.positionAt(answer.node.start);
  if (start.character !== before.start.character) return undefined;
  const lines = start.line - before.start.line;
  if (lines === 0) return before;
  const diagnostics = before.diagnostics.map(diagnostic => movedDiagnostic(diagnostic, lines));
  return { origin: before.origin, diagnostics, start };
}

/** What is found in an answer by itself is explained by places in that answer. */
function movedDiagnostic(diagnostic: Diagnostic, lines: number): Diagnostic {
  const moved = { ...diagnostic, range: movedRange(diagnostic.range, lines) };
  if (diagnostic.relatedInformation) {
    moved.relatedInformation = diagnostic.relatedInformation.map(({ location, message }) => ({
      location: { uri: location.uri, range: movedRange(location.range, lines) },
      message,
    }));
  }
  return moved;
}

function movedRange({ start, end }: Range, lines: number): Range {
  return {
    start: { line: start.line + lines, character: start.character },
    end: { line: end.line + lines, character: end.character },
  };
}

function inOrder(a: Diagnostic, b: Diagnostic): number {
  return (
    comparePositions(a.range.start, b.range.start) ||
    comparePositions(a.range.end, b.range.end) ||
    rankOf(a.code) - rankOf(b.code)
  );
}

function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}
