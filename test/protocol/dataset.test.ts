import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import {
  CancellationTokenSource,
  LSPErrorCodes,
  ProgressType,
  WorkDoneProgress,
  WorkspaceDiagnosticRequest,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver-protocol/node';
import type { DatasetExport, ExportDatasetParams, SheetImport } from '../../server/src/connection/protocol';
import { handmadePdf, printedPdf, textAt } from '../unit/import/handmadePdf';
import { seedText, withAnswer } from '../unit/support/sheets';
import { Folder } from './folder';
import { WorkspaceClient } from './workspaceClient';

const seed = seedText();
const examples = ['1335', '3180', '4765', '6200'];

let client: WorkspaceClient;
let folder: Folder;

async function start(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  folder = new Folder(files);
  client = new WorkspaceClient();
  await client.start([folder]);
}

function end(): void {
  client.kill();
  folder.remove();
}

describe('a dataset made in the editor', () => {
  beforeEach(() =>
    start(Object.fromEntries(examples.map(id => [`${id}.atop`, readFileSync(`examples/${id}.atop`)]))),
  );
  afterEach(end);

  const named = (names: readonly string[]) => names.map(name => ({ uri: folder.uriOf(name), name }));
  const all = () => named(examples.map(id => `${id}.atop`));
  const exportSheets = (params: Partial<ExportDatasetParams> = {}) =>
    client.connection.sendRequest<DatasetExport>('atop/exportDataset', {
      format: 'csv',
      isLong: false,
      sheets: all(),
      ...params,
    });
  const exported = async (params?: Partial<ExportDatasetParams>) => {
    const made = await exportSheets(params);
    assert.ok(made.kind === 'exported', JSON.stringify(made));
    return made;
  };
  const inShell = (...args: readonly string[]) =>
    execFileSync(process.execPath, [resolve('dist', 'cli.js'), 'export', ...args], {
      cwd: folder.path,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });

  it('is what the command line makes, to the byte, in every form', async () => {
    assert.equal((await exported()).table, inShell('.'));
    assert.equal((await exported({ format: 'jsonl' })).table, inShell('.', '--format', 'jsonl'));
    assert.equal((await exported({ isLong: true })).table, inShell('.', '--long'));
    const long = await exported({ isLong: true, format: 'jsonl' });
    assert.equal(long.table, inShell('.', '--long', '--format', 'jsonl'));
    assert.deepEqual([long.report, long.blanks], ['', 0]);
  }).timeout(20_000);

  it('lists what stays blank as the command line does', async () => {
    inShell('.', '-o', 'atop.csv');
    const { table, report, blanks } = await exported();
    assert.equal(table, readFileSync(folder.pathOf('atop.csv'), 'utf8'));
    assert.equal(report, readFileSync(folder.pathOf('atop.report.csv'), 'utf8'));
    assert.equal(report.trimEnd().split('\r\n').length - 1, blanks);
    assert.ok(blanks > 0);
  });

  it('counts an open sheet as it is in the editor', async () => {
    const [, , uri] = all().map(sheet => sheet.uri);
    await client.open(uri!, withAnswer(1, '4766', seed));
    const { table } = await exported({ sheets: named(['4765.atop']) });
    assert.match(table.split('\r\n')[1] ?? '', /^4766,/);
  });

  it('is not made where a sheet is in the way, and each of these is named', async () => {
    folder.write('copy.atop', seed);
    folder.write('letter.atop', 'Dear colleague,\n');
    const refused = await exportSheets({
      sheets: [...all(), ...named(['copy.atop', 'letter.atop', 'gone.atop'])],
    });
    assert.deepEqual(refused, {
      kind: 'refused',
      unreadable: [folder.uriOf('gone.atop')],
      foreign: [folder.uriOf('letter.atop')],
      duplicates: [{ atopId: '4765', uris: [folder.uriOf('4765.atop'), folder.uriOf('copy.atop')] }],
    });
  });

  it('tells how far it is, and ends when it is cancelled', async () => {
    const kinds: string[] = [];
    client.connection.onProgress(WorkDoneProgress.type, 'export', ({ kind }) => void kinds.push(kind));
    await exportSheets({ workDoneToken: 'export' });
    assert.deepEqual([kinds[0], kinds[1], kinds.at(-1)], ['begin', 'report', 'end']);

    const source = new CancellationTokenSource();
    const sheets = Array.from({ length: 500 }, () => all()).flat();
    const request = client.connection.sendRequest(
      'atop/exportDataset',
      { format: 'csv', isLong: true, sheets },
      source.token,
    );
    source.cancel();
    await assert.rejects(request, { code: LSPErrorCodes.RequestCancelled });
  }).timeout(20_000);

  it('has all sheets, however many there are still to be read', async () => {
    const many = new Folder(
      Object.fromEntries(
        Array.from({ length: 400 }, (_, n) => [`${3000 + n}.atop`, withAnswer(1, String(3000 + n), seed)]),
      ),
    );
    try {
      await client.changeFolders([many], [folder]);
      const sheets = await client.connection.sendRequest<unknown[]>('atop/sheets', { complete: true });
      assert.equal(sheets.length, 400);
    } finally {
      many.remove();
    }
  }).timeout(20_000);
});

describe('a published sheet imported in the editor', () => {
  beforeEach(() => start({}));
  afterEach(end);

  const importSheet = (name: string, content: string | Uint8Array, workDoneToken?: string) =>
    client.connection.sendRequest<SheetImport>('atop/importSheet', {
      name,
      base64: Buffer.from(content).toString('base64'),
      ...(workDoneToken !== undefined && { workDoneToken }),
    });
  const problemOf = async (name: string, content: string | Uint8Array) => {
    const made = await importSheet(name, content);
    return made.kind === 'refused' ? made.problem : made.kind;
  };
  it('is what the command line makes of it', async () => {
    const pdf = printedPdf(seed);
    folder.write('4765.pdf', pdf);
    const steps: unknown[] = [];
    client.connection.onProgress(WorkDoneProgress.type, 'import', ({ kind }) => void steps.push(kind));
    const made = await importSheet('4765.pdf', pdf, 'import');
    execFileSync(process.execPath, [resolve('dist', 'cli.js'), 'import', '4765.pdf'], {
      cwd: folder.path,
      stdio: 'ignore',
    });
    assert.ok(made.kind === 'imported', JSON.stringify(made));
    assert.equal(made.text, readFileSync(folder.pathOf('4765.atop'), 'utf8'));
    assert.deepEqual([made.total, made.missing], [61, []]);
    assert.ok(made.mended > 0 && made.report.includes('page 1, line'));
    assert.deepEqual([steps[0], steps.at(-1)], ['begin', 'end']);
  }).timeout(20_000);

  it('may be a text, in any encoding, and lack questions', async () => {
    const text = seed.slice(0, seed.indexOf('60. '));
    const made = await importSheet('4765.txt', Buffer.from(`\ufeff${text}`, 'utf16le'));
    assert.ok(made.kind === 'imported');
    assert.deepEqual(made.missing, [60, 61]);
  });

  it('is refused where nothing can come of it, with the reason', async () => {
    const fixture = (name: string) => readFileSync(join('test', 'unit', 'import', 'pdfs', name));
    assert.equal(await problemOf('a.pdf', fixture('password.pdf')), 'encrypted');
    assert.equal(await problemOf('a.pdf', handmadePdf('72 72 400 600 re f')), 'no-text');
    assert.equal(await problemOf('a.pdf', '%PDF-1.7\nnothing of the kind'), 'broken');
    assert.equal(await problemOf('a.pdf', 'Dear colleague,'), 'not-a-pdf');
    assert.equal(await problemOf('a.docx', 'PK\u0003\u0004'), 'other-kind');
    assert.equal(await problemOf('a.txt', 'Dear colleague,'), 'no-sheet');
    assert.equal(await problemOf('empty.txt', ''), 'no-sheet');
  }).timeout(20_000);

  it('is given up when that is asked for', async () => {
    const source = new CancellationTokenSource();
    const pdf = handmadePdf(...Array.from({ length: 300 }, (_, n) => textAt(72, 700, `page ${n}`)));
    const request = client.connection.sendRequest(
      'atop/importSheet',
      { name: 'long.pdf', base64: Buffer.from(pdf).toString('base64') },
      source.token,
    );
    source.cancel();
    await assert.rejects(request, { code: LSPErrorCodes.RequestCancelled });
  }).timeout(20_000);
});

describe('a workspace that is checked', () => {
  beforeEach(() =>
    start({ '3000.atop': withAnswer(1, '3000', seed), '3001.atop': withAnswer(1, '3001', seed) }),
  );
  afterEach(end);

  it('has the findings of all sheets told, until those of open ones are enough again', async () => {
    const counts = new Map<string, number>();
    let wake: (() => void) | undefined;
    const told = async (expected: Readonly<Record<string, number>>): Promise<void> => {
      while (JSON.stringify(Object.fromEntries([...counts].sort())) !== JSON.stringify(expected)) {
        await new Promise<void>(resolve => (wake = resolve));
      }
    };
    client.connection.onProgress(new ProgressType<WorkspaceDiagnosticReport>(), 'parts', ({ items }) => {
      for (const item of items) {
        if (item.kind === 'full') counts.set(folder.nameOf(item.uri), item.items.length);
      }
      wake?.();
    });
    void client.connection
      .sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [], partialResultToken: 'parts' })
      .catch(() => undefined);
    await client.connection.sendRequest('atop/checkWorkspace', { all: true });
    assert.deepEqual(Object.fromEntries(counts), { '3000.atop': 11, '3001.atop': 11 });
    await client.connection.sendRequest('atop/checkWorkspace', { all: false });
    await told({ '3000.atop': 0, '3001.atop': 0 });
  }).timeout(20_000);

  it('is as it was where the check is cancelled', async () => {
    const source = new CancellationTokenSource();
    // No client asks for findings here, so the check waits.
    const check = client.connection.sendRequest('atop/checkWorkspace', { all: true }, source.token);
    source.cancel();
    await assert.rejects(check, { code: LSPErrorCodes.RequestCancelled });
    const report = client.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [] });
    const first = await Promise.race([report.then(() => 'findings'), client.sheets().then(() => 'sheets')]);
    assert.equal(first, 'sheets');
  });
});
