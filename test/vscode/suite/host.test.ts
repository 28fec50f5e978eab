import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openSheet } from './editor';
import { keys, pageIsDriven, type } from './page';

describe('the host', () => {
  it('is the expected VS Code', () => {
    assert.equal(vscode.version, process.env['ATOP_VSCODE_VERSION']);
  });

  it('has the extension', () => {
    const extension = vscode.extensions.getExtension('atop-coding-sheets.atop-coding-sheets');
    assert.ok(extension, 'the extension under development is not installed');
    // What is installed from a package lies in a folder that VS Code names.
    const { version } = extension.packageJSON as { version: string };
    const isInstalled = extension.extensionUri.path.endsWith(`/extensions/${extension.id}-${version}`);
    assert.equal(isInstalled, process.env['ATOP_VSCODE_PACKAGE'] !== undefined);
  });

  it('opens a sheet', async () => {
    const { document } = await openSheet();
    assert.equal(vscode.window.activeTextEditor?.document, document);
    assert.match(document.getText(), /1\.\s+ATOP ID:\s+4765/);
  });

  it('takes keys and typing', async function () {
    if (!pageIsDriven) this.skip();
    const { document } = await openSheet();
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await keys('Control+End');
    await type('370 Belarus');
    assert.match(document.getText(), /370 Belarus$/);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});
