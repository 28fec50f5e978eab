/**
 * Measures of agreement between coders on nominal categories: percent agreement, Cohen's kappa (1960)
 * and Krippendorff's alpha (nominal metric). A category is any string; only sameness counts.
 */

/** A measure, or why it has no value. */
export type Measure =
  | {
      readonly value: number;
      /** The share of agreement (for alpha, of disagreement) that was seen, and that chance would give. */
      readonly observed: number;
      readonly expected: number;
      /** What the shares were counted over: pairs, or for alpha pairable values. */
      readonly count: number;
    }
  | UndefinedMeasure;

export interface UndefinedMeasure {
  readonly value: undefined;
  readonly reason: UndefinedReason;
  readonly observed: number;
  readonly expected: number;
  readonly count: number;
}

/**
 * `no-pairs`: nothing was coded by both. `no-variation`: one category alone was used throughout, so
 * that chance would agree always, and what is left over from chance cannot be divided by nothing.
 */
export type UndefinedReason = 'no-pairs' | 'no-variation';

/** What two coders made of one unit. */
export type Pair = readonly [string, string];

/** The share of pairs that are the same; undefined where there is no pair. */
export function percentAgreement(pairs: readonly Pair[]): number | undefined {
  return pairs.length === 0 ? undefined : pairs.filter(([a, b]) => a === b).length / pairs.length;
}

/**
 * Cohen's kappa: the agreement beyond what two coders with these habits, each on their own, would
 * reach by chance, as a share of what is possible beyond it. Units that one coder left out do not count.
 */
export function cohenKappa(pairs: readonly Pair[]): Measure {
  const count = pairs.length;
  const habitsA = countOf(pairs.map(([a]) => a));
  const habitsB = countOf(pairs.map(([, b]) => b));
  let byChance = 0;
  for (const [category, times] of habitsA) byChance += times * (habitsB.get(category) ?? 0);
  const observed = percentAgreement(pairs) ?? 0;
  return beyondChance(observed, count === 0 ? 0 : byChance / count ** 2, count);
}

/**
 * Krippendorff's alpha for nominal data, any number of coders; `undefined` is a value that is missing.
 * A value counts where another coder gave one for the same unit; each unit's pairs weigh as much as
 * its values.
 */
export function krippendorffAlpha(units: readonly (readonly (string | undefined)[])[]): Measure {
  const totals = new Map<string, number>();
  let count = 0;
  let differing = 0;
  for (const unit of units) {
    const values = unit.filter(value => value !== undefined);
    if (values.length < 2) continue;
    const own = countOf(values);
    let same = 0;
    for (const [category, times] of own) {
      totals.set(category, (totals.get(category) ?? 0) + times);
      same += times * (times - 1);
    }
    count += values.length;
    differing += (values.length * (values.length - 1) - same) / (values.length - 1);
  }
  let same = 0;
  for (const times of totals.values()) same += times * (times - 1);
  const possible = count * (count - 1);
  const disagreement = count === 0 ? 0 : differing / count;
  const byChance = possible === 0 ? 0 : (possible - same) / possible;
  const shares = { observed: disagreement, expected: byChance, count };
  if (count === 0) return { value: undefined, reason: 'no-pairs', ...shares };
  if (byChance === 0) return { value: undefined, reason: 'no-variation', ...shares };
  return { value: 1 - disagreement / byChance, ...shares };
}

/**
 * One kappa for several questions: the mean observed and the mean expected agreement, each question
 * by its pairs. Where all have as many, this is the pooled kappa of De Vries and others (2008).
 * Categories of different questions are so never compared with each other.
 */
export function pooledKappa(kappas: readonly Measure[]): Measure {
  const { observed, expected, count } = meanShares(kappas);
  return beyondChance(observed, expected, count);
}

/** One alpha for several questions, pooled in the same way over their disagreements. */
export function pooledAlpha(alphas: readonly Measure[]): Measure {
  const shares = meanShares(alphas);
  if (shares.count === 0) return { value: undefined, reason: 'no-pairs', ...shares };
  if (shares.expected === 0) return { value: undefined, reason: 'no-variation', ...shares };
  return { value: 1 - shares.observed / shares.expected, ...shares };
}

function meanShares(measures: readonly Measure[]): { observed: number; expected: number; count: number } {
  let count = 0;
  let observed = 0;
  let expected = 0;
  for (const measure of measures) {
    count += measure.count;
    observed += measure.observed * measure.count;
    expected += measure.expected * measure.count;
  }
  return count === 0
    ? { observed, expected, count }
    : { observed: observed / count, expected: expected / count, count };
}

function beyondChance(observed: number, expected: number, count: number): Measure {
  const shares = { observed, expected, count };
  if (count === 0) return { value: undefined, reason: 'no-pairs', ...shares };
  // The expected share is a sum of fractions: it may miss 1 by a rounding.
  if (1 - expected < 1e-12) return { value: undefined, reason: 'no-variation', ...shares };
  return { value: (observed - expected) / (1 - expected), ...shares };
}

function countOf(categories: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const category of categories) counts.set(category, (counts.get(category) ?? 0) + 1);
  return counts;
}
