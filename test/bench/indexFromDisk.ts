import { readFile } from 'node:fs/promises';
import { PassThrough } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createConnection, TextDocuments } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { AT_A_TIME } from '../../server/src/connection/backlog';
import { ReadingProgress } from '../../server/src/connection/readingProgress';
import { SheetSummaries } from '../../server/src/connection/sheetSummaries';
import { SheetWorkspace } from '../../server/src/connection/sheetWorkspace';
import { forEachOf } from '../../server/src/connection/timeSlices';
import { nodeFiles } from '../../server/src/nodeFiles';
import { createSheetLanguageService, SheetIndex } from '../../server/src/service';
import { compete, ratioOf, spreadOf } from './measure';
import { micros, type Row } from './report';
import { SheetFolder } from './workspaceOf';

const INDEX = 'index';
const SUMMARIES = 'summaries';
const FLOOR = 'readFile';

/**
 * A workspace that is opened, beside reading the files alone: first every sheet is known by its names, which
 * goes on in the background at once; then, once somebody asks, every sheet is read through.
 */
export async function indexFromDisk(isQuick: boolean): Promise<Row[]> {
  const rows: Row[] = [];
  for (const count of isQuick ? [100, 1000] : [10, 100, 1000, 10_000]) rows.push(...(await indexOf(count)));
  return rows;
}

async function indexOf(count: number): Promise<Row[]> {
  const folder = new SheetFolder(count);
  try {
    const times = await compete(
      [
        { name: INDEX, run: () => openWorkspace(folder) },
        { name: SUMMARIES, run: () => readThrough(folder) },
        { name: FLOOR, run: () => readAll(folder.paths) },
      ],
      { rounds: count < 1000 ? 15 : 5, turns: 1, warmUp: count < 1000 ? 5 : 1 },
    );
    const rows: Row[] = [
      {
        what: `index ${count} sheets from disk`,
        beside: `fs.readFile of the same files, ${AT_A_TIME} at a time`,
        measured: micros(spreadOf(times.get(INDEX) ?? [])),
        other: micros(spreadOf(times.get(FLOOR) ?? [])),
        ratio: ratioOf(times, INDEX, FLOOR),
        budget: count === 10_000 ? 3 : undefined,
      },
      {
        what: `the same, and read each of ${count} through`,
        beside: `fs.readFile of the same files, ${AT_A_TIME} at a time`,
        measured: micros(spreadOf(times.get(SUMMARIES) ?? [])),
        other: micros(spreadOf(times.get(FLOOR) ?? [])),
        ratio: ratioOf(times, SUMMARIES, FLOOR),
        budget: undefined,
      },
    ];
    // What else the heap does outweighs the index of few sheets.
    if (count >= 1000) {
      const bytes = await bytesOfASheet(folder);
      rows.push({
        what: `memory of the index, ${count} sheets, all read through`,
        beside: '4 KB a sheet',
        measured: `${Math.round(bytes)} bytes a sheet`,
        other: '4096 bytes',
        ratio: spreadOf([bytes / 4096]),
        budget: 1,
      });
    }
    return rows;
  } finally {
    folder.remove();
  }
}

/** The workspace once its sheets are known by their names. */
export async function openWorkspace(folder: SheetFolder): Promise<SheetIndex> {
  const { workspace, summaries } = workspaceOf(folder);
  await workspace.whenRead();
  summaries.dispose();
  workspace.dispose();
  return complete(workspace.index, folder);
}

/** The workspace once they have been read through as well. */
export async function readThrough(folder: SheetFolder): Promise<SheetIndex> {
  const { workspace, summaries } = workspaceOf(folder);
  await summaries.whenDone();
  summaries.dispose();
  workspace.dispose();
  return complete(workspace.index, folder);
}

function complete(index: SheetIndex, { paths }: SheetFolder): SheetIndex {
  if (index.size !== paths.length) throw new Error(`Only ${index.size} sheets were read.`);
  return index;
}

function workspaceOf(folder: SheetFolder): { workspace: SheetWorkspace; summaries: SheetSummaries } {
  const index = new SheetIndex();
  const service = createSheetLanguageService({ sheets: index });
  const connection = createConnection(new PassThrough(), new PassThrough());
  const workspace = new SheetWorkspace(index, {
    documents: new TextDocuments(TextDocument),
    files: nodeFiles,
    projects: { leavesOut: () => Promise.resolve(false), leavesOutKnown: () => false },
    progress: new ReadingProgress(connection, 'Reading'),
    identify: document => service.identify(document),
    log: message => console.error(message),
  });
  const summaries = new SheetSummaries({
    workspace,
    progress: new ReadingProgress(connection, 'Checking'),
    summarize: document => service.summarize(document),
    whenSettled: () => Promise.resolve(),
    log: message => console.error(message),
  });
  workspace.addFolders([URI.file(folder.path).toString()]);
  return { workspace, summaries };
}

export async function readAll(paths: readonly string[]): Promise<void> {
  await forEachOf(paths, AT_A_TIME, async path => {
    await readFile(path);
  });
}

/** What the heap has grown by once all but the index is gone: of several indexes, all of which are kept. */
async function bytesOfASheet(folder: SheetFolder): Promise<number> {
  const collect = garbageCollector();
  // What was measured before may hold on to its indexes until its last timers are over.
  await new Promise(resolve => setTimeout(resolve, 1000));
  collect();
  const before = process.memoryUsage().heapUsed;
  const kept: SheetIndex[] = [];
  for (let count = 0; count < KEPT; count++) kept.push(await readThrough(folder));
  collect();
  const grown = process.memoryUsage().heapUsed - before;
  return grown / kept.reduce((sum, index) => sum + index.size, 0);
}

const KEPT = 3;

function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}
