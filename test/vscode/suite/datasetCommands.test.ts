import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { handmadePdf, printedPdf } from '../../unit/import/handmadePdf';
import { eventually } from './editor';
import { click, hostFile, keys, pageIsDriven, read } from './page';
import { screenshot } from './screenshot';

const choices = '.quick-input-list .monaco-list-row';
const messages = '.notification-list-item-message';

let root: vscode.Uri;
const file = (path: string) => vscode.Uri.joinPath(root, path);
const readText = async (uri: vscode.Uri) => new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
const remove = (path: string) => vscode.workspace.fs.delete(file(path), { recursive: true, useTrash: false });
/** Waits for a message, in the list, where those stay that fade; fails with those that came instead. */
async function message(text: RegExp): Promise<string> {
  await vscode.commands.executeCommand('notifications.showList');
  const seen = new Set<string>();
  return eventually('the message', async () => {
    for (const one of await read(messages)) seen.add(one);
    return [...seen].find(one => text.test(one));
  }).catch(() => {
    throw new Error(`Other messages than ${text.source}: ${[...seen].join(' | ')}`);
  });
}
const activePath = () => vscode.window.activeTextEditor?.document.uri.path ?? '';

/** A fresh start: nothing open, and no message that an earlier test has left. */
async function clear(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await vscode.commands.executeCommand('notifications.clearAll');
}

describe('a principal investigator who exports the dataset', () => {
  before(function () {
    if (!pageIsDriven) this.skip();
    root = vscode.workspace.workspaceFolders![0]!.uri;
  });
  beforeEach(clear);
  after(clear);

  /** Chooses a form, and in the dialog the file that it offers. */
  async function exportAs(form: string): Promise<void> {
    void vscode.commands.executeCommand('atopSheets.exportDataset');
    await eventually('the forms', async () => (await read(choices)).length === 4);
    await click(`${choices}[aria-label^="${form}"]`);
    await takeOffer();
  }

  async function takeOffer(): Promise<void> {
    // The dialog lists the folder once it has taken up the file's name.
    await eventually('the dialog', async () => (await read(choices)).some(name => name.startsWith('..')));
    await keys('Enter');
  }

  it('gets what the command line makes, and the list of what waits for a coder', async () => {
    await exportAs('One row a sheet, CSV');
    await eventually('the dataset in the editor', () => activePath().endsWith('/atop.csv'));
    const expected = await readText(hostFile(process.env['ATOP_EXPORTED']!));
    assert.ok(/^4765,/m.test(expected));
    assert.equal(await readText(file('atop.csv')), expected);

    await message(/^Exported 4 sheets to atop\.csv\. \d+ values are blank and wait for a coder\./);
    await screenshot('export');
    await click('.notifications-center .monaco-button:has-text("Save Their List")');
    await takeOffer();
    await eventually('the list in the editor', () => activePath().endsWith('/atop.report.csv'));
    assert.match(await readText(file('atop.report.csv')), /^sheet,variable,question,reason,file,line\r\n/);
    await remove('atop.csv');
    await remove('atop.report.csv');
  });

  it('gets every answer in a row of its own', async () => {
    await exportAs('One row an answer, JSON Lines');
    await eventually('the answers in the editor', () => activePath().endsWith('/answers.jsonl'));
    const [first] = (await readText(file('answers.jsonl'))).split('\n');
    assert.deepEqual(JSON.parse(first ?? ''), {
      sheet: '1335',
      question: 1,
      label: 'ATOP ID',
      text: '1335',
      value: '1335',
      file: '1335.atop',
      line: 2,
    });
    await remove('answers.jsonl');
  });

  it('is told which sheets are in the way, and nothing is written', async () => {
    const copy = new vscode.WorkspaceEdit();
    copy.createFile(file('other/4765.atop'), {
      contents: await vscode.workspace.fs.readFile(file('4765.atop')),
      overwrite: true,
    });
    assert.ok(await vscode.workspace.applyEdit(copy));
    await eventually('the copy', async () => {
      const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        '4765',
      );
      return symbols.some(({ location }) => location.uri.path.endsWith('/other/4765.atop'));
    });
    await exportAs('One row a sheet, CSV');
    const told = await message(/^Nothing was exported\./);
    assert.match(told, /The ATOP ID 4765 stands in several sheets: 4765\.atop, other\/4765\.atop\./);
    await assert.rejects(readText(file('atop.csv')));
    const removal = new vscode.WorkspaceEdit();
    removal.deleteFile(file('other'), { recursive: true });
    assert.ok(await vscode.workspace.applyEdit(removal));
  });
});

describe('a coder who imports a published sheet', () => {
  before(async () => {
    root = vscode.workspace.workspaceFolders![0]!.uri;
    const sheet = await readText(file('1335.atop'));
    await vscode.workspace.fs.writeFile(file('published/1335.pdf'), printedPdf(sheet));
  });
  beforeEach(clear);
  after(async () => {
    await clear();
    const removal = new vscode.WorkspaceEdit();
    removal.deleteFile(file('published'), { recursive: true });
    assert.ok(await vscode.workspace.applyEdit(removal));
  });

  const importFile = (path: string) => vscode.commands.executeCommand('atopSheets.importSheet', file(path));

  it('gets a clean one beside it, and the report of what was mended', async () => {
    await importFile('published/1335.pdf');
    await eventually('the sheet', () => activePath().endsWith('/published/1335.atop'));
    const questions = vscode.window.activeTextEditor!.document.getText().match(/^\d+\. /gm);
    assert.equal(questions?.length, 61);
    const report = await eventually('the report', () =>
      vscode.window.visibleTextEditors.find(({ document }) => document.uri.scheme === 'atop-import'),
    );
    assert.match(report.document.getText(), /^1335\.pdf\n/);
    assert.match(report.document.getText(), /page 1, line \d+/);
    if (!pageIsDriven) return;
    await message(/^1335\.pdf was imported to published\/1335\.atop: \d+ of 61 questions are answered\./);
    await screenshot('import');
  });

  it('never loses one that is there', async () => {
    const before = await readText(file('published/1335.atop'));
    await vscode.workspace.fs.writeFile(
      file('published/1335.atop'),
      new TextEncoder().encode(`${before}\nMine\n`),
    );
    await importFile('published/1335.pdf');
    await eventually('the sheet', () => activePath().endsWith('/published/1335-2.atop'));
    assert.match(await readText(file('published/1335.atop')), /\nMine\n$/);
  });

  it('is told by name which file cannot be imported, and what to do', async function () {
    if (!pageIsDriven) this.skip();
    await vscode.workspace.fs.writeFile(file('published/scan.pdf'), handmadePdf('72 72 400 600 re f'));
    const text = new TextEncoder().encode('Dear colleague,\n');
    await vscode.workspace.fs.writeFile(file('published/letter.txt'), text);
    for (const name of ['scan.pdf', 'letter.txt', 'gone.pdf']) await importFile(`published/${name}`);
    await message(/^scan\.pdf: this PDF holds no text.*Run text recognition/);
    await message(/^letter\.txt: no question of the ATOP coding sheet is found/);
    await message(/^gone\.pdf cannot be read:/);
    await assert.rejects(readText(file('published/scan.atop')));
  });
});

describe('a coder who checks the workspace', () => {
  before(() => {
    root = vscode.workspace.workspaceFolders![0]!.uri;
  });
  beforeEach(clear);
  after(clear);

  /** The sheets of which something is found. */
  const found = () =>
    vscode.languages
      .getDiagnostics()
      .filter(([uri, list]) => uri.path.endsWith('.atop') && list.some(({ source }) => source === 'atop'))
      .map(([uri]) => uri.toString());
  const inClosed = () => {
    // Documents stay open for a while after their editors.
    const open = new Set(vscode.workspace.textDocuments.map(({ uri }) => uri.toString()));
    return found().filter(uri => !open.has(uri));
  };
  const isAllFound = () => ['4765.atop', '6200.atop'].every(name => found().includes(file(name).toString()));

  it('sees what is found in sheets that are not open, until open ones are enough again', async () => {
    await eventually('no findings', () => inClosed().length === 0);
    await vscode.commands.executeCommand('atopSheets.checkWorkspace');
    assert.ok(isAllFound(), found().join());
    if (pageIsDriven) {
      await message(/^\d+ sheets were checked\. Found: errors: 0, warnings: \d+, remarks: \d+\.$/);
      await screenshot('check-workspace');
    }
    await vscode.commands.executeCommand('atopSheets.checkOpenSheets');
    await eventually('no findings', () => inClosed().length === 0);
  });

  it('still sees them after the server was started again', async () => {
    await vscode.commands.executeCommand('atopSheets.checkWorkspace');
    await vscode.commands.executeCommand('atopSheets.restartServer');
    await eventually('the findings', isAllFound);
    await vscode.commands.executeCommand('atopSheets.checkOpenSheets');
    await eventually('no findings', () => inClosed().length === 0);
  });
});
