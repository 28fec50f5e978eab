import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { readSheet } from '../../server/src/answers';
import { allQuestions, atopInstrument, printHeading, printQuestion } from '../../server/src/instrument';
import { leavesOf, questionAt, type SheetTree } from '../../server/src/syntax';
import { damaged, examples, layouts } from './sheets';

/** UTF-16 as it comes: half characters, NUL, byte order marks and all. */
const anyCharacters = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 })
  .map(codes => String.fromCharCode(...codes));

const skeletonParts = [
  ...allQuestions(atopInstrument).flatMap(question => [
    printQuestion(question, '\n'),
    `${question.number}. `,
    question.text,
    question.text.slice(0, question.text.length >> 1),
  ]),
  ...atopInstrument.sections.flatMap(section => [printHeading(section), section.title]),
  'Version 4.0: Q14 revised by A. Coder on May 3, 2017',
];
const prose = [
  '1. The parties agree',
  '12. Article 3',
  '1996. A year',
  'Yes. Article 3: “each shall”',
  '370 Belarus',
  'January 17, 1996',
  'http://example.org/a b/c/',
  '\0',
  '\ud800',
  '\udc00',
  '\uFEFF',
];
const gaps = ['', ' ', '\n', '\r\n', '\r', '\u2028', '\n\n\n', '\f', '\t', '\u00a0'];

/** Pieces of the instrument and of answers in any order, run together or apart. */
const pieces = fc
  .array(
    fc.tuple(
      fc.oneof(
        { arbitrary: fc.constantFrom(...skeletonParts), weight: 3 },
        { arbitrary: fc.constantFrom(...prose), weight: 2 },
        fc.string({ unit: 'grapheme', maxLength: 20 }),
      ),
      fc.constantFrom(...gaps),
    ),
    { maxLength: 30 },
  )
  .map(parts => parts.flat().join(''));

/** A real sheet with foreign matter put into it at any places. */
const littered = fc
  .tuple(
    fc.constantFrom(...examples),
    fc.array(fc.tuple(fc.nat(20_000), fc.oneof(fc.constantFrom(...prose, ...gaps), anyCharacters)), {
      maxLength: 8,
    }),
  )
  .map(([text, litter]) =>
    litter.reduce((dirty, [place, matter]) => {
      const at = place % (dirty.length + 1);
      return dirty.slice(0, at) + matter + dirty.slice(at);
    }, text),
  );

const anyText = fc.oneof(anyCharacters, fc.string({ unit: 'binary' }), pieces, littered, layouts, damaged);

function textOfLeaves(tree: SheetTree): string {
  return [...leavesOf(tree)].map(({ start, end }) => tree.text.slice(start, end)).join('');
}

describe('the tree of any text', () => {
  it('is lossless: each leaf begins where the one before it ends, and together they are the text', () => {
    fc.assert(
      fc.property(anyText, text => {
        const { tree } = readSheet(text, atopInstrument);
        assert.equal(textOfLeaves(tree), text);
        let at = 0;
        for (const leaf of leavesOf(tree)) {
          assert.equal(leaf.start, at);
          assert.ok(leaf.end > leaf.start);
          at = leaf.end;
        }
        assert.equal(at, text.length);
      }),
      { numRuns: 600 },
    );
  });

  it('holds its questions in order, each with its number, its printed text and then its answer', () => {
    fc.assert(
      fc.property(anyText, text => {
        const { tree, answers } = readSheet(text, atopInstrument);
        assert.deepEqual(
          tree.children.flatMap(({ children }) => children.filter(child => child.kind === 'question')),
          tree.questions,
        );
        assert.deepEqual(
          answers.map(({ node }) => node),
          tree.questions,
        );
        let last = 0;
        for (const { start, number, printed, answer, end, changes } of tree.questions) {
          const places = [last, start, number.start, number.end, printed.start, printed.end, answer.start];
          places.push(answer.end, end, text.length);
          assert.deepEqual(
            places,
            places.toSorted((a, b) => a - b),
          );
          assert.ok(changes.every(change => number.end <= change.start && change.end <= printed.end));
          last = end;
        }
      }),
      { numRuns: 400 },
    );
  });

  it('tells at every place which question it belongs to', () => {
    fc.assert(
      fc.property(anyText, fc.nat(20_000), (text, place) => {
        const { tree } = readSheet(text, atopInstrument);
        const at = place % (text.length + 1);
        const holders = tree.questions.filter(({ start, end }) => start <= at && at < end);
        const last = tree.questions.at(-1);
        assert.equal(questionAt(tree, at), holders[0] ?? (last?.end === at ? last : undefined));
      }),
      { numRuns: 400 },
    );
  });

  it('reads every part of an answer within the answer', () => {
    fc.assert(
      fc.property(anyText, text => {
        const { answers } = readSheet(text, atopInstrument);
        for (const answer of answers) {
          assert.equal(answer.text, text.slice(answer.start, answer.end));
          for (const [start, end] of spansIn([answer.reading, answer.links])) {
            assert.ok(answer.start <= start && start <= end && end <= answer.end);
          }
        }
      }),
      { numRuns: 400 },
    );
  });
});

/** The start and end of everything within a value that has both. */
function spansIn(value: unknown): [number, number][] {
  if (typeof value !== 'object' || value === null) return [];
  const own: [number, number][] =
    'start' in value && typeof value.start === 'number' && 'end' in value && typeof value.end === 'number'
      ? [[value.start, value.end]]
      : [];
  return [...own, ...Object.values(value).flatMap(spansIn)];
}
