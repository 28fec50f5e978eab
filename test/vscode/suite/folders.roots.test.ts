import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { diagnostics, eventually, positionOf } from './editor';
import { pageIsDriven } from './page';
import { rowsOf } from './sheetsPane';

const folder = (name: string) => vscode.workspace.workspaceFolders!.find(one => one.name === name)!.uri;
const sheet = (path: string) => vscode.Uri.joinPath(folder(path.split('/')[0]!), ...path.split('/').slice(1));
const { WorkspaceFolder } = vscode.ConfigurationTarget;

/** Sets something for one folder alone. */
async function set(root: string, name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('atopSheets', folder(root)).update(name, value, WorkspaceFolder);
}

/** What formatting would write. */
async function formatted(document: vscode.TextDocument): Promise<string> {
  const edits = await vscode.commands.executeCommand<vscode.TextEdit[]>(
    'vscode.executeFormatDocumentProvider',
    document.uri,
    { tabSize: 4, insertSpaces: true },
  );
  return edits
    .toSorted((a, b) => b.range.start.compareTo(a.range.start))
    .reduce((text, { range, newText }) => {
      return (
        text.slice(0, document.offsetAt(range.start)) + newText + text.slice(document.offsetAt(range.end))
      );
    }, document.getText());
}

const longest = (lines: readonly string[]) => Math.max(...lines.map(({ length }) => length));

/** The lines of the sheet that questions begin on. */
const questions = (text: string) => text.split('\n').filter(line => /^\d+\. /.test(line));

/** Shows a sheet in a tab that stays: of those that nobody sees VS Code asks for no problems. */
async function show(uri: vscode.Uri, viewColumn: vscode.ViewColumn): Promise<vscode.TextDocument> {
  await vscode.commands.executeCommand('vscode.open', uri, { viewColumn, preview: false });
  return eventually(
    'the sheet',
    () =>
      vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString())
        ?.document,
  );
}

describe('a coder with the folders of two projects', () => {
  let text: string;
  let one: vscode.TextDocument;
  let other: vscode.TextDocument;

  before(async () => {
    one = await show(sheet('first/4765.atop'), vscode.ViewColumn.One);
    text = one.getText();
    const copy = sheet('second/4765.atop');
    const bytes = new TextEncoder().encode(text.replace('ATOP ID: 4765', 'ATOP ID: 4766'));
    await vscode.workspace.fs.writeFile(copy, bytes);
    other = await show(copy, vscode.ViewColumn.Two);
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const removal = new vscode.WorkspaceEdit();
    removal.deleteFile(other.uri);
    for (const root of ['first', 'second']) {
      const settings = vscode.Uri.joinPath(folder(root), '.vscode');
      removal.deleteFile(settings, { recursive: true, ignoreIfNotExists: true });
    }
    assert.ok(await vscode.workspace.applyEdit(removal));
  });

  it('sees the sheets of both', async function () {
    if (!pageIsDriven) this.skip();
    await vscode.commands.executeCommand('atopSheets.showSheets');
    await rowsOf('ATOP 1335', 'ATOP 3180', 'ATOP 4765', 'ATOP 4766', 'ATOP 6200');
  });

  it('finds a state and an alliance in both', async () => {
    const found = await eventually('the places', async () => {
      const places = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeReferenceProvider',
        one.uri,
        positionOf(one, '705 Kazakhstan', 1),
      );
      return places.length === 2 && places;
    });
    assert.deepEqual(found.map(({ uri }) => uri.toString()).toSorted(), [
      one.uri.toString(),
      other.uri.toString(),
    ]);
  });

  it('sets severities for one of them, at once', async () => {
    const isUsual = (found: readonly string[]) =>
      found.filter(line => line.endsWith('yes-no-expected')).length === 7;
    await diagnostics(one.uri, isUsual);
    await diagnostics(other.uri, isUsual);
    await set('second', 'severity.yes-no-expected', 'off');
    await diagnostics(other.uri, found => found.length > 0 && !found.join().includes('yes-no-expected'));
    await diagnostics(one.uri, isUsual);
    await set('first', 'severity.missing-answer', 'error');
    await diagnostics(one.uri, found => found.includes('40 error missing-answer'));
    await diagnostics(other.uri, found => found.includes('40 warning missing-answer'));
    await set('second', 'severity.yes-no-expected', undefined);
    await set('first', 'severity.missing-answer', undefined);
    await diagnostics(one.uri, found => found.includes('40 warning missing-answer'));
    await diagnostics(other.uri, isUsual);
  });

  it('sets the width and the form of dates for one of them, at once', async () => {
    await set('second', 'format.width', 60);
    await set('second', 'format.dates', 'iso');
    await eventually('narrow lines', async () => {
      const result = await formatted(other);
      return longest(questions(result)) <= 60 && result.includes('1996-01-17');
    });
    const wide = await formatted(one);
    assert.ok(longest(questions(wide)) > 100);
    assert.ok(wide.includes('January 17, 1996') && !wide.includes('1996-01-17'));
    await set('second', 'format.width', undefined);
    await set('second', 'format.dates', undefined);
    await eventually('the usual form', async () => (await formatted(other)).includes('January 17, 1996'));
  });

  it('says which questions may stay empty in one of them, at once', async () => {
    const missing = (found: readonly string[]) =>
      found.filter(line => line.endsWith('missing-answer')).length;
    const count = async ({ uri }: vscode.TextDocument) => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        uri,
      );
      return lenses[0]?.command?.title;
    };
    await diagnostics(one.uri, found => missing(found) === 1);
    const usual = await count(one);
    assert.equal(await count(other), usual);
    await set('second', 'optionalQuestions', []);
    await diagnostics(other.uri, found => missing(found) > 1);
    assert.notEqual(await count(other), usual);
    await diagnostics(one.uri, found => missing(found) === 1);
    assert.equal(await count(one), usual);
    await set('second', 'optionalQuestions', [13, 28, 43, 57]);
    await diagnostics(other.uri, found => found.length > 0 && missing(found) === 0);
    await set('second', 'optionalQuestions', undefined);
    await diagnostics(other.uri, found => missing(found) === 1);
    assert.equal(await count(other), usual);
  });

  it('sees the problems of all sheets of the one that asks for them', async () => {
    const unfinished = sheet('second/6200.atop');
    assert.deepEqual(vscode.languages.getDiagnostics(unfinished), []);
    await set('first', 'diagnostics.scope', 'workspace');
    await set('second', 'diagnostics.scope', 'workspace');
    await diagnostics(unfinished, found => found.length === 38);
    await set('second', 'diagnostics.scope', undefined);
    await diagnostics(unfinished, found => found.length === 0);
    await set('first', 'diagnostics.scope', undefined);
  });

  it('takes a folder out and sees no more of its sheets', async function () {
    if (!pageIsDriven) this.skip();
    const { workspaceFolders = [] } = vscode.workspace;
    const last = workspaceFolders.at(-1)!;
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    assert.equal(last.name, 'second');
    assert.ok(vscode.workspace.updateWorkspaceFolders(workspaceFolders.length - 1, 1));
    await rowsOf('ATOP 1335', 'ATOP 4765');
    assert.ok(vscode.workspace.updateWorkspaceFolders(1, 0, { uri: last.uri, name: last.name }));
    await rowsOf('ATOP 1335', 'ATOP 3180', 'ATOP 4765', 'ATOP 4766', 'ATOP 6200');
  });
});
