import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import {
  findingsIn,
  fixAllIn,
  fixesOf,
  seedText,
  withChanges,
  type PlacedFinding,
} from '../unit/support/findings';
import { readSheet } from '../../server/src/answers';
import { atopInstrument } from '../../server/src/instrument';

/** Answers as coders write them, right and wrong, by what the question asks for. */
const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  'atop-id': ['4765', 'ATOP 4765', '47 65', 'x', '1020.1', '12345', ''],
  'cow-alliance': ['NA', '3120', 'Entente', ''],
  dates: [
    'January 17, 1996',
    'Februray 30, 1996',
    '17 janvier',
    '17 janvier 1996',
    '1/2/1996',
    '6/30/04',
    '13/14/1996',
    'June 5, 2096',
    'May 1, 1790',
    'some day',
    'Januray 1996',
    'Still in effect',
    'January 17',
    '',
  ],
  members: [
    '371 Belarus\n705 Kazakhstan',
    '3700 Belarus, 705 Kazakhstan',
    'Belarus\nKazakhstan',
    '370 Belarrus; 705 Kasakhstan',
    '370 Belarus\n370 Belarus',
    'Ruritania and BLR',
    'Germany\nKorea\nYemen',
    '9999\n370',
    'Belarus (371)\n705, 705, 705',
    '',
  ],
  'yes-no': [
    'No',
    'Yes',
    'y',
    'noo',
    'Article 3 says so',
    'There is no such thing',
    'NA',
    '?',
    'No\n\nhttp://example.org/x',
    '',
  ],
  values: [
    'Treaty',
    'Traety',
    'Trade pact, Defnse pact',
    'none, attack',
    'Public',
    'Publik',
    'defence pact\n\nhttp://a.org/b',
    '',
  ],
  text: ['NA', 'It ended.', 'see http://a.org/b c/d/ now', '1. The parties agree\n12. Article 3', ''],
};

const seed = seedText();
const questions = readSheet(seed, atopInstrument).answers;

/** The real sheet with other answers to some questions, and here and there a question cut, doubled or moved. */
const sheets = fc
  .record({
    answers: fc.array(
      fc
        .nat(60)
        .chain(index =>
          fc.tuple(
            fc.constant(index),
            fc.constantFrom(...(ANSWERS[questions[index]?.question.kind ?? ''] ?? [''])),
          ),
        ),
      { maxLength: 6 },
    ),
    structure: fc.array(fc.tuple(fc.constantFrom('cut', 'double', 'move', 'reword', 'heading'), fc.nat(60)), {
      maxLength: 2,
    }),
    eol: fc.constantFrom('\n', '\r\n'),
  })
  .map(({ answers, structure, eol }) => {
    let text = seed;
    const written = new Map(answers);
    for (const answer of [...questions].reverse()) {
      const replacement = written.get(questions.indexOf(answer));
      if (replacement === undefined) continue;
      const lead = answer.start === answer.end && replacement !== '' ? '\n' : '';
      text = text.slice(0, answer.start) + lead + replacement + text.slice(answer.end);
    }
    for (const [what, index] of structure) text = restructure(text, what, index);
    return text.replace(/\n/g, eol);
  });

function restructure(text: string, what: string, index: number): string {
  const { questions: nodes } = readSheet(text, atopInstrument).tree;
  const node = nodes[index];
  const other = nodes[(index + 20) % nodes.length];
  if (!node || !other) return text;
  const block = text.slice(node.start, node.end);
  const cut = (from: string) => from.slice(0, node.start) + from.slice(node.end);
  switch (what) {
    case 'cut':
      return cut(text);
    case 'double':
      return text.slice(0, node.end) + block + text.slice(node.end);
    case 'move':
      return other.start > node.start
        ? cut(text.slice(0, other.start) + block + text.slice(other.start))
        : text.slice(0, other.start) + block + cut(text).slice(other.start);
    case 'reword':
      return text.slice(0, node.start) + block.replace('treaty', 'pact') + text.slice(node.end);
    default:
      return text.replace('SECTION III: ', 'SECTON III: ');
  }
}

const identity = ({ rule, message }: PlacedFinding) => `${rule}: ${message}`;
const count = (findings: readonly PlacedFinding[], wanted: string) =>
  findings.filter(found => identity(found) === wanted).length;
const errors = (findings: readonly PlacedFinding[]) =>
  findings.filter(({ severity }) => severity === 'error').length;

describe('fixes, on sheets with all kinds of mistakes', () => {
  it('each removes what it is offered for and adds no error', () => {
    fc.assert(
      fc.property(sheets, text => {
        const before = findingsIn(text);
        for (const finding of before) {
          for (const fix of fixesOf(finding)) {
            const after = findingsIn(withChanges(text, fix.changes));
            const shown = `${fix.title} for ${identity(finding)} at ${JSON.stringify(finding.text)}`;
            assert.ok(
              count(after, identity(finding)) < count(before, identity(finding)),
              `does not remove: ${shown}`,
            );
            assert.ok(errors(after) <= errors(before), `adds an error: ${shown}`);
          }
        }
      }),
      { numRuns: 120 },
    );
  }).timeout(120_000);

  it('all safe ones at once come to rest: doing it again changes nothing', () => {
    fc.assert(
      fc.property(sheets, text => {
        const fixed = fixAllIn(text);
        assert.equal(fixAllIn(fixed), fixed);
        assert.ok(findingsIn(fixed).every(finding => fixesOf(finding).every(fix => fix.safe !== true)));
      }),
      { numRuns: 200 },
    );
  }).timeout(120_000);

  it('every finding lies inside the text and says what it is', () => {
    fc.assert(
      fc.property(sheets, text => {
        for (const { start, end, message, related = [] } of findingsIn(text)) {
          for (const span of [{ start, end }, ...related]) {
            assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
          }
          assert.match(message, /^[\p{L}“\d].*[.:?]$/su);
        }
      }),
      { numRuns: 200 },
    );
  }).timeout(120_000);
});
