/**
 * How far two coders agree: sheets matched by ATOP ID, percent agreement, Cohen's kappa and
 * Krippendorff's alpha by question and over all, and where they differ. Plain data from plain data;
 * reading files and writing reports is for a host.
 */
export { alignSheets, type AlignedPart, type AlignedSheets } from './alignment';
export { codingOf, reasonLeftOut, type Coding, type NotApplicableAs } from './categories';
export { codeSheet, type CodedAnswer, type CodedSheet } from './codedSheet';
export {
  asOnePair,
  compareCoders,
  type AgreementMeasures,
  type AgreementReport,
  type Disagreement,
  type DisagreeingAnswer,
  type MatchedSheets,
  type QuestionAgreement,
} from './compare';
export { agreementFigures, type AgreementFigures } from './figures';
export type { Measure, UndefinedReason } from './measures';
export {
  AGREEMENT_COLUMNS,
  agreementJson,
  agreementRows,
  agreementText,
  DISAGREEMENT_COLUMNS,
  disagreementRows,
  type AgreementJson,
  type CoderNames,
  type ReportRow,
} from './report';
