import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { MarkupContent } from 'vscode-languageserver-types';
import { inlayHints } from '../../../server/src/features/inlayHints';
import { answerOf, openSheet, seedText, withAnswer } from '../support/sheets';

/** The answer's own hints, and the sheet's text as an editor shows it with them. */
function shown(number: number, answer: string, text = withAnswer(number, answer)): string {
  const opened = openSheet(text);
  const { document } = opened;
  const whole = { start: document.positionAt(0), end: document.positionAt(text.length) };
  let shownText = text;
  for (const { position, label, paddingLeft } of inlayHints(opened, whole).toReversed()) {
    const at = document.offsetAt(position);
    shownText = `${shownText.slice(0, at)}${paddingLeft ? '~' : ''}${label as string}${shownText.slice(at)}`;
  }
  const { start } = answerOf(opened, number);
  return shownText.slice(start, shownText.length - (text.length - answerOf(opened, number).end));
}

describe('the state’s name behind a bare code', () => {
  for (const [answer, expected] of [
    ['370\n705', '370~Belarus\n705~Kazakhstan'],
    ['370, 705', '370~Belarus, 705~Kazakhstan'],
    ['370 (joined 1996)\r\n705', '370~Belarus (joined 1996)\r\n705~Kazakhstan'],
    ['002\n020', '002~United States of America\n020~Canada'],
    ['370 Belarus\n705', '370 Belarus\n705~Kazakhstan'],
    ['370 Romania\n705', '370 Romania\n705~Kazakhstan'],
    ['Belarus (370)\nBLR 370', 'Belarus (370)\nBLR 370'],
    ['999\n9999\n8152', '999\n9999\n8152'],
    ['NA', 'NA'],
    ['', ''],
  ] as const) {
    it(`among the members: ${JSON.stringify(answer)}`, () => assert.equal(shown(4, answer), expected));
  }

  for (const [answer, expected] of [
    ['Yes. 365', 'Yes. 365~Russia'],
    ['Yes. 365, 640 and 2', 'Yes. 365~Russia, 640~Turkey and 2~United States of America'],
    ['Yes. 365/640. Article 2 names both.', 'Yes. 365~Russia/640~Turkey. Article 2 names both.'],
    ['Yes\n365\n640\nArticle 2', 'Yes\n365~Russia\n640~Turkey\nArticle 2'],
    ['Yes. 365 Russia', 'Yes. 365 Russia'],
    ['Yes. 2 states are named', 'Yes. 2 states are named'],
    ['Yes. 999', 'Yes. 999'],
    ['Yes. Article 20', 'Yes. Article 20'],
    ['No. 365', 'No. 365'],
    ['365', '365'],
  ] as const) {
    it(`among the targets: ${JSON.stringify(answer)}`, () => assert.equal(shown(23, answer), expected));
  }

  it('is shown for no other question', () => {
    assert.equal(shown(11, 'Yes. 365'), 'Yes. 365');
    assert.equal(shown(2, '365'), '365');
  });

  it('comes with what is known of the state', () => {
    const opened = openSheet(withAnswer(4, '370\n705'));
    const { document } = opened;
    const line = document.positionAt(answerOf(opened, 4).start).line;
    const onLine = (at: number) => ({
      start: { line: at, character: 0 },
      end: { line: at, character: 3 },
    });
    const [hint, ...more] = inlayHints(opened, onLine(line));
    assert.equal(more.length, 0, 'only what is asked for');
    assert.match((hint?.tooltip as MarkupContent).value, /Belarus\*\* \(BLR\)/);
    assert.deepEqual(inlayHints(opened, onLine(0)), []);
  });

  it('is not needed in the real sheet', () => {
    const opened = openSheet(seedText());
    const end = opened.document.positionAt(seedText().length);
    assert.deepEqual(inlayHints(opened, { start: { line: 0, character: 0 }, end }), []);
  });
});
