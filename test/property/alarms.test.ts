import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { readSheet } from '../../server/src/answers';
import { atopInstrument } from '../../server/src/instrument';
import { nearestStates, statesByName, stateByCode } from '../../server/src/reference';
import {
  answerIn,
  findingsIn,
  fixesOf,
  newFindingsIn,
  seedAnswering,
  seedAnsweringAll,
  withChanges,
  type PlacedFinding,
} from '../unit/support/findings';
import { wrappedByLine } from '../unit/syntax/layouts';
import { days, ENDINGS, DAY_FORMS, memberLists, members, named, writtenDays } from './answers';

const shown = ({ question, rule, text, message }: PlacedFinding): string =>
  `${question} ${rule} “${text}”: ${message}`;

/** Errors and warnings beyond what the real sheet shows by itself. */
function alarms(text: string): string[] {
  return newFindingsIn(text)
    .filter(({ severity }) => severity !== 'information')
    .map(shown);
}

/** Fails unless the list is read as these members, and nothing is found in it. */
function assertQuietList(list: string, codes: readonly number[]): void {
  const sheet = seedAnswering(4, list);
  const reading = readSheet(sheet, atopInstrument).answerTo(4)?.reading;
  assert.ok(reading?.kind === 'members');
  assert.deepEqual(
    reading.entries.map(({ state }) => state?.code),
    codes,
  );
  assert.deepEqual(alarms(sheet), []);
}

describe('any real alliance', () => {
  it('has its members read from any list, without an alarm', () => {
    fc.assert(
      fc.property(memberLists, ({ text, codes }) => assertQuietList(text, codes)),
      { numRuns: 400 },
    );
  });

  it('has its members read alike where the lines of the list are wrapped', () => {
    fc.assert(
      fc.property(memberLists, fc.integer({ min: 30, max: 80 }), ({ text, codes }, width) =>
        assertQuietList(wrappedByLine(text, width), codes),
      ),
      { numRuns: 300 },
    );
  });

  it('is signed and ends on any days, in any form, without an alarm', () => {
    fc.assert(
      fc.property(
        writtenDays,
        writtenDays,
        fc.constantFrom(...ENDINGS),
        fc.constantFrom('', ' (Greece, Turkey)', '; ratified later that year'),
        (one, other, ending, note) => {
          const [signed, ended] = one.day.year <= other.day.year ? [one, other] : [other, one];
          fc.pre(signed.day.year < ended.day.year);
          const sheet = seedAnsweringAll(
            new Map([
              [3, signed.text + note],
              [14, ending(ended.text)],
              [15, 'Superseded'],
              [60, 'August 18, 2019'],
            ]),
          ).replace('Coulombe on December 27, 2017', 'Coulombe on December 27, 2019');
          assert.deepEqual(
            alarms(sheet).filter(alarm => !alarm.startsWith('14 broken-link')),
            [],
          );
        },
      ),
      { numRuns: 400 },
    );
  });
});

/** The name with a letter within a long word doubled or lost; `undefined` where that is no long word's. */
function withSlip(name: string, place: number, isDoubled: boolean): string | undefined {
  // An acronym may well become another word.
  const words = [...name.matchAll(/\p{L}\p{Ll}{4,}/gu)];
  const word = words[place % Math.max(1, words.length)];
  if (!word || !/^(?!State )[\p{L} ]+$/u.test(name)) return undefined;
  const at = word.index + 1 + (place % (word[0].length - 1));
  return name.slice(0, at) + name.charAt(at).repeat(isDoubled ? 2 : 0) + name.slice(at + 1);
}

/** Whether some of the words are a state's name, so that the others are a remark beside it. */
function holdsAName(text: string): boolean {
  const words = text.split(' ');
  return words.some((_, from) =>
    words.some((__, to) => to >= from && statesByName(words.slice(from, to + 1).join(' ')).length > 0),
  );
}

describe('a slip in any real alliance is found where it stands', () => {
  const oneFinding = (sheet: string, question: number): PlacedFinding => {
    const found = findingsIn(sheet).filter(
      finding => finding.question === question && finding.severity !== 'information',
    );
    assert.equal(found.length, 1, found.map(shown).join('\n'));
    return found[0]!;
  };
  const mends = (sheet: string, finding: PlacedFinding, wanted: string): boolean =>
    fixesOf(finding).some(fix => answerIn(withChanges(sheet, fix.changes), 4) === wanted);

  it('another state’s code, or no one’s, beside a name', () => {
    fc.assert(
      fc.property(members, fc.integer({ min: 2, max: 1100 }), ([first, second], code) => {
        assert.ok(first && second);
        fc.pre(!statesByName(first.name).some(state => state.code === code) && code !== second.state.code);
        const rest = `${second.state.code} ${second.name}`;
        const sheet = seedAnswering(4, `${code} ${first.name}\n${rest}`);
        const finding = oneFinding(sheet, 4);
        const isKnown = stateByCode(code) !== undefined;
        assert.equal(finding.rule, isKnown ? 'cow-code-name-mismatch' : 'unknown-cow-code');
        // A full stop at the end may be the entry's.
        const written = isKnown ? `${code} ${first.name}` : String(code);
        assert.equal(finding.text.replace(/\.$/, ''), written.replace(/\.$/, ''));
        assert.ok(mends(sheet, finding, `${first.state.code} ${first.name}\n${rest}`));
      }),
      { numRuns: 300 },
    );
  });

  it('a letter too many or too few in a name', () => {
    fc.assert(
      fc.property(members, fc.nat(100), fc.boolean(), ([first, second], place, isDoubled) => {
        assert.ok(first && second);
        const misspelt = withSlip(first.name, place, isDoubled);
        // `Nigeia` is near Niger too, and `Negarra Brunei` still holds a name.
        fc.pre(misspelt !== undefined && nearestStates(misspelt, 1)[0]?.state === first.state);
        const beforeAnd = misspelt.split(' and ', 1).join('');
        // Other words without a capital begin a remark: `Hesse and by Rhne`.
        const isOfNames = misspelt.split(' ').every(word => /^(?:\p{Lu}|and$|the$|of$)/u.test(word));
        const isTorn = isOfNames && beforeAnd !== misspelt && statesByName(beforeAnd).includes(first.state);
        fc.pre(statesByName(misspelt).length === 0 && (isTorn || !holdsAName(misspelt)));
        const sheet = seedAnswering(
          4,
          `${first.state.code} ${misspelt}\n${second.state.code} ${second.name}`,
        );
        const finding = oneFinding(sheet, 4);
        assert.equal(finding.rule, 'cow-code-name-mismatch');
        // Behind an `and` that no capital follows a remark may begin: `Hese and by Rhine`.
        assert.ok([misspelt, beforeAnd].includes(finding.text), finding.text);
        const [fix] = fixesOf(finding);
        assert.ok(fix);
        const alarmsLeft = findingsIn(withChanges(sheet, fix.changes)).filter(
          ({ question, severity }) => question === 4 && severity !== 'information',
        );
        assert.deepEqual(alarmsLeft.map(shown), []);
      }),
      { numRuns: 300 },
    );
  });

  it('a name without its code, and a state named twice', () => {
    fc.assert(
      fc.property(members, ([first, second]) => {
        assert.ok(first && second);
        fc.pre(statesByName(first.name).length === 1 && !first.name.endsWith('.'));
        const [one, other] = [first, second].map(({ state, name }) => `${state.code} ${name}`);
        const bare = seedAnswering(4, `${first.name}\n${other}`);
        const lacking = oneFinding(bare, 4);
        assert.deepEqual([lacking.rule, lacking.text], ['missing-cow-code', first.name]);
        // An abbreviation makes way for the name.
        const whole = `${first.state.code} ${first.state.name}`;
        assert.ok([one, whole].some(mended => mends(bare, lacking, `${mended}\n${other}`)));

        const twice = seedAnswering(4, `${one}\n${other}\n${one}`);
        const double = oneFinding(twice, 4);
        assert.deepEqual([double.rule, double.text], ['duplicate-member', one]);
        assert.ok(mends(twice, double, `${one}\n${other}`));
      }),
      { numRuns: 300 },
    );
  });

  it('a day that its month does not have', () => {
    const forms = ['January 17, 1996', '17 January 1996', 'Jan. 17, 1996', '1996-01-17'].map(
      form => DAY_FORMS[form]!,
    );
    fc.assert(
      fc.property(days, fc.constantFrom(...forms), ({ year, month }, write) => {
        const written = write({ year, month, day: month === 2 ? 30 : 32 });
        for (const [question, answer] of [
          [3, written],
          [14, `${written} (source: Langer 1962, 173)`],
        ] as const) {
          const found = findingsIn(seedAnswering(question, answer)).filter(
            ({ rule, question: place }) => rule === 'bad-date' && place === question,
          );
          assert.deepEqual(
            found.map(({ text }) => text),
            [written],
          );
        }
      }),
      { numRuns: 200 },
    );
  });

  it('an end before the signature, whatever its source’s year', () => {
    fc.assert(
      fc.property(days, days, fc.constantFrom(...ENDINGS.slice(0, 5)), (one, other, ending) => {
        const [ended, signed] = one.year <= other.year ? [one, other] : [other, one];
        fc.pre(ended.year < signed.year);
        const write = DAY_FORMS['January 17, 1996']!;
        const sheet = seedAnsweringAll(
          new Map([
            [3, write(signed)],
            [14, ending(write(ended))],
            [60, 'August 18, 2019'],
          ]),
        );
        const orders = findingsIn(sheet).filter(
          ({ rule, question }) => rule === 'date-order' && question === 14,
        );
        assert.deepEqual(
          orders.map(({ text }) => text),
          [write(ended)],
        );
      }),
      { numRuns: 200 },
    );
  });
});

describe('a member whose name is given in any form', () => {
  it('is found by completion and nearest names under its own name', () => {
    fc.assert(
      fc.property(named, ({ state, name }) => {
        assert.ok(statesByName(name).includes(state));
      }),
    );
  });
});
