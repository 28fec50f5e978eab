import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position } from 'vscode-languageserver-types';
import { readSheet, type Sheet } from '../../server/src/answers';
import { atopInstrument } from '../../server/src/instrument';
import { createSheetLanguageService, type SheetLanguageService } from '../../server/src/service';
import { leavesOf } from '../../server/src/syntax';
import { serviceCalls } from '../support/serviceCalls';
import { seedText, TODAY } from '../unit/support/findings';
import { fuzzedEdits, fuzzedTexts, type FuzzedEdit } from './texts';

/** What a fuzz run counted, besides its runs. */
export interface Counts {
  characters: number;
  calls: number;
  edits: number;
}

const URI = 'file:///sheets/sheet.atop';
const calls = Object.entries(serviceCalls);

function newService(): SheetLanguageService {
  return createSheetLanguageService({
    today: () => TODAY,
    rulesUri: 'https://example.org/rules',
    snippets: { kind: 'edit' },
    snippetCompletions: true,
    commands: ['atopSheets.nextUnanswered'],
  });
}

/** The leaves of the tree, end to end, are the text. */
function assertLossless({ text, tree }: Sheet): void {
  let at = 0;
  for (const { start, end } of leavesOf(tree)) {
    assert.equal(start, at, 'a leaf begins where the one before it ends');
    assert.ok(end > start, 'no leaf is empty');
    at = end;
  }
  assert.equal(at, text.length, 'the last leaf ends with the text');
}

/** Every position within the value, of whatever kind it is, is one of the document's own. */
function assertInside(document: TextDocument, value: unknown, name: string): void {
  if (typeof value !== 'object' || value === null) return;
  if ('line' in value && 'character' in value) {
    const position = value as Position;
    assert.deepEqual(document.positionAt(document.offsetAt(position)), position, name);
    return;
  }
  for (const inner of Object.values(value)) assertInside(document, inner, name);
  if ('start' in value && 'end' in value && typeof value.start === 'object') {
    const { start, end } = value as { start: Position; end: Position };
    assert.ok(document.offsetAt(start) <= document.offsetAt(end), name);
  }
}

/** What is compared of two readings; a reading's memory of how it came about is its own affair. */
function plain({ tree, answers, linked, logDates }: Sheet): unknown {
  const { children, questions, log, found } = tree;
  return { children, questions, log, heads: found.starts, answers, linked, logDates };
}

/** Places in texts, a little beyond their ends as well. */
const places = fc.record({
  line: fc.integer({ min: -1, max: 400 }),
  character: fc.integer({ min: -1, max: 300 }),
});

/** A question to the service, and where it is asked: anywhere, or at a place that the text has. */
const fuzzedCalls = fc.tuple(
  fc.nat(calls.length - 1),
  fc.oneof({ weight: 3, arbitrary: fc.nat(1000) }, { weight: 1, arbitrary: places }),
);

/** Reads one text, asks the service what comes, edits the text and looks whether it reads as a fresh one. */
function readOne(
  text: string,
  asked: readonly (readonly [number, number | Position])[],
  edits: readonly FuzzedEdit[],
  counts: Counts,
): void {
  counts.characters += text.length;
  const fresh = readSheet(text, atopInstrument);
  assertLossless(fresh);

  const service = newService();
  const document = TextDocument.create(URI, 'atop', 1, text);
  const ask = (): void => {
    for (const [call, place] of asked) {
      const [name, run] = calls[call]!;
      const position =
        typeof place === 'number'
          ? document.positionAt(Math.round((document.getText().length * place) / 1000))
          : place;
      const told = run(service, document, position);
      // A place outside the document may come back to the client that named it.
      if (typeof place === 'number') assertInside(document, told, name);
      counts.calls++;
    }
  };
  ask();

  let known = fresh;
  for (const { place, length, text: added } of edits) {
    const start = Math.floor((document.getText().length * place) / 1000);
    const range = { start: document.positionAt(start), end: document.positionAt(start + length) };
    TextDocument.update(document, [{ range, text: added }], document.version + 1);
    known = readSheet(document.getText(), atopInstrument, known);
    assert.deepEqual(plain(known), plain(readSheet(document.getText(), atopInstrument)));
    assert.deepEqual(
      service.diagnostics(document),
      newService().diagnostics(TextDocument.create(URI, 'atop', 1, document.getText())),
    );
    counts.edits++;
  }
  if (edits.length > 0) ask();
}

/** The property that every text must have; `counts` grow with each run. */
export function readsAnyText(counts: Counts): fc.IProperty<unknown> {
  return fc.property(
    fuzzedTexts,
    fc.array(fuzzedCalls, { minLength: 1, maxLength: 6 }),
    fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(fuzzedEdits, { minLength: 1, maxLength: 4 }) },
    ),
    (text, asked, edits) => readOne(text, asked, edits, counts),
  );
}

/** Reads beginnings of the real sheet, each with one call after another; every one where `step` is 1. */
export function readBeginnings(step: number, counts: Counts): number {
  const seed = seedText();
  let read = 0;
  for (let length = 0; length <= seed.length; length += step) {
    const kind = read % calls.length;
    readOne(
      seed.slice(0, length),
      [[kind, 1000]],
      [{ place: 1000, length: 0, text: seed.slice(length, length + 1) }],
      counts,
    );
    read++;
  }
  return read;
}
