import { compete, ratioOf, spreadOf } from './measure';
import { micros, type Row } from './report';
import { BenchedServer } from './server';
import { proseAnswers, typedJson, typedSeed } from './sheet';

const SERVER = 'server';
const FLOOR = 'floor';
const CONSTANT = 'constant';
const JSON_PEER = 'json';
const PROSE = 'server, in prose';

/** The same edit through a server process: sent, and its diagnostics pulled and received. */
export async function editOverStdio(isQuick: boolean): Promise<Row[]> {
  const servers = new Map([
    [SERVER, new BenchedServer('dist/server/server.js', typedSeed())],
    [PROSE, new BenchedServer('dist/server/server.js', typedSeed(proseAnswers()))],
    [FLOOR, new BenchedServer('dist/bench/floorServer.js', typedSeed())],
    [CONSTANT, new BenchedServer('dist/bench/constantServer.js', typedSeed())],
    [JSON_PEER, new BenchedServer('dist/bench/jsonServer.js', typedJson())],
  ]);
  for (const server of servers.values()) await server.start();
  const times = await compete(
    Array.from(servers, ([name, server]) => ({ name, run: () => server.typeAndPull() })),
    isQuick ? { rounds: 20, turns: 12, warmUp: 30 } : { rounds: 150, turns: 24, warmUp: 250 },
  );
  for (const server of servers.values()) await server.stop();
  const edit = 'one edit to its diagnostics, pulled over stdio';
  const nothing = 'a server of the same library that answers with nothing';
  const row = (what: string, server: string, beside: string, peer: string, budget?: number): Row => ({
    what,
    beside,
    measured: micros(spreadOf(times.get(server) ?? [])),
    other: micros(spreadOf(times.get(peer) ?? [])),
    ratio: ratioOf(times, server, peer),
    budget,
  });
  return [
    row(edit, SERVER, nothing, FLOOR, 1.5),
    row(`${edit}, where it changes none`, PROSE, nothing, FLOOR, 1.5),
    row(edit, SERVER, 'a server of the same library that always answers with the same diagnostics', CONSTANT),
    row(edit, SERVER, 'vscode-json-languageservice behind the same library, equal content', JSON_PEER),
  ];
}
