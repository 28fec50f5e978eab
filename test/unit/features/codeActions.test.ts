import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createSheetLanguageService } from '../../../server/src/service';
import { seedText } from '../support/findings';

describe('the quick fixes at the cursor, in the real sheet', () => {
  const service = createSheetLanguageService();
  const document = TextDocument.create('file:///4765.atop', 'atop', 1, seedText());

  /** The titles of the fixes where the text is found, but for *Fix All*. */
  function fixesAt(place: string): string[] {
    const offset = document.getText().indexOf(place);
    assert.notEqual(offset, -1, `no “${place}” in the sheet`);
    const position = document.positionAt(offset);
    return service
      .codeActions(document, { start: position, end: position }, { diagnostics: [] })
      .flatMap(({ kind, title }) => (kind === 'quickfix' ? [title] : []));
  }

  it('mend the answer as a whole from wherever in its question the cursor stands', () => {
    const fixes = ['Begin with “Yes.”', 'Begin with “No.”'];
    assert.deepEqual(fixesAt('47. Does the treaty'), fixes);
    assert.deepEqual(fixesAt('United Nations - Emphasizing'), fixes);
    assert.deepEqual(fixesAt('principles of the Charter of the United'), fixes);
    assert.deepEqual(fixesAt('13. Number of times'), ['Answer “NA”', 'Answer “None”']);
    assert.deepEqual(fixesAt('\n\n14. '), ['Answer “NA”', 'Answer “None”']);
  });

  it('mend a part of an answer only where the cursor is at it', () => {
    assert.deepEqual(fixesAt('6/30/04'), ['Write “June 30, 2004”']);
    assert.deepEqual(fixesAt('14. Termination'), []);
    assert.deepEqual(fixesAt('370 Belarus'), []);
  });
});
