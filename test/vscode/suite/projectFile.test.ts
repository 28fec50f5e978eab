import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { diagnostics, eventually, openSheet } from './editor';

describe('a project with a file of its own settings', () => {
  let file: vscode.Uri;
  const write = (text: string) => vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  const remove = async () => {
    await vscode.workspace.fs.delete(file, { useTrash: false });
  };

  before(() => {
    file = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'atop-sheets.json');
  });
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('has it honoured as soon as it is written, before the settings, and until it is removed', async () => {
    const { document } = await openSheet();
    await diagnostics(document.uri, found => found.includes('40 warning missing-answer'));
    const settings = vscode.workspace.getConfiguration('atopSheets');
    await settings.update('severity.missing-answer', 'hint', vscode.ConfigurationTarget.Workspace);
    await diagnostics(document.uri, found => found.includes('40 hint missing-answer'));
    await write('{ "severity": { "missing-answer": "error" } }');
    await diagnostics(document.uri, found => found.includes('40 error missing-answer'));
    await settings.update('severity.missing-answer', undefined, vscode.ConfigurationTarget.Workspace);
    await write('{ "ignore": ["4765.atop"] }');
    await diagnostics(document.uri, found => found.length === 0);
    await remove();
    await diagnostics(document.uri, found => found.includes('40 warning missing-answer'));
  });

  it('is told in the Problems view what is wrong with it, while the rest has its effect', async () => {
    const { document } = await openSheet();
    await write('{\n  "severity": { "missing-answer": "error" },\n  "ingore": []\n}\n');
    const [problem] = await eventually('the problem', () => {
      const found = vscode.languages.getDiagnostics(file).filter(({ source }) => source === 'atop');
      return found.length > 0 && found;
    });
    assert.equal(problem?.range.start.line, 2);
    assert.match(problem.message, /“ingore” is no key that is known here; did you mean “ignore”\?/);
    await diagnostics(document.uri, found => found.includes('40 error missing-answer'));
    await remove();
    await eventually('no problem', () => vscode.languages.getDiagnostics(file).length === 0);
    await diagnostics(document.uri, found => found.includes('40 warning missing-answer'));
  });
});
