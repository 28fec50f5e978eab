import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import texts from '../../../l10n/bundle.l10n.de.json';
import names from '../../../package.nls.de.json';
import { eventually } from './editor';
import { pageIsDriven, read, webview } from './page';
import { screenshot } from './screenshot';

describe('a coder whose VS Code is German', () => {
  before(async function () {
    if (!pageIsDriven) this.skip();
    assert.equal(vscode.env.language, 'de');
    await vscode.commands.executeCommand('atopSheets.showSheets');
  });
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('reads the names of commands in German', () => {
    const extension = vscode.extensions.getExtension('atop-coding-sheets.atop-coding-sheets');
    // A command has its name in both languages, for it may be searched by either.
    const { contributes } = extension?.packageJSON as {
      contributes: { commands: readonly { command: string; title: { value: string; original: string } }[] };
    };
    const titleOf = (name: string) =>
      contributes.commands.find(({ command }) => command === `atopSheets.${name}`)?.title.value;
    assert.equal(titleOf('openDataset'), names['command.openDataset']);
    assert.equal(titleOf('newSheet'), names['command.newSheet']);
  });

  it('reads in German what the view says of a sheet', async () => {
    const seen = await eventually('the sheets, once they are checked', async () => {
      const found = await read(
        `.pane:has(.pane-header[aria-label*="${names['view.sheets']}"]) .monaco-list-row`,
      );
      const isChecked = !found.some(label => label.includes(texts['not checked yet']));
      return found.length === 4 && isChecked && found;
    });
    assert.ok(seen[2]?.includes(texts['since {0}'].replace('{0}', '1996')), seen[2]);
    assert.ok(seen[0]?.includes(texts['no problems']), seen[0]);
  });

  it('reads the dataset overview in German', async () => {
    await vscode.commands.executeCommand('atopSheets.openDataset');
    const [title] = await eventually('the title', async () => {
      const found = await read(`${webview} h1`);
      return found.length > 0 && found;
    });
    assert.equal(title, texts['Dataset Overview']);
    await screenshot('german');
  });
});
