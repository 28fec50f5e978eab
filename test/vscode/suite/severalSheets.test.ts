import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { diagnostics, eventually, openSheet, positionOf, revert } from './editor';
import { keys, pageIsDriven, read, type } from './page';

/** The last part of an address. */
const nameOf = (uri: vscode.Uri) => uri.path.slice(uri.path.lastIndexOf('/') + 1);

/** `4765.atop 11: 370 Belarus`, with the line counted from 1 as the editor shows it. */
async function placeOf(uri: vscode.Uri, range: vscode.Range): Promise<string> {
  const document = await vscode.workspace.openTextDocument(uri);
  return `${nameOf(uri)} ${range.start.line + 1}: ${document.getText(range)}`;
}

/** Renames what is at a place of the active editor: F2, the new name, Enter. */
async function renameAt(editor: vscode.TextEditor, place: vscode.Position, newName: string): Promise<void> {
  editor.selection = new vscode.Selection(place, place);
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  // Over only when the renaming is, so it is awaited last.
  const renamed = vscode.commands.executeCommand('editor.action.rename');
  await eventually('the field for the new name', async () => (await read('.rename-box input')).length > 0);
  // The field is filled once the server has said what is renamed.
  await eventually('the focus in it', async () => (await read('.rename-box input:focus')).length > 0);
  await keys('Control+A');
  await type(newName);
  await keys('Enter');
  await renamed;
}

describe('a coder with several sheets of one region', () => {
  /** A second sheet that speaks of the first; it lies in a folder of its own and is closed. */
  let second: vscode.Uri;
  let secondText: string;
  let first: vscode.TextDocument;
  let editor: vscode.TextEditor;

  before(async () => {
    const { document } = await openSheet();
    const folder = vscode.Uri.joinPath(document.uri, '..', 'region');
    second = vscode.Uri.joinPath(folder, '4766.atop');
    secondText = document
      .getText()
      .replace('ATOP ID: 4765', 'ATOP ID: 4766')
      .replace('renewals):\n', 'renewals):\nNone\n')
      .replace(
        'describe the treaty reference.\nNo\n',
        'describe the treaty reference.\nYes. It modifies ATOP 4765.\n',
      );
    await vscode.workspace.fs.writeFile(second, new TextEncoder().encode(secondText));
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const removal = new vscode.WorkspaceEdit();
    removal.deleteFile(vscode.Uri.joinPath(second, '..'), { recursive: true });
    assert.ok(await vscode.workspace.applyEdit(removal));
  });
  beforeEach(async () => {
    editor = await openSheet();
    first = editor.document;
  });
  afterEach(revert);

  it('finds every sheet with the same state, and every mention of an alliance', async () => {
    const placesOf = async (words: string) => {
      const found = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeReferenceProvider',
        first.uri,
        positionOf(first, words, 1),
      );
      return Promise.all(found.map(({ uri, range }) => placeOf(uri, range))).then(places =>
        places.toSorted(),
      );
    };
    await eventually('both sheets', async () => (await placesOf('705 Kazakhstan')).length === 2);
    assert.deepEqual(await placesOf('705 Kazakhstan'), [
      '4765.atop 12: 705 Kazakhstan',
      '4766.atop 12: 705 Kazakhstan',
    ]);
    const mention = secondText.slice(0, secondText.indexOf('ATOP 4765.')).split('\n').length;
    assert.deepEqual(await placesOf('4765'), ['4765.atop 2: 4765', `4766.atop ${mention}: 4765`]);
  });

  it('goes from a mention to the sheet of the alliance, by definition and by link', async () => {
    const document = await vscode.workspace.openTextDocument(second);
    const mention = positionOf(document, 'ATOP 4765', 'ATOP 4'.length);
    const [definition] = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      second,
      mention,
    );
    assert.ok(definition);
    const target = 'targetUri' in definition ? definition.targetUri : definition.uri;
    assert.equal(target.toString(), first.uri.toString());
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      second,
    );
    assert.ok(
      links.some(
        ({ range, target: to }) => range.contains(mention) && to?.toString() === first.uri.toString(),
      ),
    );
  });

  it('sees where a state stands in the sheet', async () => {
    const found = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      first.uri,
      positionOf(first, 'Kazakhstan', 1),
    );
    assert.ok(found.some(({ range }) => first.getText(range) === '705 Kazakhstan'));
  });

  it('finds sheets and states by their names in the whole workspace', async () => {
    const namesOf = async (query: string) => {
      const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        query,
      );
      return found.map(({ location }) => nameOf(location.uri));
    };
    await eventually('the second sheet', async () => (await namesOf('4766')).includes('4766.atop'));
    assert.deepEqual((await namesOf('Kazakh')).toSorted(), ['4765.atop', '4766.atop']);
    assert.ok((await namesOf('Austria-Hungary')).includes('1335.atop'));
  });

  it('renames an alliance in two open sheets, and takes it back in both with one Undo', async function () {
    if (!pageIsDriven) this.skip();
    const firstText = first.getText();
    await vscode.commands.executeCommand('vscode.open', second, { preview: false });
    const { document } = await eventually('the second sheet', () => editorOf(second));
    editor = await openSheet();
    await renameAt(editor, positionOf(first, '4765', 1), '4768');
    const renamed = [
      firstText.replace('ATOP ID: 4765', 'ATOP ID: 4768'),
      secondText.replace('ATOP 4765', 'ATOP 4768'),
    ];
    const texts = () => [first.getText(), document.getText()];
    await eventually('the new ID', () => texts().join() === renamed.join());
    await eventually('both saved', () => !first.isDirty && !document.isDirty);

    await vscode.commands.executeCommand('undo');
    await eventually('the old ID', () => texts().join() === [firstText, secondText].join());
    await vscode.commands.executeCommand('redo');
    await eventually('the new ID again', () => texts().join() === renamed.join());
    await vscode.commands.executeCommand('undo');
    await eventually('the old ID again', () => texts().join() === [firstText, secondText].join());
    await vscode.commands.executeCommand('workbench.action.files.saveAll');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('gives a state another code in an open and a closed sheet, and takes it back with one Undo', async function () {
    if (!pageIsDriven) this.skip();
    const closed = vscode.Uri.joinPath(second, '..', '4767.atop');
    const closedText = secondText.replace('ATOP ID: 4766', 'ATOP ID: 4767');
    const onDisk = async () => new TextDecoder().decode(await vscode.workspace.fs.readFile(closed));
    await vscode.workspace.fs.writeFile(closed, new TextEncoder().encode(closedText));
    const symbols = (query: string) =>
      vscode.commands.executeCommand<unknown[]>('vscode.executeWorkspaceSymbolProvider', query);
    await eventually('the closed sheet', async () => (await symbols('4767')).length === 1);
    const firstText = first.getText();

    await renameAt(editor, positionOf(first, '370 Belarus', 1), '365');
    await eventually(
      'the new code',
      () => first.getText() === firstText.replace('370 Belarus', '365 Russia'),
    );
    // VS Code saves what a renaming has changed.
    const renamed = closedText.replace('370 Belarus', '365 Russia');
    await eventually('the new code on the disk', async () => (await onDisk()) === renamed);
    await eventually('all saved', () => vscode.workspace.textDocuments.every(({ isDirty }) => !isDirty));

    await vscode.commands.executeCommand('undo');
    await eventually('the old code', () => first.getText() === firstText);
    // A sheet that is closed is opened to show that it has changed and is not saved.
    const tab = await eventually('the tab', () => tabOf(closed));
    assert.ok(tab.isDirty);
    await vscode.commands.executeCommand('workbench.action.files.saveAll');
    await eventually('the old code on the disk', async () => (await onDisk()) === closedText);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(closed);
  });

  it('is told of two sheets with one ATOP ID', async () => {
    const double = vscode.Uri.joinPath(second, '..', 'double.atop');
    await vscode.workspace.fs.writeFile(double, new TextEncoder().encode(first.getText()));
    const found = await diagnostics(first.uri, all => all.includes('2 warning duplicate-sheet'));
    const finding = found.find(({ range }) => range.start.line === 1);
    assert.deepEqual(
      finding?.relatedInformation?.map(({ location }) => nameOf(location.uri)),
      ['double.atop'],
    );
    await vscode.workspace.fs.delete(double);
    await diagnostics(first.uri, all => !all.some(one => one.includes('duplicate-sheet')));
  });

  it('sees the problems of closed sheets where the settings ask for them', async () => {
    const [unfinished] = await vscode.workspace.findFiles('6200.atop');
    assert.ok(unfinished);
    const settings = vscode.workspace.getConfiguration('atopSheets');
    const { Workspace } = vscode.ConfigurationTarget;
    assert.deepEqual(vscode.languages.getDiagnostics(unfinished), []);
    await settings.update('diagnostics.scope', 'workspace', Workspace);
    const found = await diagnostics(unfinished, all => all.length === 38);
    assert.ok(found.every(({ code }) => typeof code === 'object' && code.value === 'missing-answer'));
    await settings.update('diagnostics.scope', undefined, Workspace);
    await diagnostics(unfinished, all => all.length === 0);
  });
});

/** The active editor, where it is that of the sheet. */
function editorOf(uri: vscode.Uri): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor?.document.uri.toString() === uri.toString() ? editor : undefined;
}

function tabOf(uri: vscode.Uri): vscode.Tab | undefined {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .find(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString());
}
