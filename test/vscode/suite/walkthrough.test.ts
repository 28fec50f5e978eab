import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, openSheet } from './editor';
import { pageIsDriven, read } from './page';
import { screenshot } from './screenshot';

const steps = [
  'Open or start a sheet',
  'See what is missing or odd',
  'Mend it with one click',
  'Look up and complete',
  'Go to the next open question',
  'Keep an eye on all sheets',
];

describe('a coder who sees the extension for the first time', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('is shown round in six steps', async function () {
    if (!pageIsDriven) this.skip();
    await vscode.commands.executeCommand('atopSheets.getStarted');
    const titles = await eventually('the steps', async () => {
      const found = await read('.gettingStartedContainer .getting-started-step .step-title');
      return found.length > 0 && found;
    });
    await new Promise(resolve => setTimeout(resolve, 1000));
    await screenshot('walkthrough');
    assert.deepEqual(titles, steps);
  });

  it('goes from the walkthrough to the next open question of the sheet that was open', async () => {
    const { document } = await openSheet();
    await vscode.commands.executeCommand('workbench.action.keepEditor');
    await vscode.commands.executeCommand('atopSheets.getStarted');
    await eventually('the walkthrough in front', () => vscode.window.activeTextEditor === undefined);
    await vscode.commands.executeCommand('atopSheets.nextUnanswered');
    const editor = await eventually('the sheet in front', () => vscode.window.activeTextEditor);
    assert.equal(editor.document, document);
    await eventually('the cursor at question 13', () => editor.selection.active.line === 41);
  });
});
