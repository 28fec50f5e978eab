import assert from 'node:assert/strict';
import type { DocumentSymbol, Range } from 'vscode-languageserver-types';
import { documentSymbols } from '../../../server/src/features/documentSymbols';
import { allQuestions, atopInstrument } from '../../../server/src/instrument';
import { openSheet, seed, seedText, withAnswer } from '../support/sheets';

function outline(text: string): DocumentSymbol[] {
  return documentSymbols(openSheet(text));
}

/** The symbol of a question in the real sheet with another answer to it. */
function symbolWith(number: number, answer: string): DocumentSymbol {
  const questions = outline(withAnswer(number, answer)).flatMap(({ children }) => children ?? []);
  const found = questions.find(({ name }) => name.startsWith(`${number}. `));
  assert.ok(found);
  return found;
}

function encloses(outer: Range, inner: Range): boolean {
  const before = (a: Range['start'], b: Range['start']) =>
    a.line < b.line || (a.line === b.line && a.character <= b.character);
  return before(outer.start, inner.start) && before(inner.end, outer.end);
}

function assertNested(symbols: readonly DocumentSymbol[], within?: Range): void {
  symbols.forEach((symbol, index) => {
    const next = symbols[index + 1];
    assert.ok(encloses(symbol.range, symbol.selectionRange), symbol.name);
    if (within) assert.ok(encloses(within, symbol.range), symbol.name);
    if (next) assert.ok(encloses({ start: symbol.range.end, end: next.range.end }, next.range), symbol.name);
    assertNested(symbol.children ?? [], symbol.range);
  });
}

describe('The outline of the real sheet', () => {
  const symbols = documentSymbols(seed());

  it('has the five sections with their progress, and the amendment log', () => {
    assert.deepEqual(
      symbols.map(({ name, detail }) => [name, detail]),
      [
        ['Section I: Formation, members, and duration', '14 of 15 answered, 1 open'],
        ['Section II: Obligations', '12 of 13 answered'],
        ['Section III: Institutionalization of the alliance', '15 of 15 answered'],
        ['Section IV: Treaty context', '13 of 13 answered'],
        ['Section V: Documentation', '4 of 5 answered'],
        ['Amendment log', 'Version 4.0: Q14 revised by Nicholas Coulombe on December 2…'],
      ],
    );
  });

  it('has all 61 questions by number and label, each in its section', () => {
    const expected = atopInstrument.sections.map(({ questions }) =>
      questions.map(({ number, label }) => `${number}. ${label}`),
    );
    assert.deepEqual(
      symbols.slice(0, 5).map(({ children }) => children?.map(({ name }) => name)),
      expected,
    );
  });

  it('shows each question’s answer beside it', () => {
    const details = new Map(
      symbols.flatMap(({ children = [] }) => children.map(({ name, detail }) => [parseInt(name), detail])),
    );
    assert.equal(details.size, allQuestions(atopInstrument).length);
    assert.equal(details.get(1), '4765');
    assert.equal(details.get(4), '370 Belarus 705 Kazakhstan');
    assert.equal(details.get(12), 'Automatic renewal for successive 10 year terms until either…');
    assert.equal(details.get(13), '— no answer');
    assert.equal(details.get(28), '');
    assert.equal(details.get(61), 'Andrew Long, Ashley Leeds');
  });

  it('gives the open question a kind that no other has', () => {
    const questions = symbols.flatMap(({ children = [] }) => children);
    const open = questions.find(({ name }) => name.startsWith('13. '));
    assert.deepEqual(
      questions.filter(({ kind }) => kind === open?.kind),
      [open],
    );
  });

  it('has ranges that nest and lie apart', () => assertNested(symbols));

  it('leads to the question’s first line', () => {
    const question = symbols[0]?.children?.[12];
    assert.deepEqual(question?.selectionRange.start, { line: 39, character: 0 });
    assert.equal(question.selectionRange.end.line, 39);
    assert.deepEqual(question.range.end, { line: 41, character: 0 });
  });
});

describe('The outline of other sheets', () => {
  it('folds white space and never cuts a character in two', () => {
    assert.equal(symbolWith(15, 'ended \t by\u00a0treaty').detail, 'ended by treaty');
    const long = symbolWith(15, `a war ${'😀'.repeat(80)}`).detail ?? '';
    assert.ok(long.length <= 60 && long.endsWith('😀…'), long);
  });

  it('counts a mark that says nothing as no answer', () => {
    assert.equal(symbolWith(15, '?').detail, '— no answer');
  });

  it('has questions before any heading at its top', () => {
    const symbols = outline(seedText().replace(/^.*\n/, ''));
    assert.equal(symbols[0]?.name, '1. ATOP ID');
    assert.equal(symbols[15]?.name, 'Section II: Obligations');
    assertNested(symbols);
  });

  it('holds in lines that were run together, and in Windows files', () => {
    assertNested(outline(seedText().replace(/\n+/g, ' ')));
    assertNested(outline(seedText().replaceAll('\n', '\r\n')));
  });

  it('is empty for a text without questions', () => {
    assert.deepEqual(outline(''), []);
    assert.deepEqual(outline('No sheet\0\ud800'), []);
  });
});
