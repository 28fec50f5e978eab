import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { format, type FormatOptions } from '../../server/src/features/format';
import { findingsIn } from '../unit/support/findings';
import { openSheet } from '../unit/support/sheets';
import { read, withoutPlaces } from '../unit/syntax/realSheet';
import { damaged, layouts } from './sheets';

const widths = fc.constantFrom(0, 20, 60, 130);
const anyOptions: fc.Arbitrary<FormatOptions> = fc.record({
  width: widths,
  dates: fc.constantFrom('keep', 'written', 'iso'),
});
const keepingDates: fc.Arbitrary<FormatOptions> = fc.record({ width: widths, dates: fc.constant('keep') });
const texts = fc.oneof(layouts, damaged);

function formatted(text: string, options: FormatOptions): string {
  const opened = openSheet(text);
  return TextDocument.applyEdits(opened.document, format(opened, options));
}

const words = (text: string) => text.replace(/[\s\0\u0085\u200b\ufeff]+/g, '');

/** Each answer by its question, as it is read, without where its parts stand and how its dates are written. */
function readings(text: string): string[] {
  return read(text).answers.map(({ question, reading, isGiven, isNotApplicable }) => {
    const asRead: unknown = JSON.parse(withoutPlaces(reading), (_, part: unknown) => {
      if (typeof part !== 'object' || part === null || !('precision' in part)) return part;
      return { ...part, text: undefined };
    });
    return JSON.stringify([question.number, isGiven, isNotApplicable, asRead]);
  });
}

/** How often each finding is made, by its rule and the words that it says. */
function counted(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { rule, message } of findingsIn(text)) {
    const found = `${rule}: ${message.replace(/\s+/g, ' ')}`;
    counts.set(found, (counts.get(found) ?? 0) + 1);
  }
  return counts;
}

describe('formatting sheets of all kinds', () => {
  it('a second time changes nothing', () => {
    fc.assert(
      fc.property(texts, anyOptions, (text, options) => {
        const once = formatted(text, options);
        assert.equal(formatted(once, options), once);
      }),
      { numRuns: 400 },
    );
  }).timeout(240_000);

  it('leaves every answer read as it was', () => {
    fc.assert(
      fc.property(texts, anyOptions, (text, options) => {
        assert.deepEqual(readings(formatted(text, options)), readings(text));
      }),
      { numRuns: 300 },
    );
  }).timeout(240_000);

  it('keeps every character of every answer, and of what stands outside of them', () => {
    fc.assert(
      fc.property(texts, keepingDates, (text, options) => {
        const answers = (of: string) =>
          read(of).answers.map(answer => (/^n[/.]?a\.?$/i.test(answer.text) ? 'NA' : words(answer.text)));
        const outside = (of: string) =>
          read(of)
            .tree.children.flatMap(({ children }) => children)
            .filter(({ kind }) => kind === 'stray' || kind === 'log')
            .map(({ start, end }) => words(of.slice(start, end)));
        const after = formatted(text, options);
        assert.deepEqual(answers(after), answers(text));
        assert.deepEqual(outside(after), outside(text));
      }),
      { numRuns: 300 },
    );
  }).timeout(240_000);

  it('finds nothing new', () => {
    fc.assert(
      fc.property(texts, keepingDates, (text, options) => {
        const before = counted(text);
        for (const [finding, count] of counted(formatted(text, options))) {
          // A heading within a line is none that is reported; formatting gives it a line of its own.
          if (!finding.startsWith('duplicate-question: The heading'))
            assert.ok(count <= (before.get(finding) ?? 0), finding);
        }
      }),
      { numRuns: 200 },
    );
  }).timeout(240_000);

  it('loses none but what it mends', () => {
    const MENDED = new Set(['reworded-question']);
    fc.assert(
      fc.property(texts, keepingDates, (text, options) => {
        const after = counted(formatted(text, options));
        for (const [finding, count] of counted(text)) {
          if (!MENDED.has(finding.split(':')[0] ?? '')) assert.equal(after.get(finding) ?? 0, count, finding);
        }
      }),
      { numRuns: 200 },
    );
  }).timeout(240_000);

  it('leaves no blanks at line ends, no two blank lines, and one line end at the end', () => {
    fc.assert(
      fc.property(layouts, keepingDates, (text, options) => {
        const after = formatted(text, options).replace(/\r\n?/g, '\n');
        // Behind a label without an answer one blank is left to write in.
        assert.doesNotMatch(after, /(?:[^:]|:[ \t])[ \t]$/m);
        assert.match(after, /[^\n]\n$/);
        // Below a question without an answer one more line is left.
        const open = new Set(
          read(after)
            .answers.filter(({ text: answer }) => answer === '')
            .map(({ start }) => start),
        );
        for (const { index } of after.matchAll(/\n{3,}/g))
          assert.ok(open.has(index), after.slice(index - 60, index));
      }),
      { numRuns: 200 },
    );
  }).timeout(240_000);

  it('edits are in order and apart, and a part is formatted as in the whole', () => {
    fc.assert(
      fc.property(texts, anyOptions, fc.nat(400), fc.nat(40), (text, options, line, lines) => {
        const opened = openSheet(text);
        const all = format(opened, options);
        let last = -1;
        for (const { range, newText } of all) {
          const start = opened.document.offsetAt(range.start);
          const end = opened.document.offsetAt(range.end);
          assert.ok(start >= last && end >= start && text.slice(start, end) !== newText);
          last = end;
        }
        const range = { start: { line, character: 0 }, end: { line: line + lines, character: 0 } };
        const part = format(opened, options, range);
        const known = new Set(all.map(edit => JSON.stringify(edit)));
        if (all.length > 0) for (const edit of part) assert.ok(known.has(JSON.stringify(edit)));
        const after = TextDocument.applyEdits(opened.document, part);
        assert.deepEqual(readings(after), readings(text));
      }),
      { numRuns: 300 },
    );
  }).timeout(240_000);
});
