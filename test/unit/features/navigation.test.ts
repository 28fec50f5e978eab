import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { DocumentHighlightKind } from 'vscode-languageserver-types';
import { MemoryWorkspace, sheetOf } from '../support/workspace';

const workspace = new MemoryWorkspace({
  '3150.atop': sheetOf('3150', {
    4: '365 Soviet Union\n370 Belarus',
    9: 'Yes. 360 and 390',
    23: 'Yes. Germany (255); 220 France, and Germany once more',
  }),
  '4765.atop': sheetOf('4765', {
    45: 'Yes. It extends ATOP 3150 (Article 1).',
    48: 'Yes. See 3150, 9999.',
  }),
  '4765-coder2.atop': sheetOf('4765', { 4: 'Belarus, 705 Kazakhstan', 44: 'Yes. ATOPID 3150' }),
});
const { service } = workspace;

function references(path: string, words: string, options = {}, includeDeclaration = true): string[] {
  return service
    .references(workspace.document(path), workspace.position(path, words, options), includeDeclaration)
    .map(place => workspace.told(place));
}

function definition(path: string, words: string, options = {}) {
  return service
    .definition(workspace.document(path), workspace.position(path, words, options))
    .map(({ targetUri, targetSelectionRange }) =>
      workspace.told({ uri: targetUri, range: targetSelectionRange }),
    );
}

function highlights(path: string, words: string, options = {}) {
  const document = workspace.document(path);
  return service
    .documentHighlights(document, workspace.position(path, words, options))
    .map(({ range, kind }) => {
      const isOwn = kind === DocumentHighlightKind.Write;
      return `${workspace.told({ uri: document.uri, range })} (${isOwn ? 'own' : 'other'})`;
    });
}

describe('find references', () => {
  const everyMention = [
    '3150.atop Q1: 3150',
    '4765-coder2.atop Q44: 3150',
    '4765.atop Q45: 3150',
    '4765.atop Q48: 3150',
  ];

  it('of an ATOP ID finds its sheet and every mention, from wherever it stands', () => {
    assert.deepEqual(references('3150.atop', '3150'), everyMention);
    assert.deepEqual(references('4765.atop', 'ATOP 3150', { plus: 7 }), everyMention);
    assert.deepEqual(references('4765.atop', 'See 3150', { plus: 8 }), everyMention);
    assert.deepEqual(references('3150.atop', '3150', {}, false), everyMention.slice(1));
  });

  it('of an ATOP ID that no sheet bears finds its mentions', () => {
    assert.deepEqual(references('4765.atop', '9999'), ['4765.atop Q48: 9999']);
  });

  it('of a state finds where it is a member, in whatever words', () => {
    assert.deepEqual(references('4765.atop', '370 Belarus'), [
      '3150.atop Q4: 370 Belarus',
      '4765-coder2.atop Q4: Belarus',
      '4765.atop Q4: 370 Belarus',
    ]);
    assert.deepEqual(
      references('4765.atop', '705 Kazakhstan', { plus: 6 }),
      references('4765-coder2.atop', '705 Kazakhstan'),
    );
  });

  it('of a state finds where it is a target or a future member, also by its bare code', () => {
    assert.deepEqual(references('3150.atop', 'Germany (255)'), [
      '3150.atop Q23: Germany (255)',
      '3150.atop Q23: Germany',
    ]);
    assert.deepEqual(references('3150.atop', '390'), ['3150.atop Q9: 390']);
  });

  it('finds nothing where neither stands', () => {
    assert.deepEqual(references('3150.atop', 'SECTION II'), []);
    assert.deepEqual(references('3150.atop', '120 months'), []);
  });
});

describe('go to definition', () => {
  it('leads from a mention of an ATOP ID to question 1 of its sheet', () => {
    assert.deepEqual(definition('4765.atop', 'ATOP 3150', { plus: 6 }), ['3150.atop Q1: 3150']);
    assert.deepEqual(definition('4765.atop', '9999'), []);
  });

  it('leads from question 1 to itself', () => {
    assert.deepEqual(definition('4765.atop', '4765'), ['4765.atop Q1: 4765']);
  });

  it('leads from a state to the sheet’s own member, and from one that is none to itself', () => {
    const target = new MemoryWorkspace({
      'a.atop': sheetOf('3150', { 9: 'Yes. Belarus and 390 Denmark' }),
    });
    const ofTarget = (words: string) =>
      target.service
        .definition(target.document('a.atop'), target.position('a.atop', words))
        .map(({ targetUri, targetSelectionRange }) =>
          target.told({ uri: targetUri, range: targetSelectionRange }),
        );
    assert.deepEqual(ofTarget('Belarus and'), ['a.atop Q4: 370 Belarus']);
    assert.deepEqual(ofTarget('390 Denmark'), ['a.atop Q9: 390 Denmark']);
    assert.deepEqual(ofTarget('705 Kazakhstan'), ['a.atop Q4: 705 Kazakhstan']);
  });
});

describe('highlights', () => {
  it('mark the same alliance and the same state in the sheet', () => {
    assert.deepEqual(highlights('4765.atop', 'ATOP 3150', { plus: 6 }), [
      '4765.atop Q45: 3150 (other)',
      '4765.atop Q48: 3150 (other)',
    ]);
    assert.deepEqual(highlights('3150.atop', '3150'), ['3150.atop Q1: 3150 (own)']);
    assert.deepEqual(highlights('3150.atop', '255'), [
      '3150.atop Q23: Germany (255) (other)',
      '3150.atop Q23: Germany (other)',
    ]);
    assert.deepEqual(highlights('3150.atop', 'Soviet Union'), ['3150.atop Q4: 365 Soviet Union (own)']);
    assert.deepEqual(highlights('3150.atop', 'SECTION'), []);
  });
});

describe('workspace symbols', () => {
  const found = (query: string) =>
    service
      .workspaceSymbols(query)
      .map(({ name, containerName, location }) => `${name} | ${containerName} | ${workspace.told(location)}`);

  it('find a sheet by its ATOP ID', () => {
    assert.deepEqual(found('3150'), ['ATOP 3150 | 3150.atop | 3150.atop Q1: 3150']);
    assert.deepEqual(found('atop 47'), [
      'ATOP 4765 | 4765-coder2.atop | 4765-coder2.atop Q1: 4765',
      'ATOP 4765 | 4765.atop | 4765.atop Q1: 4765',
    ]);
  });

  it('find members by name, code, abbreviation and another name', () => {
    const belarus = [
      '370 Belarus | ATOP 3150, 3150.atop | 3150.atop Q4: 370 Belarus',
      '370 Belarus | ATOP 4765, 4765-coder2.atop | 4765-coder2.atop Q4: Belarus',
      '370 Belarus | ATOP 4765, 4765.atop | 4765.atop Q4: 370 Belarus',
    ];
    assert.deepEqual(found('Belarus'), belarus);
    assert.deepEqual(found('370'), belarus);
    assert.deepEqual(found('BLR'), belarus);
    assert.deepEqual(
      found('byelorussia'),
      belarus.map(told => told.replace('Belarus |', 'Belarus (Byelorussia) |')),
    );
  });

  it('forgive letters that were left out, and put the best first', () => {
    assert.deepEqual(found('kzkstn').length, 2);
    assert.match(found('be')[0] ?? '', /^370 Belarus/);
  });

  it('are the sheets where nothing is typed yet, and nothing for what nobody bears', () => {
    assert.equal(found('').length, 3);
    assert.deepEqual(found('Ruritania'), []);
  });

  it('are limited', () => {
    const many = new MemoryWorkspace(
      Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`${index}.atop`, sheetOf('4765')])),
    );
    assert.equal(many.service.workspaceSymbols('4765').length, 150);
    assert.equal(many.service.workspaceSymbols('a').length, 200);
  });
});
