import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { findingsIn, fixAllIn, fixesOf, withChanges, type PlacedFinding } from '../unit/support/findings';
import { muddled, sheets } from './sheets';

const mistaken = fc.oneof(sheets, muddled);

const identity = ({ rule, message }: PlacedFinding) => `${rule}: ${message}`;
const count = (findings: readonly PlacedFinding[], wanted: string) =>
  findings.filter(found => identity(found) === wanted).length;
const errors = (findings: readonly PlacedFinding[]) =>
  findings.filter(({ severity }) => severity === 'error').length;

describe('fixes, on sheets with all kinds of mistakes', () => {
  it('each removes what it is offered for and adds no error', () => {
    fc.assert(
      fc.property(mistaken, text => {
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
      fc.property(mistaken, text => {
        const fixed = fixAllIn(text);
        assert.equal(fixAllIn(fixed), fixed);
        assert.ok(findingsIn(fixed).every(finding => fixesOf(finding).every(fix => fix.safe !== true)));
      }),
      { numRuns: 200 },
    );
  }).timeout(120_000);

  it('every finding lies inside the text and says what it is', () => {
    fc.assert(
      fc.property(mistaken, text => {
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
