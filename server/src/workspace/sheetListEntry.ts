import { rules, type RuleSeverities, type SheetPlace } from '../rules';
import { isDuplicate } from '../rules/duplicateSheet';
import type { SheetIdentity } from './identity';
import { unpackFindings, type PackedFinding } from './packedFindings';
import type { SheetListEntry, SheetProblems } from './sheetList';
import type { SheetSummary } from './summary';

const ATOP_ID_QUESTION = 1;
const DUPLICATE_SHEET = 'duplicate-sheet';
const usualSeverity = rules.find(({ id }) => id === DUPLICATE_SHEET)?.severity;

/** What the index knows of a sheet. */
export interface KnownSheet {
  readonly identity: SheetIdentity;
  /** `undefined` until it has been summed up. */
  readonly summary: SheetSummary | undefined;
}

/** What is said of a sheet that has not been summed up yet. */
const NOT_KNOWN = {
  years: { from: null, to: null },
  answered: null,
  total: null,
  open: null,
  problems: null,
  firstOpen: null,
  states: '',
} as const;

/** A sheet as a list shows it, with the severities that are set for it. */
export function listEntry(
  uri: string,
  { identity, summary }: KnownSheet,
  severities: RuleSeverities,
  sheetsWithId: (id: string) => Iterable<SheetPlace>,
): SheetListEntry {
  const name = {
    uri,
    atopId: identity.id?.id ?? null,
    members: identity.members.map(({ code, name }) => ({ code, name })),
  };
  if (!summary) return { ...name, ...NOT_KNOWN };
  const findings = [
    ...unpackFindings(summary.findings, severities),
    ...duplicateFinding(uri, identity, severities, sheetsWithId),
  ];
  return {
    ...name,
    years: { from: summary.signed ?? null, to: summary.ended ?? null },
    answered: summary.answered,
    total: summary.letters.length,
    open: summary.open,
    problems: countBySeverity(findings),
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
  { id }: SheetIdentity,
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
