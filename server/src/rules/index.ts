import type { Answer, Reading, Sheet } from '../answers';
import { ambiguousDate } from './ambiguousDate';
import { badDate } from './badDate';
import { badIdentifier } from './badIdentifier';
import { brokenLink } from './brokenLink';
import { contradiction } from './contradiction';
import { cowCodeNameMismatch } from './cowCodeNameMismatch';
import { dateOrder } from './dateOrder';
import { dateOutOfRange } from './dateOutOfRange';
import { duplicateMember } from './duplicateMember';
import { duplicateQuestion } from './duplicateQuestion';
import { duplicateSheet } from './duplicateSheet';
import { misplacedQuestion } from './misplacedQuestion';
import { misspelledHeading } from './misspelledHeading';
import { missingAnswer } from './missingAnswer';
import { missingCowCode } from './missingCowCode';
import { missingQuestion } from './missingQuestion';
import { missingSection } from './missingSection';
import { notASystemMember } from './notASystemMember';
import { rewordedQuestion } from './rewordedQuestion';
import { strayLink } from './strayLink';
import { tooFewMembers } from './tooFewMembers';
import type { AnswerRule, Finding, Found, Rule, RuleContext, RuleId, Severity, SheetRule } from './types';
import { isForeign, unknownInstrument } from './unknownInstrument';
import { unknownCowCode } from './unknownCowCode';
import { unknownState } from './unknownState';
import { unknownValue } from './unknownValue';
import { yesNeedsDescription } from './yesNeedsDescription';
import { yesNoExpected } from './yesNoExpected';

export { signaturePeriod } from './sheetFacts';
export { isWhole } from './skeleton';
export { isForeign } from './unknownInstrument';
export type {
  AnswerRule,
  Finding,
  Fix,
  PlaceElsewhere,
  RelatedPlace,
  Rule,
  RuleContext,
  RuleId,
  Severity,
  SheetPlace,
  SheetRule,
  TextChange,
} from './types';

/** Every rule, in the order of the documentation. A new rule is a file beside this one and a line here. */
export const rules: readonly Rule[] = [
  missingAnswer,
  missingQuestion,
  missingSection,
  misplacedQuestion,
  duplicateQuestion,
  misspelledHeading,
  rewordedQuestion,
  unknownCowCode,
  cowCodeNameMismatch,
  missingCowCode,
  unknownState,
  notASystemMember,
  duplicateMember,
  tooFewMembers,
  badDate,
  ambiguousDate,
  dateOutOfRange,
  dateOrder,
  yesNoExpected,
  yesNeedsDescription,
  unknownValue,
  contradiction,
  badIdentifier,
  duplicateSheet,
  strayLink,
  brokenLink,
  unknownInstrument,
];

/** The severities that a user set; rules that are not named keep their own. */
export type RuleSeverities = Partial<Readonly<Record<RuleId, Severity | 'off'>>>;

/** A finding with the severity that it is shown with. */
export type RatedFinding = Finding & { readonly severity: Severity };

/** All findings of a sheet, in the order of the text. Linear in the text; never throws. */
export function findingsOf(
  sheet: Sheet,
  context: RuleContext,
  severities: RuleSeverities = {},
): RatedFinding[] {
  const isOther = isForeign(sheet);
  const asked = isOther ? [unknownInstrument] : sheetRules;
  const findings = asked.flatMap(rule => comparedFindings(rule, sheet, context, severities));
  if (!isOther) {
    for (const answer of sheet.answers) collect(findings, answer, sheet, context, severities);
  }
  return findings.sort(inOrder);
}

/** What is found in one answer by itself, in the order of the text; nothing of it is told of a foreign sheet. */
export function answerFindings(
  answer: Answer,
  sheet: Sheet,
  context: RuleContext,
  severities: RuleSeverities,
): readonly RatedFinding[] {
  const findings: RatedFinding[] = [];
  collect(findings, answer, sheet, context, severities);
  return findings.sort(inOrder);
}

/** What one rule finds by comparing answers, or in what is no answer. */
export function comparedFindings(
  rule: SheetRule,
  sheet: Sheet,
  context: RuleContext,
  severities: RuleSeverities,
): readonly RatedFinding[] {
  const severity = severities[rule.id] ?? rule.severity;
  if (severity === 'off') return [];
  return Array.from(rule.check(sheet, context), found => rated(found, rule, severity));
}

/** Many more answers are asked for findings than have any. */
function collect(
  findings: RatedFinding[],
  answer: Answer,
  sheet: Sheet,
  context: RuleContext,
  severities: RuleSeverities,
): void {
  for (const rule of answerRules[answer.question.kind]) {
    const found = rule.checkAnswer(answer, sheet, context);
    if (found.length === 0) continue;
    const severity = severities[rule.id] ?? rule.severity;
    if (severity !== 'off') for (const one of found) findings.push(rated(one, rule, severity));
  }
}

function rated(found: Found, { id }: Rule, severity: Severity): RatedFinding {
  return Object.assign(found, { rule: id, severity, message: onOneLine(found.message) });
}

/** What a message quotes may run across lines in the sheet; lists of findings give each a line. */
function onOneLine(message: string): string {
  return message.replace(/\s{2,}|[^\S ]/g, ' ');
}

/** The rules that look at more than one answer. */
export const sheetRules: readonly SheetRule[] = rules.filter((rule): rule is SheetRule => 'check' in rule);

const answerRules = {
  'atop-id': rulesOf('atop-id'),
  'cow-alliance': rulesOf('cow-alliance'),
  dates: rulesOf('dates'),
  members: rulesOf('members'),
  'yes-no': rulesOf('yes-no'),
  values: rulesOf('values'),
  text: rulesOf('text'),
} satisfies Record<Reading['kind'], readonly AnswerRule[]>;

function rulesOf(kind: Reading['kind']): readonly AnswerRule[] {
  return rules.filter(
    (rule): rule is AnswerRule => 'checkAnswer' in rule && (rule.kind === kind || rule.kind === 'any'),
  );
}

const ranks = new Map<unknown, number>(rules.map(({ id }, index) => [id, index]));

/** The place of a rule in the order of `rules`. */
export function rankOf(rule: unknown): number {
  return ranks.get(rule) ?? rules.length;
}

/** By place; of findings at the same place that of the first rule comes first. */
function inOrder(a: RatedFinding, b: RatedFinding): number {
  return a.start - b.start || a.end - b.end || rankOf(a.rule) - rankOf(b.rule);
}
