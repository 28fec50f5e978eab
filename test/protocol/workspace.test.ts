import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, truncateSync } from 'node:fs';
import { afterEach, beforeEach, describe, it } from 'mocha';
import {
  CancellationTokenSource,
  DidCreateFilesNotification,
  DidDeleteFilesNotification,
  DidRenameFilesNotification,
  DocumentHighlightRequest,
  FileChangeType,
  LSPErrorCodes,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  TextDocumentEdit,
  WorkspaceSymbolRequest,
  DefinitionRequest,
  type SymbolInformation,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { SheetListEntry } from '../../server/src/service';
import { seedText } from '../unit/support/findings';
import { sheetOf } from '../unit/support/workspace';
import { Folder } from './folder';
import { ASKING, WorkspaceClient } from './workspaceClient';

const seed = seedText();

/** The real sheet with another ATOP ID, made quickly. */
const numbered = (id: string | number): string => seed.replace('ATOP ID: 4765', `ATOP ID: ${id}`);

const ids = (sheets: readonly { readonly atopId: string | null }[]) => sheets.map(({ atopId }) => atopId);

describe('a workspace of sheets', () => {
  let server: WorkspaceClient;
  const folders: Folder[] = [];
  const folder = (files: Readonly<Record<string, string | Uint8Array>> = {}): Folder => {
    const made = new Folder(files);
    folders.push(made);
    return made;
  };
  beforeEach(() => {
    server = new WorkspaceClient();
  });
  afterEach(() => {
    server.kill();
    for (const made of folders.splice(0)) made.remove();
  });

  const positionOf = (text: string, words: string) =>
    TextDocument.create('', 'atop', 1, text).positionAt(text.indexOf(words));

  describe('of a thousand', () => {
    let root: Folder;
    beforeEach(() => {
      root = folder();
      for (let number = 0; number < 1000; number++) {
        const text = numbered(3000 + number).replace(
          'other existing alliances? (Yes, No) If Yes, list the alliance and describe the nature of the\nreference.\n',
          found => `${found}${number % 100 === 0 ? 'ATOP 3500. ' : ''}`,
        );
        root.write(`${Math.floor(number / 100)}/${3000 + number}.atop`, text);
      }
      root.write('leftover.atop', numbered(3007));
    });

    it('is read with progress, and then known', async () => {
      await server.start([root]);
      const sheets = await server.sheetsOnce(({ length }) => length === 1001);
      assert.deepEqual(new Set(ids(sheets)).size, 1000);
      await server.until(() => server.progress.at(-1)?.kind === 'end');
      const [begin, ...reports] = server.progress;
      assert.ok(begin?.kind === 'begin');
      assert.equal(begin.title, 'Reading coding sheets');
      assert.equal(begin.cancellable, true);
      assert.ok(reports.some(report => report.kind === 'report' && report.percentage !== undefined));
      assert.equal((await server.end()).code, 0);
    });

    it('has its findings counted once somebody lists it, after all sheets are found', async () => {
      await server.start([root]);
      const sheets = await server.connection.sendRequest<SheetListEntry[]>('atop/sheets', {
        complete: true,
      });
      assert.equal(sheets.length, 1001);
      for (const { uri, problems } of sheets) {
        const isDouble = root.nameOf(uri) === '0/3007.atop' || root.nameOf(uri) === 'leftover.atop';
        assert.deepEqual(problems, { errors: 0, warnings: isDouble ? 2 : 1, information: 10 }, uri);
      }
      const begun = server.progress.flatMap(report => (report.kind === 'begin' ? [report.title] : []));
      assert.deepEqual(begun, ['Reading coding sheets', 'Checking coding sheets']);
    });

    it('says of none what its findings are before they are counted', async () => {
      await server.start([root]);
      await server.sheetsOnce(sheets => {
        const counted = sheets.flatMap(({ problems }) => problems ?? []);
        assert.ok(counted.every(({ warnings, information }) => warnings > 0 && information === 10));
        return counted.length === 1001;
      });
    });

    it('answers for all of them, even while they are still being read', async () => {
      await server.start([root]);
      const symbols = (await server.connection.sendRequest(WorkspaceSymbolRequest.type, {
        query: '3500',
      })) as SymbolInformation[];
      assert.deepEqual(
        symbols.map(({ name, containerName, location }) => [name, containerName, root.nameOf(location.uri)]),
        [['ATOP 3500', '3500.atop', '5/3500.atop']],
      );

      const uri = root.uriOf('5/3500.atop');
      await server.open(uri, numbered(3500));
      const references = await server.connection.sendRequest(ReferencesRequest.type, {
        textDocument: { uri },
        position: { line: 1, character: 14 },
        context: { includeDeclaration: true },
      });
      assert.deepEqual(
        references?.map(location => root.nameOf(location.uri)),
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map(hundred => `${hundred}/${3000 + 100 * hundred}.atop`),
      );

      const members = (await server.connection.sendRequest(ReferencesRequest.type, {
        textDocument: { uri },
        position: positionOf(seed, '705 Kazakhstan'),
        context: { includeDeclaration: true },
      }))!;
      assert.equal(members.length, 1001);
    });

    it('is renamed in as a whole, even while it is still being read', async () => {
      await server.start([root]);
      const uri = root.uriOf('5/3500.atop');
      await server.open(uri, numbered(3500));
      const edit = await server.connection.sendRequest(RenameRequest.type, {
        textDocument: { uri },
        position: { line: 1, character: 14 },
        newName: '7500',
      });
      const edited = edit?.documentChanges?.flatMap(change =>
        TextDocumentEdit.is(change) ? [root.nameOf(change.textDocument.uri)] : [],
      );
      assert.deepEqual(
        edited,
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map(hundred => `${hundred}/${3000 + 100 * hundred}.atop`),
      );
    });

    it('is listed by its names while it is still being read through', async () => {
      await server.start([root]);
      const symbols = await server.connection.sendRequest(WorkspaceSymbolRequest.type, { query: '3999' });
      assert.equal(symbols?.length, 1);
      const listed = await server.sheets();
      assert.equal(listed.length, 1001);
      assert.ok(listed.every(({ members }) => members.map(({ code }) => code).join() === '370,705'));
      const unread = listed.filter(({ problems }) => problems === null);
      assert.ok(unread.length > 0);
      for (const { answered, total, open, states } of unread) {
        assert.deepEqual([answered, total, open, states], [null, null, null, '']);
      }
      const read = await server.sheetsOnce(all => all.every(({ problems }) => problems !== null));
      assert.ok(read.every(({ answered, total }) => answered !== null && answered >= 58 && total === 61));
    });

    it('gives up waiting for all of it when a request is cancelled, and not the reading', async () => {
      await server.start([root]);
      const uri = root.uriOf('5/3500.atop');
      await server.open(uri, numbered(3500));
      const params = {
        textDocument: { uri },
        position: { line: 1, character: 14 },
        context: { includeDeclaration: false },
      };
      const source = new CancellationTokenSource();
      const cancelled = server.connection.sendRequest(ReferencesRequest.type, params, source.token);
      source.cancel();
      await assert.rejects(cancelled, { code: LSPErrorCodes.RequestCancelled });
      const found = await server.connection.sendRequest(ReferencesRequest.type, params);
      assert.equal(found?.length, 9);
    });

    it('is left half read through when the coder cancels, until somebody needs all of it', async () => {
      await server.start([root]);
      await server.connection.sendRequest(WorkspaceSymbolRequest.type, { query: '3999' });
      server.cancelsReading = true;
      const ends = () => server.progress.filter(({ kind }) => kind === 'end').length;
      await server.until(() => ends() === 1);
      await server.sheets();
      await server.until(() => ends() === 2);
      assert.ok((await server.sheets()).some(({ problems }) => problems === null));
      server.cancelsReading = false;
      const uri = root.uriOf('5/3500.atop');
      await server.open(uri, numbered(3500));
      const found = await server.connection.sendRequest(ReferencesRequest.type, {
        textDocument: { uri },
        position: { line: 1, character: 14 },
        context: { includeDeclaration: false },
      });
      assert.equal(found?.length, 9);
      assert.ok((await server.sheets()).every(({ problems }) => problems !== null));
    });

    it('tells the two sheets of one ID, and no other', async () => {
      await server.start([root]);
      const sheets = await server.sheetsOnce(({ length }) => length === 1001);
      const flagged = sheets.filter(({ states }) => states.startsWith('w'));
      assert.deepEqual(
        flagged.map(({ uri }) => root.nameOf(uri)),
        ['0/3007.atop', 'leftover.atop'],
      );
      const uri = root.uriOf('leftover.atop');
      await server.open(uri, numbered(3007));
      const found = (await server.pull(uri)).find(({ code }) => code === 'duplicate-sheet');
      assert.equal(found?.message, '“3007.atop” bears the ATOP ID 3007 too.');
      assert.equal(found.relatedInformation?.[0]?.location.uri, root.uriOf('0/3007.atop'));
    });

    it('is followed as files and whole folders are changed, renamed and deleted', async () => {
      await server.start([root]);
      await server.sheetsOnce(({ length }) => length === 1001);
      const symbols = async (query: string) => {
        const found = (await server.connection.sendRequest(WorkspaceSymbolRequest.type, {
          query,
        })) as SymbolInformation[];
        return found.map(({ location }) => root.nameOf(location.uri));
      };
      // A hundred change, a hundred are moved away with their folder, a hundred are deleted with theirs.
      const changed = Array.from({ length: 100 }, (_, number) => `1/${3100 + number}.atop`);
      for (const [number, name] of changed.entries()) root.write(name, numbered(5000 + number));
      renameSync(root.pathOf('2'), root.pathOf('old'));
      rmSync(root.pathOf('3'), { recursive: true });
      rmSync(root.pathOf('leftover.atop'));
      await server.watched(FileChangeType.Changed, ...changed.map(name => root.uriOf(name)));
      await server.watched(FileChangeType.Created, root.uriOf('old'));
      await server.watched(
        FileChangeType.Deleted,
        ...['2', '3', 'leftover.atop'].map(name => root.uriOf(name)),
      );
      const sheets = await server.sheetsOnce(
        all =>
          all.length === 900 &&
          all.filter(({ uri }) => root.nameOf(uri).startsWith('old/')).length === 100 &&
          all.filter(({ atopId }) => atopId?.startsWith('50') === true).length === 100,
      );
      assert.equal(sheets.filter(({ states }) => states.startsWith('w')).length, 0);
      assert.deepEqual(await symbols('5042'), ['1/3142.atop']);
      assert.deepEqual(await symbols('3250'), ['old/3250.atop']);
      assert.deepEqual(await symbols('3350'), []);
      const uri = root.uriOf('5/3500.atop');
      await server.open(uri, numbered(3500));
      const references = await server.connection.sendRequest(ReferencesRequest.type, {
        textDocument: { uri },
        position: { line: 1, character: 14 },
        context: { includeDeclaration: false },
      });
      // Of the ten sheets that mentioned it two were written anew or deleted, and one is now elsewhere.
      assert.deepEqual(
        references?.map(location => root.nameOf(location.uri)),
        [
          '0/3000.atop',
          '4/3400.atop',
          ...[6, 7, 8, 9].map(n => `${n}/${3000 + 100 * n}.atop`),
          'old/3200.atop',
        ],
      );
    });

    it('is left half read when the coder cancels, until somebody needs all of it', async () => {
      server.cancelsReading = true;
      await server.start([root]);
      await server.until(() => server.progress.at(-1)?.kind === 'end');
      assert.ok((await server.sheets()).length < 1001);
      server.cancelsReading = false;
      const symbols = await server.connection.sendRequest(WorkspaceSymbolRequest.type, { query: '3999' });
      assert.equal(symbols?.length, 1);
      assert.equal((await server.sheets()).length, 1001);
    });
  });

  it('is followed as files are written, changed, renamed and deleted', async () => {
    const root = folder({ 'a.atop': numbered(3000), 'b.atop': numbered(3001), 'old/c.atop': numbered(3002) });
    await server.start([root]);
    await server.until(() =>
      server.registrations.some(({ method }) => method.includes('didChangeWatchedFiles')),
    );
    await server.sheetsOnce(({ length }) => length === 3);

    root.write('a.atop', numbered(3010));
    await server.watched(FileChangeType.Changed, root.uriOf('a.atop'));
    await server.sheetsOnce(sheets => ids(sheets).join() === '3010,3001,3002');

    root.write('d.ATOP', numbered(3003));
    await server.watched(FileChangeType.Created, root.uriOf('d.ATOP'));
    await server.sheetsOnce(sheets => ids(sheets).join() === '3010,3001,3003,3002');

    rmSync(root.pathOf('b.atop'));
    await server.watched(FileChangeType.Deleted, root.uriOf('b.atop'));
    await server.sheetsOnce(sheets => ids(sheets).join() === '3010,3003,3002');

    // The watcher tells of a folder alone, not of what it holds.
    renameSync(root.pathOf('old'), root.pathOf('new'));
    await server.watched(FileChangeType.Deleted, root.uriOf('old'));
    await server.watched(FileChangeType.Created, root.uriOf('new'));
    const sheets = await server.sheetsOnce(entries => entries.some(({ uri }) => uri.includes('/new/')));
    assert.deepEqual(
      sheets.map(({ uri }) => root.nameOf(uri)),
      ['a.atop', 'd.ATOP', 'new/c.atop'],
    );

    rmSync(root.pathOf('new'), { recursive: true });
    await server.watched(FileChangeType.Deleted, root.uriOf('new'));
    await server.sheetsOnce(entries => ids(entries).join() === '3010,3003');
  });

  it('is followed where folders come, go and take the place of others', async () => {
    const root = folder({ 'a.atop': numbered(3000), 'sheets/b.atop': numbered(3001) });
    root.write('sheets/deep/er/c.atop', numbered(3002));
    await server.start([root]);
    await server.sheetsOnce(({ length }) => length === 3);
    const areOnce = (...names: readonly string[]) =>
      server.sheetsOnce(sheets => sheets.map(({ uri }) => root.nameOf(uri)).join() === names.join());

    // Names of folders may end like those of files.
    renameSync(root.pathOf('sheets'), root.pathOf('v4.0'));
    await server.watched(FileChangeType.Created, root.uriOf('v4.0'));
    await server.watched(FileChangeType.Deleted, root.uriOf('sheets'));
    await areOnce('a.atop', 'v4.0/b.atop', 'v4.0/deep/er/c.atop');

    renameSync(root.pathOf('v4.0/deep'), root.pathOf('sheets.old'));
    await server.watched(FileChangeType.Deleted, root.uriOf('v4.0/deep'));
    await server.watched(FileChangeType.Created, root.uriOf('sheets.old'));
    await areOnce('a.atop', 'sheets.old/er/c.atop', 'v4.0/b.atop');

    // A folder that is deleted and made at once is told of as changed.
    rmSync(root.pathOf('v4.0'), { recursive: true });
    root.write('v4.0/later/d.atop', numbered(3003));
    await server.watched(FileChangeType.Changed, root.uriOf('v4.0'));
    await areOnce('a.atop', 'sheets.old/er/c.atop', 'v4.0/later/d.atop');

    rmSync(root.pathOf('sheets.old'), { recursive: true });
    rmSync(root.pathOf('v4.0'), { recursive: true });
    await server.watched(FileChangeType.Deleted, root.uriOf('v4.0'), root.uriOf('sheets.old'));
    await areOnce('a.atop');
  });

  it('believes the disk rather than what is told of it', async () => {
    const root = folder({ 'a.atop': numbered(3000), 'sheets/b.atop': numbered(3001) });
    await server.start([root]);
    await server.sheetsOnce(({ length }) => length === 2);
    await server.watched(FileChangeType.Deleted, root.uriOf('a.atop'), root.uriOf('sheets'));
    await server.watched(FileChangeType.Created, root.uriOf('gone.atop'), root.uriOf('gone'));
    root.write('c.atop', numbered(3002));
    await server.watched(FileChangeType.Created, root.uriOf('c.atop'));
    const sheets = await server.sheetsOnce(({ length }) => length !== 2);
    assert.deepEqual(ids(sheets), ['3000', '3002', '3001']);
  });

  it('is followed as an editor without a watcher tells what it does to files', async () => {
    const root = folder({ 'a.atop': numbered(3000), 'old/b.atop': numbered(3001) });
    await server.start([root], { ...ASKING, workspace: { configuration: true, workspaceFolders: true } });
    await server.sheetsOnce(({ length }) => length === 2);
    assert.ok(server.registrations.every(({ method }) => !method.includes('Watched')));

    root.write('c.atop', numbered(3002));
    await server.connection.sendNotification(DidCreateFilesNotification.type, {
      files: [{ uri: root.uriOf('c.atop') }],
    });
    await server.sheetsOnce(sheets => ids(sheets).join() === '3000,3002,3001');

    renameSync(root.pathOf('old'), root.pathOf('new'));
    await server.connection.sendNotification(DidRenameFilesNotification.type, {
      files: [{ oldUri: root.uriOf('old'), newUri: root.uriOf('new') }],
    });
    await server.sheetsOnce(
      sheets => sheets.map(({ uri }) => root.nameOf(uri)).join() === 'a.atop,c.atop,new/b.atop',
    );

    rmSync(root.pathOf('a.atop'));
    await server.connection.sendNotification(DidDeleteFilesNotification.type, {
      files: [{ uri: root.uriOf('a.atop') }],
    });
    await server.sheetsOnce(sheets => ids(sheets).join() === '3002,3001');
  });

  it('takes what is typed before it is saved, and the disk once it is closed', async () => {
    const root = folder({ 'a.atop': numbered(3000) });
    const uri = root.uriOf('a.atop');
    await server.start([root]);
    await server.sheetsOnce(({ length }) => length === 1);
    await server.open(uri, numbered(3001));
    await server.sheetsOnce(sheets => ids(sheets).join() === '3001');
    await server.change(uri, 2, numbered(3002));
    await server.sheetsOnce(sheets => ids(sheets).join() === '3002');
    // What happens on the disk meanwhile does not count.
    root.write('a.atop', numbered(3003));
    await server.watched(FileChangeType.Changed, uri);
    await server.open(root.uriOf('new.atop'), numbered(3009));
    assert.deepEqual(ids(await server.sheets()), ['3002', '3009']);
    await server.close(uri);
    await server.close(root.uriOf('new.atop'));
    await server.sheetsOnce(sheets => ids(sheets).join() === '3003');
  });

  it('has folders that come and go, also while they are read', async () => {
    const one = folder({ 'a.atop': numbered(3000) });
    const two = folder();
    for (let number = 0; number < 300; number++) two.write(`${number}.atop`, numbered(4000 + number));
    const three = folder({ 'b.atop': numbered(3001) });
    await server.start([one, two]);
    await server.sheets();
    await server.changeFolders([three], [two]);
    const sheets = await server.sheetsOnce(entries => ids(entries).sort().join() === '3000,3001');
    assert.equal(sheets.length, 2);
    await server.connection.sendRequest(WorkspaceSymbolRequest.type, { query: '' });
    assert.equal((await server.sheets()).length, 2);
    await server.changeFolders([], [one, three]);
    await server.sheetsOnce(({ length }) => length === 0);
  });

  it('passes over what is no sheet, too large or unreadable, follows no link, and reads old encodings', async () => {
    const outside = folder({ 'secret.atop': numbered(1999) });
    const root = folder({
      'utf16.atop': Buffer.from(`\ufeff${numbered(3001)}`, 'utf16le'),
      'bom.atop': `\ufeff${numbered(3002)}`,
      'windows.atop': Buffer.from(
        sheetOf('3003', { 4: '437 Cote d’Ivoire', 61: 'José' }).replace(/[\u201c\u201d]/g, '"'),
        'latin1',
      ).map(byte => (byte === 0x19 ? 0x92 : byte)),
      'empty.atop': '',
      'binary.atop': Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7) % 256)),
      'notes.txt': numbered(3004),
      'node_modules/package/d.atop': numbered(3005),
      '.git/e.atop': numbered(3006),
      'huge.atop': '',
      'good.atop': numbered(3000),
    });
    truncateSync(root.pathOf('huge.atop'), 17 * 1024 * 1024);
    symlinkSync(outside.path, root.pathOf('link'));
    symlinkSync(root.path, root.pathOf('loop'));
    symlinkSync(outside.pathOf('secret.atop'), root.pathOf('linked.atop'));
    mkdirSync(root.pathOf('folder.atop'));
    root.write('locked.atop', numbered(3007));
    chmodSync(root.pathOf('locked.atop'), 0);

    await server.start([root]);
    await server.connection.sendRequest(WorkspaceSymbolRequest.type, { query: '' });
    const sheets = await server.sheets();
    const isRoot = process.getuid?.() === 0;
    assert.deepEqual(
      sheets.map(({ uri, atopId }) => [root.nameOf(uri), atopId]),
      [
        ['binary.atop', null],
        ['bom.atop', '3002'],
        ['empty.atop', null],
        ['good.atop', '3000'],
        // Nothing is locked for who may read everything.
        ...(isRoot ? [['locked.atop', '3007']] : []),
        ['utf16.atop', '3001'],
        ['windows.atop', '3003'],
      ],
    );
    assert.deepEqual(
      sheets.at(-1)?.members.map(({ code }) => code),
      [437],
    );
    assert.ok(server.logged.some(line => line.includes('huge.atop is passed over: it holds 17 MB')));
    assert.equal((await server.end()).code, 0);
  });

  it('knows at once what was typed, and soon what came upon the disk', async () => {
    const texts = { 'a.atop': sheetOf('3000'), 'b.atop': sheetOf('3001'), 'c.atop': sheetOf('3002') };
    const root = folder(texts);
    await server.start([root]);
    const uri = root.uriOf('a.atop');
    let text = texts['a.atop'];
    let version = 1;
    await server.open(uri, text, version);
    const type = (typed: string) => {
      text = typed;
      return server.change(uri, ++version, typed);
    };
    const mentions = async () => {
      const found = await server.connection.sendRequest(ReferencesRequest.type, {
        textDocument: { uri },
        position: positionOf(text, '3000'),
        context: { includeDeclaration: false },
      });
      return found?.map(location => [root.nameOf(location.uri), location.range.start.line]);
    };
    const openOf = async () => (await server.sheets()).map(({ open }) => open);
    assert.deepEqual(await mentions(), []);
    assert.deepEqual(await openOf(), [1, 1, 1]);

    await type(sheetOf('3000', { 13: 'Compare ATOP 3000.', 7: '' }));
    assert.deepEqual(await mentions(), [['a.atop', positionOf(text, '3000.').line]]);
    await type(`\n${text}`);
    assert.deepEqual(await mentions(), [['a.atop', positionOf(text, '3000.').line]]);
    await type(sheetOf('3000', { 7: '' }));
    assert.deepEqual(await openOf(), [2, 1, 1]);
    assert.deepEqual(await mentions(), []);

    root.write('b.atop', sheetOf('3001', { 45: 'Yes. ATOP 3000', 13: 'None' }));
    await server.watched(FileChangeType.Changed, root.uriOf('b.atop'));
    assert.deepEqual(
      (await mentions())?.map(([name]) => name),
      ['b.atop'],
    );
    assert.deepEqual(await openOf(), [2, 0, 1]);
    rmSync(root.pathOf('b.atop'));
    await server.watched(FileChangeType.Deleted, root.uriOf('b.atop'));
    assert.deepEqual(await mentions(), []);
  });

  it('renames an ATOP ID in sheets that are open and in sheets that are not', async () => {
    const texts = {
      'open.atop': sheetOf('3000', { 48: 'Yes. ATOP 3001; see 3001 and 3002.' }),
      'closed.atop': sheetOf('3001'),
      'other.atop': sheetOf('3002', { 45: 'Yes. ATOPID 3001' }),
    };
    const root = folder(texts);
    await server.start([root]);
    const uri = root.uriOf('open.atop');
    const typed = `\n${texts['open.atop']}`;
    await server.open(uri, texts['open.atop'], 6);
    await server.change(uri, 7, typed);
    const at = {
      textDocument: { uri },
      position: positionOf(typed, '3001; see'),
    };
    const prepared = await server.connection.sendRequest(PrepareRenameRequest.type, at);
    assert.equal((prepared as { placeholder: string }).placeholder, '3001');
    // A file that changes without anyone telling is edited where it is now.
    root.write('closed.atop', `\n\n${texts['closed.atop']}`);
    const edit = await server.connection.sendRequest(RenameRequest.type, { ...at, newName: '3011' });
    assert.deepEqual(
      edit?.documentChanges?.map(change =>
        TextDocumentEdit.is(change)
          ? [root.nameOf(change.textDocument.uri), change.textDocument.version]
          : [],
      ),
      [
        ['closed.atop', null],
        ['open.atop', 7],
        ['other.atop', null],
      ],
    );
    const after = (name: string, text: string) => textAfter(root.uriOf(name), text, edit);
    assert.equal(after('open.atop', typed), typed.replaceAll('3001', '3011'));
    assert.equal(
      after('closed.atop', `\n\n${texts['closed.atop']}`),
      `\n\n${texts['closed.atop'].replace('3001', '3011')}`,
    );
    assert.equal(
      after('other.atop', texts['other.atop']),
      texts['other.atop'].replace('ATOPID 3001', 'ATOPID 3011'),
    );

    await assert.rejects(server.connection.sendRequest(RenameRequest.type, { ...at, newName: '3002' }), {
      message: /^The ATOP ID 3002 is taken: other\.atop bears it\./,
    });
    await assert.rejects(
      server.connection.sendRequest(PrepareRenameRequest.type, {
        ...at,
        position: { line: 0, character: 0 },
      }),
      { message: /Put the cursor on one/ },
    );
  });

  it('renames a state, and leads from a mention to its sheet', async () => {
    const texts = {
      'a.atop': sheetOf('3000', { 4: '365 Russia\n2 United States of America', 45: 'Yes. ATOP 3001' }),
      'b.atop': sheetOf('3001', { 4: '2 USA; Russia (365)' }),
    };
    const root = folder(texts);
    await server.start([root]);
    const uri = root.uriOf('a.atop');
    await server.open(uri, texts['a.atop']);
    const textDocument = { uri };
    const position = positionOf(texts['a.atop'], '365 Russia');
    const edit = await server.connection.sendRequest(RenameRequest.type, {
      textDocument,
      position,
      newName: '369',
    });
    assert.equal(
      textAfter(uri, texts['a.atop'], edit!),
      texts['a.atop'].replace('365 Russia', '369 Ukraine'),
    );
    assert.equal(
      textAfter(root.uriOf('b.atop'), texts['b.atop'], edit!),
      texts['b.atop'].replace('Russia (365)', 'Ukraine (369)'),
    );
    const definition = await server.connection.sendRequest(DefinitionRequest.type, {
      textDocument,
      position: positionOf(texts['a.atop'], '3001'),
    });
    assert.deepEqual(definition, [
      {
        uri: root.uriOf('b.atop'),
        range: { start: { line: 1, character: 12 }, end: { line: 1, character: 16 } },
      },
    ]);
    const highlights = await server.connection.sendRequest(DocumentHighlightRequest.type, {
      textDocument,
      position,
    });
    assert.equal(highlights?.length, 1);
  });

  it('is read through the client where the server cannot read it', async () => {
    const files: Record<string, string> = {
      'memfs:/sheets/a.atop': numbered(3000),
      'memfs:/sheets/b%20%281%29.atop': numbered(3001),
    };
    server.connection.onRequest('atop/listFiles', ({ folder: asked }: { folder: string }) => {
      assert.equal(asked, 'memfs:/sheets');
      return { uris: [...Object.keys(files), 'memfs:/sheets/gone.atop', 'memfs:/sheets/locked.atop'] };
    });
    server.connection.onRequest('atop/readFile', ({ uri }: { uri: string }) => {
      if (uri.includes('locked')) throw new Error('nobody may read it');
      const text = files[uri];
      return text === undefined ? null : { base64: Buffer.from(text).toString('base64') };
    });
    await server.start([{ uri: 'memfs:/sheets' }], ASKING, { readsFiles: true });
    await server.sheetsOnce(sheets => ids(sheets).join() === '3000,3001');
    await server.until(() =>
      server.logged.some(line => /locked\.atop is passed over: .*nobody may/.test(line)),
    );

    files['memfs:/sheets/a.atop'] = numbered(3005);
    await server.watched(FileChangeType.Changed, 'memfs:/sheets/a.atop');
    await server.sheetsOnce(sheets => ids(sheets).join() === '3005,3001');
  });
});

function textAfter(uri: string, text: string, edit: WorkspaceEdit): string {
  const edits = (edit.documentChanges ?? []).flatMap(change =>
    TextDocumentEdit.is(change) && change.textDocument.uri === uri ? (change.edits as TextEdit[]) : [],
  );
  return TextDocument.applyEdits(TextDocument.create(uri, 'atop', 1, text), edits);
}
