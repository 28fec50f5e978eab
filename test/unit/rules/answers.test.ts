import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  answerIn,
  findingsIn,
  fixAllIn,
  fixesOf,
  newFindingsIn,
  onlyFinding,
  seedAnswering,
  seedAnsweringAll,
  textAfter,
} from '../support/findings';

describe('Yes/No answers', () => {
  it('a description alone gets its Yes, one that denies is left to the coder', () => {
    const text = seedAnswering(25, 'Article 4 forbids a separate peace.');
    const finding = onlyFinding(text, 'yes-no-expected');
    assert.equal(
      answerIn(textAfter(text, finding, 'Begin with “Yes.”'), 25),
      'Yes. Article 4 forbids a separate peace.',
    );
    assert.match(answerIn(fixAllIn(text), 25) ?? '', /^Yes\. /);

    const denying = seedAnswering(25, 'There is no such article.');
    assert.equal(fixesOf(onlyFinding(denying, 'yes-no-expected'))[0]?.title, 'Begin with “No.”');
    assert.equal(answerIn(fixAllIn(denying), 25), 'There is no such article.');
  });

  it('a description alone is marked where the word is missing, and not under all of its lines', () => {
    const marked = (answer: string) => onlyFinding(seedAnswering(25, answer), 'yes-no-expected').text;
    assert.equal(marked('Article 4 forbids\na separate peace.'), 'Article');
    assert.equal(marked('“Neither party” (Article 4)'), '“Neither');
    assert.equal(marked('- see Article 4'), '- see');
    assert.equal(marked('Договор запрещает'), 'Договор');
    assert.equal(marked('Nox'), 'Nox');
  });

  it('a slip of the pen is put right', () => {
    assert.equal(answerIn(fixAllIn(seedAnswering(25, 'Noo')), 25), 'No');
    assert.equal(answerIn(fixAllIn(seedAnswering(24, 'y')), 24), 'Yes');
  });

  it('a bare Yes is to be described; at question 24 it is the No', () => {
    const text = seedAnswering(25, 'Yes');
    const finding = onlyFinding(text, 'yes-needs-description');
    assert.equal(finding.text, 'Yes');
    assert.match(fixesOf(finding)[0]?.snippet ?? '', /^Yes\. Article \$\{1:number\}/);
    assert.deepEqual(newFindingsIn(textAfter(text, finding, /Add/)), []);
    assert.equal(onlyFinding(seedAnswering(24, 'No.'), 'yes-needs-description').question, 24);
  });

  for (const quiet of [
    'No',
    'no.',
    'NO',
    'No. 5 of the protocol says otherwise',
    'Yes. Article III',
    'Yes: Article 3',
    'Yes – Article 3',
    '“Yes” (Article 3)',
    'NA',
    'N/A',
    'None',
    'Not applicable',
  ]) {
    it(`is quiet about ${quiet}`, () => {
      assert.deepEqual(newFindingsIn(seedAnswering(25, quiet)), []);
    });
  }
});

describe('closed lists', () => {
  it('a value that the question does not name', () => {
    const text = seedAnswering(16, 'Trade pact');
    const finding = onlyFinding(text, 'unknown-value');
    assert.equal(finding.text, 'Trade pact');
    assert.equal(answerIn(textAfter(text, finding, 'Write “Defense pact”'), 16), 'Defense pact');
  });

  it('a misspelt value among right ones', () => {
    const text = seedAnswering(16, 'Defense pact, Nonagression pact');
    const finding = onlyFinding(text, 'unknown-value');
    assert.equal(finding.text, 'Nonagression pact');
    assert.equal(answerIn(fixAllIn(text), 16), 'Defense pact, Nonaggression pact');
  });

  for (const [number, quiet] of [
    [16, 'Defense pact; Consultation pact'],
    [16, 'defence pact\nnon-aggression pact'],
    [16, 'Neutrality and nonaggression'],
    [16, 'Mutual defense pact (Articles 1-3)'],
    [6, 'Treaty'],
    [6, 'Exchange of notes'],
    [6, 'Joint declaration'],
    [7, 'Public'],
    [7, 'Secret'],
    [7, 'Public, but with secret articles. Article 1 divides Poland.'],
    [19, 'specific adversary (Germany), attack'],
    [19, 'None'],
    [58, 'Treaty and secondary sources'],
    [58, 'League of Nations Treaty Series'],
  ] as const) {
    it(`question ${number} is quiet about ${JSON.stringify(quiet)}`, () => {
      assert.deepEqual(newFindingsIn(seedAnswering(number, quiet)), []);
    });
  }
});

describe('answers that contradict each other', () => {
  it('a COW type without a COW number', () => {
    const finding = onlyFinding(seedAnswering(17, 'Entente'), 'contradiction');
    assert.equal(finding.text, 'Entente');
    assert.equal(finding.related?.length, 1);
    assert.deepEqual(newFindingsIn(seedAnswering(2, '3120')), []);
  });

  it('in effect, and yet ended by something', () => {
    assert.equal(onlyFinding(seedAnswering(15, 'War between the members'), 'contradiction').question, 15);
    assert.deepEqual(newFindingsIn(seedAnswering(15, 'Still in effect')), []);
  });

  it('limits described where none are listed; none beside a condition', () => {
    assert.equal(onlyFinding(seedAnswering(20, 'Only against Germany'), 'contradiction').question, 20);
    assert.equal(onlyFinding(seedAnswering(19, 'None, attack'), 'contradiction').text, 'None');
    // Also where the answer follows on its question in one line, in a sheet that is all one line.
    const inOneLine = seedAnswering(19, 'None, attack').replace(/\s+/g, ' ');
    assert.ok(findingsIn(inOneLine).some(({ rule, text }) => rule === 'contradiction' && text === 'None'));
  });

  it('a bilateral treaty of three', () => {
    const text = seedAnswering(4, '370 Belarus\n705 Kazakhstan\n365 Russia').replace(
      '\nTreaty\n',
      '\nBilateral treaty\n',
    );
    assert.equal(onlyFinding(text, 'contradiction').text, 'Bilateral');
  });

  it('symmetric obligations that bind one member alone', () => {
    assert.equal(onlyFinding(seedAnswering(16, 'Defense pact (Russia only)'), 'contradiction').question, 24);
    assert.deepEqual(newFindingsIn(seedAnswering(16, 'Defense pact (Article 3 only)')), []);
  });
});

describe('answers that only seem to contradict each other', () => {
  const both = (first: readonly [number, string], second: readonly [number, string]): string[] => {
    const text = seedAnsweringAll(new Map([first, second]));
    return newFindingsIn(text)
      .filter(({ rule }) => rule === 'contradiction')
      .map(({ message }) => message);
  };

  for (const [first, second] of [
    [
      [14, 'In effect; Albania withdrew September 13, 1968'],
      [15, 'Albania objected to the invasion'],
    ],
    [
      [14, 'In effect'],
      [15, 'NA. Renewed automatically.'],
    ],
    [
      [14, 'In effect'],
      [15, 'Will lapse when either party denounces it'],
    ],
    [
      [19, 'Defense: attack. Consultation: none.'],
      [20, 'Defense only against Germany'],
    ],
    [
      [19, 'None (consultation), attack (defense)'],
      [20, 'Only if attacked'],
    ],
    [
      [19, 'None'],
      [20, 'All obligations apply in any conflict'],
    ],
    [
      [19, 'None'],
      [20, 'See #22'],
    ],
    [
      [6, 'Three bilateral treaties'],
      [4, '345 Yugoslavia, 315 Czechoslovakia, 360 Romania'],
    ],
    [
      [6, 'Bilateral treaty'],
      [4, '255 Germany\n300 Austria-Hungary\n325 Italy (joined May 20, 1882)'],
    ],
    [
      [16, 'Defense pact (Russia only)'],
      [24, 'Yes, but only Russia sends troops.'],
    ],
    [
      [2, '3120'],
      [17, 'NA'],
    ],
  ] as const) {
    it(`${first.join(': ')} and ${second.join(': ')}`.replaceAll('\n', ' / '), () => {
      assert.deepEqual(both(first, second), []);
    });
  }
});

describe('the ATOP ID', () => {
  it('is four digits, with a decimal phase where an alliance was split', () => {
    for (const quiet of ['4765', '1020.1', '4765 (second phase)'])
      assert.deepEqual(newFindingsIn(seedAnswering(1, quiet)), []);
    const text = seedAnswering(1, 'ATOP 4765');
    const finding = onlyFinding(text, 'bad-identifier');
    assert.equal(finding.severity, 'error');
    assert.equal(answerIn(textAfter(text, finding, 'Write 4765'), 1), '4765');
    assert.equal(onlyFinding(seedAnswering(1, '47'), 'bad-identifier').text, '47');
  });
});

describe('links', () => {
  it('a torn link without its whole copy is joined as the coder chooses', () => {
    const text = seedAnswering(16, 'Nonaggression pact');
    assert.deepEqual(newFindingsIn(text), []);
    const fixed = fixAllIn(text);
    assert.match(answerIn(fixed, 14) ?? '', /bilateral relations\/political/);
  });

  it('a link after a description is a source, not a stray', () => {
    assert.deepEqual(
      newFindingsIn(seedAnswering(25, 'Yes. Article 3, see http://example.org/treaty and/or its annex')),
      [],
    );
    assert.equal(
      onlyFinding(seedAnswering(25, 'No\n\nhttp://example.org/treaty'), 'stray-link').text,
      'http://example.org/treaty',
    );
  });
});
