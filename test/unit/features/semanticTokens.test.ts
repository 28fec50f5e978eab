import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import manifest from '../../../package.json';
import { semanticTokens, semanticTokensEdits } from '../../../server/src/features/semanticTokens';
import { semanticTokensLegend } from '../../../server/src/features/tokenTypes';
import { createSheetLanguageService } from '../../../server/src/service';
import { answerOf, openSheet, seedText, withAnswer } from '../support/sheets';
import { decodeTokens, withTokenEdits, type ReceivedToken } from '../support/tokens';

function tokensIn(text: string): ReceivedToken[] {
  const opened = openSheet(text);
  return decodeTokens(opened.document, semanticTokens(opened));
}

/** The tokens of an answer, each as its words and its type. */
function tokensOf(number: number, answer: string): string[] {
  const text = withAnswer(number, answer);
  const opened = openSheet(text);
  const { start, end } = answerOf(opened, number);
  const offsetOf = ({ line, column }: ReceivedToken) => opened.document.offsetAt({ line, character: column });
  return decodeTokens(opened.document, semanticTokens(opened))
    .filter(token => start <= offsetOf(token) && offsetOf(token) < end)
    .map(({ words, type, modifiers }) => [words, type, ...modifiers].join(' | '));
}

describe('the colours of the real sheet', () => {
  const tokens = tokensIn(seedText());

  it('set apart headings, questions and answers', () => {
    const first = tokens.slice(0, 7).map(({ words, type }) => [words, type]);
    assert.deepEqual(first, [
      ['SECTION I: FORMATION, MEMBERS, AND DURATION', 'heading'],
      ['1.', 'questionNumber'],
      ['ATOP ID:', 'question'],
      ['4765', 'identifier'],
      ['2.', 'questionNumber'],
      ['COW Alliance # (if applicable):', 'question'],
      ['NA', 'notApplicable'],
    ]);
    assert.equal(tokens.filter(({ type }) => type === 'questionNumber').length, 61);
    assert.equal(tokens.filter(({ type }) => type === 'heading').length, 5);
  });

  it('give every line of a question’s text a token of its own', () => {
    const at = tokens.findIndex(({ words }) => words === '16.');
    assert.deepEqual(
      tokens.slice(at + 1, at + 3).map(({ words, type }) => [words.slice(-20), type]),
      [
        ['t all that apply to any'.slice(-20), 'question'],
        ['mber of the alliance.)'.slice(-20), 'question'],
      ],
    );
  });

  it('mark the one open question', () => {
    const open = tokens.filter(({ modifiers }) => modifiers.includes('unanswered'));
    assert.deepEqual(
      open.map(({ words }) => words.slice(0, 10)),
      ['13.', 'Number of ', 'renewals):'],
    );
  });

  it('mark what other sheets refer to', () => {
    assert.deepEqual(
      tokens.filter(({ modifiers }) => modifiers.includes('declaration')).map(({ words }) => words),
      ['4765', '370', 'Belarus', '705', 'Kazakhstan'],
    );
  });

  it('leave the log to the text, but for what was read in it', () => {
    assert.deepEqual(
      tokens.slice(-2).map(({ words, type }) => [words, type]),
      [
        ['Andrew Long, Ashley Leeds', 'answer'],
        ['December 27, 2017', 'date'],
      ],
    );
  });
});

describe('the colours of an answer', () => {
  for (const [number, answer, expected] of [
    [3, 'January 17, 1996', ['January 17, 1996 | date']],
    [3, '3/4/1996', ['3/4/1996 | date']],
    [3, 'February 30, 1996', ['February 30, 1996 | answer']],
    [
      4,
      '370 Belarus (joined May 6, 1955)\n999 Atlantis',
      [
        '370 | stateCode | declaration',
        'Belarus | stateName | declaration',
        '(joined | answer',
        'May 6, 1955 | date',
        ')',
        '999 Atlantis | answer',
      ],
    ],
    [2, '2065', ['2065 | identifier']],
    [17, 'Type I: Defense pact', ['Type I: Defense pact | answer']],
    [8, 'No', ['No | yesNo']],
    [8, 'Yes. Article 10.', ['Yes | yesNo', '. Article 10. | answer']],
    [15, 'N/A', ['N/A | notApplicable']],
    [19, 'none', ['none | notApplicable']],
    [
      16,
      'Defense pact, neutrality pact; Defnse pact',
      ['Defense pact | value', ', | answer', 'neutrality pact | value', '; Defnse pact | answer'],
    ],
    [
      23,
      'Yes. 365 Russia, and 640',
      ['Yes | yesNo', '. | answer', '365 | stateCode', 'Russia | stateName', ', and 640 | answer'],
    ],
    [23, 'Yes. 365, 640', ['Yes | yesNo', '. | answer', '365 | stateCode', ', | answer', '640 | stateCode']],
    [
      20,
      'By Russia or by the Czech Republic (316).',
      ['By Russia or by the | answer', 'Czech Republic | stateName', '( | answer', '316 | stateCode', ').'],
    ],
    [59, 'UNTS no. 541 (34:243); here', ['UNTS no. 541 (34:243) | citation', '; here | answer']],
    [15, 'See http://a.org/b.', ['See | answer', 'http://a.org/b | link', '. | answer']],
    [
      45,
      'No, but see ATOP 3150.',
      ['No | yesNo', ', but see ATOP | answer', '3150 | identifier', '. | answer'],
    ],
    [
      18,
      'Article 1: “The parties\nagree.” Then\n“They\n\nmeet.',
      [
        'Article 1: | answer',
        '“The parties | quotation',
        'agree.” | quotation',
        'Then | answer',
        '“They | quotation',
        'meet. | answer',
      ],
    ],
    [
      18,
      'It says "so" and "no\nmore"',
      ['It says | answer', '"so" | quotation', 'and "no | answer', 'more" | answer'],
    ],
  ] as const) {
    it(JSON.stringify(answer), () => {
      assert.deepEqual(
        tokensOf(number, answer),
        expected.map(token => (token.includes(' | ') ? token : `${token} | answer`)),
      );
    });
  }

  it('do not depend on the line ends', () => {
    const plain = tokensIn(seedText()).map(({ words, type, line }) => [words, type, line]);
    for (const eol of ['\r\n', '\r']) {
      assert.deepEqual(
        tokensIn(seedText().replaceAll('\n', eol)).map(({ words, type, line }) => [words, type, line]),
        plain,
      );
    }
  });
});

describe('colours of a part of the sheet', () => {
  it('are those of the whole that the range touches', () => {
    const opened = openSheet(seedText());
    const all = decodeTokens(opened.document, semanticTokens(opened));
    const range = { start: { line: 9, character: 0 }, end: { line: 12, character: 0 } };
    assert.deepEqual(
      decodeTokens(opened.document, semanticTokens(opened, range)),
      all.filter(({ line }) => line >= 9 && line < 12),
    );
  });
});

describe('colours after an edit', () => {
  it('are told as one change of whole tokens', () => {
    const before = semanticTokens(openSheet(seedText()));
    const after = semanticTokens(openSheet(withAnswer(13, 'None')));
    const edits = semanticTokensEdits(before, after);
    assert.equal(edits.length, 1);
    assert.ok((edits[0]?.data?.length ?? 0) < 30, 'only what has changed');
    assert.deepEqual(withTokenEdits(before, edits), after);
    assert.deepEqual(semanticTokensEdits(after, after), []);
  });

  it('are told whole where another result is asked after', () => {
    const service = createSheetLanguageService();
    const { document } = openSheet(seedText());
    const first = service.semanticTokens(document);
    assert.ok(first.resultId);
    const same = service.semanticTokensDelta(document, first.resultId);
    assert.deepEqual('edits' in same && same.edits, []);
    const stale = service.semanticTokensDelta(document, first.resultId);
    assert.deepEqual('data' in stale && stale.data, first.data);
    const { document: other } = openSheet(seedText());
    assert.ok('data' in service.semanticTokensDelta(other, stale.resultId ?? ''));
  });
});

describe('the manifest', () => {
  const { semanticTokenTypes, semanticTokenModifiers, semanticTokenScopes } = manifest.contributes;
  const own = semanticTokensLegend(true);

  it('has a colour for each type, and no other', () => {
    assert.deepEqual(
      semanticTokenTypes.map(({ id }) => id),
      own.tokenTypes,
    );
    const scopes = semanticTokenScopes.flatMap(forLanguage => Object.keys(forLanguage.scopes));
    assert.deepEqual(
      scopes.filter(selector => !selector.includes('.')),
      own.tokenTypes,
    );
    for (const { id } of semanticTokenModifiers) assert.ok(own.tokenModifiers.includes(id));
  });

  it('falls back on the types that other clients are told of', () => {
    const standard = semanticTokensLegend(false).tokenTypes;
    semanticTokenTypes.forEach((type, index) => {
      assert.equal('superType' in type ? type.superType : 'answer', standard[index]);
    });
  });
});
