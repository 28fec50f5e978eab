import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openSheet, positionOf, replaceText, revert, eventually } from './editor';
import { screenshot } from './screenshot';

/** A command of VS Code's that asks every provider for a document's features. */
async function ask<T>(provider: string, document: vscode.TextDocument, ...args: unknown[]): Promise<T> {
  return vscode.commands.executeCommand<T>(`vscode.${provider}`, document.uri, ...args);
}

const everything = (document: vscode.TextDocument) =>
  document.validateRange(new vscode.Range(0, 0, document.lineCount, 0));

describe('a coder who works in the real sheet', () => {
  let document: vscode.TextDocument;
  let editor: vscode.TextEditor;

  beforeEach(async () => {
    editor = await openSheet();
    document = editor.document;
  });
  afterEach(revert);

  it('follows an address and the citation of a treaty', async () => {
    const links = await ask<vscode.DocumentLink[]>('executeLinkProvider', document, 10);
    const hosts = links.map(({ target }) => target?.authority);
    assert.deepEqual(hosts.toSorted(), ['kazakhstan.mfa.gov.by', 'kazakhstan.mfa.gov.by', 'treaties.un.org']);
  });

  it('reads the names of states behind bare codes', async () => {
    await replaceText(document, '370 Belarus', '370');
    const hints = await eventually('a hint', async () => {
      const found = await ask<vscode.InlayHint[]>('executeInlayHintProvider', document, everything(document));
      return found.length > 0 && found;
    });
    assert.deepEqual(
      hints.map(({ position, label }) => [position.line + 1, label]),
      [[11, 'Belarus']],
    );
  });

  it('sees above the sheet and each section how many questions are answered, and goes on with a click', async () => {
    const lenses = await ask<vscode.CodeLens[]>('executeCodeLensProvider', document, 10);
    assert.deepEqual(
      lenses.map(({ command }) => command?.title),
      [
        '58 of 61 answered, 1 open',
        'Section I: 14 of 15 answered, 1 open',
        'Section II: 12 of 13 answered',
        'Section III: 15 of 15 answered',
        'Section IV: 13 of 13 answered',
        'Section V: 4 of 5 answered',
      ],
    );
    const command = lenses[1]!.command!;
    const given: readonly unknown[] = command.arguments ?? [];
    await vscode.commands.executeCommand(command.command, ...given);
    await eventually('the cursor at question 13', () => editor.selection.active.line === 41);
  });

  it('grows the selection from a word to the answer, the question, the section and the sheet', async () => {
    const selected: string[] = [];
    const start = positionOf(document, 'Kazakhstan', 2);
    editor.selection = new vscode.Selection(start, start);
    for (let step = 0; step < 12; step++) {
      await vscode.commands.executeCommand('editor.action.smartSelect.expand');
      const text = document.getText(editor.selection);
      if (text !== selected.at(-1)) selected.push(text);
    }
    assert.deepEqual(selected.slice(0, 2), ['Kazakhstan', '705 Kazakhstan']);
    for (const beginning of ['370 Belarus\n705 Kazakhstan', '4. Members', 'SECTION I:']) {
      assert.ok(
        selected.some(text => text.trimStart().startsWith(beginning)),
        beginning,
      );
    }
    assert.equal(selected.at(-1), document.getText());
  });

  it('sees questions, answers, codes, names and dates in colours of their own', async () => {
    const legend = await ask<vscode.SemanticTokensLegend>('provideDocumentSemanticTokensLegend', document);
    const { data } = await ask<vscode.SemanticTokens>('provideDocumentSemanticTokens', document);
    const seen = new Map<string, string>();
    let line = 0;
    let column = 0;
    for (let at = 0; at < data.length; at += 5) {
      const [lines = 0, columns = 0, length = 0, type = 0] = data.slice(at, at + 5);
      column = lines === 0 ? column + columns : columns;
      line += lines;
      const words = document.getText(new vscode.Range(line, column, line, column + length));
      const name = legend.tokenTypes[type] ?? '';
      if (!seen.has(name)) seen.set(name, words);
    }
    assert.deepEqual(
      ['heading', 'questionNumber', 'question', 'identifier', 'date', 'stateCode', 'stateName', 'yesNo'].map(
        type => seen.get(type),
      ),
      [
        'SECTION I: FORMATION, MEMBERS, AND DURATION',
        '1.',
        'ATOP ID:',
        '4765',
        'January 17, 1996',
        '370',
        'Belarus',
        'No',
      ],
    );
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    editor.revealRange(editor.selection);
    // The mark of a quick fix that was there before goes after a moment.
    await new Promise(resolve => setTimeout(resolve, 1000));
    await screenshot('colours');
  });

  it('formats the sheet, and takes it back with one Undo', async () => {
    const before = document.getText();
    await vscode.commands.executeCommand('editor.action.formatDocument');
    await eventually('a formatted sheet', () => document.getText() !== before);
    assert.ok(
      document
        .getText()
        .includes('\n60. Date of last revision of this coding sheet: August 18, 2004\n\n61. Coder'),
    );
    assert.ok(document.getText().includes('to terminate.\nNA\n'));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });
});
