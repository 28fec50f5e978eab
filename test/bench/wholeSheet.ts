import { readSheet } from '../../server/src/answers';
import { atopInstrument } from '../../server/src/instrument';
import { findingsOf } from '../../server/src/rules';
import { compete, ratioOf, spreadOf } from './measure';
import { micros, type Row } from './report';
import { seedText } from './sheet';

const WHOLE = 'parse + all rules';
const FLOOR = 'lines + match';

/** A sheet that is read for the first time, beside the least that any reader of it could do. */
export async function wholeSheet(isQuick: boolean): Promise<Row[]> {
  const text = seedText();
  const times = await compete(
    [
      {
        name: WHOLE,
        run: () => findingsOf(readSheet(text, atopInstrument), { today: '2026-01-31' }),
      },
      { name: FLOOR, run: () => text.split('\n').filter(line => /^\d+\./.test(line)).length },
    ],
    isQuick ? { rounds: 20, turns: 20, warmUp: 20 } : { rounds: 300, turns: 30, warmUp: 300 },
  );
  return [
    {
      what: 'parse + all rules, one sheet read anew',
      beside: 'splitting it into lines and matching /^\\d+\\./ on each',
      measured: micros(spreadOf(times.get(WHOLE) ?? [])),
      other: micros(spreadOf(times.get(FLOOR) ?? [])),
      ratio: ratioOf(times, WHOLE, FLOOR),
      budget: 10,
    },
  ];
}
