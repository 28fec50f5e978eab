/**
 * Published sheets made into clean ones. The cleaning is pure: it takes pages of lines (`Source`), from
 * `plainSource` or from the `readPdf` that `loadPdfReader` brings; that is apart as it is a whole PDF reader.
 */
export type { ImportChange, ImportChangeKind } from './changes';
export { importDocument, type ImportedDocument } from './importDocument';
export { importSheet, type ImportedSheet } from './importSheet';
export { loadPdfReader } from './pdf/loadPdfReader';
export { readSource, type ImportProblem, type SourceReaderHost, type SourceReading } from './readSource';
export { importReport } from './report';
export { plainSource, type LinePlace, type Source, type SourceLine, type SourcePage } from './source';
