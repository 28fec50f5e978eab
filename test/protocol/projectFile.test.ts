import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { afterEach, describe, it } from 'mocha';
import {
  CodeActionRequest,
  DiagnosticSeverity,
  FileChangeType,
  type CodeAction,
} from 'vscode-languageserver-protocol/node';
import { seedText, withAnswer } from '../unit/support/sheets';
import { Folder } from './folder';
import { WorkspaceClient } from './workspaceClient';

const seed = seedText();
const FILE = 'atop-sheets.json';

describe('the project file in the editor', () => {
  let client: WorkspaceClient;
  let folder: Folder;

  async function start(files: Readonly<Record<string, string>>, settings: unknown = {}): Promise<void> {
    folder = new Folder(files);
    client = new WorkspaceClient();
    client.settings = { '': settings };
    await client.start([folder]);
  }

  afterEach(() => {
    client.kill();
    folder.remove();
  });

  const project = (content: object): string => JSON.stringify(content);
  const write = async (name: string, content: string, type: FileChangeType = FileChangeType.Changed) => {
    folder.write(name, content);
    await client.watched(type, folder.uriOf(name));
  };
  /** How grave the missing answer of the real sheet is. */
  const severityOf = async (name: string) => {
    const found = (await client.pull(folder.uriOf(name))).find(({ code }) => code === 'missing-answer');
    return found?.severity;
  };
  const open = (name: string, text = seed) => client.open(folder.uriOf(name), text);
  const names = async (isSo: (names: readonly string[]) => boolean) => {
    const listed = (sheets: readonly { uri: string }[]) => sheets.map(({ uri }) => folder.nameOf(uri));
    return listed(await client.sheetsOnce(sheets => isSo(listed(sheets))));
  };

  it('sets severities, goes before the settings, and leaves to them what it does not name', async () => {
    await start(
      { 'a.atop': seed, [FILE]: project({ severity: { 'missing-answer': 'error' } }) },
      { severity: { 'missing-answer': 'hint', 'ambiguous-date': 'error' } },
    );
    await open('a.atop');
    assert.equal(await severityOf('a.atop'), DiagnosticSeverity.Error);
    const found = await client.pull(folder.uriOf('a.atop'));
    const date = found.find(({ code }) => code === 'ambiguous-date');
    assert.equal(date?.severity, DiagnosticSeverity.Error);
  });

  it('can go back to a rule’s own severity, whatever the settings say', async () => {
    await start(
      { 'a.atop': seed, [FILE]: project({ severity: { 'missing-answer': 'default' } }) },
      { severity: { 'missing-answer': 'off' } },
    );
    await open('a.atop');
    assert.equal(await severityOf('a.atop'), DiagnosticSeverity.Warning);
  });

  it('is the nearest one above the sheet, and none above the folder that is open', async () => {
    folder = new Folder({
      [FILE]: project({ severity: { 'missing-answer': 'off' } }),
      'work/a.atop': seed,
      'work/deep/er/b.atop': seed,
      [`work/deep/${FILE}`]: project({ severity: { 'missing-answer': 'information' } }),
    });
    client = new WorkspaceClient();
    await client.start([{ uri: folder.uriOf('work') }]);
    await open('work/a.atop');
    await open('work/deep/er/b.atop');
    assert.equal(await severityOf('work/a.atop'), DiagnosticSeverity.Warning);
    assert.equal(await severityOf('work/deep/er/b.atop'), DiagnosticSeverity.Information);
  });

  it('has its effect as soon as the folder that it lies in is opened, and none once that is closed', async () => {
    folder = new Folder({ 'a.atop': seed, [FILE]: project({ severity: { 'missing-answer': 'error' } }) });
    client = new WorkspaceClient();
    await client.start([]);
    await open('a.atop');
    assert.equal(await severityOf('a.atop'), DiagnosticSeverity.Warning);
    await client.changeFolders([folder], []);
    await client.until(() => client.refreshes === 1);
    assert.equal(await severityOf('a.atop'), DiagnosticSeverity.Error);
    await client.changeFolders([], [folder]);
    await client.until(() => client.refreshes === 2);
    assert.equal(await severityOf('a.atop'), DiagnosticSeverity.Warning);
  });

  it('has its effect as soon as it is written, changed and removed', async () => {
    await start({ 'a.atop': seed });
    await open('a.atop');
    assert.equal(await severityOf('a.atop'), DiagnosticSeverity.Warning);
    await write(FILE, project({ severity: { 'missing-answer': 'error' } }), FileChangeType.Created);
    await client.until(() => client.refreshes === 1);
    assert.equal(await severityOf('a.atop'), DiagnosticSeverity.Error);
    await write(FILE, project({ severity: { 'missing-answer': 'off' } }));
    await client.until(() => client.refreshes === 2);
    assert.equal(await severityOf('a.atop'), undefined);
    const [sheet] = await client.sheetsOnce(sheets => sheets.every(({ problems }) => problems !== null));
    assert.equal(sheet?.problems?.warnings, 0);
    rmSync(folder.pathOf(FILE));
    await client.watched(FileChangeType.Deleted, folder.uriOf(FILE));
    await client.until(() => client.refreshes === 3);
    assert.equal(await severityOf('a.atop'), DiagnosticSeverity.Warning);
  });

  it('leaves sheets out: they are not listed, not compared, and nothing is found in them', async () => {
    await start({
      '4765.atop': seed,
      'drafts/4765 old.atop': seed,
      [FILE]: project({ ignore: ['drafts/'] }),
    });
    await open('4765.atop');
    await open('drafts/4765 old.atop');
    assert.deepEqual(await names(({ length }) => length === 1), ['4765.atop']);
    const codes = (await client.pull(folder.uriOf('4765.atop'))).map(({ code }) => code);
    assert.ok(codes.length > 0 && !codes.includes('duplicate-sheet'));
    assert.deepEqual(await client.pull(folder.uriOf('drafts/4765 old.atop')), []);
    // What is typed does not bring it back.
    await client.change(folder.uriOf('drafts/4765 old.atop'), 2, withAnswer(1, '9999', seed));
    assert.deepEqual(await names(({ length }) => length === 1), ['4765.atop']);

    await write(FILE, project({ ignore: [] }));
    assert.deepEqual(await names(({ length }) => length === 2), ['4765.atop', 'drafts/4765 old.atop']);
    assert.ok((await client.pull(folder.uriOf('drafts/4765 old.atop'))).length > 0);
    await write(FILE, project({ ignore: ['*old*'] }));
    assert.deepEqual(await names(({ length }) => length === 1), ['4765.atop']);
  });

  it('offers no fix for what it switches off', async () => {
    await start({
      'a.atop': seed,
      [FILE]: project({ severity: { 'stray-link': 'off', 'broken-link': 'off' } }),
    });
    await open('a.atop');
    const found = await client.pull(folder.uriOf('a.atop'));
    assert.ok(!found.some(({ code }) => code === 'stray-link' || code === 'broken-link'));
    const actions = (await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: folder.uriOf('a.atop') },
      range: { start: { line: 0, character: 0 }, end: { line: 400, character: 0 } },
      context: { diagnostics: [...found] },
    })) as CodeAction[];
    assert.ok(!actions.some(({ title }) => /link/i.test(title)));
  });

  it('that is broken is said to be, where it is, and used as far as it goes', async () => {
    const text = '{\n  "severity": {\n    "missing-anser": "error",\n    "missing-answer": "error"\n  }\n}\n';
    await start({ 'a.atop': seed, [FILE]: text });
    await open('a.atop');
    assert.equal(await severityOf('a.atop'), DiagnosticSeverity.Error);
    const isOwn = ({ uri }: { uri: string }) => uri === folder.uriOf(FILE);
    const { diagnostics } = await client.published(isOwn);
    assert.deepEqual(
      diagnostics.map(({ range, message }) => [range.start, range.end, message]),
      [
        [
          { line: 2, character: 4 },
          { line: 2, character: 19 },
          '“missing-anser” is no rule that is known here; did you mean “missing-answer”? What is wrong here has no effect.',
        ],
      ],
    );
    await write(FILE, '{ "severity": {');
    const { diagnostics: worse } = await client.published(
      params =>
        isOwn(params) &&
        params.diagnostics.some(({ code, range }) => code === undefined && range.start.line === 0),
    );
    const [broken] = worse;
    assert.ok(typeof broken?.message === 'string' && broken.message.includes('not JSON'));
    assert.equal(broken.range.start.line, 0);
    await write(FILE, '{}');
    await client.published(params => isOwn(params) && params.diagnostics.length === 0);
    assert.equal(await severityOf('a.atop'), DiagnosticSeverity.Warning);
  });
});
