import isEqual from 'fast-deep-equal';
import type { Diagnostic, Position, Range } from 'vscode-languageserver-types';
import type { Answer } from '../answers';
import {
  answerFindings,
  comparedFindings,
  isForeign,
  isWhole,
  rankOf,
  sheetRules,
  signaturePeriod,
  type RuleContext,
  type SheetRule,
} from '../rules';
import { contextOf, diagnosticOf, MAX_FINDINGS, shownFindings, type DiagnosticOptions } from './diagnostics';
import type { SheetDocument } from './sheetDocument';

/** The diagnostics of one version of a sheet, kept so that those of the next cost what has changed. */
export interface CheckedSheet {
  /** In the order of the text, at most a thousand. They are shared between versions: to be read only. */
  readonly diagnostics: readonly Diagnostic[];
  readonly basis: Basis;
  /** None where the sheet lacks questions, has some twice or is no sheet at all. */
  readonly parts: CheckedParts | undefined;
}

/** What was found where. */
interface CheckedParts {
  /** What its sections and questions begin with. */
  readonly heads: readonly object[];
  readonly answers: readonly CheckedAnswer[];
  /** The rules that have found nothing by comparing answers. */
  readonly quiet: ReadonlySet<SheetRule>;
}

/** What is found in an answer by itself. */
interface CheckedAnswer {
  readonly origin: object;
  readonly diagnostics: readonly Diagnostic[];
  /** Where its question begins; not asked where nothing is found. */
  readonly start: Position | undefined;
  /** The rules that compare it with others. */
  readonly comparedBy: readonly SheetRule[];
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
      parts: undefined,
    };
  }
  const check = new SheetCheck(sheetDocument, options, contextOf(document.uri, options));
  const known = earlier?.parts && isEqual(earlier.basis, basis) ? earlier.parts : undefined;
  const answers = check.answers(known);
  const diagnostics: Diagnostic[] = [];
  for (const answer of answers) {
    // Most have nothing to add.
    if (answer.diagnostics.length > 0) diagnostics.push(...answer.diagnostics);
  }
  const compared = check.compared(answers, known);
  if (compared.diagnostics.length > 0) {
    diagnostics.push(...compared.diagnostics);
    diagnostics.sort(inOrder);
  }
  if (diagnostics.length > MAX_FINDINGS) diagnostics.length = MAX_FINDINGS;
  return { diagnostics, basis, parts: { heads: sheet.tree.heads, answers, quiet: compared.quiet } };
}

/** The check of a sheet that has every question once, with what is known of an earlier version. */
class SheetCheck {
  readonly #sheetDocument: SheetDocument;
  readonly #options: DiagnosticOptions;
  readonly #context: RuleContext;

  constructor(sheetDocument: SheetDocument, options: DiagnosticOptions, context: RuleContext) {
    this.#sheetDocument = sheetDocument;
    this.#options = options;
    this.#context = context;
  }

  /** What is found in each answer by itself. */
  answers(known: CheckedParts | undefined): CheckedAnswer[] {
    const { sheet } = this.#sheetDocument;
    const { origins, starts } = sheet.tree;
    const checked: CheckedAnswer[] = [];
    for (let index = 0; index < origins.length; index++) {
      const origin = origins[index];
      const before = known?.answers[index];
      const same =
        before && before.origin === origin
          ? standingNow(this.#sheetDocument, starts[index] ?? 0, before)
          : undefined;
      if (same) {
        checked.push(same);
        continue;
      }
      const answer = origin && sheet.answerTo(origin.question.number);
      if (answer) checked.push(this.#check(answer, origin));
    }
    return checked;
  }

  #check(answer: Answer, origin: object): CheckedAnswer {
    const { document, sheet } = this.#sheetDocument;
    const { severities } = this.#options;
    const comparedBy = sheetRules.filter(rule => rule.looksAt?.(answer) === true);
    const findings = answerFindings(answer, sheet, this.#context, severities);
    if (findings.length === 0) return { origin, diagnostics: NONE, start: undefined, comparedBy };
    return {
      origin,
      diagnostics: findings.map(finding => diagnosticOf(this.#sheetDocument, finding, this.#options)),
      start: document.positionAt(answer.node.start),
      comparedBy,
    };
  }

  /** What is found by comparing answers, in no order, and the rules that have found nothing so. */
  compared(
    answers: readonly CheckedAnswer[],
    known: CheckedParts | undefined,
  ): { readonly diagnostics: readonly Diagnostic[]; readonly quiet: ReadonlySet<SheetRule> } {
    const { sheet } = this.#sheetDocument;
    const unconcerned = known && this.#unconcerned(answers, known);
    const quiet = new Set<SheetRule>();
    const diagnostics: Diagnostic[] = [];
    for (const rule of sheetRules) {
      if (unconcerned?.has(rule) === true) {
        quiet.add(rule);
        continue;
      }
      const findings = comparedFindings(rule, sheet, this.#context, this.#options.severities);
      if (findings.length === 0 && rule.looksAt) quiet.add(rule);
      for (const finding of findings)
        diagnostics.push(diagnosticOf(this.#sheetDocument, finding, this.#options));
    }
    return { diagnostics, quiet };
  }

  /** The rules that have found nothing before, and that nothing which has changed is a matter of. */
  #unconcerned(
    answers: readonly CheckedAnswer[],
    { heads, quiet, ...known }: CheckedParts,
  ): ReadonlySet<SheetRule> {
    const isLastChanged = answers.at(-1)?.origin !== known.answers.at(-1)?.origin;
    if (isLastChanged || !isSameList(this.#sheetDocument.sheet.tree.heads, heads)) return new Set();
    const unconcerned = new Set(quiet);
    answers.forEach((answer, index) => {
      const before = known.answers[index];
      if (!before || answer.origin === before.origin) return;
      for (const rule of [...answer.comparedBy, ...before.comparedBy]) unconcerned.delete(rule);
    });
    return unconcerned;
  }
}

function isSameList(a: readonly object[], b: readonly object[]): boolean {
  return a.length === b.length && a.every((part, index) => part === b[index]);
}

const NONE: readonly Diagnostic[] = [];

/** What was found in an answer, at the lines on which it stands now; `undefined` where columns have changed. */
function standingNow(
  { document }: SheetDocument,
  offset: number,
  before: CheckedAnswer,
): CheckedAnswer | undefined {
  if (!before.start) return before;
  const start = document.positionAt(offset);
  if (start.character !== before.start.character) return undefined;
  const lines = start.line - before.start.line;
  if (lines === 0) return before;
  const diagnostics = before.diagnostics.map(diagnostic => movedDiagnostic(diagnostic, lines));
  return { ...before, diagnostics, start };
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
