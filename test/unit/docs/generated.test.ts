import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, it } from 'mocha';
import { generatedPages } from '../../../scripts/docs/pages';
import { variables } from '../../../server/src/instrument';

describe('the pages that are written from the code', () => {
  for (const [path, page] of Object.entries(generatedPages)) {
    it(`${path} is current; npm run docs writes it anew`, () => {
      assert.equal(readFileSync(resolve(path), 'utf8'), page());
    });
  }

  it('name every variable', () => {
    const page = readFileSync(resolve('docs/variables.md'), 'utf8');
    for (const { name } of variables.filter(variable => !/^mem\d/.test(variable.name)))
      assert.ok(page.includes(`| \`${name}\` |`), name);
    assert.ok(page.includes('| `mem1` to `mem59` |'));
  });
});
