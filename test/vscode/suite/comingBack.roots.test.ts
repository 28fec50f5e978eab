import { existsSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { eventually } from './editor';
import { pageIsDriven, reload } from './page';
import { rowsOf } from './sheetsPane';

const run = (name: string) => vscode.commands.executeCommand(`atopSheets.sheets.${name}`);

/** How long VS Code may take to put away what it is to remember. */
const storingMs = 1500;

describe('a coder who comes back to a workspace', () => {
  before(async function () {
    if (!pageIsDriven) this.skip();
    // This is run twice: VS Code begins the tests anew when its page is loaded anew.
    const mark = `${process.env['ATOP_RESULTS']}.came-before`;
    if (existsSync(mark)) return;
    await eventually('the folders', () => vscode.workspace.workspaceFolders?.length === 2);
    await vscode.commands.executeCommand('atopSheets.showSheets');
    await run('sortBy.open');
    await rowsOf('ATOP 6200', 'ATOP 4765', 'ATOP 1335', 'ATOP 3180');
    await run('onlyOpen.on');
    await rowsOf('ATOP 6200', 'ATOP 4765');
    await new Promise(resolve => setTimeout(resolve, storingMs));
    writeFileSync(mark, '');
    await reload();
  });
  after(async () => {
    await run('sortBy.id');
    await run('clearFilter');
  });

  it('finds the sheets sorted and filtered as they were', async () => {
    await vscode.commands.executeCommand('atopSheets.showSheets');
    await rowsOf('ATOP 6200', 'ATOP 4765');
    await run('clearFilter');
    await rowsOf('ATOP 6200', 'ATOP 4765', 'ATOP 1335', 'ATOP 3180');
  });
});
