import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { afterEach, describe, it } from 'mocha';
import {
  CodeLensRequest,
  DidChangeConfigurationNotification,
  FileChangeType,
  SemanticTokensRefreshRequest,
} from 'vscode-languageserver-protocol/node';
import type { SheetProgress } from '../../server/src/service';
import { withAnswer } from '../unit/support/sheets';
import { Folder } from './folder';
import { ASKING, WAITING_FOR_ALL, WorkspaceClient } from './workspaceClient';

/** All is answered but the comments. */
const complete = withAnswer(13, 'None', withAnswer(43, '', withAnswer(57, '')));
const FILE = 'atop-sheets.json';
const NONE = { optionalQuestions: [] };

describe('the questions that may stay empty', () => {
  let client: WorkspaceClient;
  let folders: Folder[] = [];
  let progressChanges = 0;

  async function start(
    settings: readonly unknown[],
    files: Readonly<Record<string, string>> = {},
    capabilities = ASKING,
    options?: unknown,
  ): Promise<void> {
    folders = settings.map(() => new Folder({ 'a.atop': complete, 'b.atop': complete, ...files }));
    client = new WorkspaceClient();
    progressChanges = 0;
    client.connection.onNotification('atop/progressChanged', () => {
      progressChanges++;
    });
    client.settings = Object.fromEntries(folders.map(({ uri }, index) => [uri, settings[index]]));
    await client.start(folders, capabilities, options);
  }

  afterEach(() => {
    client.kill();
    for (const folder of folders) folder.remove();
  });

  const a = (index = 0) => folders[index]!.uriOf('a.atop');
  const b = (index = 0) => folders[index]!.uriOf('b.atop');
  const set = async (settings: unknown, index = 0): Promise<void> => {
    client.settings[folders[index]!.uri] = settings;
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
  };
  const missing = async (uri: string) =>
    (await client.pull(uri)).filter(({ code }) => code === 'missing-answer').length;
  const progressOf = (uri: string) =>
    client.connection.sendRequest<SheetProgress>('atop/progress', { textDocument: { uri } });
  const lensOf = async (uri: string) => {
    const lenses = await client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } });
    return lenses?.[0]?.command?.title;
  };
  /** The open questions of each sheet as the list has them, once they are as expected. */
  const listed = async (expected: Readonly<Record<string, number>>): Promise<void> => {
    await client.sheetsOnce(sheets =>
      Object.entries(expected).every(([uri, open]) => {
        const sheet = sheets.find(one => one.uri === uri);
        return sheet?.open === open && sheet.states.replaceAll(/[^o]/g, '').length === open;
      }),
    );
  };

  it('follow the setting while sheets are open: findings, counts and the list, back and forth', async () => {
    await start([{}]);
    await client.open(a(), complete);
    const usual = await lensOf(a());
    assert.equal(await missing(a()), 0);
    assert.equal((await progressOf(a())).open, 0);
    await listed({ [a()]: 0, [b()]: 0 });

    await set(NONE);
    assert.equal(await missing(a()), 3);
    const { open, unanswered } = await progressOf(a());
    assert.deepEqual([open, unanswered.map(({ number }) => number)], [3, [28, 43, 57]]);
    assert.notEqual(await lensOf(a()), usual);
    await listed({ [a()]: 3, [b()]: 3 });
    await client.sheetsOnce(sheets => sheets.every(({ states }) => states[27] === 'o'));
    assert.equal(progressChanges, 1);

    await set({ optionalQuestions: [28] });
    assert.equal(await missing(a()), 2);
    await listed({ [a()]: 2, [b()]: 2 });
    await set({});
    assert.equal(await missing(a()), 0);
    assert.equal(await lensOf(a()), usual);
    await listed({ [a()]: 0, [b()]: 0 });
  });

  it('differ from folder to folder, from the start on', async () => {
    await start([NONE, {}]);
    await client.open(a(0), complete);
    await client.open(a(1), complete);
    assert.deepEqual([await missing(a(0)), await missing(a(1))], [3, 0]);
    assert.deepEqual([(await progressOf(a(0))).open, (await progressOf(a(1))).open], [3, 0]);
    await listed({ [a(0)]: 3, [b(0)]: 3, [a(1)]: 0, [b(1)]: 0 });
    await set({ optionalQuestions: [28, 43] }, 1);
    assert.deepEqual([await missing(a(0)), await missing(a(1))], [3, 1]);
    await listed({ [a(0)]: 3, [b(0)]: 3, [a(1)]: 1, [b(1)]: 1 });
  });

  it('are those of the project file before those of the settings, as soon as it is saved', async () => {
    await start([{ optionalQuestions: [43, 57] }], {
      [FILE]: JSON.stringify({ optionalQuestions: [28, 43] }),
      'own/c.atop': complete,
      [`own/${FILE}`]: JSON.stringify(NONE),
    });
    const own = folders[0]!.uriOf('own/c.atop');
    await client.open(a(), complete);
    await client.open(own, complete);
    assert.deepEqual([await missing(a()), await missing(own)], [1, 3]);
    await listed({ [a()]: 1, [b()]: 1, [own]: 3 });
    folders[0]!.write(FILE, '{}');
    await client.watched(FileChangeType.Changed, folders[0]!.uriOf(FILE));
    await client.until(() => client.refreshes === 1);
    const unanswered = async (uri: string) => (await progressOf(uri)).unanswered.map(({ number }) => number);
    assert.deepEqual(await unanswered(a()), [28]);
    await listed({ [a()]: 1, [b()]: 1, [own]: 3 });
    rmSync(folders[0]!.pathOf(`own/${FILE}`));
    await client.watched(FileChangeType.Deleted, folders[0]!.uriOf(`own/${FILE}`));
    await client.until(() => client.refreshes === 2);
    assert.deepEqual(await unanswered(own), [28]);
    await listed({ [a()]: 1, [b()]: 1, [own]: 1 });
  });

  it('are told with each sheet of the list, also where every question is answered', async () => {
    await start([{ optionalQuestions: [43, 57] }, {}], { 'own/c.atop': complete });
    const own = folders[1]!.uriOf('own/c.atop');
    const told = (expected: Readonly<Record<string, readonly number[]>>) =>
      client.sheetsOnce(sheets =>
        Object.entries(expected).every(
          ([uri, numbers]) => sheets.find(one => one.uri === uri)?.optional.join() === numbers.join(),
        ),
      );
    await told({ [a(0)]: [43, 57], [a(1)]: [28, 43, 57], [own]: [28, 43, 57] });
    await set({ optionalQuestions: [13] }, 1);
    await told({ [a(0)]: [43, 57], [a(1)]: [13], [own]: [13] });
    folders[1]!.write(`own/${FILE}`, JSON.stringify(NONE));
    await client.watched(FileChangeType.Created, folders[1]!.uriOf(`own/${FILE}`));
    await told({ [a(0)]: [43, 57], [a(1)]: [13], [own]: [] });
  });

  it('are the usual ones where the setting holds a slip', async () => {
    await start([{ optionalQuestions: 'none' }]);
    await client.open(a(), complete);
    assert.equal(await missing(a()), 0);
  });

  it('follow the settings of a sheet that lies in no folder', async () => {
    await start([]);
    client.settings[''] = NONE;
    await client.open('untitled:Untitled-1', complete);
    assert.equal((await progressOf('untitled:Untitled-1')).open, 3);
  });

  it('let the client colour its sheets anew', async () => {
    let colours = 0;
    const { workspace } = ASKING;
    await start(
      [{}],
      {},
      {
        ...ASKING,
        workspace: { ...workspace, semanticTokens: { refreshSupport: true } },
      },
    );
    const told = new Promise<void>(resolve => {
      client.connection.onRequest(SemanticTokensRefreshRequest.type, () => {
        colours++;
        resolve();
      });
    });
    await set(NONE);
    await told;
    assert.equal(colours, 1);
  });

  it('are told to a client that diagnostics are pushed to', async () => {
    await start([{}], {}, WAITING_FOR_ALL);
    await client.open(a(), complete);
    const isOwn = ({ uri }: { uri: string }) => uri === a();
    await client.published(isOwn);
    await set(NONE);
    await client.published(
      params =>
        isOwn(params) && params.diagnostics.filter(({ code }) => code === 'missing-answer').length === 3,
    );
  });
}).timeout(20_000);
