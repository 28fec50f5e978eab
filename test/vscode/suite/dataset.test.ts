import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, revert } from './editor';
import { click, keys, pageIsDriven, read, webview } from './page';
import { screenshot } from './screenshot';

const inPanel = (selector: string) => `${webview} ${selector}`;
/** The cell of a sheet and a question. */
const cell = (atopId: string, question: number) =>
  inPanel(`.body .row:has-text("${atopId}") [data-column="${question - 1}"]`);

describe('a principal investigator with the dataset panel', () => {
  before(async function () {
    if (!pageIsDriven) this.skip();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('atopSheets.openDataset');
  });
  afterEach(async () => {
    if (vscode.window.activeTextEditor) await revert();
  });
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  const names = () =>
    eventually('the sheets', async () => {
      const found = await read(inPanel('.body .name > b'));
      return found.length > 0 && found;
    });
  const backToPanel = async () => {
    await vscode.commands.executeCommand('atopSheets.openDataset');
    await names();
  };

  it('sees what of every sheet is done', async () => {
    // Sheets that have just been deleted go a moment later.
    await eventually(
      'the four sheets',
      async () => (await names()).toSorted().join() === '1335,3180,4765,6200',
    );
    assert.deepEqual(await read(cell('4765', 13)), ['open']);
    assert.deepEqual(await read(cell('4765', 28)), ['comment left empty']);
    assert.deepEqual(await read(cell('4765', 4)), ['answered']);
    assert.deepEqual(await read(cell('6200', 40)), ['open']);
    const [summary] = await read(inPanel('.summary'));
    assert.match(summary ?? '', /^4 sheets · \d\d % answered · open questions: \d+/);
    await screenshot('dataset');
  });

  it('opens an answer with a click, and one that is missing where it would be written', async () => {
    await click(cell('4765', 4));
    const { document, selection } = await eventually('the sheet', () => vscode.window.activeTextEditor);
    assert.ok(document.uri.path.endsWith('/4765.atop'));
    await eventually(
      'the cursor at the members',
      () =>
        document.lineAt(vscode.window.activeTextEditor?.selection.active ?? selection.active).text ===
        '370 Belarus',
    );
    await backToPanel();
    await click(cell('4765', 13));
    await eventually('the cursor below question 13', () => {
      const editor = vscode.window.activeTextEditor;
      return editor?.selection.active.line === 41;
    });
  });

  it('goes from cell to cell with the arrow keys, and opens with Enter', async () => {
    await backToPanel();
    await click(inPanel('.count >> nth=0'));
    await click(cell('3180', 1));
    await eventually('the sheet', () => vscode.window.activeTextEditor);
    await backToPanel();
    await click(inPanel('.legend'));
    await keys('Tab');
    await keys('Control+Home');
    await keys('ArrowRight');
    await keys('ArrowRight');
    await keys('ArrowRight');
    await keys('ArrowDown');
    const focused = await eventually('the cell', async () => (await read(inPanel('.focused')))[0]);
    assert.match(focused, /^Question 3, Signature dates · .* · ATOP 3180/);
    await keys('Enter');
    const editor = await eventually('the sheet', () => vscode.window.activeTextEditor);
    assert.ok(editor.document.uri.path.endsWith('/3180.atop'));
    await eventually('the cursor at the dates', () =>
      editor.document.lineAt(editor.selection.active).text.includes('April 4, 1949'),
    );
  });

  it('sees at once what is typed, in the other half of the window', async () => {
    await backToPanel();
    await click(cell('4765', 13));
    await eventually('the sheet', () => vscode.window.activeTextEditor);
    await vscode.commands.executeCommand('workbench.action.moveEditorToNextGroup');
    await names();
    const editor = await eventually('the sheet', () => vscode.window.activeTextEditor);
    await editor.edit(edit => edit.insert(new vscode.Position(41, 0), 'None\n'));
    await eventually(
      'the answer in the picture',
      async () => (await read(cell('4765', 13)))[0] === 'answered',
    );
    await screenshot('dataset-beside');
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await eventually('the open question again', async () => (await read(cell('4765', 13)))[0] === 'open');
  });

  it('sees it in high contrast as well', async function () {
    const settings = vscode.workspace.getConfiguration('workbench');
    await settings.update('colorTheme', 'Default High Contrast', vscode.ConfigurationTarget.Global);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await backToPanel();
    await eventually('the theme', async () => (await read(inPanel('body.vscode-high-contrast'))).length > 0);
    await screenshot('dataset-high-contrast');
    await settings.update('colorTheme', undefined, vscode.ConfigurationTarget.Global);
  });
});
