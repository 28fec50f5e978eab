import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, openSheet, replaceText } from './editor';
import { click, hover, keys, pageIsDriven, read, type } from './page';
import { screenshot } from './screenshot';
import { pane, row, rows, rowsOf } from './sheetsPane';

/** Waits for what VS Code animates or shows after a while, which no event tells. */
const settle = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds));

/** Closes what stands above the view, and makes the side bar wide enough for the names of members. */
async function makeRoom(): Promise<void> {
  for (const other of ['Outline', 'Timeline']) {
    const header = `.pane-header.expanded[aria-label^="${other}"]`;
    if ((await read(header)).length > 0) await click(header);
  }
  await resize('wider');
}

async function resize(sideBar: 'wider' | 'narrower'): Promise<void> {
  // VS Code's commands are about the editors beside it.
  const command = `workbench.action.${sideBar === 'wider' ? 'decrease' : 'increase'}ViewWidth`;
  for (let step = 0; step < steps; step++) await vscode.commands.executeCommand(command);
  await settle(500);
}

/** How many steps the side bar is made wider. */
const steps = 3;

const all = ['ATOP 1335', 'ATOP 3180', 'ATOP 4765', 'ATOP 6200'];
const run = (name: string) => vscode.commands.executeCommand(`atopSheets.sheets.${name}`);

describe('a coder with a folder of sheets', () => {
  before(async function () {
    if (!pageIsDriven) this.skip();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('atopSheets.showSheets');
  });
  afterEach(() => run('clearFilter'));
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('sees them all in the Explorer, with members, years, answers and problems', async () => {
    await rowsOf(...all);
    // What is found in them is counted after that.
    await eventually('the problems', async () => (await rows()).some(text => text.includes('warnings: 38')));
    assert.deepEqual(await rows(), [
      'ATOP 1335; Germany, Austria-Hungary; 1879 to 1918; 60 of 61 questions answered, none open; no problems',
      'ATOP 3180; United States of America, Canada, United Kingdom and 30 more; since 1949; ' +
        '60 of 61 questions answered, none open; no problems',
      'ATOP 4765; Belarus, Kazakhstan; since 1996; 58 of 61 questions answered, 1 open; ' +
        'errors: 0, warnings: 1, remarks: 10',
      'ATOP 6200; Russia, North Korea; since 2024; 20 of 61 questions answered, 38 open; ' +
        'errors: 0, warnings: 38, remarks: 0',
    ]);
    await makeRoom();
    await screenshot('sheets-list');
    await hover(row('4765'));
    await eventually('the tooltip', async () =>
      (await read('.monaco-hover')).some(text => /705\sKazakhstan[^]*Open:\s13/.test(text)),
    );
    await settle(500);
    await screenshot('sheets-view');
    await resize('narrower');
  });

  it('opens one at its first open question with a click', async () => {
    await click(row('6200'));
    const editor = await eventually('the sheet', () => {
      const active = vscode.window.activeTextEditor;
      return active?.document.uri.path.endsWith('/6200.atop') && active;
    });
    const line = await eventually('the cursor at a question', () => editor.selection.active.line);
    const question = editor.document.getText(new vscode.Range(line - 3, 0, line, 0));
    assert.match(question, /21\. Are there any additional provisions for assistance/);
  });

  it('sorts them by what is most to do', async () => {
    await run('sortBy.open');
    await rowsOf('ATOP 6200', 'ATOP 4765', 'ATOP 1335', 'ATOP 3180');
    await run('sortBy.members');
    await rowsOf('ATOP 4765', 'ATOP 1335', 'ATOP 6200', 'ATOP 3180');
    await run('sortBy.id');
    await rowsOf(...all);
  });

  it('narrows them down while typing, and takes that back with Escape', async () => {
    await run('filter');
    await settle(300);
    await type('korea');
    await rowsOf('ATOP 6200');
    await keys('Escape');
    await rowsOf(...all);

    await run('filter');
    await settle(300);
    await type('3180');
    await keys('Enter');
    await rowsOf('ATOP 3180');
    await eventually('what is left out', async () =>
      (await read(`${pane} .message`)).includes('1 of 4 sheets: “3180”'),
    );
    await run('clearFilter');
    await rowsOf(...all);
  });

  it('sees only those with open questions, or with problems', async () => {
    await run('onlyOpen.on');
    await rowsOf('ATOP 4765', 'ATOP 6200');
    await run('onlyOpen.off');
    await run('onlyProblems.on');
    await rowsOf('ATOP 4765', 'ATOP 6200');
    await run('onlyProblems.off');
    await rowsOf(...all);
  });

  it('sees at once what an unsaved change does', async () => {
    const { document } = await openSheet();
    await replaceText(document, 'renewals):\n', 'renewals):\nNone\n');
    await eventually('no open question', async () =>
      (await rows()).some(text => /^ATOP 4765;.*59 of 61 questions answered, none open/.test(text)),
    );
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await eventually('the open question again', async () =>
      (await rows()).some(text => /^ATOP 4765;.*58 of 61 questions answered, 1 open/.test(text)),
    );
  });

  it('sees a sheet come and go on the disk', async () => {
    const [sheet] = await vscode.workspace.findFiles('4765.atop');
    const copy = vscode.Uri.joinPath(sheet!, '..', 'later', '4766.atop');
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(sheet!));
    const bytes = new TextEncoder().encode(text.replace('ATOP ID: 4765', 'ATOP ID: 4766'));
    await vscode.workspace.fs.writeFile(copy, bytes);
    await rowsOf('ATOP 1335', 'ATOP 3180', 'ATOP 4765', 'ATOP 4766', 'ATOP 6200');
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(copy, '..'), { recursive: true });
    await rowsOf(...all);
  });

  it('copies an ATOP ID, and opens a sheet beside the one at hand, from the menu of a sheet', async () => {
    await openSheet();
    await click(row('3180'), 'right');
    await settle(300);
    await screenshot('sheets-menu');
    await click('.context-view .action-label[aria-label="Copy ATOP ID"]');
    await eventually('the ID', async () => (await vscode.env.clipboard.readText()) === '3180');

    await click(row('3180'), 'right');
    await settle(300);
    await click('.context-view .action-label[aria-label="Open to the Side"]');
    const beside = await eventually('the second editor', () =>
      vscode.window.visibleTextEditors.find(({ document }) => document.uri.path.endsWith('/3180.atop')),
    );
    assert.equal(beside.viewColumn, vscode.ViewColumn.Two);
    assert.equal(vscode.window.visibleTextEditors.length, 2);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('is told what to do where there is no sheet', async () => {
    const files = await vscode.workspace.findFiles('*.atop');
    const contents = await Promise.all(files.map(file => vscode.workspace.fs.readFile(file)));
    // As the Explorer does: VS Code then lets go of a sheet that an extension has just opened.
    const removal = new vscode.WorkspaceEdit();
    for (const file of files) removal.deleteFile(file);
    assert.ok(await vscode.workspace.applyEdit(removal));
    try {
      await eventually('the welcome', async () =>
        (await read(`${pane} .welcome-view`)).some(text => text.includes('There is no coding sheet')),
      );
      assert.deepEqual(await read(`${pane} .welcome-view .monaco-button`), [
        'New Coding Sheet',
        'Open Folder',
      ]);
      await screenshot('sheets-welcome');
    } finally {
      for (const [index, file] of files.entries())
        await vscode.workspace.fs.writeFile(file, contents[index]!);
    }
    await rowsOf(...all);
  });
});
