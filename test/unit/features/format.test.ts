import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { format, type FormatOptions } from '../../../server/src/features/format';
import { blankSheet } from '../../../server/src/features/newSheet';
import { atopInstrument } from '../../../server/src/instrument';
import { findingsIn } from '../support/findings';
import { answerOf, openSheet, seedText, withAnswer } from '../support/sheets';
import { filledByParagraph, withPrinted, wrappedByLine } from '../syntax/layouts';
import { answersIn, readingsIn } from '../syntax/realSheet';

const USUAL: FormatOptions = { width: 130, dates: 'keep' };

function formatted(text: string, options: Partial<FormatOptions> = {}): string {
  const opened = openSheet(text);
  return TextDocument.applyEdits(opened.document, format(opened, { ...USUAL, ...options }));
}

/** The question with its answer, and the blank lines behind it, as formatting writes them. */
function blockOf(number: number, text: string): string {
  const { node } = answerOf(openSheet(text), number);
  return text.slice(node.start, node.end);
}

/** What formatting makes of an answer to a question of the real sheet. */
function answerAfter(number: number, answer: string, options: Partial<FormatOptions> = {}): string {
  return answerOf(openSheet(formatted(withAnswer(number, answer), options)), number).text;
}

const seed = seedText();
const tidy = formatted(seed);
const example = (id: string) => readFileSync(resolve(`examples/${id}.atop`), 'utf8');

describe('formatting the real sheet', () => {
  it('mends page breaks, and puts one blank line between questions', () => {
    assert.equal(
      tidy.slice(0, 97),
      'SECTION I: FORMATION, MEMBERS, AND DURATION\n\n1. ATOP ID: 4765\n\n2. COW Alliance # (if applicable):',
    );
    assert.equal(
      blockOf(16, tidy),
      '16. Type of alliance (defense pact, neutrality pact, nonaggression pact, consultation pact, offense pact): (List all that apply to\n' +
        'any member of the alliance.)\n' +
        'Nonaggression pact\n\n' +
        'http://kazakhstan.mfa.gov.by/ru/bilateral_relations/political/\n\n',
    );
    assert.equal(
      blockOf(32, tidy),
      '32. Does the treaty include provisions for military aid? (e.g., grants, loans, transfer of technology, training) (Yes, No) If Yes,\n' +
        'describe these provisions.\nNo\n\n',
    );
    assert.match(tidy, /\n59\. Treaty citation: UNTS no\. 35237 \(2038:23\)\n\n60\. Date/);
  });

  it('keeps the typographic quotes of its questions', () => {
    assert.match(blockOf(6, tidy), /Only select “treaty” if/);
  });

  it('keeps the paragraphs and lines of its answers', () => {
    assert.ok(
      blockOf(53, tidy).endsWith(
        'social, scientific, technical, cultural,\nhumanitarian and environmental spheres.\n\n' +
          'Article 10 says parties will conclude agreements in fields of currency and financial relations, payments, securities, and\n' +
          'customs.\n\n',
      ),
    );
    assert.equal(blockOf(50, tidy).split('\n').length, blockOf(50, seed).split('\n').length - 1);
  });

  it('changes no answer but N/A, and no finding', () => {
    const isNa = (answer: string) => answer.replace(': N/A', ': NA');
    assert.deepEqual(answersIn(tidy), answersIn(seed).map(isNa));
    assert.deepEqual(readingsIn(tidy), readingsIn(seed));
    const found = (text: string) => findingsIn(text).map(({ rule, question }) => `${question}: ${rule}`);
    assert.deepEqual(found(tidy), found(seed));
  });

  it('ends with its log and one line end', () => {
    assert.match(
      tidy,
      /\n61\. Coder: Andrew Long, Ashley Leeds\n\nVersion 4\.0: Q14 revised by Nicholas Coulombe on December 27, 2017\n$/,
    );
  });

  it('edits white space only, but for that one answer, and little of it at a time', () => {
    const opened = openSheet(seed);
    const edits = format(opened, USUAL).map(({ range, newText }) => [
      opened.document.getText(range),
      newText,
    ]);
    assert.deepEqual(
      edits.filter(edit => edit.join('').trim() !== ''),
      [['/', '']],
    );
    assert.ok(edits.every(edit => edit.join('').length <= 4));
  });

  it('changes nothing when it is done again', () => {
    assert.deepEqual(format(openSheet(tidy), USUAL), []);
  });
});

describe('formatting the examples', () => {
  for (const id of ['1335', '3180', '6200']) {
    it(`changes white space and nothing else: ${id}`, () => {
      const text = example(id);
      const words = (of: string) => of.split(/\s+/);
      assert.deepEqual(words(formatted(text)), words(text));
      assert.deepEqual(readingsIn(formatted(text)), readingsIn(text));
    });
  }

  it('leaves a new sheet as it is, but for the last line end', () => {
    const blank = blankSheet(atopInstrument, '\n');
    assert.equal(formatted(blank), blank.slice(0, -1));
  });
});

describe('whatever layout the questions come in, formatting gives the same sheet:', () => {
  const straight = (text: string) => text.replace(/[“”]/g, '"');
  for (const [name, change] of [
    ['wrapped at 40', (printed: string) => wrappedByLine(printed.replace(/\s+/g, ' '), 40)],
    ['on one line', (printed: string) => printed.replace(/\s+/g, ' ')],
    ['a word a line', (printed: string) => printed.replace(/\s+/g, '\n')],
    ['cut by page breaks', (printed: string) => printed.replace(/ (?=\S+ \S+$)/, '\n\n\f\n')],
    ['hyphenated', (printed: string) => printed.replace(/([a-z]{4})([a-z]{3})/, '$1-\n$2')],
    ['in capitals', (printed: string) => printed.toUpperCase()],
    ['with no-break spaces', (printed: string) => printed.replaceAll(' ', '\u00a0')],
    ['with long dashes', (printed: string) => printed.replaceAll('-', '–')],
    ['with straight quotes', straight],
  ] as const) {
    it(name, () => assert.equal(straight(formatted(withPrinted(change))), straight(tidy)));
  }

  for (const [name, text] of [
    ['no blank line', seed.replace(/\n(?:[ \t]*\n)+(?=\d+\. |SECTION|Version 4\.0: Q14)/g, '\n')],
    ['many blank lines', seed.replace(/\n+(?=\d+\. |SECTION)/g, '\n \n\f\n\n\n')],
    ['blanks at line ends', seed.replaceAll('\n', ' \t\n')],
    ['indented lines', seed.replaceAll('\n', '\n    ')],
    ['no final line end', seed.trimEnd()],
  ] as const) {
    it(name, () => {
      // Below a question without an answer a line is left to write on.
      assert.equal(formatted(text).replace(/\n{3}/g, '\n\n'), tidy);
    });
  }

  it('questions that were run together', () => {
    const together = example('1335').replace(/\n+(?=\d+\. |SECTION)/g, ' ');
    assert.equal(formatted(together), formatted(example('1335')));
  });

  it('numbers that were written otherwise', () => {
    assert.equal(formatted(seed.replace('3. Signature', '3) Signature').replace('5. Was', 'Q5 . Was')), tidy);
  });

  it('headings in small letters, with a dash or on two lines', () => {
    const text = seed
      .replace('SECTION II: OBLIGATIONS', 'Section II – Obligations')
      .replace('INSTITUTIONALIZATION OF', 'INSTITUTIONALIZATION\nOF');
    assert.equal(formatted(text), tidy);
  });
});

describe('the width', () => {
  it('of 0 leaves each question on one line', () => {
    const lines = formatted(seed, { width: 0 }).split('\n');
    assert.equal(lines.filter(line => /^\d+\. /.test(line)).length, 61);
    assert.ok(lines.some(line => line.length > 300));
  });

  it('wraps questions, and no answer', () => {
    const narrow = formatted(seed, { width: 40 });
    assert.match(
      narrow,
      /\n5\. Was the alliance signed during war\?\nIf so, which war, and which member\(s\)\nwas at war\? \(check COW data\)\nNo\n\n/,
    );
    assert.ok(
      narrow.includes('\nAutomatic renewal for successive 10 year terms until either member denounces'),
    );
  });

  it('leaves a word that is longer on its own line', () => {
    assert.match(formatted(seed, { width: 5 }), /\n1\.\nATOP\nID: 4765\n/);
  });
});

describe('an answer', () => {
  it('stands beside a label, and below any other question', () => {
    const text = seed
      .replace('ATOP ID: 4765', 'ATOP ID:\n\n  4765')
      .replace('applicable):\nNA', 'applicable): NA')
      .replace('citation: UNTS', 'citation:UNTS');
    assert.equal(formatted(text), tidy);
  });

  for (const [name, answer, expected] of [
    ['blanks at line ends', 'One  \ntwo\t\nthree', 'One\ntwo\nthree'],
    ['several blank lines', 'One\n\n\n \nTwo', 'One\n\nTwo'],
    ['a page break', 'One\n\f\nTwo\n\fThree', 'One\n\nTwo\nThree'],
    ['its lines', 'One\ntwo\nthree', 'One\ntwo\nthree'],
    ['its indentation', 'One:\n  (a) two\n  (b) three', 'One:\n  (a) two\n  (b) three'],
    ['its columns', 'Russia      1992\nUkraine     1993', 'Russia      1992\nUkraine     1993'],
    ['a word that is torn', 'non-\ninterference', 'non-\ninterference'],
    ['its marks', '?', '?'],
  ] as const) {
    it(`is tidied or kept: ${name}`, () => assert.equal(answerAfter(18, answer), expected));
  }

  it('whose lines are all indented is not', () => {
    const text = seed.replace('\n370 Belarus\n705', '\n   370 Belarus\n   705');
    assert.equal(formatted(text), tidy);
  });

  for (const variant of ['N/A', 'n/a', 'N.A.', 'n.a', 'na', 'N A']) {
    it(`${variant} becomes NA`, () => assert.equal(answerAfter(15, variant), 'NA'));
  }
  for (const other of ['None', 'NA', 'not applicable', 'N/A (see question 14)', 'Not known', 'N/A?']) {
    it(`${other} stays`, () => assert.equal(answerAfter(15, other), other));
  }

  it('of members keeps its separators', () => {
    assert.equal(answerAfter(4, '370 Belarus; 705 Kazakhstan'), '370 Belarus; 705 Kazakhstan');
  });

  it('that would become another question stays on its line', () => {
    const answer = '15. Describe what caused alliance to end.';
    const asked = 'Describe the obligations of the alliance partners.';
    const text = seed.replace(`${asked}\n`, `${asked} ${answer} `);
    const after = formatted(text);
    assert.ok(after.includes(`\n18. ${asked} ${answer} Article 1: “`));
    assert.deepEqual(readingsIn(after), readingsIn(text));
    assert.equal(blockOf(16, after), blockOf(16, tidy), 'the others are formatted all the same');
  });
});

describe('an empty answer', () => {
  it('keeps the line that it can be written on, and gets no second one', () => {
    const question = 'renewals):';
    for (const [gap, expected] of [
      ['\n', '\n\n'],
      ['\n\n', '\n\n'],
      ['\n\n\n', '\n\n\n'],
      ['\n\n\n\n\n', '\n\n\n'],
    ] as const) {
      const text = seed.replace(`${question}\n\n14.`, `${question}${gap}14.`);
      assert.ok(formatted(text).includes(`renewals):${expected}14.`), JSON.stringify(gap));
    }
  });

  it('beside a label keeps the one blank that it has', () => {
    for (const [gap, expected] of [
      ['', ''],
      [' ', ' '],
      [' \t ', ' '],
    ] as const) {
      const text = seed.replace('ATOP ID: 4765', `ATOP ID:${gap}`);
      assert.ok(formatted(text).includes(`1. ATOP ID:${expected}\n\n2.`), JSON.stringify(gap));
    }
  });
});

describe('dates', () => {
  for (const [number, answer, written, iso] of [
    [3, '17 January 1996', 'January 17, 1996', '1996-01-17'],
    [3, '1996-01-17', 'January 17, 1996', '1996-01-17'],
    [3, 'Jan. 17th, 1996', 'January 17, 1996', '1996-01-17'],
    [3, '1/17/1996 (Belarus)', 'January 17, 1996 (Belarus)', '1996-01-17 (Belarus)'],
    [3, 'January\n17, 1996', 'January 17, 1996', '1996-01-17'],
    [3, 'ca. 17 June 1844', 'ca. June 17, 1844', 'ca. 1844-06-17'],
    [3, '3/4/1996', '3/4/1996', '3/4/1996'],
    [3, 'February 30, 1996', 'February 30, 1996', 'February 30, 1996'],
    [3, 'June 1844', 'June 1844', 'June 1844'],
    [3, 'June 17-19, 1844', 'June 17-19, 1844', 'June 17-19, 1844'],
    [
      14,
      '1 July 1991 (“from 1 July 1991”)',
      'July 1, 1991 (“from 1 July 1991”)',
      '1991-07-01 (“from 1 July 1991”)',
    ],
    [4, '230 Spain (joined 30 May 1982)', '230 Spain (joined May 30, 1982)', '230 Spain (joined 1982-05-30)'],
    [18, 'signed on 17 January 1996', 'signed on 17 January 1996', 'signed on 17 January 1996'],
  ] as const) {
    it(`${JSON.stringify(answer)} in question ${number}`, () => {
      assert.equal(answerAfter(number, answer), answer, 'stay as they are unless asked for');
      assert.equal(answerAfter(number, answer, { dates: 'written' }), written);
      assert.equal(answerAfter(number, answer, { dates: 'iso' }), iso);
    });
  }

  it('of the log stay', () => {
    assert.match(formatted(seed, { dates: 'iso' }), /Coulombe on December 27, 2017\n$/);
  });
});

describe('a question that is not the instrument’s to the word', () => {
  const reworded = seed
    .replace('who was at war', 'who')
    .replace('Describe what caused', 'Describe in\nfull what caused');

  it('keeps its words and its lines, and its finding', () => {
    assert.match(
      formatted(reworded),
      /\n15\. Describe in\nfull what caused the alliance to terminate\.\nNA\n/,
    );
    assert.ok(findingsIn(formatted(reworded)).some(({ rule }) => rule === 'reworded-question'));
  });

  it('keeps a number that is another’s', () => {
    const text = seed.replace('13. Number of times', '31. Number of times');
    assert.ok(formatted(text).includes('\n31. Number of times'));
  });

  it('keeps a mark that someone made in it', () => {
    for (const [from, to] of [
      ['(Yes, No) If Yes, which', '(Yes, No ✓) If Yes, which'],
      ['(Yes, No) If Yes, which', '(Yes, *No) If Yes, which'],
      ['If Yes, which state(s)?', 'If Yes, which state(s)???'],
    ] as const) {
      assert.ok(formatted(seed.replace(from, to)).includes(to), to);
    }
  });
});

describe('what is not where it belongs stays there', () => {
  it('a question out of place, and one that is there twice', () => {
    const block = blockOf(20, seed);
    const text = seed.replace('3. Signature', `${block}3. Signature`);
    const numbers = openSheet(formatted(text)).sheet.tree.questions.map(({ question }) => question.number);
    assert.deepEqual(numbers.slice(0, 5), [1, 2, 20, 3, 4]);
    assert.equal(numbers.filter(number => number === 20).length, 2);
  });

  it('words before the first question, below a heading and in the log', () => {
    const text = seed
      .replace(' SECTION I:', '\n\nCoded twice.  \n\n\n\nSee the file.\nSECTION I:')
      .replace('SECTION II: OBLIGATIONS', 'SECTION II: OBLIGATIONS (second coder)')
      .replace('SECTION IV: TREATY CONTEXT', 'SECTION IV: TREATY CONTEXT\nby A. L.')
      .replace('December 27, 2017\n', 'December 27, 2017  \n\n\n\nVersion 5.0: Q15\n');
    const after = formatted(text);
    assert.ok(after.startsWith('Coded twice.\n\nSee the file.\n\nSECTION I: FORMATION'));
    assert.ok(after.includes('\n\nSECTION II: OBLIGATIONS (second coder)\n\n16.'));
    assert.ok(after.includes('\n\nSECTION IV: TREATY CONTEXT\nby A. L.\n\n44.'));
    assert.ok(after.endsWith('December 27, 2017\n\nVersion 5.0: Q15\n'));
  });
});

describe('line ends', () => {
  for (const eol of ['\r\n', '\r']) {
    it(`${JSON.stringify(eol)} are kept`, () => {
      assert.equal(formatted(seed.replaceAll('\n', eol)), tidy.replaceAll('\n', eol));
    });
  }

  it('of several kinds are kept where there are any, and else are the file’s first', () => {
    const mixed = seed.replace('\n370', '\r\n370').replace('Kazakhstan\n\n', 'Kazakhstan\r\n\r\n');
    const after = formatted(mixed);
    assert.ok(after.includes(':\r\n370 Belarus\n705 Kazakhstan\r\n\r\n5.'));
    assert.ok(after.startsWith('SECTION I: FORMATION, MEMBERS, AND DURATION\n\n1.'));
  });

  it('a byte order mark stays at the beginning', () => {
    assert.equal(formatted(`\ufeff${seed}`), `\ufeff${tidy}`);
  });
});

describe('formatting a part', () => {
  const opened = openSheet(seed);
  const formattedAt = (from: string, to = from) => {
    const range = {
      start: opened.document.positionAt(seed.indexOf(from)),
      end: opened.document.positionAt(seed.indexOf(to)),
    };
    return TextDocument.applyEdits(opened.document, format(opened, USUAL, range));
  };

  it('formats the question that the cursor stands in, and no other', () => {
    const after = formattedAt('Nonaggression pact\n');
    assert.equal(blockOf(16, after), blockOf(16, tidy));
    assert.equal(after.replace(blockOf(16, tidy), ''), seed.replace(blockOf(16, seed), ''));
  });

  it('formats all questions that are selected', () => {
    const after = formattedAt('which war', '7. Was');
    assert.equal(blockOf(6, after), blockOf(6, tidy));
    assert.ok(after.startsWith(seed.slice(0, 100)) && after.endsWith(seed.slice(-9000)));
  });

  it('formats the beginning and the end', () => {
    assert.ok(formattedAt('SECTION I: ').startsWith('SECTION I: FORMATION, MEMBERS, AND DURATION\n\n1.'));
    assert.ok(formattedAt('Q14 revised by').endsWith('December 27, 2017\n'));
  });
});

describe('a text that is no sheet', () => {
  for (const text of ['', '\n\n\n', 'Dear  \n\n\n\nall', '1. What?  \n\n\n\n2. Who?', '\u0000\u0001']) {
    it(`is left alone: ${JSON.stringify(text)}`, () => assert.equal(formatted(text), text));
  }
});

it('filling the paragraphs of a sheet and formatting it keeps what its answers say', () => {
  const filled = filledByParagraph(seed, 70);
  assert.deepEqual(
    answersIn(formatted(filled)),
    answersIn(filled).map(answer => answer.replace(': N/A', ': NA')),
  );
});
