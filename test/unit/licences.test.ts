import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { bundledPackages, LICENCES_FILE, thirdPartyLicences } from '../../scripts/licences/thirdParty';

describe('the licences of what the bundles hold', () => {
  it('are written down, each with its text: `npm run licences` does it', async () => {
    assert.equal(readFileSync(LICENCES_FILE, 'utf8'), await thirdPartyLicences());
  }).timeout(30_000);

  it('name everything that a bundle has taken in', async () => {
    const written = readFileSync(LICENCES_FILE, 'utf8');
    const packages = (await bundledPackages()).map(folder => folder.replace(/^.*node_modules\//, ''));
    assert.ok(packages.includes('vscode-languageserver') && packages.includes('unpdf'));
    for (const name of packages) assert.match(written, new RegExp(`^${name} \\d+\\.`, 'm'));
    assert.match(written, /^PDF\.js .*\nLicence: Apache-2\.0$/m);
  }).timeout(30_000);
});
