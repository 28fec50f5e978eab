import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createSheetLanguageService } from '../../server/src/service';
import { hostileTexts } from '../support/hostileTexts';
import { serviceCalls, type ServiceCall } from '../support/serviceCalls';
import { spreadOf } from './measure';
import type { Row } from './report';
import { seedText } from './sheet';

/** What is over sooner tells more of the garbage collector than of growth, in milliseconds. */
const LONG_ENOUGH = 20;
const SMALLEST = 16_000;
/** Texts that are read as fast as this at this size are no danger at any. */
const LARGEST = 2_000_000;
/** How far growth is followed where one doubling looks like too much. */
const FARTHEST = 8_200_000;
/** Doubled texts may take twice as long, and what measuring adds. */
const BUDGET = 2.3;
/** What a quick run asks for, of all that can be asked. */
const QUICK: ReadonlySet<string> = new Set(['diagnostics', 'hover', 'format', 'semanticTokens']);

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const service = createSheetLanguageService({ rulesUri: 'atop-rules:/' });

/** How every call grows on texts made to slow it down, and how reading a sheet grows up to 10 MB. */
export function growth(isQuick: boolean): Promise<Row[]> {
  return Promise.resolve([hostileGrowth(isQuick), ...sizes(isQuick)]);
}

/** The worst growth of any call on any hostile text. */
function hostileGrowth(isQuick: boolean): Row {
  const calls = Object.entries(serviceCalls).filter(([call]) => !isQuick || QUICK.has(call));
  const texts = Object.entries(hostileTexts);
  const found = texts.flatMap(([text, make]) =>
    calls.flatMap(([call, ask]) => {
      const factor = doubling(make, ask);
      return factor === undefined ? [] : [{ name: `${call} on ${text}`, factor }];
    }),
  );
  const worst = found.reduce((a, b) => (a.factor > b.factor ? a : b), { name: 'nothing', factor: 0 });
  return {
    what: `${calls.length} calls on ${texts.length} hostile texts, size doubled`,
    beside: `itself; the worst is ${worst.name}`,
    measured: `${found.length} of ${calls.length * texts.length} took ${LONG_ENOUGH} ms at some size`,
    other: '',
    ratio: spreadOf([worst.factor]),
    budget: BUDGET,
  };
}

/** By what a call takes longer on a text of twice the size; `undefined` where it takes next to no time. */
function doubling(make: (length: number) => string, ask: ServiceCall): number | undefined {
  let size = SMALLEST;
  while (cpuTime(make(size), ask, 3) < LONG_ENOUGH) {
    size *= 2;
    if (size > LARGEST) return undefined;
  }
  const first = cpuTime(make(2 * size), ask) / cpuTime(make(size), ask);
  if (first <= BUDGET) return first;
  // Once is no proof: at some size what a text is read into is for the first time too much for the young
  // generation, and the collector has its part from there on. That is one step; what grows faster than the text
  // does so at every size.
  const doublings = Math.min(4, Math.floor(Math.log2(FARTHEST / size)) - 1);
  const from = cpuTime(make(2 * size), ask, 5, collectGarbage);
  const to = cpuTime(make(2 * size * 2 ** doublings), ask, 5, collectGarbage);
  return Math.min(first, (to / from) ** (1 / doublings));
}

/** Reading and checking ever larger texts: the sheet again and again, and one answer on one line. */
function sizes(isQuick: boolean): Row[] {
  const seed = seedText();
  const kinds = {
    'the sheet again and again': (length: number) =>
      seed.repeat(Math.ceil(length / seed.length)).slice(0, length),
    'one line': (length: number) => `1. ATOP ID: ${'The parties agree. '.repeat(Math.ceil(length / 19))}`,
  };
  const lengths = isQuick ? [10_000, 100_000, 1_000_000] : [10_000, 100_000, 1_000_000, 10_000_000];
  return Object.entries(kinds).flatMap(([kind, make]) => {
    const times = lengths.map(length =>
      cpuTime(make(length), (asked, document) => asked.diagnostics(document)),
    );
    return lengths.slice(1).map((length, index) => ({
      what: `diagnostics of ${length / 1000} KB, ${kind}`,
      beside: 'a tenth of it, for each doubling',
      measured: `${(times[index + 1] ?? 0).toFixed(1)} ms`,
      other: `${(times[index] ?? 0).toFixed(1)} ms`,
      ratio: spreadOf([((times[index + 1] ?? 0) / (times[index] ?? NaN)) ** (1 / Math.log2(10))]),
      budget: (times[index] ?? 0) < LONG_ENOUGH ? undefined : BUDGET,
    }));
  });
}

/** The least processor time of some first readings, in milliseconds: other programs have no part in it. */
function cpuTime(text: string, ask: ServiceCall, rounds = 5, prepare?: () => void): number {
  let least = Infinity;
  for (let round = 0; round < rounds; round++) {
    const document = TextDocument.create('file:///hostile.atop', 'atop', 1, text);
    const position = document.positionAt(text.length / 2);
    prepare?.();
    const before = process.cpuUsage();
    ask(service, document, position);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}
