import assert from 'node:assert/strict';
import {
  allQuestions,
  atopInstrument,
  memberVariables,
  questionsFeeding,
  variableByName,
  variables,
} from '../../../server/src/instrument';
import { publishedVariables } from './fixtures';

const published = publishedVariables();

describe('The ATOP variables', () => {
  it('are those that ATOP publishes, in its order', () => {
    assert.deepEqual(
      variables.map(variable => variable.name),
      published.map(variable => variable.name),
    );
  });

  for (const { name, questions } of published.filter(variable => !/^mem\d/.test(variable.name))) {
    it(`${name} is fed by question ${questions.join(', ')}`, () => {
      const feeding = questionsFeeding(atopInstrument, name).map(question => question.number);
      assert.deepEqual(feeding, questions);
    });
  }

  it('of the members, mem1 to mem59, are fed by question 4', () => {
    assert.deepEqual(
      [memberVariables[0], memberVariables.at(-1), memberVariables.length],
      ['mem1', 'mem59', 59],
    );
    for (const { name, questions } of published.filter(variable => /^mem\d/.test(variable.name))) {
      assert.deepEqual(
        questionsFeeding(atopInstrument, name).map(question => question.number),
        questions,
        name,
      );
    }
  });

  it('are the only ones that a question claims to feed', () => {
    const known = new Set(published.map(variable => variable.name));
    for (const { number, variables: fed } of allQuestions(atopInstrument)) {
      assert.deepEqual(
        fed.filter(name => !known.has(name)),
        [],
        `question ${number}`,
      );
      assert.equal(new Set(fed).size, fed.length, `question ${number} names a variable twice`);
    }
  });

  it('are found by name, in either case', () => {
    assert.equal(variableByName('natrefal')?.name, 'natrefal');
    assert.equal(variableByName('NATREFAL')?.name, 'natrefal');
    assert.equal(variableByName('mem59')?.meaning, 'member 59 of the alliance');
    assert.equal(variableByName('mem60'), undefined);
  });

  it('are explained in one short phrase each, no two alike', () => {
    for (const { name, meaning } of variables) {
      assert.match(meaning, /^[a-z].{8,89}[a-zA-Z]$/, `${name}: ${meaning}`);
    }
    const meanings = variables.map(variable => variable.meaning);
    assert.equal(new Set(meanings).size, meanings.length);
  });

  it('are plain data', () => {
    assert.deepEqual(JSON.parse(JSON.stringify(variables)), variables);
  });

  describe('and their codes', () => {
    const coded = published.flatMap(({ name, values }) => {
      const variable = variableByName(name);
      return variable && typeof values !== 'string' ? [{ variable, values }] : [];
    });

    it('are binary exactly where 0 and 1 are all that is published', () => {
      for (const { variable, values } of coded) {
        const zeroAndOne = values.length === 2 && values[0] === 0 && values[1] === 1;
        assert.equal(variable.scale === 'binary', zeroAndOne, variable.name);
      }
    });

    it('explain both sides of a binary variable', () => {
      for (const { name, codes = {} } of variables.filter(variable => variable.scale === 'binary')) {
        assert.deepEqual(Object.keys(codes), ['0', '1'], name);
      }
    });

    it('explain nothing that is never published', () => {
      for (const { variable, values } of coded) {
        const unknown = Object.keys(variable.codes ?? {}).filter(code => !values.includes(Number(code)));
        assert.deepEqual(unknown, [], variable.name);
      }
    });

    it('say so where categories are published that only the codebook explains', () => {
      for (const { variable, values } of coded.filter(({ variable: { scale } }) => scale === 'codes')) {
        const unexplained = values.filter(code => variable.codes?.[code] === undefined);
        assert.equal(variable.furtherCodes ?? false, unexplained.length > 0, variable.name);
      }
    });

    it('hold no categories where a number means itself or names a state', () => {
      for (const { name, scale, codes = {} } of variables) {
        if (scale !== 'number' && scale !== 'state') continue;
        assert.deepEqual(
          Object.keys(codes).filter(code => code !== '0'),
          [],
          name,
        );
      }
    });
  });
});
