/** `npm run docs`: writes the pages that come from the code. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { generatedPages } from './docs/pages';

for (const [path, page] of Object.entries(generatedPages)) {
  writeFileSync(resolve(path), page());
  console.log(`wrote ${path}`);
}
