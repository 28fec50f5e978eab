import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { WorkDoneProgress, type WorkDoneProgressReport } from 'vscode-languageserver-protocol/node';
import type { AgreementFigures, AlignedSheets } from '../../server/src/service';
import { seedText, withAnswer } from '../unit/support/sheets';
import { Folder } from './folder';
import { WorkspaceClient } from './workspaceClient';

const seed = seedText();

describe('two coders whose sheets are compared', () => {
  let client: WorkspaceClient;
  let folder: Folder;

  beforeEach(async () => {
    folder = new Folder({
      'first/4765.atop': seed,
      'second/4765.atop': withAnswer(4, '370 Belarus', withAnswer(13, 'None', seed)),
      'first/3000.atop': withAnswer(1, '3000', seed),
      'second/3000.atop': withAnswer(1, '3000', seed),
      'first/3005.atop': withAnswer(1, '3005', seed),
    });
    client = new WorkspaceClient();
    await client.start([folder]);
  });
  afterEach(() => {
    client.kill();
    folder.remove();
  });

  const align = (a: string, b: string) =>
    client.connection.sendRequest<AlignedSheets | { unreadable: string }>('atop/align', { a, b });
  const agreement = (a: readonly string[], b: readonly string[], workDoneToken?: string) =>
    client.connection.sendRequest<AgreementFigures & { unreadable: string[] }>('atop/agreement', {
      a,
      b,
      ...(workDoneToken !== undefined && { workDoneToken }),
    });
  const urisOf = (...names: readonly string[]) => names.map(name => folder.uriOf(name));

  it('stand beside each other, question by question', async () => {
    const aligned = await align(folder.uriOf('first/4765.atop'), folder.uriOf('second/4765.atop'));
    assert.ok('parts' in aligned);
    const [linesA, linesB] = [aligned.a.split('\n'), aligned.b.split('\n')];
    for (const { question, line } of aligned.parts) {
      assert.ok(linesA[line]?.startsWith(`${question}. `));
      assert.equal(linesA[line], linesB[line]);
    }
    const line = aligned.parts.find(({ question }) => question === 4)!.line;
    assert.deepEqual(linesA.slice(line + 1, line + 3), ['370 Belarus', '705 Kazakhstan']);
    assert.deepEqual(linesB.slice(line + 1, line + 3), ['370 Belarus', '']);
  });

  it('count as they are in the editor, saved or not, and from wherever they are', async () => {
    const [uri] = urisOf('second/4765.atop');
    await client.open(uri!, seed);
    const aligned = await align(folder.uriOf('first/4765.atop'), uri!);
    assert.ok('parts' in aligned && aligned.a === aligned.b);
    await client.open('untitled:Untitled-1', withAnswer(4, '365 Russia', seed));
    const other = await align(uri!, 'untitled:Untitled-1');
    assert.ok('parts' in other && other.b.includes('\n365 Russia\n'));
  });

  it('are named where one cannot be read', async () => {
    const [there, gone] = urisOf('first/4765.atop', 'second/gone.atop');
    assert.deepEqual(await align(there!, gone!), { unreadable: gone });
    assert.deepEqual(await align(gone!, there!), { unreadable: gone });
    assert.deepEqual((await agreement([there!], [gone!])).unreadable, [gone]);
    // Outside of the workspace nothing is read.
    assert.deepEqual(await align(there!, 'file:///etc/passwd'), { unreadable: 'file:///etc/passwd' });
  });

  it('agree as far as they do', async () => {
    const figures = await agreement(
      urisOf('first/3000.atop', 'first/3005.atop', 'first/4765.atop'),
      urisOf('second/3000.atop', 'second/4765.atop'),
      'progress',
    );
    assert.deepEqual(
      figures.compared.map(({ atopid, a, b }) => [atopid, folder.nameOf(a), folder.nameOf(b)]),
      [
        ['3000', 'first/3000.atop', 'second/3000.atop'],
        ['4765', 'first/4765.atop', 'second/4765.atop'],
      ],
    );
    assert.deepEqual(
      figures.onlyA.map(({ atopid }) => atopid),
      ['3005'],
    );
    assert.deepEqual(
      figures.disagreements.map(({ atopid, question, kind, a, b }) => [
        atopid,
        question,
        kind,
        a.line,
        b.line,
      ]),
      [
        ['4765', 4, 'category', 11, 11],
        ['4765', 13, 'missing', 40, 41],
      ],
    );
    const members = figures.questions.find(({ question }) => question === 4)!;
    assert.deepEqual([members.pairs, members.agreed, members.percent], [2, 1, 0.5]);
    assert.equal(members.kappa.value, 0);
    assert.deepEqual(figures.unreadable, []);
  });

  it('belong together where one of two sheets lacks its ID', async () => {
    await client.open('untitled:Untitled-1', withAnswer(1, '', seed));
    const figures = await agreement(urisOf('first/4765.atop'), ['untitled:Untitled-1']);
    assert.equal(figures.compared.length, 1);
    assert.equal(figures.overall.percent, 1);
  });

  it('are told of how far the comparison is', async () => {
    const reports: WorkDoneProgressReport[] = [];
    const kinds = new Set<string>();
    client.connection.onProgress(WorkDoneProgress.type, 'progress', value => {
      kinds.add(value.kind);
      if (value.kind === 'report') reports.push(value);
    });
    await agreement(urisOf('first/4765.atop'), urisOf('second/4765.atop'), 'progress');
    assert.deepEqual([...kinds], ['begin', 'report', 'end']);
    assert.deepEqual(reports[0], { kind: 'report', percentage: 50, message: '1 / 2' });
  });
});

describe('the picture of a dataset', () => {
  let client: WorkspaceClient;

  beforeEach(async () => {
    client = new WorkspaceClient();
    await client.start([]);
  });
  afterEach(() => client.kill());

  it('is told of the questions and of the places of their answers', async () => {
    const sections = await client.connection.sendRequest<readonly { questions: unknown[] }[]>(
      'atop/instrument',
      {},
    );
    assert.equal(sections.flatMap(({ questions }) => questions).length, 61);
    await client.open('untitled:Untitled-1', seed);
    const place = (question: number, uri = 'untitled:Untitled-1') =>
      client.connection.sendRequest('atop/questionPlace', { textDocument: { uri }, question });
    assert.deepEqual(await place(4), { isInSheet: true, position: { line: 10, character: 0 } });
    assert.equal(await place(99), null);
    assert.equal(await place(4, 'untitled:Untitled-2'), null);
  });
});
