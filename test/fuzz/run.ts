/**
 * `npm run fuzz`: the long run of what `npm test` does in short. It prints its seed, and for what fails how
 * to repeat just that.
 */
import { parseArgs } from 'node:util';
import { parts, type Amount } from './parts';

const usage = `Usage: npm run fuzz -- [--seed <number>] [--only <part>] [--path <path>] [--share <number>]
Parts: ${Object.keys(parts).join(', ')}. --share 0.1 does a tenth of all.`;

/** 100,000 texts, 10,000 runs of the protocol, every beginning, and an hour of 200 keys a minute. */
const ALL: Amount = { texts: 100_000, step: 1, clients: 9_000, bytes: 1_000, edits: 12_000 };

function shareOf(share: number): Amount {
  const of = (count: number): number => Math.max(1, Math.round(count * share));
  return {
    texts: of(ALL.texts),
    step: Math.max(1, Math.round(ALL.step / share)),
    clients: of(ALL.clients),
    bytes: of(ALL.bytes),
    edits: of(ALL.edits),
  };
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string' },
      only: { type: 'string' },
      path: { type: 'string' },
      share: { type: 'string', default: '1' },
    },
  });
  const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed);
  const share = Number(values.share);
  const chosen = Object.entries(parts).filter(([name]) => values.only === undefined || name === values.only);
  if (!Number.isInteger(seed) || !(share > 0) || chosen.length === 0) throw new Error(usage);

  console.log(`Seed ${seed}. To repeat all of it: npm run fuzz -- --seed ${seed} --share ${share}`);
  const origin = { seed, ...(values.path !== undefined && { path: values.path }) };
  let failed = 0;
  for (const [name, part] of chosen) {
    const start = Date.now();
    try {
      const done = await part(shareOf(share), origin);
      console.log(`${name}: ${done} (${Math.round((Date.now() - start) / 1000)} s)`);
    } catch (error) {
      failed++;
      console.error(`${name}: failed.`, error);
    }
  }
  console.log(`\n${chosen.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

main().then(
  code => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  },
);
