import { URI } from 'vscode-uri';
import { compete, ratioOf, spreadOf } from './measure';
import { micros, type Row } from './report';
import { BenchedServer } from './server';
import { typedSeed } from './sheet';
import { SheetFolder } from './workspaceOf';

/** The edit over stdio, in a workspace of ever more sheets: beside the workspace of one. */
export async function editInWorkspaces(isQuick: boolean): Promise<Row[]> {
  const counts = isQuick ? [1, 1000] : [1, 100, 1000, 10_000];
  const folders = counts.map(count => new SheetFolder(count));
  const servers = counts.map(() => new BenchedServer('dist/server/server.js', typedSeed()));
  try {
    for (const [at, server] of servers.entries()) {
      await server.start(URI.file(folders[at]?.path ?? '').toString());
      // Answered once every sheet of the workspace has been read.
      await server.connection.sendRequest('atop/sheets', { complete: true });
    }
    const name = (at: number) => `${counts[at] ?? 0} sheets`;
    const times = await compete(
      servers.map((server, at) => ({ name: name(at), run: () => server.typeAndPull() })),
      isQuick ? { rounds: 20, turns: 12, warmUp: 30 } : { rounds: 100, turns: 24, warmUp: 200 },
    );
    return counts.slice(1).map((count, index) => ({
      what: `one edit to its diagnostics, ${count} sheets in the workspace`,
      beside: 'itself with one sheet',
      measured: micros(spreadOf(times.get(name(index + 1)) ?? [])),
      other: micros(spreadOf(times.get(name(0)) ?? [])),
      ratio: ratioOf(times, name(index + 1), name(0)),
      // No growth, but for what measuring it twice makes of the same time.
      budget: 1.15,
    }));
  } finally {
    await Promise.allSettled(servers.map(server => server.stop()));
    for (const folder of folders) folder.remove();
  }
}
