import { agree } from './agree';
import { check } from './check';
import type { CliCommand } from './context';
import { exportDataset } from './export';
import { fix } from './fix';
import { format } from './format';
import { importSheets } from './import';
import { newSheet } from './new';

/** Every command, in the order of the help. A new one is a file beside this one and a line here. */
export const commands: readonly CliCommand[] = [
  check,
  fix,
  format,
  exportDataset,
  agree,
  importSheets,
  newSheet,
];
