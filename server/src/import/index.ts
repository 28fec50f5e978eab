/**
 * Published sheets made into clean ones. The cleaning is pure: it takes pages of lines (`Source`), from
 * `plainSource` or from `pdf/readPdf`, which is apart as it brings a whole PDF reader with it.
 */
export type { ImportChange, ImportChangeKind } from './changes';
export { importSheet, type ImportedSheet } from './importSheet';
export { importReport } from './report';
export { plainSource, type LinePlace, type Source, type SourceLine, type SourcePage } from './source';
