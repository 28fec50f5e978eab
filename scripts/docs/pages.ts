import { projectFileSchema } from './projectFileSchema';
import { variablesPage } from './variablesPage';

/** The pages that are written from the code, by their paths. */
export const generatedPages: Readonly<Record<string, () => string>> = {
  'docs/variables.md': variablesPage,
  'docs/atop-sheets.schema.json': projectFileSchema,
};
