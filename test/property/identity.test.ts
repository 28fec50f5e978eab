import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readSheet } from '../../server/src/answers';
import { atopInstrument } from '../../server/src/instrument';
import { identify, identityFromBeginning, identityOf, ownIdPlace } from '../../server/src/workspace/identity';
import { LineCounter } from '../../server/src/workspace/lineCounter';
import { muddledLists } from './answers';
import { damaged, examples, layouts, sheets } from './sheets';
import { withAnswer } from '../unit/support/sheets';

const wholeIdentity = (text: string) => identityOf(text, readSheet(text, atopInstrument).answers);

/** Where in a sheet the first questions stand, and a little behind them. */
const BEGINNING = 1800;

/** A stretch of a sheet's beginning, by where it starts and how long it is. */
const stretch = fc.tuple(fc.nat(BEGINNING), fc.oneof(fc.nat(12), fc.nat(600)));

/** What breaks a skeleton, or a list. */
const typed = fc.constantFrom(
  ...['\n', '1', '4. ', '\n1. ATOP ID: 3150\n', '\nSECTION I: FORMATION, MEMBERS, AND DURATION\n'],
  ...[
    '\nSECTION I\n',
    '\nOBLIGATIONS\n',
    '\n5. ',
    ', ',
    ' (joined 1949)',
    '\n4. Members of alliance:\n2 USA\n',
  ],
);

/** A real sheet of which the beginning was cut, doubled, moved, swapped and typed into. */
const muddledBeginnings = fc
  .tuple(
    fc.constantFrom(...examples),
    fc.array(fc.tuple(fc.constantFrom('cut', 'double', 'move', 'swap', 'type'), stretch, stretch, typed), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map(([text, steps]) => steps.reduce((before, step) => muddle(before, ...step), text));

function muddle(
  text: string,
  what: string,
  [from, length]: readonly [number, number],
  [to, other]: readonly [number, number],
  words: string,
): string {
  const [start, end] = [from, from + length];
  const taken = text.slice(start, end);
  const without = text.slice(0, start) + text.slice(end);
  switch (what) {
    case 'cut':
      return without;
    case 'double':
      return text.slice(0, to) + taken + text.slice(to);
    case 'move':
      return without.slice(0, to) + taken + without.slice(to);
    case 'swap':
      return to < end
        ? text
        : text.slice(0, start) +
            text.slice(to, to + other) +
            text.slice(end, to) +
            taken +
            text.slice(to + other);
    default:
      return text.slice(0, start) + words + text.slice(start);
  }
}

/** Sheets of which the members are listed in every way. */
const muddledMembers = fc
  .tuple(fc.constantFrom(...examples), muddledLists)
  .map(([text, members]) => withAnswer(4, members, text));

describe('the identity of a sheet', () => {
  it('is the same from its beginning as from the whole, whatever was done to it', () => {
    let fromBeginning = 0;
    fc.assert(
      fc.property(fc.oneof(muddledBeginnings, muddledMembers, sheets, layouts, damaged), text => {
        const identity = identityFromBeginning(text, atopInstrument);
        if (identity) fromBeginning++;
        const whole = wholeIdentity(text);
        if (identity) assert.deepEqual(identity, whole);
        assert.deepEqual(
          identify(text, atopInstrument, () => readSheet(text, atopInstrument)),
          whole,
        );
        assert.deepEqual(
          ownIdPlace(text, atopInstrument, () => readSheet(text, atopInstrument)),
          whole.id,
        );
      }),
      { numRuns: 3000 },
    );
    // Were nothing read from beginnings, all of it would be true of nothing.
    assert.ok(fromBeginning > 500, String(fromBeginning));
  }).timeout(120_000);

  it('has its lines and columns counted as a document counts them', () => {
    const text = fc
      .array(fc.constantFrom('a', 'ä', '\n', '\r', '\r\n', ' ', '\u2028', '😀'), { maxLength: 40 })
      .map(parts => parts.join(''));
    fc.assert(
      fc.property(text, fc.array(fc.nat(50), { maxLength: 8 }), (written, places) => {
        const document = TextDocument.create('', 'atop', 1, written);
        const counter = new LineCounter(written);
        for (const place of places) {
          const offset = Math.min(place, written.length);
          // Nothing that a sheet names begins or ends within a line's end.
          if (written.slice(offset - 1, offset + 1) === '\r\n') continue;
          assert.deepEqual(counter.positionAt(offset), document.positionAt(offset));
        }
      }),
    );
  });
});
