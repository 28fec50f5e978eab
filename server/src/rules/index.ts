import type { Sheet } from '../answers';
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
import type { Finding, Rule, RuleContext, RuleId, Severity } from './types';
import { isForeign, unknownInstrument } from './unknownInstrument';
import { unknownCowCode } from './unknownCowCode';
import { unknownState } from './unknownState';
import { unknownValue } from './unknownValue';
import { yesNeedsDescription } from './yesNeedsDescription';
import { yesNoExpected } from './yesNoExpected';

export type {
  Finding,
  Fix,
  PlaceElsewhere,
  RelatedPlace,
  Rule,
  RuleContext,
  RuleId,
  Severity,
  SheetPlace,
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
  const asked = isForeign(sheet) ? [unknownInstrument] : rules;
  const findings: RatedFinding[] = [];
  for (const rule of asked) {
    const severity = severities[rule.id] ?? rule.severity;
    if (severity === 'off') continue;
    for (const finding of rule.check(sheet, context))
      findings.push(Object.assign(finding, { rule: rule.id, severity }));
  }
  return findings.sort((a, b) => a.start - b.start || a.end - b.end);
}
