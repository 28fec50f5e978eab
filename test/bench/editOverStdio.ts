import { compete, ratioOf, spreadOf } from './measure';
import { micros, type Row } from './report';
import { BenchedServer } from './server';
import { typedJson, typedSeed } from './sheet';

const SERVER = 'server';
const FLOOR = 'floor';
const JSON_PEER = 'json';

/** The same edit through a server process: sent, and its diagnostics pulled and received. */
export async function editOverStdio(isQuick: boolean): Promise<Row[]> {
  const servers = new Map([
    [SERVER, new BenchedServer('dist/server/server.js', typedSeed())],
    [FLOOR, new BenchedServer('dist/bench/floorServer.js', typedSeed())],
    [JSON_PEER, new BenchedServer('dist/bench/jsonServer.js', typedJson())],
  ]);
  for (const server of servers.values()) await server.start();
  const times = await compete(
    Array.from(servers, ([name, server]) => ({ name, run: () => server.typeAndPull() })),
    isQuick ? { rounds: 20, turns: 12, warmUp: 30 } : { rounds: 150, turns: 24, warmUp: 250 },
  );
  for (const server of servers.values()) await server.stop();
  const row = (peer: string, beside: string, budget: number | undefined): Row => ({
    what: 'one edit to its diagnostics, pulled over stdio',
    beside,
    measured: micros(spreadOf(times.get(SERVER) ?? [])),
    other: micros(spreadOf(times.get(peer) ?? [])),
    ratio: ratioOf(times, SERVER, peer),
    budget,
  });
  return [
    row(FLOOR, 'a server of the same library that answers with nothing', 1.5),
    row(JSON_PEER, 'vscode-json-languageservice behind the same library, equal content', undefined),
  ];
}
