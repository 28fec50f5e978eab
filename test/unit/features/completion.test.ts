import assert from 'node:assert/strict';
import { InsertTextFormat, MarkupContent, TextEdit, type CompletionItem } from 'vscode-languageserver-types';
import { complete, resolveCompletion, type CompletionOptions } from '../../../server/src/features/completion';
import { blankSheet } from '../../../server/src/features/newSheet';
import { allQuestions, atopInstrument } from '../../../server/src/instrument';
import { atCursor, openSheet, seedText, withAnswer } from '../support/sheets';

const PLAIN: CompletionOptions = { snippetSupport: false, today: '2026-11-24' };
const SNIPPETS: CompletionOptions = { ...PLAIN, snippetSupport: true };

function itemsAt(marked: string, options = PLAIN): CompletionItem[] {
  const { position, ...opened } = atCursor(marked);
  const { items } = complete(opened, position, options);
  for (const { textEdit } of items) {
    assert.ok(TextEdit.is(textEdit));
    const { start, end } = textEdit.range;
    assert.equal(start.line, end.line, 'a completion replaces a stretch of one line');
    assert.equal(start.line, position.line);
    assert.ok(start.character <= position.character && position.character <= end.character);
  }
  const keys = items.map(({ sortText = '' }) => sortText);
  assert.deepEqual(keys, keys.toSorted(), 'the order is the one that editors show');
  return items;
}

const labelsAt = (marked: string, options = PLAIN) => itemsAt(marked, options).map(({ label }) => label);

/** What is offered at the cursor in an answer that takes the place of the real one. */
const offered = (number: number, answer: string, options = PLAIN) =>
  labelsAt(withAnswer(number, answer), options);

/** The text once the offer with a label is taken, the first one where no label is given. */
function taken(marked: string, label?: string, options = PLAIN): string {
  const { document } = atCursor(marked);
  const item = itemsAt(marked, options).find(candidate => label === undefined || candidate.label === label);
  assert.ok(item && TextEdit.is(item.textEdit), `no offer ${label ?? ''}`);
  const { range, newText } = item.textEdit;
  const text = document.getText();
  return text.slice(0, document.offsetAt(range.start)) + newText + text.slice(document.offsetAt(range.end));
}

/** The answer once the first offer is taken. */
function answerTaken(number: number, answer: string, label?: string): string {
  return openSheet(taken(withAnswer(number, answer), label)).sheet.answerTo(number)?.text ?? '';
}

describe('Completing a member', () => {
  for (const typed of [
    '370|',
    'Bela|',
    'bela|',
    'BLR|',
    'blr|',
    'Byelo|',
    'White Rus|',
    'Belarrus|',
    '3700|',
  ]) {
    it(`offers 370 Belarus first for ${typed}`, () => {
      assert.equal(offered(4, typed)[0], '370 Belarus');
      assert.equal(answerTaken(4, typed), '370 Belarus');
    });
  }

  it('replaces the whole entry, before and after the cursor', () => {
    assert.equal(answerTaken(4, '370 Bel|arus'), '370 Belarus');
    assert.equal(answerTaken(4, 'Bela|rus'), '370 Belarus');
    assert.equal(answerTaken(4, '37|'), '370 Belarus');
    assert.equal(answerTaken(4, '3|70 Belarus', '370 Belarus'), '370 Belarus');
    assert.equal(answerTaken(4, 'Uni|ted Kingdom (joined 1949)'), '200 United Kingdom (joined 1949)');
    assert.equal(answerTaken(4, '370 Belarus, Kaz|, 365 Russia'), '370 Belarus, 705 Kazakhstan, 365 Russia');
    assert.equal(answerTaken(4, '1. Bela|\n2. Russia'), '1. 370 Belarus\n2. Russia');
    assert.equal(answerTaken(4, '370 Belarus and Kaz|'), '370 Belarus and 705 Kazakhstan');
    assert.equal(answerTaken(4, 'Trinidad and Tob|'), '52 Trinidad and Tobago');
    assert.equal(answerTaken(4, '365 Blarus|'), '370 Belarus');
  });

  it('ranks a code before an abbreviation before a name, and a state’s own name before others', () => {
    assert.deepEqual(offered(4, '37|'), [
      '370 Belarus',
      '371 Armenia',
      '372 Georgia',
      '373 Azerbaijan',
      '375 Finland',
    ]);
    assert.equal(offered(4, '2|')[0], '2 United States of America');
    assert.equal(offered(4, 'Aus|')[0], '305 Austria', 'AUS is Austria');
    assert.equal(offered(4, 'Niger|')[0], '436 Niger');
    assert.deepEqual(offered(4, 'Bela|'), ['370 Belarus', '986 Palau'], 'Belau is another name of Palau');
  });

  it('ranks states of the time of signature before others', () => {
    assert.deepEqual(offered(4, 'Germ|').slice(0, 3), [
      '255 Germany',
      '260 German Federal Republic',
      '265 German Democratic Republic',
    ]);
    const in1960 = withAnswer(3, 'May 1, 1960', withAnswer(4, 'Germ|'));
    assert.equal(labelsAt(in1960).indexOf('255 Germany'), 2);
    const [first] = itemsAt(withAnswer(4, 'German Fed|'));
    assert.equal(first?.detail, 'GFR, 1955–1990; not in the system at signature');
  });

  it('offers every state where nothing is typed, listed ones last', () => {
    const labels = offered(4, '370 Belarus\n|\n705 Kazakhstan');
    assert.equal(labels.length, 217);
    assert.ok(labels.indexOf('370 Belarus') > labels.indexOf('990 Samoa'));
    assert.equal(offered(4, '|')[0], '2 United States of America');
  });

  it('goes on below the members and after a comma', () => {
    assert.equal(offered(4, '370 Belarus\n70|')[0], '70 Mexico');
    assert.equal(offered(4, '370 Belarus, Kaz|')[0], '705 Kazakhstan');
    assert.equal(offered(4, '370 Belarus\n|').length, 217);
  });

  it('ignores accents and takes names of several words', () => {
    assert.equal(offered(4, 'Côte d|')[0], '437 Ivory Coast');
    assert.equal(offered(4, 'United K|')[0], '200 United Kingdom');
    assert.equal(offered(4, 'st luc|')[0], '56 St. Lucia');
  });

  it('lets editors filter by what was typed and asks to be asked again', () => {
    const { position, ...opened } = atCursor(withAnswer(4, 'Byelo|'));
    const list = complete(opened, position, PLAIN);
    assert.equal(list.isIncomplete, true);
    assert.deepEqual([...new Set(list.items.map(({ filterText }) => filterText))], ['Byelo']);
  });

  it('is taken by a comma or a semicolon only where something was typed', () => {
    assert.deepEqual(itemsAt(withAnswer(4, 'Bela|'))[0]?.commitCharacters, [',', ';']);
    assert.equal(itemsAt(withAnswer(4, '|'))[0]?.commitCharacters, undefined);
  });

  it('is not offered in a note, nor where it is written already', () => {
    assert.deepEqual(offered(4, '370 Belarus (joined 19|49)'), []);
    assert.deepEqual(offered(4, '370 Belarus|'), []);
  });

  it('comes up by itself after a blank only where something was typed', () => {
    assert.deepEqual(offered(4, '|', { ...PLAIN, trigger: ' ' }), []);
    assert.equal(offered(4, 'United K|', { ...PLAIN, trigger: ' ' })[0], '200 United Kingdom');
    assert.ok(offered(4, 'United |', { ...PLAIN, trigger: ' ' }).includes('200 United Kingdom'));
  });

  it('is described when it is looked at', () => {
    const [item] = itemsAt(withAnswer(4, 'Bela|'));
    assert.ok(item);
    assert.equal(item.documentation, undefined);
    const { documentation } = resolveCompletion(item);
    assert.ok(MarkupContent.is(documentation));
    assert.match(documentation.value, /^\*\*370 Belarus\*\* \(BLR\)/);
    assert.deepEqual(item.data, JSON.parse(JSON.stringify(item.data)));
  });
});

describe('Completing a state in a description', () => {
  it('offers it for the beginning of a name or a code', () => {
    assert.equal(offered(23, 'Yes. The treaty names Germ|')[0], '255 Germany');
    assert.equal(offered(23, 'Yes. 255 Ger|')[0], '255 Germany');
    assert.equal(answerTaken(23, 'Yes. 255 Ger|many; Article 1'), 'Yes. 255 Germany; Article 1');
    assert.equal(offered(9, 'Yes. 64|')[0], '640 Turkey');
  });

  it('leaves prose and article numbers alone', () => {
    for (const prose of ['Yes. Article 3|', 'Yes. the tre|', 'Yes. (Art. 4|', 'Yes. UNTS no. 3|']) {
      assert.deepEqual(offered(23, prose), []);
    }
    assert.deepEqual(offered(21, 'Yes. Germ|'), []);
  });
});

describe('Completing a value', () => {
  for (const question of allQuestions(atopInstrument).filter(({ kind }) => kind === 'values')) {
    it(`offers the values of question ${question.number}, and nothing else`, () => {
      const values = question.values ?? [];
      assert.deepEqual(
        offered(question.number, '|'),
        values.map(({ text }) => text),
      );
      itemsAt(withAnswer(question.number, '|')).forEach((item, index) => {
        const { documentation } = resolveCompletion(item);
        assert.ok(MarkupContent.is(documentation));
        assert.equal(documentation.value, values[index]?.help);
      });
    });
  }

  it('replaces what was typed of it', () => {
    assert.equal(answerTaken(6, 'tre|'), 'Treaty');
    assert.equal(answerTaken(7, 'Pub|lic', 'Secret'), 'Secret');
    assert.equal(answerTaken(16, 'Defense pact, cons|'), 'Defense pact, Consultation pact');
    assert.equal(answerTaken(16, 'Defense pact and cons|'), 'Defense pact and Consultation pact');
    assert.equal(
      answerTaken(16, 'Def|ense pact; Offense pact', 'Neutrality pact'),
      'Neutrality pact; Offense pact',
    );
    assert.equal(answerTaken(16, 'defen|ce pact'), 'Defense pact');
    assert.equal(answerTaken(6, 'Exc|hange of notes (1905)', 'Diplomatic notes'), 'Diplomatic notes (1905)');
  });

  it('finds it by another spelling, a later word or a slip', () => {
    assert.deepEqual(offered(16, 'mutual def|'), ['Defense pact']);
    assert.deepEqual(offered(6, 'agree|'), ['Executive agreement']);
    assert.deepEqual(offered(6, 'Treatty|'), ['Treaty']);
  });

  it('leaves out what is listed, and what cannot stand beside it', () => {
    assert.deepEqual(offered(16, 'Defense pact, Nonaggression pact, |'), [
      'Neutrality pact',
      'Consultation pact',
      'Offense pact',
    ]);
    assert.ok(!offered(19, 'Attack, |').includes('None'));
    assert.deepEqual(offered(19, 'None, |'), []);
  });

  it('keeps out of descriptions, notes and addresses', () => {
    assert.deepEqual(offered(7, 'Public but with secret articles. The sec|'), []);
    assert.deepEqual(offered(16, 'Defense pact (Rus|'), []);
    assert.deepEqual(offered(16, 'Defense pact\nhttp://kaz|'), []);
  });
});

describe('Completing Yes or No', () => {
  it('offers No, then Yes, and a whole answer where the editor can fill one in', () => {
    assert.deepEqual(offered(5, '|'), ['No', 'Yes']);
    assert.deepEqual(offered(5, '|', SNIPPETS), ['No', 'Yes', 'Yes. Article …: “…”']);
    assert.equal(taken(withAnswer(5, '|'), 'Yes'), withAnswer(5, 'Yes. '));
    const whole = itemsAt(withAnswer(5, '|'), SNIPPETS)[2];
    assert.equal(whole?.insertTextFormat, InsertTextFormat.Snippet);
    assert.ok(TextEdit.is(whole.textEdit));
    assert.equal(whole.textEdit.newText, 'Yes. Article ${1:number}: “${2:what it provides}”');
  });

  it('asks for a description of No where the question does', () => {
    assert.equal(taken(withAnswer(24, '|'), 'No'), withAnswer(24, 'No. '));
    assert.equal(taken(withAnswer(24, '|'), 'Yes'), withAnswer(24, 'Yes'));
  });

  it('completes the first word and mends a slip', () => {
    assert.deepEqual(offered(5, 'n|'), ['No']);
    assert.deepEqual(offered(5, 'Y|'), ['Yes']);
    assert.deepEqual(offered(5, 'yse|'), ['Yes']);
    assert.equal(answerTaken(5, 'N|o', 'Yes'), 'Yes.');
    assert.equal(answerTaken(5, 'Ye|s. Article 3', 'Yes'), 'Yes. Article 3');
  });

  it('never comes in the middle of a description or in place of one', () => {
    for (const answer of ['Yes. The n|', 'Yes. Article 3\ny|', '120 months n|', '|120 months', 'No|']) {
      assert.deepEqual(offered(10, answer, SNIPPETS), [], answer);
    }
  });
});

describe('Completing a date', () => {
  it('writes out a date in figures, in each way that it can be read', () => {
    assert.deepEqual(offered(3, '1996-01-17|'), ['January 17, 1996']);
    assert.equal(answerTaken(3, '1/17/1996|'), 'January 17, 1996');
    assert.deepEqual(offered(14, 'Still in effect (6/30/04|)'), [
      'June 30, 1804',
      'June 30, 1904',
      'June 30, 2004',
    ]);
    assert.deepEqual(offered(3, '3/4/1996|'), ['March 4, 1996', 'April 3, 1996']);
    assert.deepEqual(offered(3, '1/17/96|'), ['January 17, 1896', 'January 17, 1996'], 'none in the future');
  });

  it('completes a month', () => {
    assert.equal(taken(withAnswer(3, 'Jan|')), withAnswer(3, 'January '));
    assert.equal(answerTaken(3, '17 jan| 1996'), '17 January 1996');
    assert.deepEqual(offered(14, 'according to ma|'), []);
  });

  it('offers today where the sheet was last revised', () => {
    assert.equal(offered(60, '|')[0], 'November 24, 2026');
    assert.equal(offered(60, 'nov|')[0], 'November 24, 2026');
    assert.equal(answerTaken(60, 'August| 18, 2004', 'November 24, 2026'), 'November 24, 2026');
    assert.ok(!offered(3, '|').includes('November 24, 2026'));
  });

  it('offers the months where nothing is typed and nothing else is usual', () => {
    assert.equal(offered(3, '|').length, 12);
  });

  it('does without a today that is none', () => {
    assert.equal(offered(60, '|', { ...PLAIN, today: 'soon' })[0], 'January');
  });
});

describe('Completing the usual short answers', () => {
  for (const [number, labels] of [
    [2, ['NA']],
    [13, ['None', 'NA']],
    [14, ['Still in effect', 'NA', 'None']],
    [15, ['NA', 'None']],
    [17, ['NA']],
    [18, []],
    [20, ['NA', 'None']],
    [59, []],
    [61, []],
  ] as const) {
    it(`offers ${labels.join(', ') || 'nothing'} at question ${number}`, () => {
      assert.deepEqual(offered(number, '|'), labels);
    });
  }

  it('takes N/A for NA, and stays out of other words', () => {
    assert.equal(answerTaken(15, 'N/|A'), 'NA');
    assert.deepEqual(offered(15, 'The treaty n|'), []);
    assert.deepEqual(offered(15, 'NA|'), []);
  });
});

describe('Completing where no answer is yet', () => {
  it('writes it on the line below the question, at the end of the question and further down', () => {
    for (const gap of ['|\n\n', '|  \n\n', '\n|\n', '\n\n|\n\n', ' |\n\n']) {
      const text = seedText().replace(/renewals\):\n\n/, `renewals):${gap}`);
      const answer = openSheet(taken(text, 'None')).sheet.answerTo(13);
      assert.equal(answer?.text, 'None', JSON.stringify(gap));
    }
    const atEnd = seedText().replace('renewals):\n', 'renewals):|  \r\n');
    assert.match(taken(atEnd, 'None'), /renewals\):\nNone\r\n/);
  });

  it('writes it beside a question that is answered there', () => {
    assert.match(
      taken(seedText().replace('only, etc.): Treaty', 'only, etc.):|'), 'Treaty'),
      /etc\.\): Treaty\n59\. /,
    );
  });

  it('offers nothing within printed words and in the amendment log', () => {
    for (const [words, marked] of [
      ['Number of times', 'Number |of times'],
      ['5. Was', '5|. Was'],
      ['Q14 revised', 'Q14| revised'],
      ['Version 4.0: Q14 revised by', '|Version 4.0: Q14 revised by'],
      ['SECTION II', 'SECT|ION II'],
    ] as const) {
      assert.deepEqual(labelsAt(seedText().replace(words, marked)), [], marked);
    }
  });
});

describe('Completing a missing question', () => {
  /** The real sheet with other text in place of a question. */
  const instead = (number: number, text: string) =>
    seedText().replace(new RegExp(`^${number}\\. [^]*?(?=^${number + 1}\\. )`, 'm'), text);

  it('inserts it, printed as in the instrument, with room for its answer', () => {
    for (const typed of ['|\n\n', '13|\n', '13.|\n', '1|\n\n']) {
      const { sheet } = openSheet(taken(instead(13, typed), '13. Renewals so far'));
      assert.equal(sheet.tree.questions.length, 61, typed);
      assert.deepEqual(sheet.tree.questions[12]?.changes, []);
      assert.equal(sheet.answerTo(13)?.text, '');
      assert.match(sheet.answerTo(12)?.text ?? '', /\(Article 20\)$/);
    }
  });

  it('leaves the cursor at the answer where the editor can', () => {
    const [item] = itemsAt(instead(13, '13.|\n'), SNIPPETS);
    assert.ok(item && TextEdit.is(item.textEdit));
    assert.match(item.textEdit.newText, /^13\. Number of times [^$]*renewals\):\n\$0\n$/);
    assert.ok(resolveCompletion(item).documentation);
  });

  it('offers those that belong at the place first', () => {
    const text = instead(13, '|\n\n').replace(/^5\. [^]*?(?=^6\. )/m, '');
    assert.deepEqual(labelsAt(text), ['13. Renewals so far', '5. Signed during war']);
  });

  it('comes after what answers the question above', () => {
    const text = instead(13, '').replace(/(denounces|Automatic renewal)[^]*?\(Article 20\)\n/, '|\n');
    assert.deepEqual(labelsAt(text), ['No', 'Yes', '13. Renewals so far']);
  });

  it('is not offered within an answer, in words, or where none is missing', () => {
    const within = instead(13, '').replace('current term. (Article 20)', 'current term.\n|\n(Article 20)');
    assert.deepEqual(labelsAt(within), []);
    assert.deepEqual(labelsAt(instead(13, 'see 13|\n\n')), []);
    assert.deepEqual(labelsAt(seedText().replace('15. Describe', '|\n15. Describe')), []);
  });
});

describe('Completing a document that has just been begun', () => {
  for (const text of ['|', '\n\n|\n', 'ato|', '  New sheet|']) {
    it(`offers a new sheet for ${JSON.stringify(text)}`, () => {
      assert.deepEqual(labelsAt(text), ['New ATOP coding sheet']);
      const written = taken(text).trim();
      assert.equal(written, blankSheet(atopInstrument, '\n').trim());
      assert.match(taken(text, undefined, SNIPPETS), /1\. ATOP ID: \$0\n/);
    });
  }

  it('does not where there is more', () => {
    assert.deepEqual(labelsAt('A letter to a friend, who asked about treaties.|'), []);
    assert.ok(!labelsAt(seedText().replace('13. Number', '|\n13. Number')).includes('New ATOP coding sheet'));
  });
});

describe('Completion of anything', () => {
  it('gives well-formed items at every place of a damaged sheet', () => {
    const text = seedText()
      .slice(0, 4000)
      .replace('Belarus', 'Bela\0\ud800rus')
      .replace('January 17,', 'January 17,\r\n')
      .replace('Nonaggression pact', 'Nonaggression\rpact');
    for (let offset = 0; offset <= text.length; offset++) {
      itemsAt(`${text.slice(0, offset)}|${text.slice(offset)}`, SNIPPETS);
    }
  });

  it('is calm outside the text', () => {
    for (const position of [
      { line: -1, character: -1 },
      { line: 0, character: 1e6 },
      { line: 1e6, character: 0 },
    ]) {
      complete(openSheet(seedText()), position, PLAIN);
      complete(openSheet(''), position, PLAIN);
    }
  });

  it('gives back items that are not its own as they are', () => {
    const foreign: unknown[] = [
      undefined,
      null,
      7,
      'x',
      [],
      {},
      { of: 'state', code: 9999 },
      { of: 'value' },
    ];
    foreign.push(
      { of: 'question', instrument: 'other', question: 1 },
      { of: 'help', instrument: 'atop', question: 99 },
    );
    for (const data of foreign) {
      const item = { label: 'foreign', data } as CompletionItem;
      assert.deepEqual(resolveCompletion(item), item);
    }
  });
});
