import type { AgreementMeasures, AgreementReport, Disagreement, DisagreeingAnswer } from './compare';
import type { Measure, UndefinedReason } from './measures';

/** How the two coders are called: the folders or files that their sheets came from. */
export interface CoderNames {
  readonly a: string;
  readonly b: string;
}

/** The whole report for a reader, in lines of plain text. */
export function agreementText(report: AgreementReport, names: CoderNames): string {
  return [
    comparedPart(report, names),
    tablePart(report),
    leftOutPart(report),
    ...(['category', 'missing', 'unclear', 'wording'] as const).map(kind => disagreementPart(report, kind)),
  ]
    .filter(part => part !== '')
    .join('\n\n')
    .concat('\n');
}

function comparedPart(report: AgreementReport, names: CoderNames): string {
  const { matched, onlyA, onlyB, duplicates, withoutId } = report;
  const count = matched.length;
  return [
    `A: ${names.a}`,
    `B: ${names.b}`,
    `${count} ${count === 1 ? 'sheet' : 'sheets'} compared${count > 0 ? `: ${matched.map(({ id }) => id).join(', ')}` : ''}`,
    ...onlyA.map(({ id, path }) => `Only A has ${id ?? ''}: ${path}`),
    ...onlyB.map(({ id, path }) => `Only B has ${id ?? ''}: ${path}`),
    ...duplicates.map(
      ({ id, sheets }) =>
        `Not compared, as one coder has several sheets of ${id}: ${sheets.map(({ path }) => path).join(', ')}`,
    ),
    ...withoutId.map(({ path }) => `Not compared, as question 1 gives no ATOP ID: ${path}`),
  ].join('\n');
}

const COLUMNS = ['pairs', 'agreed', 'percent', 'kappa', 'alpha'] as const;

function tablePart(report: AgreementReport): string {
  if (report.matched.length === 0) return '';
  const rows = [
    ...report.questions.map(measures => [questionName(measures), ...cellsOf(measures)]),
    ['All questions', ...cellsOf(report.overall)],
  ];
  const header = ['Question', ...COLUMNS];
  const widths = header.map((title, column) =>
    Math.max(title.length, ...rows.map(row => (row[column] ?? '').length)),
  );
  const lines = [header, ...rows].map(row =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
  const rule = '-'.repeat(Math.max(...lines.map(line => line.length)));
  return [...lines.slice(0, 1), rule, ...lines.slice(1, -1), rule, ...lines.slice(-1), ...notes(report)].join(
    '\n',
  );
}

function questionName({ question }: AgreementReport['questions'][number]): string {
  return `${String(question.number).padStart(2)} ${question.label}`;
}

function cellsOf({ pairs, agreed, percent, kappa, alpha }: AgreementMeasures): string[] {
  const share = percent === undefined ? '-' : `${(percent * 100).toFixed(1)}%`;
  return [String(pairs), String(agreed), share, measureCell(kappa), measureCell(alpha)];
}

function measureCell(measure: Measure): string {
  if (measure.value !== undefined) return measure.value.toFixed(3);
  return measure.reason === 'no-pairs' ? 'no pairs' : 'no variation';
}

function notes({ questions, overall }: AgreementReport): string[] {
  const measures = [...questions, overall].flatMap(({ kappa, alpha }) => [kappa, alpha]);
  const has = (reason: string): boolean =>
    measures.some(measure => measure.value === undefined && measure.reason === reason);
  return [
    ...(has('no-variation')
      ? [
          'no variation: every answer is the same, so chance alone would give it; the coefficient is undefined.',
        ]
      : []),
    ...(has('no-pairs') ? ['no pairs: no sheet has this answer from both coders.'] : []),
  ];
}

function leftOutPart({ leftOut }: AgreementReport): string {
  const byReason = new Map<string, number[]>();
  for (const { question, reason } of leftOut) {
    byReason.set(reason, [...(byReason.get(reason) ?? []), question.number]);
  }
  const parts = [...byReason].map(([reason, numbers]) => `${numbers.join(', ')} (${reason})`);
  return `Not in these figures: questions ${parts.join('; ')}.`;
}

const TITLES: Readonly<Record<Disagreement['kind'], string>> = {
  category: 'Disagreements',
  missing: 'Answered by one coder alone',
  unclear: 'Not counted, as an answer is neither Yes nor No',
  wording: 'Differences outside the figures',
};

function disagreementPart({ disagreements }: AgreementReport, kind: Disagreement['kind']): string {
  const found = disagreements.filter(disagreement => disagreement.kind === kind);
  if (found.length === 0) return '';
  return [
    `${TITLES[kind]}: ${found.length}`,
    ...found.flatMap(({ id, question, a, b }) => [
      `${id}, question ${question.number}: ${question.label}`,
      `  A ${answerLine(a)}`,
      `  B ${answerLine(b)}`,
    ]),
  ].join('\n');
}

/** What a line of the report shows of an answer at most. */
const MAX_SHOWN = 120;

function answerLine({ path, line, text }: DisagreeingAnswer): string {
  const shown = text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN).trimEnd()}…` : text;
  return `${path}:${line}: ${shown === '' ? '(no answer)' : shown}`;
}

/** A row of a table: texts and numbers by column; `null` for a blank. */
export type ReportRow = Readonly<Record<string, string | number | null>>;

export const AGREEMENT_COLUMNS = [
  'question',
  'label',
  'pairs',
  'agreed',
  'percent',
  'kappa',
  'kappa_undefined',
  'alpha',
  'alpha_undefined',
  'given_by_one',
  'unclear',
] as const;

/** The measures as a table: a row a question, then one for all of them; undefined measures are blank. */
export function agreementRows(report: AgreementReport): readonly ReportRow[] {
  const { questions, overall } = report;
  return [
    ...questions.map(measures => ({
      question: measures.question.number,
      label: measures.question.label,
      ...measureFields(measures),
      given_by_one: measures.givenByOne,
      unclear: measures.unclear,
    })),
    {
      question: 'all',
      label: 'All questions',
      ...measureFields(overall),
      given_by_one: sum(questions.map(({ givenByOne }) => givenByOne)),
      unclear: sum(questions.map(({ unclear }) => unclear)),
    },
  ];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function measureFields({ pairs, agreed, percent, kappa, alpha }: AgreementMeasures) {
  return {
    pairs,
    agreed,
    percent: percent ?? null,
    kappa: kappa.value ?? null,
    kappa_undefined: kappa.value === undefined ? kappa.reason : null,
    alpha: alpha.value ?? null,
    alpha_undefined: alpha.value === undefined ? alpha.reason : null,
  };
}

export const DISAGREEMENT_COLUMNS = [
  'atopid',
  'question',
  'label',
  'kind',
  'file_a',
  'line_a',
  'answer_a',
  'counted_as_a',
  'file_b',
  'line_b',
  'answer_b',
  'counted_as_b',
] as const;

/** The disagreements as a table, a row each. */
export function disagreementRows({ disagreements }: AgreementReport): readonly ReportRow[] {
  return disagreements.map(({ id, question, kind, a, b }) => ({
    atopid: id,
    question: question.number,
    label: question.label,
    kind,
    file_a: a.path,
    line_a: a.line,
    answer_a: a.text,
    counted_as_a: countedAs(a),
    file_b: b.path,
    line_b: b.line,
    answer_b: b.text,
    counted_as_b: countedAs(b),
  }));
}

function countedAs({ coding }: DisagreeingAnswer): string | null {
  return coding.kind === 'category' ? coding.category : null;
}

/** A report as plain data, for programs and other processes. Files are named as the sheets were. */
export interface AgreementJson {
  readonly a: string;
  readonly b: string;
  readonly compared: readonly { readonly atopid: string; readonly a: string; readonly b: string }[];
  readonly onlyA: readonly SheetJson[];
  readonly onlyB: readonly SheetJson[];
  readonly duplicates: readonly { readonly atopid: string; readonly files: readonly string[] }[];
  readonly withoutId: readonly string[];
  readonly questions: readonly QuestionJson[];
  readonly overall: MeasuresJson;
  readonly leftOut: readonly { readonly question: number; readonly reason: string }[];
  readonly disagreements: readonly DisagreementJson[];
}

export interface SheetJson {
  readonly atopid: string | null;
  readonly file: string;
}

export interface MeasuresJson {
  readonly pairs: number;
  readonly agreed: number;
  readonly percent: number | null;
  readonly kappa: MeasureJson;
  readonly alpha: MeasureJson;
}

export interface MeasureJson {
  readonly value: number | null;
  /** Why there is no value. */
  readonly reason?: UndefinedReason;
  readonly observed: number;
  readonly expected: number;
}

export interface QuestionJson extends MeasuresJson {
  readonly question: number;
  readonly label: string;
  readonly givenByOne: number;
  readonly unclear: number;
}

export interface DisagreementJson {
  readonly atopid: string;
  readonly question: number;
  readonly label: string;
  readonly kind: Disagreement['kind'];
  readonly a: AnswerJson;
  readonly b: AnswerJson;
}

export interface AnswerJson {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly answer: string;
  /** The category that the answer counts as; `null` where it counts as none. */
  readonly countedAs: string | null;
}

/** The report as plain data for `JSON.stringify`: a value that is undefined is `null`, with its reason. */
export function agreementJson(report: AgreementReport, names: CoderNames): AgreementJson {
  const paths = (sheets: readonly { readonly path: string; readonly id: string | undefined }[]) =>
    sheets.map(({ id, path }) => ({ atopid: id ?? null, file: path }));
  return {
    a: names.a,
    b: names.b,
    compared: report.matched.map(({ id, a, b }) => ({ atopid: id, a: a.path, b: b.path })),
    onlyA: paths(report.onlyA),
    onlyB: paths(report.onlyB),
    duplicates: report.duplicates.map(({ id, sheets }) => ({
      atopid: id,
      files: sheets.map(({ path }) => path),
    })),
    withoutId: report.withoutId.map(({ path }) => path),
    questions: report.questions.map(measures => ({
      question: measures.question.number,
      label: measures.question.label,
      ...measuresJson(measures),
      givenByOne: measures.givenByOne,
      unclear: measures.unclear,
    })),
    overall: measuresJson(report.overall),
    leftOut: report.leftOut.map(({ question, reason }) => ({ question: question.number, reason })),
    disagreements: report.disagreements.map(({ id, question, kind, a, b }) => ({
      atopid: id,
      question: question.number,
      label: question.label,
      kind,
      a: answerJson(a),
      b: answerJson(b),
    })),
  };
}

function measuresJson({ pairs, agreed, percent, kappa, alpha }: AgreementMeasures): MeasuresJson {
  return { pairs, agreed, percent: percent ?? null, kappa: measureJson(kappa), alpha: measureJson(alpha) };
}

function measureJson(measure: Measure): MeasureJson {
  return measure.value === undefined
    ? { value: null, reason: measure.reason, observed: measure.observed, expected: measure.expected }
    : { value: measure.value, observed: measure.observed, expected: measure.expected };
}

function answerJson(answer: DisagreeingAnswer): AnswerJson {
  const { path, line, text } = answer;
  return { file: path, line, answer: text, countedAs: countedAs(answer) };
}
