import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, it } from 'mocha';
import {
  CancellationTokenSource,
  DidChangeConfigurationNotification,
  DocumentDiagnosticRequest,
  FileChangeType,
  LSPErrorCodes,
  ProgressType,
  WorkspaceDiagnosticRequest,
  type CancellationToken,
  type PreviousResultId,
  type RelatedFullDocumentDiagnosticReport,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver-protocol/node';
import { seedText } from '../unit/support/findings';
import { Folder } from './folder';
import { ASKING, WAITING_FOR_ALL, WorkspaceClient } from './workspaceClient';

const seed = seedText();
const numbered = (id: string | number): string => seed.replace('ATOP ID: 4765', `ATOP ID: ${id}`);

describe('diagnostics of a workspace', () => {
  let server: WorkspaceClient;
  const folders: Folder[] = [];
  const folder = (files: Readonly<Record<string, string>> = {}): Folder => {
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

  const configure = async (settings: Record<string, unknown>): Promise<void> => {
    server.settings = settings;
    await server.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
  };

  describe('asked for by document', () => {
    const ask = (uri: string, previousResultId?: string) =>
      server.connection.sendRequest(DocumentDiagnosticRequest.type, {
        textDocument: { uri },
        ...(previousResultId !== undefined && { previousResultId }),
      });

    it('are said to be unchanged while a coder types what changes none of them', async () => {
      const root = folder({ 'a.atop': seed });
      const uri = root.uriOf('a.atop');
      await server.start([root]);
      await server.open(uri, seed);
      const first = await ask(uri);
      assert.ok(first.kind === 'full' && first.items.length > 0);

      await server.change(uri, 2, seed.replace('Still in effect', 'It is still in effect'));
      const second = await ask(uri, first.resultId);
      // The ambiguous date stands on that line: its place is another one.
      assert.ok(second.kind === 'full');

      await server.change(uri, 3, seed.replace('Still in effect', 'It IS still in effect'));
      const third = await ask(uri, second.resultId);
      assert.equal(third.kind, 'unchanged');

      // What was told longer ago is no measure.
      assert.equal((await ask(uri, first.resultId)).kind, 'full');
    });

    it('are said to be unchanged until the text, the settings or another sheet changes', async () => {
      const root = folder({ 'a.atop': numbered(3000), 'b.atop': numbered(3001) });
      const uri = root.uriOf('a.atop');
      await server.start([root]);
      await server.sheetsOnce(({ length }) => length === 2);
      await server.open(uri, numbered(3000));
      const changes: (() => Promise<void>)[] = [
        () => server.change(uri, 2, `\n${numbered(3000)}`),
        () => configure({ '': { severity: { 'yes-no-expected': 'off' } } }),
        async () => {
          root.write('b.atop', numbered(3000));
          await server.watched(FileChangeType.Changed, root.uriOf('b.atop'));
          await server.sheetsOnce(sheets => sheets.every(({ atopId }) => atopId === '3000'));
        },
      ];
      const counts: number[] = [];
      let resultId: string | undefined;
      for (const change of [() => Promise.resolve(), ...changes]) {
        await change();
        const report = await ask(uri, resultId);
        assert.ok(report.kind === 'full' && report.resultId !== undefined);
        counts.push(report.items.length);
        resultId = report.resultId;
        assert.deepEqual(await ask(uri, resultId), { kind: 'unchanged', resultId });
      }
      assert.deepEqual(counts, [11, 11, 4, 5]);
    });

    it('bring along those of another sheet that they change', async () => {
      const root = folder({ 'a.atop': numbered(3000), 'b.atop': numbered(3001), 'c.atop': numbered(3000) });
      const [a, b] = [root.uriOf('a.atop'), root.uriOf('b.atop')];
      const { textDocument, ...rest } = ASKING;
      await server.start([root], {
        ...rest,
        textDocument: { ...textDocument, diagnostic: { relatedDocumentSupport: true } },
      });
      await server.sheetsOnce(({ length }) => length === 3);
      await server.open(a, numbered(3000));
      await server.open(b, numbered(3001));
      const related = async () => {
        const { relatedDocuments = {} } = (await ask(b)) as RelatedFullDocumentDiagnosticReport;
        return Object.entries(relatedDocuments).map(([uri, report]) => [
          root.nameOf(uri),
          report.kind === 'full' && report.items.filter(({ code }) => code === 'duplicate-sheet').length,
        ]);
      };
      assert.deepEqual(await related(), []);
      await server.change(b, 2, numbered(3000));
      // Sheet c is not open, and nobody asks for it.
      assert.deepEqual(await related(), [['a.atop', 1]]);
      assert.deepEqual(await related(), []);
      rmSync(root.pathOf('c.atop'));
      await server.watched(FileChangeType.Deleted, root.uriOf('c.atop'));
      await server.sheetsOnce(({ length }) => length === 2);
      await server.change(b, 3, numbered(3001));
      assert.deepEqual(await related(), [['a.atop', 0]]);
    });

    it('are asked for again when another sheet changes what is said of an open one', async () => {
      const root = folder({ 'a.atop': numbered(3000), 'b.atop': numbered(3001) });
      const uri = root.uriOf('a.atop');
      await server.start([root]);
      await server.sheetsOnce(({ length }) => length === 2);
      await server.open(uri, numbered(3000));
      const duplicates = async () => {
        const report = await ask(uri);
        return report.kind === 'full' && report.items.filter(({ code }) => code === 'duplicate-sheet').length;
      };
      assert.equal(await duplicates(), 0);
      assert.equal(server.refreshes, 0);
      root.write('b.atop', numbered(3000));
      await server.watched(FileChangeType.Changed, root.uriOf('b.atop'));
      await server.until(() => server.refreshes === 1);
      assert.equal(await duplicates(), 1);
      await server.open(root.uriOf('b.atop'), numbered(3002));
      await server.until(() => server.refreshes === 2);
      assert.equal(await duplicates(), 0);
    });

    it('are asked for again when another sheet is gone, even if that is told before it is seen', async () => {
      const root = folder({ 'a.atop': numbered(3000), 'b.atop': numbered(3000) });
      const uri = root.uriOf('a.atop');
      await server.start([root]);
      await server.sheetsOnce(({ length }) => length === 2);
      await server.open(uri, numbered(3000));
      const first = await ask(uri);
      assert.ok(first.kind === 'full' && first.items.length === 12);
      rmSync(root.pathOf('b.atop'));
      await server.watched(FileChangeType.Deleted, root.uriOf('b.atop'));
      // Asked at once, the server may not have looked yet whether the sheet is really gone.
      const early = await ask(uri, first.resultId);
      await server.until(() => server.refreshes === 1);
      const late = await ask(uri, early.resultId);
      const last = late.kind === 'full' ? late : early;
      assert.ok(last.kind === 'full' && last.items.length === 11);
    });

    it('leave alone the earlier version of a sheet that a comparison shows', async () => {
      const root = folder({ 'a.atop': numbered(3000) });
      await server.start([root]);
      await server.sheetsOnce(({ length }) => length === 1);
      const earlier = `git:${root.pathOf('a.atop')}?%7B%22ref%22%3A%22HEAD%22%7D`;
      await server.open(earlier, numbered(3000));
      await server.open(root.uriOf('a.atop'), numbered(3000));
      for (const uri of [earlier, root.uriOf('a.atop')]) {
        const items = await server.pull(uri);
        assert.equal(items.length, 11);
      }
      assert.equal((await server.sheets()).length, 1);
    });

    it('go by the settings of each folder', async () => {
      const [one, two] = [folder({ 'a.atop': numbered(3000) }), folder({ 'b.atop': numbered(3001) })];
      server.settings = { [two.uri]: { severity: { 'yes-no-expected': 'error' } } };
      await server.start([one, two]);
      const errors = async () => {
        const sheets = await server.sheetsOnce(
          found => found.length === 2 && found.every(({ problems }) => problems !== null),
        );
        return new Map(sheets.map(({ atopId, problems }) => [atopId, problems?.errors]));
      };
      assert.deepEqual(await errors(), new Map(Object.entries({ 3000: 0, 3001: 7 })));
      await configure({ [one.uri]: { severity: { 'yes-no-expected': 'error', 'missing-answer': 'error' } } });
      assert.deepEqual(await errors(), new Map(Object.entries({ 3000: 8, 3001: 0 })));
    });
  });

  describe('asked for as a whole', () => {
    /** What the client knows, as VS Code keeps it. */
    class Known {
      readonly reports = new Map<
        string,
        { readonly items: number; readonly resultId?: string | undefined }
      >();
      readonly order: string[] = [];

      constructor(private readonly root: Folder) {}

      take(items: readonly WorkspaceDocumentDiagnosticReport[]): void {
        for (const report of items) {
          if (report.kind !== 'full') continue;
          this.order.push(this.root.nameOf(report.uri));
          this.reports.set(report.uri, { items: report.items.length, resultId: report.resultId });
        }
      }

      get previousResultIds(): PreviousResultId[] {
        return Array.from(this.reports, ([uri, { resultId }]) => ({ uri, value: resultId ?? '' })).filter(
          ({ value }) => value !== '',
        );
      }

      get counts(): Record<string, number> {
        return Object.fromEntries<number>(
          Array.from(this.reports, ([uri, { items }]): [string, number] => [this.root.nameOf(uri), items]),
        );
      }
    }

    const ask = (known: Known, token?: CancellationToken): Promise<WorkspaceDiagnosticReport> =>
      server.connection.sendRequest(
        WorkspaceDiagnosticRequest.type,
        { previousResultIds: known.previousResultIds },
        token,
      );

    it('come in parts over one request, and go on as sheets change', async () => {
      const root = folder(
        Object.fromEntries(Array.from({ length: 120 }, (_, n) => [`${3000 + n}.atop`, numbered(3000 + n)])),
      );
      const known = new Known(root);
      server.settings = { '': { diagnostics: { scope: 'workspace' } } };
      await server.start([root]);
      let wake: (() => void) | undefined;
      server.connection.onProgress(new ProgressType<WorkspaceDiagnosticReport>(), 'parts', ({ items }) => {
        known.take(items);
        wake?.();
      });
      const until = async (isSo: () => boolean): Promise<void> => {
        while (!isSo()) await new Promise<void>(resolve => (wake = resolve));
      };
      const source = new CancellationTokenSource();
      const ended = server.connection.sendRequest(
        WorkspaceDiagnosticRequest.type,
        { previousResultIds: [], partialResultToken: 'parts' },
        source.token,
      );
      await until(() => known.reports.size === 120);
      assert.deepEqual(new Set(Object.values(known.counts)), new Set([11]));

      const changed = root.uriOf('3007.atop');
      known.order.length = 0;
      root.write('3007.atop', numbered(3008));
      await server.watched(FileChangeType.Changed, changed);
      await until(() => known.counts['3007.atop'] === 12 && known.counts['3008.atop'] === 12);
      assert.deepEqual(known.order.sort(), ['3007.atop', '3008.atop']);

      rmSync(root.pathOf('3007.atop'));
      await server.watched(FileChangeType.Deleted, changed);
      await until(() => known.counts['3007.atop'] === 0 && known.counts['3008.atop'] === 11);

      await configure({
        '': { diagnostics: { scope: 'workspace' }, severity: { 'yes-no-expected': 'off' } },
      });
      await until(() => Object.values(known.counts).every(count => count === 4 || count === 0));

      // Where only open sheets are to be listed, the others are taken back.
      await configure({ '': { diagnostics: { scope: 'openFiles' } } });
      await until(() => Object.values(known.counts).every(count => count === 0));

      source.cancel();
      await assert.rejects(ended, { code: LSPErrorCodes.RequestCancelled });
      assert.equal((await server.end()).code, 0);
    });

    it('come in one answer to a client that takes no parts, and again when there is something new', async () => {
      const root = folder({ 'a.atop': numbered(3000), 'b.atop': numbered(3001) });
      const known = new Known(root);
      server.settings = { '': { diagnostics: { scope: 'workspace' } } };
      await server.start([root]);
      known.take((await ask(known)).items);
      assert.deepEqual(known.counts, { 'a.atop': 11, 'b.atop': 11 });

      known.order.length = 0;
      const second = ask(known);
      root.write('b.atop', numbered(3002).replace('370 Belarus', '371 Belarus'));
      await server.watched(FileChangeType.Changed, root.uriOf('b.atop'));
      known.take((await second).items);
      assert.deepEqual(known.counts, { 'a.atop': 11, 'b.atop': 12 });
      assert.deepEqual(known.order, ['b.atop']);
    });

    it('are those of the text that is typed while a sheet is open, and of the disk afterwards', async () => {
      const root = folder({ 'a.atop': numbered(3000) });
      const uri = root.uriOf('a.atop');
      const known = new Known(root);
      server.settings = { '': { diagnostics: { scope: 'workspace' } } };
      await server.start([root]);
      known.take((await ask(known)).items);
      await server.open(uri, numbered(3000).replace('370 Belarus', '371 Belarus'), 4);
      const { items } = await ask(known);
      assert.deepEqual(
        items.map(({ version }) => version),
        [4],
      );
      known.take(items);
      assert.deepEqual(known.counts, { 'a.atop': 12 });
      await server.close(uri);
      known.take((await ask(known)).items);
      assert.deepEqual(known.counts, { 'a.atop': 11 });
    });

    it('are cleared when a sheet is closed, where only open ones are to be listed', async () => {
      const root = folder({ 'a.atop': numbered(3000) });
      const uri = root.uriOf('a.atop');
      await server.start([root]);
      await server.sheetsOnce(({ length }) => length === 1);
      await server.open(uri, numbered(3000));
      const report = await server.connection.sendRequest(DocumentDiagnosticRequest.type, {
        textDocument: { uri },
      });
      assert.ok(report.kind === 'full' && report.resultId !== undefined);
      const whole = server.connection.sendRequest(WorkspaceDiagnosticRequest.type, {
        previousResultIds: [{ uri, value: report.resultId }],
      });
      await server.close(uri);
      assert.deepEqual((await whole).items, [{ kind: 'full', uri, version: null, items: [] }]);
    });

    it('are cleared, too, where the client asked last before the sheet was closed', async () => {
      const root = folder({ 'a.atop': numbered(3000) });
      const uri = root.uriOf('a.atop');
      await server.start([root]);
      await server.open(uri, numbered(3000));
      const whole = server.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [] });
      assert.equal((await server.pull(uri)).length, 11);
      await server.close(uri);
      assert.deepEqual((await whole).items, [{ kind: 'full', uri, version: null, items: [] }]);
    });
  });

  describe('pushed', () => {
    const countOf = (uri: string): number | undefined =>
      server.allPublished.findLast(published => published.uri === uri)?.diagnostics.length;

    it('are those of every sheet where that is set, as they change', async () => {
      const root = folder({ 'a.atop': numbered(3000), 'b.atop': numbered(3001) });
      const [a, b] = [root.uriOf('a.atop'), root.uriOf('b.atop')];
      await server.start([root], WAITING_FOR_ALL);
      await configure({ '': { diagnostics: { scope: 'workspace' } } });
      await server.published(({ uri, diagnostics }) => uri === a && diagnostics.length === 11);
      await server.published(({ uri, diagnostics }) => uri === b && diagnostics.length === 11);

      await server.open(b, numbered(3000), 3);
      await server.published(({ uri, version, diagnostics }) => {
        return uri === b && version === 3 && diagnostics.length === 12;
      });
      await server.published(({ uri, diagnostics }) => uri === a && diagnostics.length === 12);

      await server.close(b);
      await server.published(({ uri, version, diagnostics }) => {
        return uri === b && version === undefined && diagnostics.length === 11;
      });
      rmSync(root.pathOf('a.atop'));
      await server.watched(FileChangeType.Deleted, a);
      await server.published(({ uri, diagnostics }) => uri === a && diagnostics.length === 0);
      await configure({});
      await server.published(({ uri, diagnostics }) => uri === b && diagnostics.length === 0);
      assert.equal((await server.end()).code, 0);
    });

    it('are those of open sheets alone where nothing is set', async () => {
      const root = folder({ 'a.atop': numbered(3000), 'b.atop': numbered(3001) });
      const b = root.uriOf('b.atop');
      await server.start([root], WAITING_FOR_ALL);
      await server.open(b, numbered(3000));
      await server.published(({ uri, diagnostics }) => uri === b && diagnostics.length === 12);
      assert.equal(countOf(root.uriOf('a.atop')), undefined);
      await server.close(b);
      await server.published(({ uri, diagnostics }) => uri === b && diagnostics.length === 0);
    });
  });
});
