import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readSheet, type Answer, type Sheet } from '../../server/src/answers';
import { atopInstrument } from '../../server/src/instrument';
import { createSheetLanguageService, SheetIndex } from '../../server/src/service';
import { TODAY } from '../unit/support/findings';
import { sheetOf } from '../unit/support/workspace';

const folder = join(__dirname, '..', '..', 'examples');
const sheets = readdirSync(folder)
  .filter(name => name.endsWith('.atop'))
  .map(name => readFileSync(join(folder, name), 'utf8'));

/** What coders type, and what breaks a skeleton. */
const typed = fc.constantFrom(
  ...[
    'x',
    ' ',
    '\n',
    '\n\n',
    '1',
    '.',
    ':',
    '12. ',
    '\n13. ',
    '\nSECTION II: ',
    '\nOBLIGATIONS\n',
    'Yes. ',
    '“',
  ],
  ...['January 17, 1996', '6/30/04', '370 Belarus\n', 'http://a.org/b c/d/', 'Version 4.0: Q14 revised', ''],
  '\n3. Signature dates (of main treaty, not all amendments):\n',
  '\n14. The parties agree on whether the alliance is still in effect and when it ended\n',
);

/** An edit: where, of the text's thousandths; how much goes; what comes. */
const edit = fc.record({
  place: fc.nat(1000),
  length: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(800)),
  text: fc.oneof(
    { weight: 5, arbitrary: typed },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 5 }) },
  ),
});

/** All that a sheet says, what it only reads when it is asked included. */
function plain(sheet: Sheet): unknown {
  // How the search went may differ, as long as it finds the same.
  const { children, questions, log, found } = sheet.tree;
  return {
    tree: { children, questions, log },
    heads: found.starts,
    answers: sheet.answers.map(plainAnswer),
    firsts: questions.map(({ question }) => plainAnswer(sheet.answerTo(question.number))),
    members: sheet.answersOf('members').map(plainAnswer),
    linked: sheet.linked.map(plainAnswer),
    logDates: sheet.logDates,
  };
}

function plainAnswer(answer: Answer | undefined): unknown {
  if (!answer) return undefined;
  const { start, end, question, node, text, isGiven, isNotApplicable, links, reading } = answer;
  return { start, end, question, node, text, isGiven, isNotApplicable, links, reading };
}

/** The words of each question, by what tells that they are the same. */
function wordsByOrigin({ text, tree }: Sheet): Map<object, string> {
  return new Map(
    tree.questions.map(({ start, end }, index) => [tree.origins[index] ?? {}, text.slice(start, end)]),
  );
}

function edited(
  text: string,
  { place, length, text: added }: { place: number; length: number; text: string },
): string {
  const start = Math.floor((text.length * place) / 1000);
  return text.slice(0, start) + added + text.slice(start + length);
}

const edits = fc.array(edit, { minLength: 1, maxLength: 8 });

describe('a sheet that is edited', () => {
  it('reads after each edit as if it were read for the first time', () => {
    fc.assert(
      fc.property(fc.constantFrom(...sheets), edits, (sheet, changes) => {
        let text = sheet;
        let known = readSheet(text, atopInstrument);
        for (const change of changes) {
          text = edited(text, change);
          const before = wordsByOrigin(known);
          known = readSheet(text, atopInstrument, known);
          assert.deepEqual(plain(known), plain(readSheet(text, atopInstrument)));
          for (const [origin, words] of wordsByOrigin(known)) {
            assert.equal(before.get(origin) ?? words, words);
          }
        }
      }),
      { numRuns: 150 },
    );
  }).timeout(120_000);

  it('shows after each edit what it shows when it is opened, asked each time or now and then', () => {
    const options = { today: () => TODAY, rulesUri: 'https://example.org/rules' };
    // Editors ask for some of the versions only.
    const asked = fc.infiniteStream(fc.boolean());
    fc.assert(
      fc.property(fc.constantFrom(...sheets), edits, asked, (sheet, changes, isAsked) => {
        const [always, seldom] = [createSheetLanguageService(options), createSheetLanguageService(options)];
        const document = TextDocument.create('file:///sheet.atop', 'atop', 1, sheet);
        always.diagnostics(document);
        seldom.diagnostics(document);
        for (const change of changes) {
          const text = edited(document.getText(), change);
          TextDocument.update(document, [{ text }], document.version + 1);
          const opened = TextDocument.create('file:///sheet.atop', 'atop', 1, text);
          const shown = createSheetLanguageService(options).diagnostics(opened);
          assert.deepEqual(always.diagnostics(document), shown);
          // It reads each version, as for a hover.
          seldom.atopId(document);
          if (isAsked.next().value === true) assert.deepEqual(seldom.diagnostics(document), shown);
        }
      }),
      { numRuns: 150 },
    );
  }).timeout(120_000);

  it('shows after each edit which other sheets bear its ATOP ID by then', () => {
    const ids = ['4765', '4766', 'none'] as const;
    const step = fc.record({
      /** The own ID that is typed, or an edit anywhere. */
      typed: fc.oneof(fc.constantFrom(...ids), edit),
      /** What another sheet comes to be; `undefined` where it is deleted. */
      other: fc.option(fc.constantFrom(...ids), { nil: undefined }),
      /** Whether the workspace takes over by then what was typed. */
      isTaken: fc.boolean(),
    });
    const isAsked = fc.infiniteStream(fc.boolean());
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), isAsked, (steps, asked) => {
        const index = new SheetIndex();
        const options = { today: () => TODAY, sheets: index };
        const service = createSheetLanguageService(options);
        const uri = 'file:///a/4765.atop';
        const document = TextDocument.create(uri, 'atop', 1, sheetOf('4765'));
        index.set(uri, service.identify(document));
        for (const { typed, other, isTaken } of steps) {
          const text = typeof typed === 'string' ? sheetOf(typed) : edited(document.getText(), typed);
          TextDocument.update(document, [{ text }], document.version + 1);
          if (isTaken) index.set(uri, service.identify(document));
          const otherUri = 'file:///b/1.atop';
          if (other === undefined) index.delete(otherUri);
          else {
            const otherSheet = TextDocument.create(otherUri, 'atop', 1, sheetOf(other));
            index.set(otherUri, service.identify(otherSheet));
          }
          if (asked.next().value !== true) continue;
          const opened = TextDocument.create(uri, 'atop', 1, text);
          const shown = createSheetLanguageService(options).diagnostics(opened);
          assert.deepEqual(service.diagnostics(document), shown);
        }
      }),
      { numRuns: 150 },
    );
  }).timeout(120_000);
});
