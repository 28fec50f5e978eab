import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { deriveVariables, derivations, isFilled } from '../../../server/src/dataset';
import { memberVariables, variables } from '../../../server/src/instrument';
import { publishedVariables } from '../instrument/fixtures';
import { example, filledOf, outcomeOf } from './rows';

const published = publishedVariables();

/** What the sheet of 4765 settles without a coder, by the project's own reading. */
const SETTLED_OF_4765 =
  'atopid begyr begmo begday mem1 mem2 bilat wartime estmode pubsecr secrart proadd futmem speclgth length renounce defense offense neutral nonagg consul conditio defcon offcon neucon concon asymm seppeace thirdcom noothall specthrt conwtin medarb milcon milaid intcom subord base contrib armred acqterr divgains demwith reflnun compag nomicoop conres conmen ecaid source ineffect endyr endmo endday'.split(
    ' ',
  );

describe('every published variable', () => {
  it('has one derivation, in ATOP’s order', () => {
    assert.deepEqual(
      derivations.map(({ variable }) => variable),
      variables.map(({ name }) => name),
    );
  });

  it('is read from the questions that feed it, besides those that qualify it', () => {
    for (const { name, questions } of published) {
      const derivation = derivations.find(({ variable }) => variable === name);
      for (const question of questions)
        assert.ok(derivation?.questions.includes(question), `${name}: ${question}`);
    }
  });

  it('says how it is derived and when it stays blank', () => {
    for (const { variable, how, staysBlank } of derivations) {
      assert.match(how, /^[A-Z0-9“].*\.$/s, variable);
      assert.match(staysBlank, /^[A-Z`“].*\.$/s, variable);
    }
  });
});

describe('the dataset row of 4765, the real sheet', () => {
  const row = deriveVariables(example(4765));

  it('holds every value that the text settles', () => {
    const filled = filledOf(example(4765));
    assert.deepEqual(
      SETTLED_OF_4765.filter(name => filled[name] === undefined),
      [],
    );
  });

  for (const { name, of4765 } of published) {
    it(`has the published ${name}, or leaves it to a coder`, () => {
      const outcome = row.get(name);
      assert.ok(outcome);
      if (isFilled(outcome)) assert.equal(outcome.value, of4765);
      else assert.equal(outcome.needsCoder, of4765 !== undefined, outcome.reason);
    });
  }
});

describe('the dataset row of a multilateral alliance, 3180', () => {
  const sheet = example(3180);
  const filled = filledOf(sheet);

  it('begins with the first signature, not with an accession', () => {
    assert.deepEqual([filled['begyr'], filled['begmo'], filled['begday']], [1949, 4, 4]);
  });

  it('has all members in the sheet’s order, accessions included, and no more', () => {
    const codes = memberVariables.flatMap(name => filled[name] ?? []);
    assert.deepEqual(
      codes,
      [
        2, 20, 200, 210, 211, 212, 220, 230, 235, 255, 260, 290, 310, 316, 317, 325, 339, 341, 343, 344, 349,
        350, 355, 360, 366, 367, 368, 375, 380, 385, 390, 395, 640,
      ],
    );
    assert.deepEqual(outcomeOf(sheet, 'mem34'), {
      blank: true,
      reason: 'Question 4 lists 33 members.',
      needsCoder: false,
    });
  });

  it('is not bilateral, is in effect, and lasts 240 months', () => {
    assert.equal(filled['bilat'], 0);
    assert.deepEqual(
      [filled['ineffect'], filled['endyr'], filled['endmo'], filled['endday'], filled['term']],
      [1, 0, 0, 0, 0],
    );
    assert.deepEqual([filled['speclgth'], filled['length']], [1, 240]);
  });

  it('has three types, and leaves to a coder which of them its conditions limit', () => {
    assert.deepEqual(
      ['defense', 'offense', 'neutral', 'nonagg', 'consul'].map(name => filled[name]),
      [1, 0, 0, 1, 1],
    );
    assert.deepEqual(
      ['conditio', 'defcon', 'offcon', 'neucon', 'concon'].map(name => filled[name]),
      [1, undefined, 0, 0, undefined],
    );
  });

  it('refers to the United Nations, and provides for new members in a way that a coder classifies', () => {
    assert.equal(filled['reflnun'], 2);
    assert.equal(filled['proadd'], undefined);
    assert.equal(filled['noothall'], 1);
  });
});

describe('the dataset row of a secret treaty that has ended, 1335', () => {
  const filled = filledOf(example(1335));

  it('is secret as a whole, also where an article is named beside the word', () => {
    assert.deepEqual([filled['pubsecr'], filled['secrart']], [2, 8]);
  });

  it('has the day of its end, and leaves the cause to a coder', () => {
    assert.deepEqual(
      [filled['ineffect'], filled['endyr'], filled['endmo'], filled['endday'], filled['term']],
      [0, 1918, 11, 3, undefined],
    );
  });

  it('names one target by its code', () => {
    assert.deepEqual([filled['specthrt'], filled['statthr1'], filled['statthr2']], [undefined, 365, 0]);
  });

  it('leaves the source to a coder: the published codes do not tell it apart', () => {
    assert.equal(filled['source'], undefined);
  });
});

describe('the dataset row of a sheet that is half filled in, 6200', () => {
  const sheet = example(6200);

  it('has what is answered', () => {
    const filled = filledOf(sheet);
    assert.deepEqual(
      [filled['begyr'], filled['mem1'], filled['mem2'], filled['wartime']],
      [2024, 365, 731, 1],
    );
  });

  it('leaves what is not answered blank, and says so', () => {
    assert.deepEqual(outcomeOf(sheet, 'conwtin'), {
      blank: true,
      reason: 'Question 29 is not answered.',
      needsCoder: true,
      question: 29,
    });
  });

  it('takes a treaty without an end for one without a length, whose code a coder chooses', () => {
    const filled = filledOf(sheet);
    assert.deepEqual([filled['length'], filled['speclgth']], [0, undefined]);
  });

  it('does not take attack alone for a condition', () => {
    assert.equal(filledOf(sheet)['conditio'], undefined);
    assert.equal(filledOf(sheet)['offcon'], 0);
  });
});
