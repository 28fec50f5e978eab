import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  cohenKappa,
  krippendorffAlpha,
  percentAgreement,
  pooledAlpha,
  pooledKappa,
  type Pair,
} from '../../../../server/src/dataset/agreement/measures';

/** Two coders' values side by side: `pairsOf('0 1', '1 1')`. */
function pairsOf(a: string, b: string): Pair[] {
  const other = b.split(' ');
  return a.split(' ').map((value, unit) => [value, other[unit]!]);
}

/** The pairs of a table of frequencies: a row a category of the first coder, a column one of the second. */
function pairsIn(table: readonly (readonly number[])[]): Pair[] {
  return table.flatMap((row, a) =>
    row.flatMap((times, b) => Array.from({ length: times }, (): Pair => [String(a), String(b)])),
  );
}

/** Units of several observers, one observer a line; a dot is a missing value. */
function unitsOf(...observers: readonly string[]): (string | undefined)[][] {
  const values = observers.map(line => line.split(' '));
  return values[0]!.map((_, unit) => values.map(line => (line[unit] === '.' ? undefined : line[unit])));
}

function near(actual: number | undefined, expected: number, digits = 3): void {
  assert.equal(actual?.toFixed(digits), expected.toFixed(digits));
}

describe('Cohen’s kappa', () => {
  it('is 0.492 for the diagnoses of Cohen (1960), “A coefficient of agreement for nominal scales”', () => {
    // 200 patients; rows 120, 60, 20 and columns 100, 60, 40 in all.
    const pairs = pairsIn([
      [88, 14, 18],
      [10, 40, 10],
      [2, 6, 12],
    ]);
    // Observed: (88 + 40 + 12) / 200 = 0.70.
    assert.equal(percentAgreement(pairs), 0.7);
    const kappa = cohenKappa(pairs);
    // By chance: 0.60 × 0.50 + 0.30 × 0.30 + 0.10 × 0.20 = 0.41.
    near(kappa.expected, 0.41);
    // (0.70 − 0.41) / (1 − 0.41) = 0.29 / 0.59.
    near(kappa.value, 0.492);
  });

  it('is 0.676 for the diagnoses of Fleiss, Levin and Paik, “Statistical Methods for Rates and Proportions”', () => {
    // 100 subjects; rows 80, 10, 10 and columns 80, 5, 15 in all.
    const kappa = cohenKappa(
      pairsIn([
        [75, 1, 4],
        [5, 4, 1],
        [0, 0, 10],
      ]),
    );
    // Observed 0.89; by chance 0.80 × 0.80 + 0.10 × 0.05 + 0.10 × 0.15 = 0.66; 0.23 / 0.34.
    near(kappa.observed, 0.89);
    near(kappa.expected, 0.66);
    near(kappa.value, 0.676);
  });

  it('is 0 where the coders agree as often as chance has them, and negative where they agree less', () => {
    // Observed 1/2; by chance 1/2 × 1/2 + 1/2 × 1/2.
    near(cohenKappa(pairsOf('y y n n', 'y n y n')).value, 0);
    // Observed 0; by chance 1/2.
    near(cohenKappa(pairsOf('y n', 'n y')).value, -1);
  });

  it('is 0 where one coder never varies: that coder tells nothing apart', () => {
    near(cohenKappa(pairsOf('y y y', 'n y y')).value, 0);
  });

  it('is undefined, and says why, where neither coder varies or nothing was coded twice', () => {
    assert.deepEqual(cohenKappa(pairsOf('y y y', 'y y y')), {
      value: undefined,
      reason: 'no-variation',
      observed: 1,
      expected: 1,
      count: 3,
    });
    assert.deepEqual(cohenKappa([]), {
      value: undefined,
      reason: 'no-pairs',
      observed: 0,
      expected: 0,
      count: 0,
    });
  });

  it('takes one unit for what it is: agreement tells nothing, disagreement is no better than chance', () => {
    assert.equal(cohenKappa([['y', 'y']]).value, undefined);
    assert.equal(cohenKappa([['y', 'n']]).value, 0);
  });
});

describe('Krippendorff’s alpha, on the examples of “Computing Krippendorff’s Alpha-Reliability” (2011)', () => {
  it('A: binary data, two observers, no missing data: 0.095', () => {
    // The coincidences: 10 zeros with zeros, 4 + 4 zeros with ones, 2 ones with ones; 14 zeros and 6 ones.
    const alpha = krippendorffAlpha(unitsOf('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0'));
    // Observed 8/20; by chance 2 × 14 × 6 / (20 × 19).
    near(alpha.observed, 8 / 20);
    near(alpha.expected, 168 / 380);
    // 1 − 19 × 4 / (14 × 6).
    near(alpha.value, 0.095);
  });

  it('B: nominal data, two observers, no missing data: 0.692', () => {
    // Of 24 values a, b, c, d, e have 4, 6, 6, 6, 2.
    const alpha = krippendorffAlpha(unitsOf('a a b b d c c c e d d a', 'b a b b b c c c e d d d'));
    // Three of twelve units differ: 6 of 24 values.
    near(alpha.observed, 6 / 24);
    // By chance: 1 − (4 × 3 + 3 × 6 × 5 + 2 × 1) / (24 × 23).
    near(alpha.expected, 448 / 552);
    near(alpha.value, 0.692);
  });

  it('C: nominal data, four observers, missing data: 0.743', () => {
    const alpha = krippendorffAlpha(
      unitsOf(
        '1 2 3 3 2 1 4 1 2 . . .',
        '1 2 3 3 2 2 4 1 2 5 . 3',
        '. 3 3 3 2 3 4 2 2 5 1 .',
        '1 2 3 3 2 4 4 1 2 5 1 .',
      ),
    );
    // 41 values; the last unit has one alone, which pairs with nothing: 40.
    assert.equal(alpha.count, 40);
    near(alpha.value, 0.743);
  });

  it('is undefined, and says why, where no value varies or none pairs with another', () => {
    const same = krippendorffAlpha(unitsOf('y y y', 'y y y'));
    assert.equal(same.value, undefined);
    assert.equal('reason' in same && same.reason, 'no-variation');
    const alone = krippendorffAlpha(unitsOf('y n .', '. . y'));
    assert.equal(alone.value, undefined);
    assert.equal('reason' in alone && alone.reason, 'no-pairs');
  });

  it('takes one unit for what it is', () => {
    assert.equal(krippendorffAlpha([['y', 'y']]).value, undefined);
    assert.equal(krippendorffAlpha([['y', 'n']]).value, 0);
  });
});

describe('the coefficients of several questions together', () => {
  // Observed 3/4 and 1; by chance 1/2 × 1/4 + 1/2 × 3/4 = 1/2 and 1/2 × 1/2 + 1/2 × 1/2 = 1/2.
  const questions = [pairsOf('y y n n', 'y n n n'), pairsOf('a b a b', 'a b a b')];

  it('kappa is that of the mean shares (De Vries, Elliott, Kanouse and Teleki, 2008)', () => {
    // (7/8 − 1/2) / (1 − 1/2).
    near(pooledKappa(questions.map(cohenKappa)).value, 0.75);
  });

  it('a question weighs by its pairs, and one without variation moves neither share apart', () => {
    const constant = cohenKappa(pairsOf('y y y y', 'y y y y'));
    // Observed (3 + 4 + 4) / 12, by chance (2 + 2 + 4) / 12.
    near(pooledKappa([...questions.map(cohenKappa), constant]).value, (11 - 8) / (12 - 8));
  });

  it('alpha is pooled over its disagreements', () => {
    // Of 8 values each: observed 2/8 and 0; by chance 2 × 3 × 5 / 56 and 2 × 4 × 4 / 56.
    near(pooledAlpha(questions.map(krippendorffAlpha)).value, 1 - 2 / 8 / (30 / 56 + 32 / 56), 6);
  });

  it('is undefined where every question is', () => {
    const same = cohenKappa(pairsOf('y', 'y'));
    assert.equal(pooledKappa([same, same]).value, undefined);
    assert.equal(pooledKappa([]).value, undefined);
    assert.equal(pooledAlpha([krippendorffAlpha([['y', 'y']])]).value, undefined);
    assert.equal(pooledAlpha([]).value, undefined);
  });
});
