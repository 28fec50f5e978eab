import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { lineEndOf, questionAt } from '../../../server/src/syntax';
import { answersIn, assertTiles, folded, read, seed, seedAnswering } from './realSheet';

function numbersIn(text: string): number[] {
  const { tree } = read(text);
  assertTiles(tree);
  return tree.questions.map(node => node.question.number);
}

const ALL = Array.from({ length: 61 }, (_, index) => index + 1);

/** The whole of a question: its number, its printed text and its answer. */
function questionText(number: number): string {
  const node = read(seed).answerTo(number)?.node;
  return seed.slice(node?.start, node?.end);
}

describe('a number in an answer is a question only if its text follows', () => {
  const prose = [
    '1. The parties agree to consult.',
    '1. The parties agree\n2. The treaty lasts\n3. Members may withdraw',
    '12. Article 3',
    '1996. A year of change.',
    '4. Members of parliament were consulted.',
    '4. Members of the alliance met.',
    '15. Describe',
    '24. Are the obligations listed?',
    '58. Source of the Nile',
    '60. Date of accession: 1996',
    '61. Codes are listed below.',
    '17. Type of ship',
    '3. Signature of the king',
    '5. Was the war declared?',
    '11. Are there more?',
    'SECTION II of the treaty says so.',
    'Section 2 of the treaty',
    'SECTION 4(b) APPLIES, see above',
    'Section I of Part 2 deals with obligations',
    'Obligations are listed in the annex.',
    'The treaty context\nmatters here',
    'See question 12. Are there others?',
    'Q14 of the form',
  ];
  for (const answer of prose) {
    it(answer.replaceAll('\n', ' / '), () => {
      const text = seedAnswering(18, answer);
      deepStrictEqual(numbersIn(text), ALL);
      strictEqual(read(text).answerTo(18)?.text, answer);
      strictEqual(read(text).tree.children.filter(node => node.section).length, 5);
    });
  }
});

describe('the tree holds the questions that are there', () => {
  for (const number of ALL) {
    it(`without question ${number}`, () => {
      const text = seed.replace(questionText(number), '');
      deepStrictEqual(
        numbersIn(text),
        ALL.filter(other => other !== number),
      );
    });
    it(`with question ${number} twice`, () => {
      const whole = questionText(number);
      const text = seed.replace(whole, () => `${whole.trimEnd()}\n\n${whole}`);
      deepStrictEqual(
        numbersIn(text),
        ALL.flatMap(other => (other === number ? [number, number] : [other])),
      );
      const [first, second] = answersIn(text).filter(answer => answer.startsWith(`${number}: `));
      strictEqual(first, second);
    });
  }
  it('with two questions swapped', () => {
    const text = seed
      .replace(questionText(8), '@@')
      .replace(questionText(9), () => questionText(8))
      .replace('@@', () => questionText(9));
    deepStrictEqual(numbersIn(text).slice(6, 10), [7, 9, 8, 10]);
  });
  for (const [written, number] of [
    ['44', 45],
    ['77', 21],
    ['9', 49],
    ['0', 30],
  ] as const) {
    it(`question ${number} numbered ${written}`, () => {
      const text = seed.replace(`\n${number}. `, `\n${written}. `);
      deepStrictEqual(numbersIn(text), ALL);
      const node = read(text).answerTo(number)?.node;
      ok(node);
      strictEqual(node.printedNumber, Number(written));
      strictEqual(text.slice(node.number.start, node.number.end), `${written}.`);
    });
  }
  for (const written of ['13)', '13:', '13 .', '13', 'Q13.', 'Q13', '13.\t', '13.\u00a0']) {
    it(`numbered ${JSON.stringify(written)}`, () => {
      deepStrictEqual(numbersIn(seed.replace('\n13. ', `\n${written} `)), ALL);
    });
  }
});

describe('section headings', () => {
  const HEADING = 'SECTION II: OBLIGATIONS';
  const sectionsIn = (text: string): (string | undefined)[] => {
    const { tree } = read(text);
    assertTiles(tree);
    return tree.children.filter(node => node.section).map(node => node.section?.numeral);
  };

  for (const written of [
    'SECTON II: OBLIGATIONS',
    'SECTION II: OBLIGATION',
    'SECTION II OBLIGATIONS',
    'Section II: Obligations',
    'section 2 - obligations',
    'SECTION II',
    'SECTION II:',
    'SECTION II: OBLIGTAIONS',
    'SECTION III: OBLIGATIONS',
    'SECTION: OBLIGATIONS',
    'OBLIGATIONS',
    'SECTION II: THE OBLIGATIONS OF THE ALLIES',
  ]) {
    it(`misspelt: ${written}`, () => {
      const text = seed.replace(HEADING, written);
      deepStrictEqual(sectionsIn(text), ['I', 'II', 'III', 'IV', 'V']);
      deepStrictEqual(numbersIn(text), ALL);
      const { heading } = read(text).tree.children.find(node => node.section?.numeral === 'II') ?? {};
      strictEqual(text.slice(heading?.start, heading?.end), written);
    });
  }
  for (const same of ['SECTION II - OBLIGATIONS', 'SECTION  II:\nOBLIGATIONS', 'SECTION II. OBLIGATIONS']) {
    it(`the same but for its punctuation: ${JSON.stringify(same)}`, () => {
      const text = seed.replace(HEADING, same);
      deepStrictEqual(sectionsIn(text), ['I', 'II', 'III', 'IV', 'V']);
      const node = read(text).tree.children.find(section => section.section?.numeral === 'II');
      deepStrictEqual(node?.heading?.changes, []);
    });
  }
  it('missing: its questions stand in the section before', () => {
    const text = seed.replace(HEADING, '');
    deepStrictEqual(sectionsIn(text), ['I', 'III', 'IV', 'V']);
    deepStrictEqual(numbersIn(text), ALL);
    strictEqual(
      read(text)
        .tree.children.find(node => node.section?.numeral === 'I')
        ?.children.filter(child => child.kind === 'question').length,
      28,
    );
  });
  it('all missing', () => {
    const text = seed.replace(/SECTION [IV]+: .*/g, '');
    deepStrictEqual(sectionsIn(text), []);
    deepStrictEqual(numbersIn(text), ALL);
  });
});

describe('the amendment log', () => {
  const logOf = (text: string): string | undefined => {
    const { tree } = read(text);
    assertTiles(tree);
    return tree.log && folded(text.slice(tree.log.start, tree.log.end));
  };
  const ENTRY = 'Version 4.0: Q14 revised by Nicholas Coulombe on December 27, 2017';

  for (const entry of [
    ENTRY,
    'Version 5: Q3 and Q4 revised by A. Coder on 1/2/2020',
    'Version 4.1 - Q14 updated',
    'version 4.0: q14 revised',
    'Q14 revised by Nicholas Coulombe on December 27, 2017',
    'Question 14 was changed on June 3, 2020',
    `${ENTRY}\nVersion 5.0: Q60 added`,
    `${ENTRY}\n\n\n\nVersion 5.0: Q60 added`,
  ]) {
    it(entry, () => {
      const text = seed.replace(ENTRY, entry);
      strictEqual(logOf(text), folded(entry));
      strictEqual(read(text).answerTo(61)?.text, 'Andrew Long, Ashley Leeds');
    });
  }
  it('on the line of the last answer', () => {
    const text = seed.replace(/\s+Version 4\.0: Q14 revised/, ' Version 4.0: Q14 revised');
    strictEqual(logOf(text), ENTRY);
  });
  it('is no part of a sheet without one', () => {
    const text = seed.replace(ENTRY, '');
    strictEqual(logOf(text), undefined);
    strictEqual(read(text).logDates.length, 0);
  });
  it('does not begin with a version in the answer of a sheet that ends early', () => {
    const end = read(seed).answerTo(15)?.node.start;
    const text = seed.slice(0, end);
    strictEqual(logOf(text), undefined);
    ok(read(text).answerTo(14)?.text.includes('Version 4.0: In effect as of'));
  });
});

describe('any text is a sheet', () => {
  for (const text of [
    '',
    ' ',
    '\n',
    '\uFEFF',
    'x',
    '1',
    '1.',
    '1. ',
    '1. ATOP ID',
    '1. ATOP ID:',
    'SECTION',
    '\0',
    '\ud800',
  ]) {
    it(JSON.stringify(text), () => assertTiles(read(text).tree));
  }
  it('stray words before the first question stay stray', () => {
    const text = `Coding sheet of the project\n\n${seed}`;
    const { tree } = read(text);
    assertTiles(tree);
    const [first] = tree.children;
    deepStrictEqual(
      first?.children.map(child => child.kind),
      ['stray', 'space'],
    );
    deepStrictEqual(answersIn(text), answersIn(seed));
  });
});

describe('places in the tree', () => {
  it('the question that holds an offset', () => {
    const { tree } = read(seed);
    for (const node of tree.questions) {
      for (const offset of [node.start, node.printed.start, node.answer.start, node.end - 1]) {
        strictEqual(questionAt(tree, offset), node);
      }
    }
    strictEqual(questionAt(tree, 0), undefined);
    strictEqual(questionAt(tree, seed.length), undefined);
  });
  it('the line end of a text is that of its first line', () => {
    strictEqual(lineEndOf('a\r\nb\n'), '\r\n');
    strictEqual(lineEndOf('a\nb\r\n'), '\n');
    strictEqual(lineEndOf(''), '\n');
  });
});
