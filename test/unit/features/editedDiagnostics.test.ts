import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from 'vscode-languageserver-types';
import { readSheet } from '../../../server/src/answers';
import { atopInstrument, printQuestion, questionByNumber } from '../../../server/src/instrument';
import {
  createSheetLanguageService,
  DEFAULT_SETTINGS,
  type SheetSettings,
} from '../../../server/src/service';
import { seedAnsweringAll, seedText } from '../support/findings';

/** A coder's document that shows its diagnostics after each edit. */
class Edited {
  today = '2026-11-24';
  settings: SheetSettings = DEFAULT_SETTINGS;
  readonly #service = createSheetLanguageService({ today: () => this.today });
  readonly #document: TextDocument;

  constructor(text: string) {
    this.#document = TextDocument.create('file:///4765.atop', 'atop', 1, text);
    this.shown();
  }

  shown(): readonly Diagnostic[] {
    return this.#service.diagnostics(this.#document, this.settings);
  }

  /** Writes another answer to a question. */
  answer(number: number, text: string): void {
    const answer = readSheet(this.#document.getText(), atopInstrument).answerTo(number);
    assert.ok(answer);
    const range = {
      start: this.#document.positionAt(answer.start),
      end: this.#document.positionAt(answer.end),
    };
    TextDocument.update(this.#document, [{ range, text }], this.#document.version + 1);
  }

  paste(text: string): void {
    TextDocument.update(this.#document, [{ text }], this.#document.version + 1);
  }

  /** What is shown when the same text is opened for the first time. */
  opened(): readonly Diagnostic[] {
    const document = TextDocument.create('file:///4765.atop', 'atop', 1, this.#document.getText());
    return createSheetLanguageService({ today: () => this.today }).diagnostics(document, this.settings);
  }
}

describe('the diagnostics of a sheet that is typed in', () => {
  it('are the same objects where nothing has changed', () => {
    const sheet = new Edited(seedText());
    const before = sheet.shown();
    sheet.answer(39, 'Nox');
    const after = sheet.shown();
    assert.equal(after.length, before.length + 1);
    assert.ok(before.length > 5);
    assert.ok(before.every(diagnostic => after.includes(diagnostic)));
  });

  it('move with their lines', () => {
    const sheet = new Edited(seedText());
    const before = sheet.shown();
    sheet.answer(12, 'No\n\n\nof course');
    const after = sheet.shown();
    assert.deepEqual(after, sheet.opened());
    assert.notDeepEqual(
      after.map(({ range }) => range),
      before.map(({ range }) => range),
    );
  });

  it('move with their lines where as much as before stands before the first question', () => {
    const sheet = new Edited(seedText());
    sheet.paste(`Coded by XY${seedText()}`);
    sheet.shown();
    sheet.paste(`Coded by\nXY${seedText()}`);
    assert.deepEqual(sheet.shown(), sheet.opened());
  });

  it('take their related places with them', () => {
    const sheet = new Edited(seedAnsweringAll(new Map([[4, '370 Belarus\n705 Kazakhstan\n370 Belarus']])));
    sheet.answer(3, 'January 17,\n1996');
    const twice = sheet.shown().find(({ code }) => code === 'duplicate-member');
    assert.ok(twice?.relatedInformation);
    assert.deepEqual(sheet.shown(), sheet.opened());
  });

  it('of a comparison stay while others are typed in, and have its two places where they stand then', () => {
    const sheet = new Edited(
      seedAnsweringAll(
        new Map([
          [2, 'NA'],
          [17, 'Type I'],
        ]),
      ),
    );
    const conflict = () => sheet.shown().find(({ code }) => code === 'contradiction');
    const first = conflict();
    assert.ok(first?.relatedInformation);
    sheet.answer(39, 'No, not at all');
    assert.equal(conflict(), first);
    sheet.answer(12, 'No\n\nof course');
    const moved = conflict();
    assert.notEqual(moved?.range.start.line, first.range.start.line);
    assert.deepEqual(moved?.relatedInformation, first.relatedInformation);
    assert.deepEqual(sheet.shown(), sheet.opened());
    sheet.answer(17, 'NA');
    assert.equal(conflict(), undefined);
  });

  it('move within a line that they share with what is typed', () => {
    const text = seedText()
      .replace(/\s*\n\s*(?=39\.)/, ' ')
      .replace(/\s*\n\s*(?=40\.)/, ' ');
    const sheet = new Edited(text);
    sheet.answer(38, 'Nox');
    sheet.answer(39, 'Nox');
    sheet.shown();
    sheet.answer(38, 'Noxx');
    assert.deepEqual(sheet.shown(), sheet.opened());
  });

  it('follow the signature date, by which other dates are read', () => {
    const sheet = new Edited(
      seedAnsweringAll(
        new Map([
          [3, 'January 17, 1896'],
          [60, '6/30/04'],
        ]),
      ),
    );
    const before = sheet.shown().filter(({ code }) => code === 'ambiguous-date');
    sheet.answer(3, 'January 17, 1996');
    const after = sheet.shown().filter(({ code }) => code === 'ambiguous-date');
    assert.notDeepEqual(
      after.map(({ message }) => message),
      before.map(({ message }) => message),
    );
    assert.deepEqual(sheet.shown(), sheet.opened());
  });

  it('follow the calendar', () => {
    const sheet = new Edited(seedAnsweringAll(new Map([[60, 'January 2, 2027']])));
    const isFuture = (): boolean => sheet.shown().some(({ code }) => code === 'date-out-of-range');
    assert.equal(isFuture(), true);
    sheet.today = '2027-01-02';
    assert.equal(isFuture(), false);
  });

  it('follow the settings', () => {
    const sheet = new Edited(seedText());
    assert.ok(sheet.shown().some(({ code }) => code === 'missing-answer'));
    sheet.settings = { ...DEFAULT_SETTINGS, severities: { 'missing-answer': 'off' } };
    assert.ok(!sheet.shown().some(({ code }) => code === 'missing-answer'));
    assert.deepEqual(sheet.shown(), sheet.opened());
  });

  it('are found all over again once a question is doubled, and once it no longer is', () => {
    const sheet = new Edited(seedText());
    const before = sheet.shown();
    const twentieth = questionByNumber(atopInstrument, 20);
    assert.ok(twentieth);
    sheet.answer(38, `No\n\n${printQuestion(twentieth, '\n')}\n\nYes`);
    assert.ok(sheet.shown().some(({ code }) => code === 'duplicate-question'));
    assert.deepEqual(sheet.shown(), sheet.opened());
    sheet.paste(seedText());
    assert.deepEqual(sheet.shown(), before);
  });
});
