import assert from 'node:assert/strict';
import { MarkupContent } from 'vscode-languageserver-types';
import { hover } from '../../../server/src/features/hover';
import { allQuestions, atopInstrument } from '../../../server/src/instrument';
import { atCursor, openSheet, seed, seedText, withAnswer } from '../support/sheets';

interface Shown {
  /** The hover as a reader sees it: Markdown's backslashes are gone. */
  readonly text: string;
  readonly raw: string;
  /** The words that the hover is about. */
  readonly over: string;
}

function hoverAt(marked: string): Shown | undefined {
  const { position, ...opened } = atCursor(marked);
  const shown = hover(opened, position);
  if (!shown) return undefined;
  assert.ok(MarkupContent.is(shown.contents));
  assert.ok(shown.range);
  const raw = shown.contents.value;
  return { raw, text: raw.replace(/\\([!-/:-@[-`{-~])/g, '$1'), over: opened.document.getText(shown.range) };
}

/** The hover at the cursor in the answer that takes the place of the real one. */
function hoverIn(number: number, answer: string): Shown {
  const shown = hoverAt(withAnswer(number, answer));
  assert.ok(shown, 'nothing is shown');
  return shown;
}

describe('Hovering over a question of the real sheet', () => {
  const opened = seed();

  for (const question of allQuestions(atopInstrument)) {
    it(`shows the text of question ${question.number} and how to answer it`, () => {
      const node = opened.sheet.tree.questions.find(found => found.question === question);
      assert.ok(node);
      for (const offset of [node.number.start, node.printed.start, node.printed.end - 1]) {
        const shown = hover(opened, opened.document.positionAt(offset));
        assert.ok(shown && MarkupContent.is(shown.contents));
        const text = shown.contents.value.replace(/\\([!-/:-@[-`{-~])/g, '$1');
        assert.ok(
          text.startsWith(
            `**${question.number}. ${question.label}**\n\n${question.text}\n\n${question.help}`,
          ),
        );
        for (const value of question.values ?? [])
          assert.ok(text.includes(`- **${value.text}**: ${value.help}`));
        assert.deepEqual(shown.range, {
          start: opened.document.positionAt(node.number.start),
          end: opened.document.positionAt(node.printed.end),
        });
      }
    });
  }

  it('tells which variables are coded from it, those for single members in one line', () => {
    const shown = hoverAt(seedText().replace('4. Members', '4. Mem|bers'));
    assert.match(shown?.text ?? '', /- `bilat`: whether .* \(0: no; 1: yes\)\n- `mem1` to `mem59`: .*$/);
  });

  it('says where a variable has codes that only the codebook explains', () => {
    const shown = hoverAt(seedText().replace('8. Are there', '8. Are| there'));
    assert.match(shown?.text ?? '', /`proadd`: .* \(0: none; others: see ATOP's codebook\)/);
  });

  it('shows nothing in the white space around questions', () => {
    const blank = seedText().replace('renewals):\n\n', 'renewals):\n|\n');
    assert.equal(hoverAt(blank), undefined);
    assert.equal(hoverAt(seedText().replace('\n2. COW', '|\n2. COW')), undefined);
  });
});

describe('Hovering over a heading', () => {
  it('tells how far its section is', () => {
    const shown = hoverAt(seedText().replace('SECTION I:', 'SEC|TION I:'));
    assert.equal(shown?.over, 'SECTION I: FORMATION, MEMBERS, AND DURATION');
    assert.match(shown.text, /^\*\*Section I: Formation, members, and duration\*\*/);
    assert.match(shown.text, /14 of 15 questions answered\. Still open: 13\.$/);
  });

  it('leaves out what is open where nothing is', () => {
    assert.match(
      hoverAt(seedText().replace('SECTION V:', 'SECTION V|:'))?.text ?? '',
      /4 of 5 questions answered\.$/,
    );
  });
});

describe('Hovering over a member', () => {
  for (const answer of [
    '37|0 Belarus',
    '370| Belarus',
    '370 Bel|arus',
    'Bela|rus (370)',
    'BL|R',
    'Byelo|russia',
  ]) {
    it(`introduces Belarus at ${answer}`, () => {
      const { text } = hoverIn(4, `${answer}\n705 Kazakhstan`);
      assert.match(text, /^\*\*370 Belarus\*\* \(BLR\)/);
      assert.match(
        text,
        /In the COW system of states: \w+ \d+, 1991 – end of the list \(December 31, 2016\)\./,
      );
      assert.match(text, /Other names: .*Byelorussia; /);
      assert.match(text, /In the system when the alliance was signed \(January 17, 1996\)\./);
      assert.match(text, /Named in this sheet at question 14 as well\./);
    });
  }

  it('is about the code or the name alone', () => {
    assert.equal(hoverIn(4, '37|0 Belarus').over, '370');
    assert.equal(hoverIn(4, '370 Bel|arus (joined 1996)').over, 'Belarus');
  });

  it('tells of every spell, and of a state that was not in the system at signature', () => {
    const { text } = hoverIn(4, '26|0 German Federal Republic');
    assert.match(text, /\w+ \d+, 1955 – \w+ \d+, 1990\./);
    assert.match(text, /\*\*Not\*\* in the system when the alliance was signed \(January 17, 1996\)/);
    assert.match(hoverIn(4, 'Ha|iti').text, /1859 – .*, 1915; .*, 1934 – end of the list/);
  });

  it('tells each day of signature apart', () => {
    const text = withAnswer(
      3,
      'April 4, 1949\nMay 6, 1955 (West Germany)',
      withAnswer(4, '2|60 West Germany'),
    );
    const shown = hoverAt(text)?.text ?? '';
    assert.match(
      shown,
      /In the system when the alliance was signed \(May 6, 1955\)\. \*\*Not\*\* .* \(April 4, 1949\)/,
    );
  });

  it('says so where a name is shared or a code is no one’s', () => {
    assert.match(hoverIn(4, 'Kor|ea').text, /several states: 730 Korea, 731 North Korea and 732 South Korea/);
    assert.match(hoverIn(4, '37|9 Belarus').text, /no code “379”/);
    assert.match(hoverIn(4, '81|52').text, /a code in ATOP's data/);
  });

  it('knows the states in the answers about future members and targets', () => {
    const target = hoverIn(23, 'Yes. 255 Ger|many; Article 1 speaks of German aggression.');
    assert.equal(target.over, 'Germany');
    assert.match(target.text, /^\*\*255 Germany\*\*/);
    assert.match(hoverIn(23, 'Yes. 2|55 Germany').text, /^\*\*255 Germany\*\*/);
    assert.match(hoverIn(9, 'Yes. The treaty names Tur|key (640) in Article 4').text, /^\*\*640 Turkey\*\*/);
    assert.match(hoverIn(9, 'Yes. Article 6|40').text, /^\*\*9\. /);
  });
});

describe('Hovering over a date', () => {
  it('reads it out and says who was in the system', () => {
    const { text, over } = hoverIn(3, 'Jan|uary 17, 1996');
    assert.equal(over, 'January 17, 1996');
    assert.match(text, /^\*\*Wednesday, January 17, 1996\*\*/);
    assert.match(text, /On that day 187 states were in the COW system\./);
    assert.match(text, /Members of this alliance among them: 370 Belarus and 705 Kazakhstan\./);
  });

  it('gives the days of a month or a year', () => {
    assert.match(hoverIn(3, 'Ju|ne 1844').text, /^\*\*June 1844\*\*: June 1, 1844 – June 30, 1844\n/);
    assert.match(
      hoverIn(3, 'ca. 18|44').text,
      /^\*\*1844\*\*: January 1, 1844 – December 31, 1844, approximately\n/,
    );
    assert.match(hoverIn(3, 'Ju|ne 1844').text, /Members not among them: 370 Belarus and 705 Kazakhstan\./);
  });

  it('gives each reading of an ambiguous one', () => {
    const { text } = hoverIn(14, '6/3|0/04');
    assert.match(text, /can be read in 3 ways/);
    assert.match(text, /- \*\*Wednesday, June 30, 2004\*\*\. On that day 192 states/);
  });

  it('says what a month lacks whose year has two digits, and a day without a year', () => {
    assert.match(hoverIn(3, 'Jan ’9|6').text, /“Jan ’96” gives no century/);
    assert.match(hoverIn(3, 'January 1|7').text, /“January 17” gives no year/);
  });

  it('says what is wrong with one that cannot be', () => {
    assert.match(
      hoverIn(60, 'February 3|0, 1996').text,
      /not a day of the calendar\.\n\nPerhaps “February 29, 1996”/,
    );
  });

  it('keeps to what the list of states covers', () => {
    assert.match(hoverIn(60, 'March| 3, 2020').text, /list of states ends on December 31, 2016; 195 states/);
    assert.match(hoverIn(3, 'March| 3, 1800').text, /begins on January 1, 1816/);
  });

  it('knows the dates beside members and in the amendment log', () => {
    assert.match(hoverIn(4, '370 Belarus (joined Ma|y 3, 1997)').text, /^\*\*Saturday, May 3, 1997\*\*/);
    const logged = hoverAt(seedText().replace(/December 27, 2017(?=\s*$)/, 'Decem|ber 27, 2017'));
    assert.match(logged?.text ?? '', /^\*\*Wednesday, December 27, 2017\*\*/);
  });
});

describe('Hovering over the rest of an answer', () => {
  it('explains a value, also where it is misspelt', () => {
    assert.match(
      hoverIn(16, 'Nonaggres|sion pact').text,
      /^\*\*Nonaggression pact\*\*\n\nMembers promise not to attack/,
    );
    assert.match(hoverIn(6, 'Trea|tty').text, /^\*\*Treaty\*\*/);
    assert.equal(hoverIn(16, 'Defense pact, Neu|trality pact').over, 'Neutrality pact');
  });

  it('names a code for Yes or No only where the data leave no doubt about it', () => {
    assert.match(hoverIn(5, 'N|o').text, /`wartime` → 0: /);
    assert.match(hoverIn(5, 'Yes|. The Crimean War').text, /`wartime` → 1: /);
    assert.match(hoverIn(21, 'N|o').text, /`dipaid` → 0: /);
    assert.doesNotMatch(hoverIn(21, 'Y|es. Article 3').text, /→/);
    assert.doesNotMatch(hoverIn(24, 'Y|es').text, /→/);
    assert.doesNotMatch(hoverIn(51, 'N|o').text, /→/);
  });

  it('says what the ATOP ID is', () => {
    assert.deepEqual(hoverIn(1, '10|20.1').text, "**1020.1** is this alliance's number in ATOP (`atopid`).");
  });

  it('gives the question’s help on any other words, on their line', () => {
    const { text, over } = hoverIn(12, 'Automatic renewal\n  for ten| years  \n(Article 20)');
    assert.equal(over, 'for ten years');
    assert.match(text, /^\*\*12\. Renewal provisions\*\*\n\nWhat does the text say/);
  });

  it('shows the sheet’s words as words, whatever they hold', () => {
    const name = 'Kor|ea';
    const date = '1/1/9|9';
    for (const { raw } of [hoverIn(4, name), hoverIn(3, date)]) assert.doesNotMatch(raw, /(?<!\\)[<>[\]]/);
    const { raw } = hoverIn(4, '378| <img_src=x> [a](command:b)');
    assert.doesNotMatch(raw, /(?<!\\)[<>[\]]/);
  });
});

it('A hover anywhere in a damaged text is a hover or nothing', () => {
  const text = seedText().slice(0, 3000).replaceAll('\n', '\r\n').replace('Belarus', 'Bela\0\ud800rus');
  const opened = openSheet(text);
  for (let offset = 0; offset <= text.length; offset++) hover(opened, opened.document.positionAt(offset));
  for (const position of [
    { line: -1, character: -1 },
    { line: 0, character: 1e6 },
    { line: 1e6, character: 0 },
  ]) {
    hover(opened, position);
    hover(openSheet(''), position);
  }
});
