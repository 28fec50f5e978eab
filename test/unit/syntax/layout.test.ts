import { deepStrictEqual, strictEqual } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findingsIn } from '../support/findings';
import { answersIn, assertTiles, folded, read, readingsIn, seed } from './realSheet';
import { borderNear, filledByParagraph, withPrinted, wrappedByLine } from './layouts';

/** What a text that keeps every word must be read as: the real sheet, word for word. */
function assertSameSheet(text: string, expected = seed): void {
  const { tree } = read(text);
  assertTiles(tree);
  deepStrictEqual(answersIn(text), answersIn(expected));
  deepStrictEqual(readingsIn(text), readingsIn(expected));
  deepStrictEqual(
    tree.children.map(section => section.section?.numeral),
    [undefined, 'I', 'II', 'III', 'IV', 'V'].filter(
      (numeral, index) => index > 0 || tree.children[0]?.section?.numeral === undefined,
    ),
  );
  for (const question of tree.questions)
    deepStrictEqual(question.changes, [], String(question.printedNumber));
  strictEqual(
    folded(text.slice(tree.log?.start, tree.log?.end)),
    'Version 4.0: Q14 revised by Nicholas Coulombe on December 27, 2017',
  );
  deepStrictEqual(findingsShown(text), findingsShown(expected));
}

/** What is found and where; an unanswered question is underlined as far as its first line goes. */
function findingsShown(text: string): string[] {
  return findingsIn(text).map(({ question, severity, rule, text: words }) =>
    [question, severity, rule, rule === 'missing-answer' ? '' : folded(words)].join(' | '),
  );
}

describe('a coder opens a published sheet', () => {
  it('finds its 61 answers in five sections, and the log', () => {
    const { tree, answers, logDates } = read(seed);
    assertSameSheet(seed);
    deepStrictEqual(
      answers.map(answer => answer.question.number),
      Array.from({ length: 61 }, (_, index) => index + 1),
    );
    deepStrictEqual(
      tree.children.map(({ section, heading, children }) => [
        section?.numeral,
        heading && seed.slice(heading.start, heading.end),
        children.filter(child => child.kind === 'question').length,
      ]),
      [
        [undefined, undefined, 0],
        ['I', 'SECTION I: FORMATION, MEMBERS, AND DURATION', 15],
        ['II', 'SECTION II: OBLIGATIONS', 13],
        ['III', 'SECTION III: INSTITUTIONALIZATION OF THE ALLIANCE', 15],
        ['IV', 'SECTION IV: TREATY CONTEXT', 13],
        ['V', 'SECTION V: DOCUMENTATION', 5],
      ].slice(tree.children[0]?.section ? 1 : 0),
    );
    deepStrictEqual(
      logDates.map(date => date.text),
      ['December 27, 2017'],
    );
    deepStrictEqual(
      answers.filter(answer => !answer.isGiven).map(answer => answer.question.number),
      [13, 28, 57],
    );
  });

  it('takes an empty answer to stand where its question ends', () => {
    for (const { node, start, end, isGiven } of read(seed).answers) {
      if (isGiven) continue;
      deepStrictEqual([start, end], [node.printed.end, node.printed.end]);
    }
  });
});

describe('the same sheet in another layout has the same answers', () => {
  for (const width of [40, 60, 80, 200, 1_000_000]) {
    it(`wrapped line by line at ${width}`, () => assertSameSheet(wrappedByLine(seed, width)));
    it(`filled paragraph by paragraph at ${width}`, () => assertSameSheet(filledByParagraph(seed, width)));
  }
  it('with everything on one line', () => assertSameSheet(seed.replace(/\s+/g, ' ')));
  it('with each word on its own line', () => assertSameSheet(seed.replace(/\s+/g, '\n')));
  it('with CRLF', () => assertSameSheet(seed.replaceAll('\n', '\r\n')));
  it('with CR alone', () => assertSameSheet(seed.replaceAll('\n', '\r')));
  it('with mixed line ends', () => {
    let line = 0;
    assertSameSheet(seed.replaceAll('\n', () => ['\r\n', '\n', '\r', '\u2028'][line++ % 4] ?? '\n'));
  });
  it('with a byte order mark', () => assertSameSheet(`\uFEFF${seed}`));
  it('without blank lines', () => assertSameSheet(seed.replace(/\n(?:[ \t]*\n)+/g, '\n')));
  it('with a blank line after every line', () => assertSameSheet(seed.replaceAll('\n', '\n\n')));
  it('with every line indented', () => assertSameSheet(seed.replaceAll('\n', '\n\t  ')));
  it('with no-break spaces in its questions', () => {
    assertSameSheet(withPrinted(printed => printed.replaceAll(' ', '\u00a0')));
  });
  it('with its questions in lower case', () =>
    assertSameSheet(withPrinted(printed => printed.toLowerCase())));
  it('with its questions in capitals', () => assertSameSheet(withPrinted(printed => printed.toUpperCase())));
});

describe('the same sheet from another word processor has the same answers', () => {
  const straight = seed.replace(/[“”]/g, '"').replace(/[‘’]/g, "'");

  it('with straight quotes', () => assertSameSheet(straight, straight));
  it('with replacement characters for its quotes', () => {
    const damaged = seed.replace(/[“”‘’]/g, '\uFFFD');
    assertSameSheet(damaged, damaged);
  });
  for (const dash of ['\u2010', '\u2011', '\u2013', '\u2014', '\u00ad', '\u2212']) {
    it(`with ${dash} (U+${dash.charCodeAt(0).toString(16)}) for the hyphens of its questions`, () => {
      assertSameSheet(withPrinted(printed => printed.replaceAll('-', dash)));
    });
  }
});

describe('a page break within a question does not end it', () => {
  const breaks = { 'two blank lines': '\n\n\n', 'three blank lines': '\n\n\n\n', 'a form feed': '\n\f\n' };
  for (const [name, pageBreak] of Object.entries(breaks)) {
    for (const share of [0, 0.25, 0.5, 0.75, 0.9]) {
      it(`${name}, at ${share * 100} % of each`, () => {
        assertSameSheet(
          withPrinted(printed => {
            const border = borderNear(printed, share);
            return border < 0 ? printed : printed.slice(0, border) + pageBreak + printed.slice(border + 1);
          }),
        );
      });
    }
  }

  for (const share of [0.1, 0.5, 0.9]) {
    it(`a word hyphenated over a line end, at ${share * 100} % of each question`, () => {
      assertSameSheet(
        withPrinted(printed => {
          const wanted = Math.floor(printed.length * share);
          const word = /[a-z]{3}(?=[a-z]{2})/.exec(printed.slice(wanted));
          if (!word) return printed;
          const at = wanted + word.index + word[0].length;
          return `${printed.slice(0, at)}-\n${printed.slice(at)}`;
        }),
      );
    });
  }
});

describe('the example sheets, too, are read alike in every width', () => {
  for (const id of ['1335', '3180', '6200']) {
    const example = readFileSync(join(__dirname, '..', '..', '..', 'examples', `${id}.atop`), 'utf8');
    for (const width of [30, 40, 50, 70, 100, 200]) {
      it(`${id} at ${width}, by line and by paragraph`, () => {
        for (const text of [wrappedByLine(example, width), filledByParagraph(example, width)]) {
          deepStrictEqual(readingsIn(text), readingsIn(example));
          deepStrictEqual(findingsShown(text), findingsShown(example));
        }
      });
    }
  }
});
