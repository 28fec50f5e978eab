import {
  DiagnosticSeverity,
  DiagnosticTag,
  type Diagnostic,
  type DiagnosticRelatedInformation,
} from 'vscode-languageserver-types';
import {
  findingsOf,
  type RatedFinding,
  type RuleContext,
  type RuleSeverities,
  type Severity,
} from '../rules';
import { rangeOf, type SheetDocument } from './sheetDocument';
import type { WorkspaceSheets } from './workspaceSheets';

/** The name under which editors show the diagnostics of this service. */
export const DIAGNOSTIC_SOURCE = 'atop';

/** Past this many, more squiggles help nobody, and only a damaged file has them. */
export const MAX_FINDINGS = 1000;

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export interface DiagnosticOptions extends Pick<RuleContext, 'today'> {
  readonly severities: RuleSeverities;
  /** The folder of the rules' pages, as a URI without a slash at its end; no links without it. */
  readonly rulesUri: string | undefined;
  /** The workspace, of which a document may be a sheet. */
  readonly sheets: WorkspaceSheets;
}

/** The findings of the sheet, at most a thousand, in the order of the text. */
export function shownFindings(
  { document, sheet }: SheetDocument,
  options: DiagnosticOptions,
): RatedFinding[] {
  return findingsOf(sheet, contextOf(document.uri, options), options.severities).slice(0, MAX_FINDINGS);
}

/** What rules may know besides the sheet; one that is not of the workspace is compared with no other. */
export function contextOf(uri: string, { today, sheets }: DiagnosticOptions): RuleContext {
  return { today, uri, ...(sheets.has(uri) && { sheetsWithId: id => sheets.sheetsWithId(id) }) };
}

/** A finding as LSP shows it. */
export function diagnosticOf(
  sheetDocument: SheetDocument,
  finding: RatedFinding,
  { rulesUri }: Pick<DiagnosticOptions, 'rulesUri'>,
): Diagnostic {
  const diagnostic: Diagnostic = {
    range: rangeOf(sheetDocument, finding),
    severity: SEVERITIES[finding.severity],
    code: finding.rule,
    source: DIAGNOSTIC_SOURCE,
    message: finding.message,
  };
  if (rulesUri !== undefined) diagnostic.codeDescription = { href: `${rulesUri}/${finding.rule}.md` };
  if (finding.unnecessary === true) diagnostic.tags = [DiagnosticTag.Unnecessary];
  const related = relatedInformation(sheetDocument, finding);
  if (related.length > 0) diagnostic.relatedInformation = related;
  return diagnostic;
}

function relatedInformation(
  sheetDocument: SheetDocument,
  { related = [], elsewhere = [] }: RatedFinding,
): DiagnosticRelatedInformation[] {
  const { uri } = sheetDocument.document;
  const here = related.map(place => ({
    location: { uri, range: rangeOf(sheetDocument, place) },
    message: place.message,
  }));
  const inOthers = elsewhere.map(place => ({
    location: { uri: place.uri, range: place.range },
    message: place.message,
  }));
  return [...here, ...inOthers];
}
