import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { SelectionRange } from 'vscode-languageserver-types';
import { selectionRanges } from '../../../server/src/features/selectionRanges';
import { openSheet, seedText, withAnswer } from '../support/sheets';

/** What the selection grows to from the place before `|` in the words, each step shortened. */
function steps(text: string, marked: string): string[] {
  const [before = '', after = ''] = marked.split('|');
  const found = text.indexOf(before + after);
  assert.ok(found >= 0, `${before + after} is in the text`);
  const opened = openSheet(text);
  const position = opened.document.positionAt(found + before.length);
  const taken: string[] = [];
  let range: SelectionRange | undefined = selectionRanges(opened, [position])[0];
  for (; range; range = range.parent) taken.push(shortened(opened.document.getText(range.range)));
  return taken;
}

function shortened(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length > 40 ? `${line.slice(0, 18).trim()} … ${line.slice(-17).trim()}` : line;
}

describe('growing the selection in the real sheet', () => {
  const text = seedText();

  it('goes from a code to the member, the answer, the question, the section and the sheet', () => {
    assert.deepEqual(steps(text, '37|0 Belarus\n705 Kaz'), [
      '370',
      '370 Belarus',
      '370 Belarus 705 Kazakhstan',
      '4. Members of alli … us 705 Kazakhstan',
      'SECTION I: FORMATI … to terminate. N/A',
      'SECTION I: FORMATI … December 27, 2017',
    ]);
  });

  it('goes from a word of a date to the date', () => {
    assert.deepEqual(steps(text, 'January 1|7, 1996\n').slice(0, 3), [
      '17',
      'January 17, 1996',
      '3. Signature date( … January 17, 1996',
    ]);
  });

  it('takes a date with slashes for one word', () => {
    assert.deepEqual(steps(text, 'MFA (6/3|0/04)').slice(0, 2), [
      '6/30/04',
      'Still in effect ac … rus MFA (6/30/04)',
    ]);
  });

  it('goes from a word by its line and paragraph to the answer', () => {
    assert.deepEqual(steps(text, 'in fields of cur|rency').slice(0, 6), [
      'currency',
      'Article 10 says pa … , securities, and',
      'Article 10 says pa … ies, and customs.',
      'Article 5 proposes … ies, and customs.',
      '53. Does the treat … ies, and customs.',
      'SECTION IV: TREATY … ternal affairs..”',
    ]);
  });

  it('goes from a Yes to the answer, from a description to it and its Yes', () => {
    assert.deepEqual(steps(text, 'Ye|s. Article 17').slice(0, 3), [
      'Yes',
      'Yes. Article 17 pr … joint commission.',
      '35. Does the treat … joint commission.',
    ]);
    assert.deepEqual(steps(text, 'Article 17 prop|oses').slice(0, 3), [
      'proposes',
      'Article 17 propose … joint commission.',
      'Yes. Article 17 pr … joint commission.',
    ]);
  });

  it('goes from a word of the printed text to that text', () => {
    assert.deepEqual(steps(text, 'Members of all|iance (use').slice(0, 4), [
      'alliance',
      'Members of allianc … W country codes):',
      '4. Members of alli … W country codes):',
      '4. Members of alli … us 705 Kazakhstan',
    ]);
  });

  it('goes from a heading to its section, from the log to the sheet', () => {
    assert.deepEqual(steps(text, 'SECTION V: DOC|UMENTATION').slice(0, 3), [
      'DOCUMENTATION',
      'SECTION V: DOCUMENTATION',
      'SECTION V: DOCUMEN … ong, Ashley Leeds',
    ]);
    assert.deepEqual(steps(text, 'Q14 revised by Nicholas Cou|lombe').slice(0, 2), [
      'Coulombe',
      'Version 4.0: Q14 r … December 27, 2017',
    ]);
  });

  it('takes a citation and a web address as wholes', () => {
    assert.deepEqual(steps(text, 'UNTS no. 35|237').slice(0, 2), ['35237', 'UNTS no. 35237 (2038:23)']);
    assert.equal(
      steps(text, 'gov.by/ru/bilateral rel|ations/political/ )')[1],
      'http://kazakhstan. … ations/political/',
    );
  });
});

describe('growing the selection elsewhere', () => {
  it('takes a Windows file’s paragraphs apart', () => {
    const text = withAnswer(18, 'One two.\nThree.\n\nFour.').replaceAll('\n', '\r\n');
    assert.deepEqual(steps(text, 'One t|wo.').slice(0, 4), [
      'two',
      'One two.',
      'One two. Three.',
      'One two. Three. Four.',
    ]);
  });

  it('from a blank line begins with the question', () => {
    assert.equal(steps(seedText(), 'renewals):\n|\n14.')[0], '13. Number of time … omatic renewals):');
  });

  it('answers for several places at once, and for a place where nothing stands', () => {
    const opened = openSheet('');
    const nowhere = { line: 7, character: 7 };
    assert.deepEqual(selectionRanges(opened, [nowhere, nowhere]).length, 2);
    assert.deepEqual(selectionRanges(opened, []), []);
  });
});
