import type { Instrument } from '../types';
import { context } from './context';
import { documentation } from './documentation';
import { formation } from './formation';
import { institutionalization } from './institutionalization';
import { obligations } from './obligations';

/**
 * The coding sheet of the Alliance Treaty Obligations and Provisions project: 61 questions in five
 * sections. The questions are printed here as on the published sheets; labels and help are this
 * project's own.
 */
export const atopInstrument: Instrument = {
  id: 'atop',
  name: 'ATOP coding sheet',
  sections: [formation, obligations, institutionalization, context, documentation],
};
