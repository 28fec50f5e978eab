import { rules, type RuleSeverities, type SheetPlace } from '../rules';
import { isDuplicate } from '../rules/duplicateSheet';
import { NO_FINDINGS, unpackFindings, type PackedFinding, type PackedFindings } from './packedFindings';
import type { SheetListEntry, SheetProblems } from './sheetList';
import type { SheetSummary } from './summary';

const ATOP_ID_QUESTION = 1;
const DUPLICATE_SHEET = 'duplicate-sheet';
const usualSeverity = rules.find(({ id }) => id === DUPLICATE_SHEET)?.severity;

/** What the index knows of a sheet. */
export interface KnownSheet {
  readonly summary: SheetSummary;
  /** `undefined` until it has been checked. */
  readonly findings: PackedFindings | undefined;
}

/** A sheet as a list shows it, with the severities that are set for it. */
export function listEntry(
  uri: string,
  { summary, findings: packed }: KnownSheet,
  severities: RuleSeverities,
  sheetsWithId: (id: string) => Iterable<SheetPlace>,
): SheetListEntry {
  const findings = [
    ...unpackFindings(packed ?? NO_FINDINGS, severities),
    ...duplicateFinding(uri, summary, severities, sheetsWithId),
  ];
  return {
    uri,
    atopId: summary.id?.id ?? null,
    members: summary.members.map(({ code, name }) => ({ code, name })),
    years: { from: summary.signed ?? null, to: summary.ended ?? null },
    answered: summary.answered,
    total: summary.letters.length,
    open: summary.open,
    problems: packed === undefined ? null : countBySeverity(findings),
    firstOpen: summary.firstOpen ?? null,
    states: withFindings(summary.letters, findings),
  };
}

function countBySeverity(findings: readonly PackedFinding[]): SheetProblems {
  const count = (severity: PackedFinding['severity']): number =>
    findings.filter(finding => finding.severity === severity).length;
  return { errors: count('error'), warnings: count('warning'), information: count('information') };
}

/** The one finding that needs other sheets, and so is known of no sheet alone. */
function duplicateFinding(
  uri: string,
  { id }: SheetSummary,
  severities: RuleSeverities,
  sheetsWithId: (id: string) => Iterable<SheetPlace>,
): PackedFinding[] {
  const severity = severities[DUPLICATE_SHEET] ?? usualSeverity;
  if (!id || severity === undefined || severity === 'off') return [];
  return isDuplicate(uri, sheetsWithId(id.id)) ? [{ question: ATOP_ID_QUESTION, severity }] : [];
}

/** The letters of the questions, with what was found at those that are answered. */
function withFindings(letters: string, findings: readonly PackedFinding[]): string {
  const worst = new Map<number, string>();
  for (const { question, severity } of findings) {
    if (severity === 'error') worst.set(question, 'e');
    else if (severity === 'warning' && !worst.has(question)) worst.set(question, 'w');
  }
  if (worst.size === 0) return letters;
  return Array.from(letters, (letter, index) => {
    return letter === 'a' ? (worst.get(index + 1) ?? letter) : letter;
  }).join('');
}
