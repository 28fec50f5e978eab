import { compete, ratioOf, spreadOf } from './measure';
import { micros, type Row } from './report';
import { BenchedServer } from './server';
import { typedSeed } from './sheet';

const SERVER = 'server';
const FLOOR = 'floor';

/** The same edit through a server process: sent, and its diagnostics pulled and received. */
export async function editOverStdio(isQuick: boolean): Promise<Row[]> {
  const server = new BenchedServer('dist/server/server.js', typedSeed());
  const floor = new BenchedServer('dist/bench/floorServer.js', typedSeed());
  await Promise.all([server.start(), floor.start()]);
  const times = await compete(
    [
      { name: SERVER, run: () => server.typeAndPull() },
      { name: FLOOR, run: () => floor.typeAndPull() },
    ],
    isQuick ? { rounds: 20, turns: 12, warmUp: 30 } : { rounds: 150, turns: 24, warmUp: 250 },
  );
  await Promise.all([server.stop(), floor.stop()]);
  return [
    {
      what: 'one edit to its diagnostics, pulled over stdio',
      beside: 'a server of the same library that answers with nothing',
      measured: micros(spreadOf(times.get(SERVER) ?? [])),
      other: micros(spreadOf(times.get(FLOOR) ?? [])),
      ratio: ratioOf(times, SERVER, FLOOR),
      budget: 1.5,
    },
  ];
}
