import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import { diagnostics, eventually, openSheet, replaceText, revert } from './editor';

/** The process identifiers of the language servers that this extension host started. */
async function servers(): Promise<readonly number[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,args=']);
  return stdout
    .split('\n')
    .filter(line => /dist[\\/]server[\\/]server\.js/.test(line))
    .map(line => line.trim().split(/\s+/, 2).map(Number))
    .filter(([, parent]) => parent === process.pid)
    .flatMap(([pid]) => pid ?? []);
}

describe('a coder whose server dies', () => {
  afterEach(revert);

  it('sees the findings of what was typed meanwhile as soon as it is back', async () => {
    const { document } = await openSheet();
    await diagnostics(document.uri, found => found.length > 0);
    const [before, ...others] = await servers();
    assert.ok(before !== undefined && others.length === 0, 'there is one server');

    process.kill(before, 'SIGKILL');
    await replaceText(document, '705 Kazakhstan', '705 Kazakhstn');

    await diagnostics(document.uri, found => found.includes('12 error cow-code-name-mismatch'));
    const [after] = await eventually('another server', async () => {
      const running = await servers();
      return running.length === 1 && running;
    });
    assert.notEqual(after, before);
  });

  it('goes on typing while it dies again and again, and loses neither a letter nor a finding', async () => {
    // What the server died of before is forgiven with a restart.
    await vscode.commands.executeCommand('atopSheets.restartServer');
    const { document } = await openSheet();
    await diagnostics(document.uri, found => found.length > 0);
    const unanswered = '13. Number of times alliance renewed';
    const place = document.positionAt(document.getText().indexOf(unanswered)).translate(-1);
    const typed = '  370 Belarus (joined 1995), while February 30, 1996 passed by';
    let killed = 0;
    for (const [index, letter] of Array.from(typed).entries()) {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, place.translate(0, index), letter);
      assert.ok(await vscode.workspace.applyEdit(edit));
      // Now while it reads, now while it answers, now while it is just coming back.
      if (killed === 3 || Math.random() > 0.15) continue;
      const [server] = await servers();
      if (server === undefined) continue;
      process.kill(server, 'SIGKILL');
      killed++;
    }
    assert.ok(killed > 0);
    assert.ok(document.getText().includes(typed));

    await replaceText(document, '705 Kazakhstan', '705 Kazakhstn');
    await diagnostics(document.uri, found => found.includes('12 error cow-code-name-mismatch'));
    assert.equal((await servers()).length, 1);
  }).timeout(60_000);

  it('has one server after a restart, and only one', async () => {
    const [before] = await servers();
    await vscode.commands.executeCommand('atopSheets.restartServer');
    await eventually('the old one gone and a new one there', async () => {
      const running = await servers();
      return running.length === 1 && running[0] !== before;
    });
  });
});
