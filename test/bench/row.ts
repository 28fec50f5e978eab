/** Measures one group of rows in a process of its own and prints it as JSON: `node row.js <group> [--quick]`. */
import { editInProcess } from './editInProcess';
import { editOverStdio } from './editOverStdio';
import { growth } from './growth';
import { indexFromDisk } from './indexFromDisk';
import { editInWorkspaces } from './openWorkspace';
import type { Row } from './report';
import { wholeSheet } from './wholeSheet';

const GROUPS: Readonly<Record<string, (isQuick: boolean) => Promise<Row[]>>> = {
  editInProcess,
  editOverStdio,
  wholeSheet,
  indexFromDisk,
  editInWorkspaces,
  growth,
};

const [name = ''] = process.argv.slice(2);
const group = GROUPS[name];
if (!group) throw new Error(`No group “${name}” among ${Object.keys(GROUPS).join(', ')}.`);
void group(process.argv.includes('--quick')).then(rows => console.log(JSON.stringify(rows)));
