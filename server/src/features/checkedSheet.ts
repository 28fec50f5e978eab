import type { Diagnostic, Position } from 'vscode-languageserver-types';
import { atopIdIn, type Answer, type Sheet } from '../answers';
import {
  answerFindings,
  comparedFindings,
  isForeign,
  isWhole,
  rankOf,
  sheetRules,
  signaturePeriod,
  type RatedFinding,
  type RuleContext,
  type SheetRule,
} from '../rules';
import { sameBefore, sameBehind, spliced } from '../syntax';
import { contextOf, diagnosticOf, MAX_FINDINGS, shownFindings, type DiagnosticOptions } from './diagnostics';
import { comparePositions, type SheetDocument } from './sheetDocument';
import { shiftedDiagnostics, shiftedPosition, type Shift } from './shiftedDiagnostics';

/** The diagnostics of one version of a sheet, kept so that those of the next cost what has changed. */
export interface CheckedSheet {
  /**
   * In the order of the text, at most a thousand. They are shared between versions, the list too where they
   * all stay: to be read only.
   */
  readonly diagnostics: readonly Diagnostic[];
  readonly basis: Basis;
  /** None where the sheet lacks questions, has some twice or is no sheet at all. */
  readonly parts: CheckedParts | undefined;
}

/**
 * What was found where. Lists by question are apart from each other, so that taking over most of one needs
 * no look at what is in it.
 */
interface CheckedParts {
  /** What its sections and questions begin with. */
  readonly heads: readonly object[];
  /** What tells that a question and its answer are the same. */
  readonly origins: readonly object[];
  /** Where each question begins. */
  readonly starts: readonly number[];
  readonly places: readonly Position[];
  /** What is found in each answer by itself. */
  readonly own: readonly Diagnostics[];
  /** The rules that compare each answer with others. */
  readonly comparedBy: readonly (readonly SheetRule[])[];
  /** What each rule has found by comparing, in the order of `sheetRules`. */
  readonly compared: readonly Diagnostics[];
}

type Diagnostics = readonly Diagnostic[];

const NONE: Diagnostics = [];

const NOTHING_KNOWN: CheckedParts = {
  heads: [],
  origins: [],
  starts: [],
  places: [],
  own: [],
  comparedBy: [],
  compared: [],
};

/** Whatever findings depend on, besides the answers. */
interface Basis extends Pick<DiagnosticOptions, 'today' | 'severities' | 'rulesUri'> {
  readonly uri: string;
  /** The first and the last day on which the alliance can have been signed. */
  readonly signedFirst: string | undefined;
  readonly signedLast: string | undefined;
  /** Tells which other sheets bear its ATOP ID; `undefined` for a document that is no sheet of the workspace. */
  readonly others: number | undefined;
}

/** Compared field by field: what can compare any two objects takes longer than all else that is done here. */
function isSameBasis(a: Basis, b: Basis): boolean {
  return (
    a.uri === b.uri &&
    a.today === b.today &&
    a.severities === b.severities &&
    a.rulesUri === b.rulesUri &&
    a.signedFirst === b.signedFirst &&
    a.signedLast === b.signedLast &&
    a.others === b.others
  );
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
  const { sheet } = sheetDocument;
  const basis = basisOf(sheetDocument, options);
  const check = new SheetCheck(sheetDocument, options);
  // Where questions are missing or doubled, what is found in one answer may have to do with others.
  if (isForeign(sheet) || !isWhole(sheet)) {
    return { diagnostics: check.shown(shownFindings(sheetDocument, options)), basis, parts: undefined };
  }
  const known = (earlier && isSameBasis(earlier.basis, basis) ? earlier.parts : undefined) ?? NOTHING_KNOWN;
  const parts = check.since(known);
  const diagnostics = earlier && isSameFound(known, parts) ? earlier.diagnostics : inOneList(parts);
  return { diagnostics, basis, parts };
}

function basisOf({ document: { uri }, sheet }: SheetDocument, options: DiagnosticOptions): Basis {
  const { today, severities, rulesUri, sheets } = options;
  const signed = signaturePeriod(sheet);
  const id = atopIdIn(sheet.answersOf('atop-id'));
  return {
    uri,
    today,
    severities,
    rulesUri,
    signedFirst: signed?.first,
    signedLast: signed?.last,
    others: sheets.has(uri) ? (id ? sheets.versionOfOthers(id.value, uri) : 0) : undefined,
  };
}

/** What an edit has left as it was. */
interface Edit {
  /** How many answers, from the first. */
  readonly before: number;
  /** How many answers, from the last. */
  readonly behind: number;
  readonly shift: Shift;
}

/** The check of a sheet that has every question once. */
class SheetCheck {
  readonly #sheetDocument: SheetDocument;
  readonly #options: DiagnosticOptions;
  readonly #context: RuleContext;

  constructor(sheetDocument: SheetDocument, options: DiagnosticOptions) {
    this.#sheetDocument = sheetDocument;
    this.#options = options;
    this.#context = contextOf(sheetDocument.document.uri, options);
  }

  /** Checks what is not as it was in an earlier version. */
  since(known: CheckedParts): CheckedParts {
    const { heads, origins, starts } = this.#sheetDocument.sheet.tree;
    const { before, behind, shift } = this.#editSince(known);
    const next = origins.length - behind;
    const changed = this.#answers(before, next);
    /** A list by question with the changed ones in it; behind them, each member is put where it stands now. */
    const splice = <T>(
      list: readonly T[],
      between: readonly T[],
      moved: (one: T, index: number) => T,
    ): T[] => {
      const now = spliced(list, before, list.length - behind, between);
      if (shift.lines !== 0)
        for (let index = next; index < now.length; index++) now[index] = moved(now[index] as T, index);
      return now;
    };
    // The log belongs to the last answer.
    const isAnyAsBefore = known.heads === heads && behind > 0;
    const concerned = new Set([...known.comparedBy.slice(before, next), ...changed.comparedBy].flat());
    return {
      heads,
      origins,
      starts,
      places: splice(known.places, changed.places, place => shiftedPosition(place, shift.lines)),
      own: splice(known.own, changed.own, (found, index) => this.#shifted(found, shift) ?? this.#own(index)),
      comparedBy: splice(known.comparedBy, changed.comparedBy, rules => rules),
      compared: sheetRules.map((rule, index) => {
        const isAsBefore = isAnyAsBefore && !concerned.has(rule);
        const found = isAsBefore ? known.compared[index] : undefined;
        return (found && this.#shifted(found, shift)) ?? this.#compared(rule);
      }),
    };
  }

  shown(findings: readonly RatedFinding[]): Diagnostics {
    if (findings.length === 0) return NONE;
    return findings.map(finding => diagnosticOf(this.#sheetDocument, finding, this.#options));
  }

  /** How many answers are the same as in an earlier version, and where those behind the others have come to. */
  #editSince(known: CheckedParts): Edit {
    const { document, sheet } = this.#sheetDocument;
    const { origins, starts } = sheet.tree;
    const firsts = firstQuestions(sheet);
    const isAt = (index: number, place: Position | undefined): boolean =>
      place !== undefined && comparePositions(document.positionAt(starts[index] ?? 0), place) === 0;
    const same = Math.min(sameBefore(known.origins, origins), sameBefore(known.starts, starts));
    const before = firsts.find(index => index < same && !isAt(index, known.places[index])) ?? same;
    const last = before === 0 ? undefined : sheet.tree.question(before - 1);
    const until = last ? document.positionAt(last.end) : { line: 0, character: 0 };
    for (let behind = sameBehind(known.origins, origins, before); behind > 0; behind--) {
      const next = origins.length - behind;
      const from = known.places[next];
      if (!from) continue;
      const lines = document.positionAt(starts[next] ?? 0).line - from.line;
      // What has come to another column follows an edit on its line.
      const hasMoved = (index: number): boolean => {
        const place = known.places[index];
        return place !== undefined && isAt(index, shiftedPosition(place, lines));
      };
      if (hasMoved(next) && firsts.every(index => index <= next || hasMoved(index)))
        return { before, behind, shift: { until, from, lines } };
    }
    return { before, behind: 0, shift: { until, from: undefined, lines: 0 } };
  }

  /** What is found in some of the answers, by their indices. */
  #answers(from: number, to: number): Pick<CheckedParts, 'places' | 'own' | 'comparedBy'> {
    const { document, sheet } = this.#sheetDocument;
    const places: Position[] = [];
    const own: Diagnostics[] = [];
    const comparedBy: (readonly SheetRule[])[] = [];
    for (let index = from; index < to; index++) {
      places.push(document.positionAt(sheet.tree.starts[index] ?? 0));
      own.push(this.#own(index));
      const answer = this.#answer(index);
      comparedBy.push(answer ? sheetRules.filter(rule => rule.looksAt(answer)) : []);
    }
    return { places, own, comparedBy };
  }

  #own(index: number): Diagnostics {
    const answer = this.#answer(index);
    const { severities } = this.#options;
    return answer
      ? this.shown(answerFindings(answer, this.#sheetDocument.sheet, this.#context, severities))
      : NONE;
  }

  #answer(index: number): Answer | undefined {
    const { sheet } = this.#sheetDocument;
    const origin = sheet.tree.origins[index];
    return origin && sheet.answerTo(origin.question.number);
  }

  #compared(rule: SheetRule): Diagnostics {
    const { sheet } = this.#sheetDocument;
    return this.shown(comparedFindings(rule, sheet, this.#context, this.#options.severities));
  }

  #shifted(found: Diagnostics, shift: Shift): Diagnostics | undefined {
    return shiftedDiagnostics(found, shift, this.#sheetDocument.document.uri);
  }
}

/**
 * The indices of the questions that something else may stand before, of a sheet that has every question once:
 * the first of each section. All others begin where the question before them ends.
 */
function firstQuestions({ instrument }: Sheet): number[] {
  let index = 0;
  return instrument.sections.map(({ questions }) => {
    const first = index;
    index += questions.length;
    return first;
  });
}

/** Whether the very same was found in all places. */
function isSameFound(a: CheckedParts, b: CheckedParts): boolean {
  return isSameList(a.own, b.own) && isSameList(a.compared, b.compared);
}

function isSameList(a: readonly object[], b: readonly object[]): boolean {
  return a.length === b.length && a.every((part, index) => part === b[index]);
}

/** All that was found, in the order of the text. */
function inOneList({ own, compared }: CheckedParts): Diagnostics {
  const diagnostics: Diagnostic[] = [];
  for (const found of own) for (const one of found) diagnostics.push(one);
  const count = diagnostics.length;
  for (const found of compared) for (const one of found) diagnostics.push(one);
  // What is found in the answers by themselves is in order by now.
  if (diagnostics.length > count) diagnostics.sort(inOrder);
  if (diagnostics.length > MAX_FINDINGS) diagnostics.length = MAX_FINDINGS;
  return diagnostics;
}

function inOrder(a: Diagnostic, b: Diagnostic): number {
  return (
    comparePositions(a.range.start, b.range.start) ||
    comparePositions(a.range.end, b.range.end) ||
    rankOf(a.code) - rankOf(b.code)
  );
}
