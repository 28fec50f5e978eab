import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { readSheet } from '../../server/src/answers';
import { importSheet, plainSource, type Source, type SourceLine } from '../../server/src/import';
import { atopInstrument } from '../../server/src/instrument';
import { seedText } from '../unit/support/findings';
import { wrap, wrappedByLine } from '../unit/syntax/layouts';

const seed = importSheet(plainSource(seedText()), atopInstrument)!.text;
const questions = readSheet(seed, atopInstrument).answers;

const WORDS =
  'the treaty and parties Belarus 370 705 article 12. Yes No NA non- war-time (joined 1949) “quoted” consult/help — – • ﬁrst no\u00a0break https://a.org/b_c/d January 17, 1996 provisions, which? end. 1. a) SECTION'.split(
    ' ',
  );

/** Answers of words, some of them on lines of their own, and of any text at all. */
const answers = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(' ', ' ', ' ', '\n', '\n\n')), {
        maxLength: 60,
      })
      .map(parts => parts.flat().join('')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
);

const sheets = fc.array(fc.tuple(fc.nat(60), answers), { maxLength: 8 }).map(edits => {
  const written = new Map(edits);
  let text = seed;
  for (const answer of [...questions].reverse()) {
    const replacement = written.get(questions.indexOf(answer));
    if (replacement === undefined) continue;
    const gap = answer.start < answer.end ? '' : answer.question.inline === true ? ' ' : '\n';
    text = text.slice(0, answer.start) + gap + replacement + text.slice(answer.end);
  }
  return text;
});

const widths = fc.integer({ min: 40, max: 150 });

/** What is seen of a text: no blanks, nothing invisible, signs in one spelling. */
function seen(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Z}\u00ad\u200b-\u200d\u2060\ufeff]/gu, '')
    .replace(/[\ufb00-\ufb06]/g, found => found.normalize('NFKC'))
    .normalize('NFC')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[\uf0b7\uf0a7\uf0d8\uf076]/g, '\u2022');
}

function answersSeen(text: string): string[] {
  return readSheet(text, atopInstrument).answers.map(
    ({ question, text: answer }) => `${question.number}: ${seen(answer)}`,
  );
}

/** The sheet as the pages of a PDF: paragraphs wrapped at a width, so many lines on a page. */
function printed(text: string, width: number, height: number): Source {
  const lines = text.split('\n').flatMap(line => (line.trim() === '' ? [''] : wrap(line, width).split('\n')));
  const pages: SourceLine[][] = [];
  for (let at = 0; at < lines.length; at += height) {
    const page = lines.slice(at, at + height);
    pages.push(
      page.flatMap((line, index) =>
        line === ''
          ? []
          : [
              {
                text: line,
                number: index + 1,
                blankBefore: index > 0 && page[index - 1] === '',
                place: { left: 50, right: 50 + 5 * line.length, baseline: 50 + 12 * index, size: 10 },
              },
            ],
      ),
    );
  }
  return { pages: pages.map(page => ({ lines: page, links: [] })) };
}

describe('an import, of sheets with all kinds of answers', () => {
  it('keeps all that is seen of every answer, from a text', () => {
    fc.assert(
      fc.property(sheets, widths, (text, width) => {
        const wrapped = wrappedByLine(text, width);
        const result = importSheet(plainSource(wrapped), atopInstrument)!;
        assert.deepEqual(answersSeen(result.text), answersSeen(wrapped));
      }),
      { numRuns: 300 },
    );
  }).timeout(120_000);

  it('keeps all that is seen of every answer, from pages of any width and height', () => {
    fc.assert(
      fc.property(
        sheets,
        fc.integer({ min: 40, max: 150 }),
        fc.integer({ min: 20, max: 80 }),
        (text, width, height) => {
          const plain = text.replace(/[\f\v\r\u0085\u2028\u2029]/g, ' ');
          const result = importSheet(printed(plain, width, height), atopInstrument)!;
          assert.deepEqual(answersSeen(result.text), answersSeen(plain));
        },
      ),
      { numRuns: 200 },
    );
  }).timeout(120_000);

  it('is done when it is done: importing the result changes nothing', () => {
    fc.assert(
      fc.property(sheets, widths, (text, width) => {
        const once = importSheet(plainSource(wrappedByLine(text, width)), atopInstrument)!.text;
        assert.equal(importSheet(plainSource(once), atopInstrument)!.text, once);
      }),
      { numRuns: 200 },
    );
  }).timeout(120_000);

  it('never throws, whatever it is given', () => {
    const pieces = fc.constantFrom(
      '\f',
      '\n',
      '1. ATOP ID: ',
      '4. Members of alliance (use COW country codes):',
      'Page 1 of 2',
      '2',
    );
    const texts = fc.array(fc.oneof(fc.string({ unit: 'binary' }), pieces), { maxLength: 30 });
    fc.assert(
      fc.property(texts, parts => {
        const result = importSheet(plainSource(parts.join('')), atopInstrument);
        assert.ok(result === undefined || result.text.endsWith('\n'));
      }),
      { numRuns: 500 },
    );
  }).timeout(120_000);
});
