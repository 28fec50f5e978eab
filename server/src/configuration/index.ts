/** The project file `atop-sheets.json`: read from its text alone, so that every host can use it. */
export { isIgnored } from './ignored';
export {
  NO_PROJECT_SETTINGS,
  PROJECT_FILE,
  readProjectFile,
  type ProjectFileProblem,
  type ProjectFileReading,
  type ProjectSettings,
} from './projectFile';
