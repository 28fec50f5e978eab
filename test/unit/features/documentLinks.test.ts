import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { documentLinks } from '../../../server/src/features/documentLinks';
import { openSheet, seed, seedText, withAnswer } from '../support/sheets';

/** Each link as the words that it stands on and the address that it leads to. */
function linksIn(
  text: string,
  sheetUri?: (id: string) => string | undefined,
): [string, string | undefined][] {
  const opened = openSheet(text);
  return documentLinks(opened, { sheetUri }).map(({ range, target }) => [
    opened.document.getText(range),
    target,
  ]);
}

/** The links of an answer that the real sheet does not have. */
function linksInAnswer(number: number, answer: string, sheetUri?: (id: string) => string | undefined) {
  const usual = new Set(linksIn(seedText()).map(([words]) => words));
  return linksIn(withAnswer(number, answer), sheetUri).filter(([words]) => !usual.has(words));
}

const volume = (number: number) =>
  `https://treaties.un.org/doc/Publication/UNTS/Volume%20${number}/v${number}.pdf`;
const leagueVolume = (number: number) =>
  `https://treaties.un.org/doc/Publication/UNTS/LON/Volume%20${number}/v${number}.pdf`;
const SEARCH = 'https://treaties.un.org/Pages/AdvanceSearch.aspx?tab=UNTS&clang=_en';
const LEAGUE_SEARCH = 'https://treaties.un.org/Pages/LONOnline.aspx?clang=_en';

describe('links of the real sheet', () => {
  it('lead to the address, whole or torn, and to the volume of the treaty series', () => {
    const address = 'http://kazakhstan.mfa.gov.by/ru/bilateral_relations/political/';
    assert.deepEqual(linksIn(seedText()), [
      ['http://kazakhstan.mfa.gov.by/ru/bilateral relations/political/', address],
      [address, address],
      ['UNTS no. 35237 (2038:23)', volume(2038)],
    ]);
  });

  it('say where they lead, and do not promise more', () => {
    const tooltips = documentLinks(seed()).map(({ tooltip }) => tooltip);
    assert.match(tooltips[0] ?? '', /torn in this sheet/);
    assert.match(tooltips[2] ?? '', /volume 2038 .*no\. 35237, page 23.*usually/);
  });
});

describe('a web address', () => {
  it('without its http is one of the web', () => {
    assert.deepEqual(linksInAnswer(15, 'See www.example.org/a.'), [
      ['www.example.org/a', 'http://www.example.org/a'],
    ]);
  });

  it('torn at a line’s end is joined without a gap, at a blank with an underscore', () => {
    assert.deepEqual(linksInAnswer(15, 'See http://example.org/treaties/\nlist/a.pdf'), [
      ['http://example.org/treaties/\nlist/a.pdf', 'http://example.org/treaties/list/a.pdf'],
    ]);
    assert.deepEqual(linksInAnswer(15, 'See http://example.org/my page/of/treaties/'), [
      ['http://example.org/my page/of/treaties/', 'http://example.org/my_page/of/treaties/'],
    ]);
  });

  it('is also found before the first question and in the log', () => {
    const text = `From https://a.example/x\n${seedText().trimEnd()}\nSee https://b.example/y`;
    const words = linksIn(text).map(([link]) => link);
    assert.ok(words.includes('https://a.example/x') && words.includes('https://b.example/y'));
  });

  for (const other of [
    'command:workbench.action.quit',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'vscode://x/y',
    'http://',
    'http://[',
    'https://%',
  ]) {
    it(`is none: ${other}`, () => assert.deepEqual(linksInAnswer(15, `See ${other} there`), []));
  }
});

describe('a citation', () => {
  for (const [written, words, target] of [
    ['35 UNTS 12', undefined, volume(35)],
    ['2038 U.N.T.S. 23', undefined, volume(2038)],
    ['UNTS no. 541 (34:243)', undefined, volume(34)],
    ['UNTS, vol. 34, no. 541, p. 243', undefined, volume(34)],
    ['United Nations, Treaty Series, vol. 402, p. 71', undefined, volume(402)],
    ['UNTS 34:243', undefined, volume(34)],
    ['April 4, 1949, UNTS 34:243', 'UNTS 34:243', volume(34)],
    ['signed in 1949 UNTS 34:243', 'UNTS 34:243', volume(34)],
    ['UNTS no. 35237', undefined, SEARCH],
    ['UNTS 35237', undefined, SEARCH],
    ['UNTS I-35237', undefined, SEARCH],
    ['I-35237', undefined, SEARCH],
    ['34 LNTS 243', undefined, leagueVolume(34)],
    ['LNTS no. 812 (34:243)', undefined, leagueVolume(34)],
    ['League of Nations Treaty Series, vol. 94, p. 57', undefined, leagueVolume(94)],
    ['LNTS no. 812', undefined, LEAGUE_SEARCH],
  ] as const) {
    it(`${written} leads to the UN Treaty Collection`, () => {
      assert.deepEqual(linksInAnswer(59, written), [[words ?? written, target]]);
    });
  }

  for (const written of [
    'Pribram, The Secret Treaties of Austria-Hungary, 1879-1914, vol. I (1920), pp. 25-31',
    'published in the UNTS, not by the League',
    'UNTS',
    'TIAS 1838',
    'APUNTS 12',
  ]) {
    it(`is none: ${written}`, () => assert.deepEqual(linksInAnswer(59, written), []));
  }

  it('by a short number alone is one only where the citation is asked for', () => {
    assert.deepEqual(linksInAnswer(59, 'I-541'), [['I-541', SEARCH]]);
    assert.deepEqual(linksInAnswer(18, 'Article I-541 says so'), []);
  });
});

describe('the ID of an alliance', () => {
  const sheetUri = (id: string) =>
    id === '3150' || id === '3155.1' ? `file:///sheets/${id}.atop` : undefined;

  it('leads to its sheet, if there is one', () => {
    assert.deepEqual(linksInAnswer(45, 'No, but see 3150 and ATOPID 3155.1; ATOP 9999', sheetUri), [
      ['3150', 'file:///sheets/3150.atop'],
      ['3155.1', 'file:///sheets/3155.1.atop'],
    ]);
  });

  it('is found in a list', () => {
    assert.deepEqual(
      linksInAnswer(28, 'Compare ATOP IDs 3150, 3155.1 and 9999.', sheetUri).map(([id]) => id),
      ['3150', '3155.1'],
    );
  });

  it('leads nowhere where no workspace is known', () => {
    assert.deepEqual(linksInAnswer(45, 'see ATOP 3150'), []);
  });

  it('is not any number: a year, the project’s data, a page', () => {
    const all = (id: string) => `file:///${id}`;
    for (const answer of ['see 1949/3150', 'in 3150', 'ATOP 3150 data', 'ATOP 31500', 'ATOP 3150.125']) {
      assert.deepEqual(linksInAnswer(45, answer, all), [], answer);
    }
    assert.deepEqual(linksInAnswer(18, 'see 3150', all), [], 'only where other treaties are asked for');
  });

  it('of the sheet itself leads nowhere', () => {
    assert.ok(linksIn(seedText(), () => 'file:///other.atop').every(([words]) => words !== '4765'));
    assert.deepEqual(
      linksInAnswer(45, 'ATOP 3150', () => 'file:///sheet.atop'),
      [],
    );
  });
});
