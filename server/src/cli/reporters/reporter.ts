import type { RuleId, Severity } from '../../rules';

/** A place in a file: line and column counted from 1, columns in UTF-16 units as editors count them. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface FoundRange {
  readonly start: Place;
  readonly end: Place;
}

/** One finding, as reports show it. */
export interface Found extends FoundRange {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly message: string;
  readonly related: readonly RelatedPlace[];
}

/** A place that explains a finding. */
export interface RelatedPlace extends FoundRange {
  readonly message: string;
  /** Another file than the finding's own. */
  readonly elsewhere?: { readonly path: string; readonly shown: string };
}

/** A sheet that was checked. */
export interface CheckedSheet {
  readonly path: string;
  /** As messages show it. */
  readonly shown: string;
  /** In the order of the text; without those that are not to be shown. */
  readonly findings: readonly Found[];
}

/** A file that could not be checked. */
export interface UncheckedFile {
  readonly path: string;
  readonly shown: string;
  readonly failure: string;
}

export interface CheckSummary {
  readonly sheets: number;
  readonly sheetsWithFindings: number;
  /** All findings by their severity, those that are not shown included. */
  readonly counts: Readonly<Record<Severity, number>>;
  readonly unchecked: readonly UncheckedFile[];
}

/** Makes the text of a report piece by piece, so that no report is ever held as a whole. */
export interface Reporter {
  head(): string;
  sheet(sheet: CheckedSheet): string;
  tail(summary: CheckSummary): string;
}
