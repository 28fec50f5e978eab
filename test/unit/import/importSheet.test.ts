import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { importReport, importSheet, plainSource, type Source } from '../../../server/src/import';
import { atopInstrument } from '../../../server/src/instrument';
import { answerIn, findingsIn, fixAllIn, seedText } from '../support/findings';
import { withAnswer } from '../support/sheets';
import { filledByParagraph, wrappedByLine } from '../syntax/layouts';
import { answersIn, readingsIn } from '../syntax/realSheet';

function importText(text: string) {
  const result = importSheet(plainSource(text), atopInstrument);
  if (!result) throw new Error('The sheet was not recognised.');
  return result;
}

/** The pages of a PDF, each a list of lines; a line's place is where a typewriter would have it. */
function typed(pages: readonly (readonly string[])[], links: readonly string[] = []): Source {
  return {
    pages: pages.map(lines => ({
      links,
      lines: lines.flatMap((text, index) =>
        text === ''
          ? []
          : [
              {
                text,
                number: index + 1,
                blankBefore: index > 0 && lines[index - 1] === '',
                place: { left: 72, right: 72 + 6 * text.length, baseline: 72 + 12 * index, size: 10 },
              },
            ],
      ),
    })),
  };
}

function importPages(pages: readonly (readonly string[])[], links: readonly string[] = []) {
  const result = importSheet(typed(pages, links), atopInstrument);
  if (!result) throw new Error('The sheet was not recognised.');
  return result;
}

function messages({ changes }: ReturnType<typeof importText>, kind: string): string[] {
  return changes.filter(change => change.kind === kind).map(({ message }) => message);
}

describe('the text of the real sheet 4765, as its PDF gives it', () => {
  const seed = seedText();
  const { text, changes } = importText(seed);

  it('becomes a sheet with nothing left to mend but what its coder wrote', () => {
    const left = findingsIn(text).map(({ question, rule }) => [question, rule] as const);
    assert.deepEqual(left, [
      [10, 'yes-no-expected'],
      [12, 'yes-no-expected'],
      [13, 'missing-answer'],
      [14, 'ambiguous-date'],
      ...[47, 48, 50, 53, 56].map(question => [question, 'yes-no-expected'] as const),
    ]);
    // Of these Fix All mends all but the answer that only a coder can give.
    assert.deepEqual(
      findingsIn(fixAllIn(text)).map(({ question, rule }) => [question, rule]),
      [[13, 'missing-answer']],
    );
  });

  it('mends the torn link with the loose copy, which goes', () => {
    assert.match(
      answerIn(text, 14)!,
      /\n\n\(http:\/\/kazakhstan\.mfa\.gov\.by\/ru\/bilateral_relations\/political\/ \)$/,
    );
    assert.equal(answerIn(text, 16), 'Nonaggression pact');
    assert.deepEqual(
      changes.filter(({ kind }) => kind === 'link').map(({ question, line }) => [question, line]),
      [
        [14, 44],
        [16, 56],
      ],
    );
  });

  it('joins what the page tore and keeps what the coder listed', () => {
    assert.equal(
      answerIn(text, 12),
      'Automatic renewal for successive 10 year terms until either member denounces in writing six months’ prior to expiration of current term. (Article 20)',
    );
    assert.match(answerIn(text, 56)!, /principles of \.\.\. non-interference in internal affairs/);
    assert.match(
      answerIn(text, 50)!,
      /\(art\. 6\)\nEconomic relations and business ties \(art\. 7\)\nTransport/,
    );
    assert.equal(answerIn(text, 4), '370 Belarus\n705 Kazakhstan');
    assert.equal(answerIn(text, 53)!.split('\n\n').length, 2);
  });

  it('keeps every answer as it reads', () => {
    const seen = (sheet: string) =>
      answersIn(sheet)
        .filter(answer => !/^1[46]: /.test(answer))
        .map(answer => answer.replace(/\s/g, ''));
    assert.deepEqual(seen(text), seen(seed));
    const others = (sheet: string) => readingsIn(sheet).filter((_, index) => index !== 13 && index !== 15);
    assert.deepEqual(others(text), others(seed));
  });

  it('prints every question as the instrument has it, with one blank line between two', () => {
    assert.doesNotMatch(text, /\n\n\n|[ \t]\n|^\s/);
    assert.match(text, /^SECTION I: FORMATION, MEMBERS, AND DURATION\n\n1\. ATOP ID: 4765\n\n2\. COW/);
    assert.match(text, /\n\n61\. Coder: Andrew Long, Ashley Leeds\n\nVersion 4\.0: Q14 revised by [^\n]+\n$/);
  });

  it('imported once more stays as it is', () => {
    assert.deepEqual(importText(text), { text, changes: [] });
  });
});

describe('other layouts of the same text', () => {
  const seed = seedText();
  const expected = importText(seed).text;

  for (const [name, laidOut] of [
    ['with CRLF', seed.replaceAll('\n', '\r\n')],
    ['with a byte order mark', `\ufeff${seed}`],
    ['with a form feed before each section', seed.replaceAll('\nSECTION', '\n\fSECTION')],
  ] as const) {
    it(`${name}: the same sheet`, () => {
      assert.equal(importText(laidOut).text, expected);
    });
  }

  for (const width of [60, 80, 100, 200]) {
    it(`wrapped at ${width} columns: the same typed answers`, () => {
      // Whole paragraphs, so that every break is the width's.
      const wrapped = wrappedByLine(unwrapped(expected), width);
      assert.deepEqual(readingsIn(importText(wrapped).text), readingsIn(expected));
      assert.deepEqual(answersIn(importText(wrapped).text), answersIn(expected));
    });
  }

  it('run together into paragraphs: the same answers, letter by letter', () => {
    const seen = (text: string) => answersIn(text).map(answer => answer.replace(/\s/g, ''));
    assert.deepEqual(seen(importText(filledByParagraph(expected, 90)).text), seen(expected));
  });
});

/** Each question's printed text on one line, as a word processor holds it. */
function unwrapped(text: string): string {
  return text.replace(/^\d{1,2}\. [^]*?(?=\n\n|\n(?![a-z(]|No\)|Yes,))/gm, block =>
    block.replaceAll('\n', ' '),
  );
}

describe('lines that a page’s width tore', () => {
  /** A page of 60 columns: its questions, wrapped there, tell how wide it is. */
  function page(answer: readonly string[], number = 18): string[] {
    const lines = wrappedByLine(unwrapped(withAnswer(number, '@@@', importText(seedText()).text)), 60).split(
      '\n',
    );
    return lines.flatMap(line => (line === '@@@' ? answer : [line]));
  }

  const answer = (lines: readonly string[], number = 18) =>
    answerIn(importPages([page(lines, number)]).text, number);

  it('are joined where the next word had no room', () => {
    assert.equal(
      answer([
        'The parties will consult together whenever one of them finds',
        'that its security is threatened, and they will do so without',
        'delay.',
      ]),
      'The parties will consult together whenever one of them finds that its security is threatened, and they will do so without delay.',
    );
  });

  it('stay where it had', () => {
    const lines = ['Consultation (art. 1)', 'help in war (art. 2)', 'and nothing else'];
    assert.equal(answer(lines), lines.join('\n'));
  });

  it('stay where a full line ends a sentence and the next begins one', () => {
    const lines = [
      'The parties will consult together if their lands are in war.',
      'Neutrality is promised for all other cases of such a nature.',
      'It lasts.',
    ];
    assert.equal(answer(lines), lines.join('\n'));
  });

  it('stay where an entry begins', () => {
    for (const mark of ['•', '-', '(b)', '2.', 'Article 3:']) {
      const lines = ['The parties will consult together whenever one of them finds', `${mark} that it is so`];
      assert.equal(answer(lines), lines.join('\n'));
    }
  });

  it('stay where paragraphs are parted', () => {
    const lines = ['The parties will consult together whenever one of them finds', '', 'that it is so'];
    assert.equal(answer(lines), lines.join('\n'));
  });

  it('keep the hyphen of the word, and lose one that only the line end put there', () => {
    const joined = answer([
      'They will respect the independence of each other and promise',
      'non-aggression; and they will never depart from the non-',
      'aggression that they have promised in the third of the arti-',
      'cles. The articles are many.',
    ]);
    assert.match(joined!, /from the non-aggression that/);
    assert.match(joined!, /third of the articles\. The/);
  });

  it('say of each hyphen that went that it did', () => {
    const result = importPages([
      page(['The other articles say what is said in the first of the arti-', 'cles.']),
    ]);
    assert.deepEqual(messages(result, 'hyphen'), ['“arti-” and “cles” joined to “articles”.']);
  });

  it('in a list of members, a code begins an entry and a name goes on', () => {
    const lines = [
      '370 Belarus (which joined on the very day of its founding)',
      '705 Kazakhstan (which joined on the day of that signature)',
      '260 German Federal Republic (which then was known as West',
      'Germany)',
    ];
    assert.equal(answer(lines, 4), [...lines.slice(0, 2), `${lines[2]!} ${lines[3]!}`].join('\n'));
  });

  it('put a web address together again', () => {
    assert.equal(
      answer([
        'The text stands at https://example.org/treaties/collections/',
        'bilateral/1996/belarus-kazakhstan.html',
        'in full.',
      ]),
      'The text stands at https://example.org/treaties/collections/bilateral/1996/belarus-kazakhstan.html\nin full.',
    );
  });
});

describe('pages', () => {
  const lines = importText(seedText()).text.split('\n');
  const breaks = [0, 40, 81, 124, lines.length];
  const pages = breaks.slice(1).map((end, index) => lines.slice(breaks[index], end));

  it('are put together: a question or an answer that goes on over a break is whole', () => {
    const result = importPages(pages);
    assert.deepEqual(readingsIn(result.text), readingsIn(lines.join('\n')));
  });

  for (const [name, head, foot] of [
    ['numbers', [], (page: number) => ['', String(page)]],
    ['numbers that begin later', [], (page: number) => ['', String(page + 11)]],
    ['numbers of so many', [], (page: number) => ['', `Page ${page} of 4`]],
    ['Roman numbers', [], (page: number) => ['', ['i', 'ii', 'iii', 'iv'][page - 1]!]],
    ['heads and feet', ['ATOP Coding Sheet', ''], (page: number) => ['', `- ${page} -`]],
    ['heads of two lines', ['ATOP', 'Alliance 4765: draft', ''], () => []],
  ] as const) {
    it(`lose their ${name}, and say so`, () => {
      const printed = pages.map((page, index) => {
        // Heads and feet stand at one height whatever the page holds.
        const filled = [...page, ...Array.from({ length: 120 - page.length }, () => '')];
        return [...head, ...filled, ...foot(index + 1)];
      });
      const result = importPages(printed);
      assert.equal(result.text, lines.join('\n'));
      const running = [...head, ...foot(1)].filter(line => line !== '');
      assert.equal(messages(result, 'running-line').length, 4 * running.length);
      assert.deepEqual(
        result.changes.map(({ page }) => page),
        [1, 2, 3, 4].flatMap(page => running.map(() => page)),
      );
    });
  }

  it('keep an answer that ends several of them', () => {
    // Two pages that end with No, and two that end with the number of an answer's list.
    const ends = lines.flatMap((line, index) => (line === 'No' ? [index + 1] : []));
    const cuts = [0, ends[3]!, ends[9]!, ends[16]!, lines.length];
    const result = importPages(cuts.slice(1).map((end, index) => lines.slice(cuts[index], end)));
    assert.deepEqual(answersIn(result.text), answersIn(lines.join('\n')));
    assert.deepEqual(messages(result, 'running-line'), []);
  });

  it('of a text are told by form feeds, or by lines that count them', () => {
    const fed = pages.map((page, index) => [...page, '', `${index + 1}`].join('\n')).join('\n\f');
    assert.equal(importText(fed).text, lines.join('\n'));
    const counted = pages
      .map((page, index) => [...page, '', `Page ${index + 1} of 4`, ''].join('\n'))
      .join('\n');
    const result = importText(counted);
    assert.equal(result.text, lines.join('\n'));
    assert.equal(messages(result, 'running-line').length, 4);
  });
});

describe('what an import restores', () => {
  it('the text and the number of a question, and a heading', () => {
    const reworded = seedText()
      .replace(
        '8. Are there provisions for adding additional members',
        '8. Are there provisons for adding members',
      )
      .replace('24. Are the treaty', '25. Are the treaty')
      .replace('SECTION III: ', 'SECTON III: ');
    const result = importText(reworded);
    assert.equal(result.text, importText(seedText()).text);
    assert.match(
      messages(result, 'question').join('\n'),
      /question 8 restored; it read “Are there provisons/,
    );
    assert.match(messages(result, 'question').join('\n'), /The number 25 put right: this is question 24\./);
    assert.deepEqual(messages(result, 'heading'), ['The heading of section III restored.']);
  });

  it('ligatures, odd blanks and bullets, once said for all', () => {
    const odd = withAnswer(
      18,
      '\uf0b7 The o\ufb03cers con\ufb01rm\u00a0it\u200b, re\u0301gime by regime.\u00ad',
    );
    const result = importText(odd);
    assert.equal(answerIn(result.text, 18), '• The officers confirm it, régime by regime.');
    assert.deepEqual(messages(result, 'character').length, 5);
    assert.match(
      messages(result, 'character').join('\n'),
      /2 times: ligature written out; the first stands here\./,
    );
  });

  it('a torn link by the address that the page’s link leads to', () => {
    const address = 'http://example.org/a_b/c/';
    const answer = 'See http://example.org/a b/c/ for it';
    const page = withAnswer(18, answer, importText(seedText()).text).split('\n');
    const result = importPages([page], [address]);
    assert.equal(answerIn(result.text, 18), `See ${address} for it`);
    // Without it nobody knows what stood in the gap.
    assert.equal(answerIn(importPages([page]).text, 18), answer);
  });

  it('a question that was marked, with what it read', () => {
    const result = importText(seedText().replace('military forces while', 'military forces * while'));
    assert.match(
      messages(result, 'question').join(),
      /question 33 restored; it read “[^”]+ forces \* while [^”]+”/,
    );
    assert.equal(result.text, importText(seedText()).text);
  });

  it('but no question that may hold its answer within', () => {
    for (const [printed, marked] of [
      ['(Yes, No) If Yes, which state(s)?\nNo', '(Yes, No) No If Yes, which state(s)?'],
      ['(Yes, No) If Yes, which state(s)?\nNo', '(Yes, ☒No) If Yes, which state(s)?'],
    ] as const) {
      const result = importText(seedText().replace(printed, marked));
      assert.ok(result.text.includes(marked), marked);
      assert.deepEqual(messages(result, 'question'), []);
      assert.equal(importText(result.text).text, result.text);
    }
  });

  it('but no word of an answer', () => {
    const answers = 'Januray 17, 1996\n1/2/1996\n(joined  1949)';
    const result = importText(withAnswer(3, answers));
    assert.equal(answerIn(result.text, 3), answers.replace('  ', ' '));
  });
});

describe('what an import keeps', () => {
  it('questions that are missing, doubled or out of order: that is for the rules to say', () => {
    const { text } = importText(seedText());
    const question8 = text.slice(text.indexOf('8. Are'), text.indexOf('9. Are'));
    const moved = text.replace(question8, '').replace('12. Are', `${question8}12. Are`);
    assert.equal(importText(moved).text, moved);
    assert.equal(importText(text.replace(question8, '')).text, text.replace(question8, ''));
  });

  it('text before the first question', () => {
    const result = importText(`Coding of the Almaty treaty\nsecond coder\n\n${seedText()}`);
    assert.match(result.text, /^Coding of the Almaty treaty\nsecond coder\n\nSECTION I: /);
  });

  it('nothing of what is no sheet: there is nothing to import', () => {
    for (const text of ['', '   ', 'A letter.', '1. Milk\n2. Bread', '\0\ud800']) {
      assert.equal(importSheet(plainSource(text), atopInstrument), undefined);
    }
    assert.equal(importSheet({ pages: [] }, atopInstrument), undefined);
  });
});

describe('the report of an import', () => {
  it('says by kind what was done, and where', () => {
    const report = importReport(importText(seedText()).changes);
    assert.match(
      report,
      /^Torn lines joined:\n {2}line 38, question 12: A torn line joined with the one before it\.\n/,
    );
    assert.match(report, /\nLinks:\n {2}line 44, question 14: A torn link joined: http:\S+political\/\n/);
  });

  it('names the pages where there are several', () => {
    const pages = plainSource(seedText().replace('SECTION V:', '\fSECTION V:'));
    const report = importReport([
      ...importSheet(pages, atopInstrument)!.changes,
      { kind: 'running-line', page: 2, line: 1, message: '“2” left out.' },
    ]);
    assert.match(report, /^Left out as part of the pages:\n {2}page 2, line 1: “2” left out\.\n/);
    assert.match(report, /\n {2}page 1, line 38, question 12: /);
  });

  it('says so where nothing had to be mended', () => {
    assert.equal(importReport([]), 'Nothing had to be mended.\n');
  });
});
