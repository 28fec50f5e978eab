import assert from 'node:assert/strict';
import { join } from 'node:path';
import { before, describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createSheetLanguageService } from '../../server/src/service';
import { SEED_FINDINGS } from '../protocol/seedFindings';
import { seedAnswering } from '../unit/support/findings';
import { installedProgram } from './installed';
import { seenBy, SHEET, type Seen } from './run';

/** What a user may set in any editor. */
const SETTINGS = { severity: { 'yes-no-expected': 'off' }, format: { width: 0 } };

function assertSettingsKept({ findings, text }: Seen): void {
  assert.deepEqual(
    findings,
    SEED_FINDINGS.filter(finding => !finding.endsWith('yes-no-expected')),
  );
  assert.match(text, /\n23\. Is a specific target.*reference to the target of the treaty\.\nNo\n/);
}

/** The real sheet in an editor as `docs/editors.md` sets it up: opened, answered at question 13, formatted. */
function assertAllSeen(seen: Seen): void {
  assert.deepEqual(seen.findings, SEED_FINDINGS);
  assert.equal(seen.answered.length, SEED_FINDINGS.length - 1);
  assert.match(seen.hover, /^\*\*370 Belarus\*\* \(BLR\)[^]* – /);
  const answered = TextDocument.create(`file:///${SHEET}`, 'atop', 1, seedAnswering(13, 'None'));
  const edits = createSheetLanguageService().format(answered);
  assert.equal(seen.text, TextDocument.applyEdits(answered, edits));
}

describe('a coder who works in Neovim', () => {
  const script = join(__dirname, 'neovim.lua');
  const args = ['--headless', '--clean', '-n', '-c', `luafile ${script}`, SHEET];
  let neovim = '';
  before(async () => {
    neovim = await installedProgram('nvim', ['neovim'], ['--version']);
  }).timeout(600_000);

  it('is sent the findings of the real sheet, sees one go, reads a hover and formats the sheet', async () => {
    assertAllSeen(await seenBy(neovim, args));
  }).timeout(150_000);

  it('sees the same where the editor asks for findings', async () => {
    assertAllSeen(await seenBy(neovim, args, { env: { ATOP_PULL: '1' } }));
  }).timeout(150_000);

  it('sees a rule that is switched off no more, and the width kept', async () => {
    assertSettingsKept(await seenBy(neovim, args, { settings: SETTINGS }));
  }).timeout(150_000);
});

describe('a coder who works in Emacs', () => {
  const args = ['--batch', '-l', join(__dirname, 'emacs.el'), SHEET];
  let emacs = '';
  before(async () => {
    const hasEglot = "(progn (require 'package) (package-initialize) (require 'eglot))";
    emacs = await installedProgram('emacs', ['emacs-nox', 'elpa-eglot'], ['--batch', '--eval', hasEglot]);
  }).timeout(600_000);

  it('is sent the findings of the real sheet, sees one go, reads a hover and formats the sheet', async () => {
    assertAllSeen(await seenBy(emacs, args));
  }).timeout(150_000);

  it('sees a rule that is switched off no more, and the width kept', async () => {
    assertSettingsKept(await seenBy(emacs, args, { settings: SETTINGS }));
  }).timeout(150_000);
});
