/** Times what is compared in turns, so that whatever else the machine does meets all alike. */

/** One that takes part: `run` does the work once, and is awaited where it promises. */
export interface Contestant {
  readonly name: string;
  readonly run: () => unknown;
}

export interface Effort {
  /** Rounds; in each, every contestant has its turn. */
  readonly rounds: number;
  /** How often the work is done in a turn. */
  readonly turns: number;
  /** Rounds that are not counted, until the code is warm. */
  readonly warmUp: number;
}

/** Microseconds, by round: what once took in it, as a median of its turn. */
export type Times = ReadonlyMap<string, readonly number[]>;

export async function compete(contestants: readonly Contestant[], effort: Effort): Promise<Times> {
  const times = new Map<string, number[]>(contestants.map(({ name }) => [name, []]));
  for (let round = -effort.warmUp; round < effort.rounds; round++) {
    for (const { name, run } of contestants) {
      const turn: number[] = [];
      for (let count = 0; count < effort.turns; count++) {
        const start = process.hrtime.bigint();
        const result = run();
        if (result instanceof Promise) await result;
        turn.push(Number(process.hrtime.bigint() - start) / 1000);
      }
      if (round >= 0) times.get(name)?.push(quantile(turn, 0.5));
    }
  }
  return times;
}

/** A median with the quartiles about it. */
export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

export function spreadOf(values: readonly number[]): Spread {
  return { median: quantile(values, 0.5), low: quantile(values, 0.25), high: quantile(values, 0.75) };
}

/** How many times as long one took as another, round by round: what slowed a round slowed both. */
export function ratioOf(times: Times, name: string, to: string): Spread {
  const other = times.get(to) ?? [];
  return spreadOf((times.get(name) ?? []).map((time, round) => time / (other[round] ?? NaN)));
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}
