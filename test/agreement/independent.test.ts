import assert from 'node:assert/strict';
import fc from 'fast-check';
import { before, describe, it } from 'mocha';
import {
  cohenKappa,
  krippendorffAlpha,
  percentAgreement,
  type Pair,
} from '../../server/src/dataset/agreement/measures';
import { nltkMeasures, pythonWithNltk, type Table } from './nltk';

/** Two coders, a few categories, some values missing: enough of both coded, and not all the same. */
const tables = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 0, max: 3 }))
  .chain(([categories, missing]) => {
    const value = fc.nat(categories + missing - 1).map(number => (number < categories ? `c${number}` : null));
    return fc.array(fc.tuple(value, value), { minLength: 2, maxLength: 40 });
  })
  .filter(table => new Set(pairsIn(table).flat()).size > 1);

function pairsIn(table: Table): Pair[] {
  return table.flatMap(([a, b]): Pair[] => (typeof a === 'string' && typeof b === 'string' ? [[a, b]] : []));
}

describe('the measures of agreement, beside those of NLTK', () => {
  let python = '';

  before(async () => {
    python = await pythonWithNltk(new AbortController().signal);
  }).timeout(300_000);

  it('are the same on random tables with missing values', async () => {
    const samples = fc.sample(tables, { numRuns: 400, seed: 4765 });
    const theirs = await nltkMeasures(python, samples);
    assert.equal(theirs.length, samples.length);
    for (const [index, table] of samples.entries()) {
      const pairs = pairsIn(table);
      const ours = {
        percent: percentAgreement(pairs),
        kappa: cohenKappa(pairs).value,
        alpha: krippendorffAlpha(table.map(units => units.map(value => value ?? undefined))).value,
      };
      for (const name of ['percent', 'kappa', 'alpha'] as const) {
        const [own, other] = [ours[name], theirs[index]![name]];
        assert.ok(
          own !== undefined && other !== undefined && Math.abs(own - other) < 1e-9,
          `${name} is ${String(own)} here and ${String(other)} there for ${JSON.stringify(table)}`,
        );
      }
    }
  }).timeout(120_000);

  it('are the same for three to five coders', async () => {
    const value = fc.option(fc.constantFrom('a', 'b', 'c'), { freq: 4 });
    const many = fc
      .integer({ min: 3, max: 5 })
      .chain(coders =>
        fc.array(fc.array(value, { minLength: coders, maxLength: coders }), { minLength: 3, maxLength: 30 }),
      )
      .filter(table => alphaOf(table).value !== undefined);
    const samples = fc.sample(many, { numRuns: 200, seed: 3180 });
    const theirs = await nltkMeasures(python, samples);
    for (const [index, table] of samples.entries()) {
      const own = alphaOf(table).value;
      const other = theirs[index]!.alpha;
      assert.ok(
        own !== undefined && Math.abs(own - other) < 1e-9,
        `alpha is ${String(own)} here and ${other} there for ${JSON.stringify(table)}`,
      );
    }
  }).timeout(120_000);

  function alphaOf(table: Table) {
    return krippendorffAlpha(table.map(units => units.map(value => value ?? undefined)));
  }
});
