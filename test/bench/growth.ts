import { TextDocument } from 'vscode-languageserver-textdocument';
import { createSheetLanguageService } from '../../server/src/service';
import { hostileTexts } from '../support/hostileTexts';
import { serviceCalls, type ServiceCall } from '../support/serviceCalls';
import { spreadOf } from './measure';
import type { Row } from './report';
import { seedText } from './sheet';

/** From one size to the next; linear work takes as many times as long. */
const STEP = 4;
/** What is over sooner than this tells nothing about growth, in milliseconds. */
const TOO_SHORT = 5;
/** Doubled texts may take twice as long, and what measuring adds. */
const BUDGET = 2.3;

const service = createSheetLanguageService({ rulesUri: 'atop-rules:/' });

/** How every call grows on texts made to slow it down, and how reading a sheet grows up to 10 MB. */
export function growth(isQuick: boolean): Promise<Row[]> {
  return Promise.resolve([hostileGrowth(isQuick ? 8_000 : 32_000), ...sizes(isQuick)]);
}

/** The worst growth of any call on any hostile text. */
function hostileGrowth(size: number): Row {
  const found = Object.entries(hostileTexts).flatMap(([text, make]) => {
    const [small, large] = [make(size), make(size * STEP)];
    return Object.entries(serviceCalls).flatMap(([call, ask]) => {
      const time = cpuTime(large, ask);
      return time < TOO_SHORT
        ? []
        : [{ name: `${call} on ${text}`, growth: doubling(cpuTime(small, ask), time) }];
    });
  });
  const worst = found.reduce((a, b) => (a.growth > b.growth ? a : b), { name: 'nothing', growth: 0 });
  return {
    what: `${Object.keys(serviceCalls).length} calls on ${Object.keys(hostileTexts).length} hostile texts, size doubled`,
    beside: `itself; the worst is ${worst.name}`,
    measured: `${found.length} times`,
    other: '',
    ratio: spreadOf(found.length === 0 ? [0] : [worst.growth]),
    budget: BUDGET,
  };
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
      budget: (times[index] ?? 0) < TOO_SHORT ? undefined : BUDGET,
    }));
  });
}

function doubling(small: number, large: number): number {
  return (large / small) ** (1 / Math.log2(STEP));
}

/** The least processor time of five first readings, in milliseconds: other programs have no part in it. */
function cpuTime(text: string, ask: ServiceCall): number {
  let least = Infinity;
  for (let round = 0; round < 5; round++) {
    const document = TextDocument.create('file:///hostile.atop', 'atop', 1, text);
    const position = document.positionAt(text.length / 2);
    const before = process.cpuUsage();
    ask(service, document, position);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}
