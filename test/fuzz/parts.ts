import assert from 'node:assert/strict';
import fc from 'fast-check';
import { survivesAnyBytes } from './bytes';
import { answersAnyClient } from './messages';
import { readBeginnings, readsAnyText, type Counts } from './reading';
import { HEAP_BOUND, soak } from './soak';

/** How much is fuzzed. */
export interface Amount {
  /** Texts that are damaged at random. */
  readonly texts: number;
  /** The step from one beginning of the real sheet to the next; 1 takes every one. */
  readonly step: number;
  /** Runs of a client against a server that lives on. */
  readonly clients: number;
  /** Runs of a client that sends any bytes to a server of its own. */
  readonly bytes: number;
  /** Edits of a coder whose server's memory is watched. */
  readonly edits: number;
}

/** From where the random numbers come: a seed, and the path to one run of those that it makes. */
export interface Origin {
  readonly seed: number;
  readonly path?: string;
}

/** A part of the fuzzing: says what it did, or fails with a report of how to repeat it. */
export type Part = (amount: Amount, origin: Origin) => Promise<string>;

/** Half an hour: a part that takes longer has hung somewhere. */
const TIME_LIMIT = 1_800_000;

async function check(
  name: string,
  property: fc.IRawProperty<unknown>,
  numRuns: number,
  { seed, path }: Origin,
): Promise<void> {
  const details = await fc.check(property, {
    seed,
    numRuns,
    interruptAfterTimeLimit: TIME_LIMIT,
    markInterruptAsFailure: true,
    ...(path !== undefined && { path }),
  });
  if (!details.failed) return;
  const again = `npm run fuzz -- --only ${name} --seed ${details.seed} --path ${details.counterexamplePath ?? ''}`;
  throw new Error(`${fc.defaultReportMessage(details)}\n\nRepeat it: ${again}`, {
    cause: details.errorInstance,
  });
}

export const parts: Readonly<Record<string, Part>> = {
  beginnings: ({ step }) => {
    const counts = noCounts();
    const read = readBeginnings(step, counts);
    return Promise.resolve(`${read} beginnings of the real sheet read, ${counts.calls} requests answered`);
  },

  texts: async ({ texts }, origin) => {
    const counts = noCounts();
    await check('texts', readsAnyText(counts), texts, origin);
    return (
      `${texts} texts read, ${counts.characters} characters; ` +
      `${counts.calls} requests answered, ${counts.edits} edits read as a fresh text is`
    );
  },

  clients: async ({ clients }, origin) => {
    const { property, close, drop } = answersAnyClient();
    try {
      await check('clients', property, clients, origin);
      await close();
    } finally {
      drop();
    }
    return `${clients} runs of clients in good and bad order, no edit lost`;
  },

  bytes: async ({ bytes }, origin) => {
    await check('bytes', survivesAnyBytes(), bytes, origin);
    return `${bytes} servers sent any bytes, each ended with its client`;
  },

  soak: async ({ edits: count }) => {
    const { edits, growth } = await soak(count);
    assert.ok(growth < HEAP_BOUND, `the heap grew by ${growth} bytes over ${edits} edits`);
    return `${edits} edits typed into one server, its heap grew by ${Math.round(growth / 1000)} KB`;
  },
};

function noCounts(): Counts {
  return { characters: 0, calls: 0, edits: 0 };
}
