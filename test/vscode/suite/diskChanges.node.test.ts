import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { eventually } from './editor';

describe('a coder whose sheets are moved about by other programs', () => {
  let root: string;
  let text: string;
  const path = (name: string) => join(root, ...name.split('/'));
  const write = async (name: string, atopId: number) => {
    await mkdir(dirname(path(name)), { recursive: true });
    await writeFile(path(name), text.replace('ATOP ID: 4765', `ATOP ID: ${atopId}`));
  };

  /** The sheets in folders of their own that are found by their IDs, once they are these. */
  const found = async (...awaited: readonly string[]) => {
    let seen: readonly string[] = [];
    await eventually('the sheets', async () => {
      const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        'ATOP 800',
      );
      const paths = symbols.map(({ location }) => vscode.workspace.asRelativePath(location.uri));
      seen = paths.filter(name => name.includes('/')).toSorted();
      return seen.join() === awaited.join();
    }).catch(() => {
      throw new Error(`Other sheets than awaited: ${seen.join(', ')}`);
    });
  };

  before(async () => {
    const [sheet] = await vscode.workspace.findFiles('4765.atop');
    root = dirname(sheet!.fsPath);
    text = new TextDecoder().decode(await vscode.workspace.fs.readFile(sheet!));
  });
  afterEach(async () => {
    for (const name of ['moved', 'region', 'elsewhere', 'v4.0', 'sheets.old'])
      await rm(path(name), { recursive: true, force: true });
    await found();
  });

  it('sees what is in a new folder, and no more of it when the folder is deleted', async () => {
    await write('region/8001.atop', 8001);
    await write('region/deep/er/8002.atop', 8002);
    await found('region/8001.atop', 'region/deep/er/8002.atop');
    await rm(path('region'), { recursive: true });
    await found();
  });

  it('finds them under the new name when a folder is renamed, and when it is moved', async () => {
    await write('region/8001.atop', 8001);
    await write('region/deep/er/8002.atop', 8002);
    await found('region/8001.atop', 'region/deep/er/8002.atop');
    await rename(path('region'), path('moved'));
    await found('moved/8001.atop', 'moved/deep/er/8002.atop');
    await mkdir(path('elsewhere'));
    await rename(path('moved/deep'), path('elsewhere/deep'));
    await found('elsewhere/deep/er/8002.atop', 'moved/8001.atop');
  });

  it('finds them in a folder that is named like a version, or like a file', async () => {
    await write('region/8001.atop', 8001);
    await found('region/8001.atop');
    await rename(path('region'), path('v4.0'));
    await found('v4.0/8001.atop');
    await rename(path('v4.0'), path('sheets.old'));
    await found('sheets.old/8001.atop');
  });

  it('sees what is in a folder that takes the place of another at once', async () => {
    await write('region/1.atop', 8001);
    await write('region/2.atop', 8001);
    await write('region/deep/3.atop', 8001);
    await found('region/1.atop', 'region/2.atop', 'region/deep/3.atop');
    await rm(path('region'), { recursive: true });
    await write('region/2.atop', 8001);
    await found('region/2.atop');
    await rename(path('region'), path('moved'));
    await write('region/4.atop', 8001);
    await found('moved/2.atop', 'region/4.atop');
  });

  it('follows a folder of many folders', async () => {
    const numbers = Array.from({ length: 60 }, (_, number) => number);
    const sheets = (folder: string) => numbers.map(number => `${folder}/${number}/a.atop`).toSorted();
    for (const number of numbers) await write(`region/${number}/a.atop`, 8001);
    await found(...sheets('region'));
    await rename(path('region'), path('moved'));
    await found(...sheets('moved'));
    await rm(path('moved'), { recursive: true });
    await found();
  });
});
