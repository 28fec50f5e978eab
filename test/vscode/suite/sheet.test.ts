import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { diagnostics, eventually, openSheet, positionOf, replaceText, revert, summary } from './editor';
import { keys, pageIsDriven, type } from './page';
import { screenshot } from './screenshot';

const SEED_FINDINGS = [
  '31 information yes-no-expected',
  '37 information yes-no-expected',
  '40 warning missing-answer',
  '44 information ambiguous-date',
  '47 information broken-link',
  '59 information stray-link',
  '185 information yes-no-expected',
  '193 information yes-no-expected',
  '202 information yes-no-expected',
  '221 information yes-no-expected',
  '235 information yes-no-expected',
];

const isSeed = (found: readonly string[]) => found.join() === SEED_FINDINGS.join();

describe('a coder with the real sheet', () => {
  let editor: vscode.TextEditor;
  let document: vscode.TextDocument;

  beforeEach(async () => {
    editor = await openSheet();
    document = editor.document;
    await diagnostics(document.uri, isSeed);
  });
  afterEach(revert);

  it('sees what is missing or odd, and nothing else', async () => {
    const found = await diagnostics(document.uri, isSeed);
    assert.deepEqual(found.map(summary), SEED_FINDINGS);
    await vscode.commands.executeCommand('workbench.actions.view.problems');
    editor.selection = new vscode.Selection(29, 0, 29, 0);
    editor.revealRange(new vscode.Range(29, 0, 30, 0), vscode.TextEditorRevealType.AtTop);
    await new Promise(resolve => setTimeout(resolve, 500));
    await screenshot('diagnostics');
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });

  it('reads what a question asks and what a code means, in a hover', async () => {
    const hoverAt = async (position: vscode.Position) => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        position,
      );
      return hovers
        .flatMap(({ contents }) => contents)
        .map(content => (content instanceof vscode.MarkdownString ? content.value : ''))
        .join('\n');
    };
    assert.match(await hoverAt(positionOf(document, '370 Belarus', 1)), /Belarus[^]*BLR[^]*1991/);
    assert.match(await hoverAt(positionOf(document, '25. Does the treaty', 1)), /separate peace/);

    editor.selection = new vscode.Selection(
      positionOf(document, '370 Belarus', 5),
      positionOf(document, '370 Belarus', 5),
    );
    editor.revealRange(new vscode.Range(0, 0, 1, 0), vscode.TextEditorRevealType.AtTop);
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await vscode.commands.executeCommand('editor.action.showHover');
    await new Promise(resolve => setTimeout(resolve, 1000));
    await screenshot('hover');
  });

  for (const typed of ['370', 'Bela', 'BLR', 'Byelo']) {
    it(`is offered 370 Belarus first after typing ${typed}`, async () => {
      await replaceText(document, '370 Belarus\n', `${typed}\n`);
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        positionOf(document, `${typed}\n705`, typed.length),
      );
      const labels = list.items
        .toSorted((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1))
        .map(({ label }) => (typeof label === 'string' ? label : label.label));
      assert.equal(labels[0], '370 Belarus');
    });
  }

  it('types a name and takes the first suggestion', async function () {
    if (!pageIsDriven) this.skip();
    await replaceText(document, '370 Belarus\n', '\n');
    const place = positionOf(document, 'country codes):\n', 'country codes):\n'.length);
    editor.selection = new vscode.Selection(place, place);
    editor.revealRange(new vscode.Range(0, 0, 1, 0), vscode.TextEditorRevealType.AtTop);
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await type('Byelo');
    await keys('Control+Space');
    await new Promise(resolve => setTimeout(resolve, 1500));
    await screenshot('completion');
    await keys('Enter');
    await eventually('the state in full', () => document.lineAt(place.line).text === '370 Belarus');
  });

  it('mends a wrong code with one click, and everything safe with one command', async () => {
    await replaceText(document, '370 Belarus', '3700 Belarus');
    await diagnostics(document.uri, found => found.includes('11 error unknown-cow-code'));
    const place = positionOf(document, '3700', 1);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(place, place),
      vscode.CodeActionKind.QuickFix.value,
    );
    const fix = actions.find(({ title }) => title.includes('370'));
    assert.ok(fix?.edit, `no fix among ${actions.map(({ title }) => title).join(', ')}`);

    editor.selection = new vscode.Selection(place, place);
    editor.revealRange(new vscode.Range(0, 0, 1, 0), vscode.TextEditorRevealType.AtTop);
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    if (pageIsDriven) {
      await vscode.commands.executeCommand('editor.action.quickFix');
      await new Promise(resolve => setTimeout(resolve, 1000));
      await screenshot('quick-fix');
      await keys('Escape');
    }
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    assert.ok(document.getText().includes('\n370 Belarus\n'));
    await diagnostics(document.uri, isSeed);

    const before = document.getText();
    await vscode.commands.executeCommand('atopSheets.fixAll');
    await diagnostics(document.uri, found => found.join() === '40 warning missing-answer');
    assert.ok(document.getText().includes('\nYes. 120 months (Article 20)\n'));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('sees five sections and 61 questions with their answers in the outline', async () => {
    const sections = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    const questions = sections.flatMap(({ children }) => children);
    assert.equal(sections.filter(({ name }) => /^SECTION|^Section|^[IV]+/.test(name)).length, 5);
    assert.equal(questions.length, 61);
    assert.equal(questions[3]?.detail, '370 Belarus 705 Kazakhstan');
    assert.match(questions[12]?.detail ?? '', /no answer/);
    await vscode.commands.executeCommand('outline.focus');
    await new Promise(resolve => setTimeout(resolve, 1000));
    await screenshot('outline');
  });

  it('folds sections and questions', async () => {
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    const starts = new Set(folds.map(({ start }) => document.lineAt(start).text.trim()));
    assert.ok(starts.has('SECTION II: OBLIGATIONS'));
    assert.ok([...starts].some(line => line.startsWith('47. Does the treaty make any references')));
    await vscode.commands.executeCommand('editor.foldAll');
    await eventually('fewer lines in view', () => editor.visibleRanges.length > 1);
    await screenshot('folding');
    await vscode.commands.executeCommand('editor.unfoldAll');
  });

  it('jumps to the question that is still open, and answers it there', async () => {
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await vscode.commands.executeCommand('atopSheets.nextUnanswered');
    const { line } = await eventually('the cursor at question 13', () => {
      const { active } = editor.selection;
      return active.line >= 40 && active.line <= 41 && active;
    });
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    editor.revealRange(new vscode.Range(10, 0, 10, 0), vscode.TextEditorRevealType.AtTop);
    await new Promise(resolve => setTimeout(resolve, 500));
    await screenshot('next-question');
    await vscode.commands.executeCommand('workbench.view.explorer');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(line, 0, line, 0),
      vscode.CodeActionKind.QuickFix.value,
    );
    const answer = actions.find(({ title }) => title === 'Answer “None”');
    assert.ok(answer?.edit);
    assert.ok(await vscode.workspace.applyEdit(answer.edit));
    await diagnostics(document.uri, found => found.length === SEED_FINDINGS.length - 1);
    assert.ok(document.getText().includes('renewals):\nNone\n\n14. '));
  });

  it('starts a new sheet with one command', async () => {
    await vscode.commands.executeCommand('atopSheets.newSheet');
    const created = await eventually('the new sheet', () => {
      const active = vscode.window.activeTextEditor?.document;
      return (
        active?.isUntitled &&
        active.languageId === 'atop' &&
        active.getText().includes('61. Coder:') &&
        active
      );
    });
    const found = await diagnostics(created.uri, all => all.length === 58);
    assert.ok(found.map(summary).every(one => one.endsWith('warning missing-answer')));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('reads the page of the rule behind a problem', async () => {
    const [first] = await diagnostics(document.uri, isSeed);
    assert.ok(typeof first?.code === 'object');
    const page = await vscode.workspace.openTextDocument(first.code.target);
    assert.match(page.getText(), /yes-no-expected/);
  });

  it('gets the findings back when the server has been restarted', async () => {
    await vscode.commands.executeCommand('atopSheets.restartServer');
    await replaceText(document, '705 Kazakhstan', '705 Kazakhstn');
    await diagnostics(document.uri, found => found.includes('12 error cow-code-name-mismatch'));
  });

  it('is told of severities by the settings, at once', async () => {
    const settings = vscode.workspace.getConfiguration('atopSheets.severity', document.uri);
    await settings.update('yes-no-expected', 'off', vscode.ConfigurationTarget.Workspace);
    await diagnostics(document.uri, found => found.length === SEED_FINDINGS.length - 7);
    await settings.update('yes-no-expected', undefined, vscode.ConfigurationTarget.Workspace);
    await diagnostics(document.uri, isSeed);
  });
});
