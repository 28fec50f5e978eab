import type { Answer, Sheet } from '../answers';
import { MAX_FINDINGS } from '../features/diagnostics';
import { allQuestions, type Question } from '../instrument';
import { findingsOf, rules, type RuleSeverities, type Severity } from '../rules';

/** Questions have numbers up to 61; there is room for as many rules. */
const RULE_BITS = 6;
const RULE_MASK = (1 << RULE_BITS) - 1;

/** The findings of a sheet, a character each. */
export type PackedFindings = string;

const ruleNumbers = new Map(rules.map(({ id }, index) => [id, index]));

/**
 * Which rules find something in a sheet, and at which questions: a character each. Severities are left
 * open, so that other settings need no other reading. Nothing here knows of other sheets.
 */
export function packFindings(sheet: Sheet, today: string): PackedFindings {
  const findings = findingsOf(sheet, { today }).slice(0, MAX_FINDINGS);
  const places = new Map(allQuestions(sheet.instrument).map((question, index) => [question, index + 1]));
  let next = 0;
  const codes = findings.map(({ rule, start }) => {
    while ((sheet.answers[next]?.node.start ?? Infinity) <= start) next++;
    const question = questionAt(sheet.answers[next - 1], start);
    return (((question && places.get(question)) ?? 0) << RULE_BITS) | (ruleNumbers.get(rule) ?? 0);
  });
  return String.fromCharCode(...codes);
}

/** The question that holds the offset; `undefined` for what stands in none. */
function questionAt(answer: Answer | undefined, offset: number): Question | undefined {
  return answer && offset <= answer.node.end ? answer.question : undefined;
}

/** A finding with its severity. */
export interface PackedFinding {
  /** Its question's place in the instrument, from 1; 0 where it stands in no question. */
  readonly question: number;
  readonly severity: Severity;
}

/** The findings with the severities that a user set; those that are switched off are left out. */
export function unpackFindings(packed: PackedFindings, severities: RuleSeverities): PackedFinding[] {
  const findings: PackedFinding[] = [];
  for (let at = 0; at < packed.length; at++) {
    const code = packed.charCodeAt(at);
    const rule = rules[code & RULE_MASK];
    if (!rule) continue;
    const severity = severities[rule.id] ?? rule.severity;
    if (severity !== 'off') findings.push({ question: code >> RULE_BITS, severity });
  }
  return findings;
}
