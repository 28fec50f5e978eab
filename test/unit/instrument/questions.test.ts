import assert from 'node:assert/strict';
import {
  allQuestions,
  atopInstrument,
  questionByNumber,
  questionsFeeding,
  sectionOf,
  type Instrument,
  type Question,
} from '../../../server/src/instrument';

const questions = allQuestions(atopInstrument);

function numbersOf(picked: (question: Question) => unknown): number[] {
  return questions.filter(picked).map(question => question.number);
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

describe('The ATOP instrument', () => {
  describe('as a whole', () => {
    it('asks 61 questions, numbered from 1 to 61', () => {
      assert.deepEqual(
        numbersOf(() => true),
        range(1, 61),
      );
    });

    it('divides them into five sections where the sheets do', () => {
      const sections = atopInstrument.sections.map(({ numeral, questions: inside }) => {
        return [numeral, inside[0]?.number, inside.at(-1)?.number];
      });
      assert.deepEqual(sections, [
        ['I', 1, 15],
        ['II', 16, 28],
        ['III', 29, 43],
        ['IV', 44, 56],
        ['V', 57, 61],
      ]);
    });

    it('is plain data that survives being written to a file and read back', () => {
      assert.deepEqual(JSON.parse(JSON.stringify(atopInstrument)), atopInstrument);
    });
  });

  describe('reads each answer by its kind', () => {
    const kinds: readonly (readonly [Question['kind'], readonly number[]])[] = [
      ['atop-id', [1]],
      ['cow-alliance', [2, 17]],
      ['dates', [3, 13, 14, 60]],
      ['members', [4]],
      ['yes-no', [5, ...range(8, 12), ...range(21, 27), ...range(29, 42), ...range(44, 56)]],
      ['values', [6, 7, 16, 19, 58]],
      ['text', [15, 18, 20, 28, 43, 57, 59, 61]],
    ];
    for (const [kind, numbers] of kinds) {
      it(`${kind}: ${numbers.join(', ')}`, () => {
        assert.deepEqual(
          numbersOf(question => question.kind === kind),
          numbers,
        );
      });
    }

    it('takes an empty answer as complete only for the three comments', () => {
      assert.deepEqual(
        numbersOf(question => !question.required),
        [28, 43, 57],
      );
    });

    it('expects states by code in the members, the future members and the target', () => {
      assert.deepEqual(
        numbersOf(question => question.states),
        [4, 9, 23],
      );
    });
  });

  describe('knows which answer a question wants described', () => {
    for (const { number, text, kind, describe: described } of questions) {
      const wanted = /\bIf (Yes|so)\b/.test(text) ? 'yes' : /\bIf No\b/.test(text) ? 'no' : undefined;
      it(`question ${number}: ${wanted ?? 'neither'}`, () => {
        assert.equal(described, wanted);
        assert.equal(kind === 'yes-no', wanted !== undefined);
      });
    }
  });

  describe('names the values of a list', () => {
    const lists = questions.filter(question => question.kind === 'values');

    it('for the questions with a list, and for no others', () => {
      assert.deepEqual(
        numbersOf(question => question.values?.length),
        numbersOf(question => question.kind === 'values'),
      );
    });

    it('with five pacts and eight conditions, of which several may apply', () => {
      assert.equal(questionByNumber(atopInstrument, 16)?.values?.length, 5);
      assert.equal(questionByNumber(atopInstrument, 19)?.values?.length, 8 + 1);
      assert.deepEqual(
        numbersOf(question => question.several),
        numbersOf(question => question.text.includes('List all that apply')),
      );
    });

    it('and leaves the list open exactly where the question ends it with "etc."', () => {
      const open = lists.filter(question => question.open).map(question => question.number);
      const etc = lists.filter(question => question.text.includes('etc.')).map(question => question.number);
      assert.deepEqual(open, etc);
    });

    for (const { number, text, values = [] } of lists) {
      it(`in the words and the order of question ${number}`, () => {
        let reached = 0;
        for (const value of values.filter(({ alone }) => !alone)) {
          const found = text.toLowerCase().indexOf(value.text.toLowerCase(), reached);
          assert.ok(found >= 0, `"${value.text}" is not there, or not after the one before`);
          reached = found + 1;
        }
      });

      it(`so that no spelling in question ${number} can mean two of them`, () => {
        const spellings = values.flatMap(value => [value.text.toLowerCase(), ...value.otherSpellings]);
        const repeated = spellings.filter((spelling, index) => spellings.indexOf(spelling) !== index);
        assert.deepEqual(repeated, []);
      });

      it(`with every other spelling in question ${number} in lower case and cleanly spaced`, () => {
        for (const spelling of values.flatMap(value => value.otherSpellings)) {
          assert.equal(spelling, spelling.toLowerCase());
          assert.equal(spelling, spelling.replace(/\s+/g, ' ').trim());
          assert.doesNotMatch(spelling, /[[\]|]/, 'a pattern was not written out');
          assert.notEqual(spelling, '');
        }
      });

      it(`each explained in one sentence in question ${number}`, () => {
        for (const { text: name, help } of values) {
          assert.match(help, /^[A-Z][^.]{20,110}\.$/, name);
        }
      });
    }

    it('None stands alone, and is the only one that does', () => {
      const alone = lists.flatMap(question => question.values ?? []).filter(value => value.alone);
      assert.deepEqual(
        alone.map(value => value.text),
        ['None'],
      );
    });

    const written: readonly (readonly [number, string, string])[] = [
      [6, 'exchange of notes', 'Diplomatic notes'],
      [6, 'exchange of letters', 'Diplomatic notes'],
      [7, 'public with secret articles', 'Public but with secret articles'],
      [7, 'public, but with secret articles', 'Public but with secret articles'],
      [7, 'public with a secret protocol', 'Public but with secret articles'],
      [16, 'defence pact', 'Defense pact'],
      [16, 'mutual defense pact', 'Defense pact'],
      [16, 'defensive alliance', 'Defense pact'],
      [16, 'defense', 'Defense pact'],
      [16, 'neutrality', 'Neutrality pact'],
      [16, 'non-aggression pact', 'Nonaggression pact'],
      [16, 'non aggression', 'Nonaggression pact'],
      [16, 'nonaggression', 'Nonaggression pact'],
      [16, 'consultative pact', 'Consultation pact'],
      [16, 'offence pact', 'Offense pact'],
      [16, 'offensive alliance', 'Offense pact'],
      [19, 'non-provocation', 'Nonprovocation of enemy'],
      [19, 'non-compliance with a specific demand', 'Noncompliance with a specific demand'],
      [19, 'n/a', 'None'],
      [19, 'no', 'None'],
      [58, 'treaty & secondary sources', 'Treaty and secondary sources'],
    ];
    for (const [number, spelling, meant] of written) {
      it(`and takes "${spelling}" in question ${number} for ${meant}`, () => {
        const values = questionByNumber(atopInstrument, number)?.values ?? [];
        const found = values.filter(value => value.otherSpellings.includes(spelling));
        assert.deepEqual(
          found.map(value => value.text),
          [meant],
        );
      });
    }
  });

  describe('speaks to the coder', () => {
    it('with a label of its own for every question, short enough for an outline', () => {
      const labels = questions.map(question => question.label);
      assert.deepEqual([...new Set(labels)], labels);
      for (const label of labels) {
        assert.ok(label.length <= 32, `"${label}" is too long`);
        assert.match(label, /^[A-Z]\S*( \S+){1,3}$/, `"${label}" is not two to four words`);
      }
    });

    for (const { number, help, text, inline, required } of questions) {
      it(`in one to four sentences of help for question ${number}, with an example`, () => {
        assert.ok(help.length >= 80 && help.length <= 420, `${help.length} characters`);
        const prose = help.replace(/`[^`]*`/g, 'example');
        const sentences = prose.split(/[.?!](?:\s|$)/).filter(Boolean);
        assert.ok(sentences.length >= 1 && sentences.length <= 4, `${sentences.length} sentences`);
        assert.match(help, /`[^`]+`/);
        assert.doesNotMatch(prose, /`|\s\s/, 'code marks are unpaired, or words are spaced twice');
        assert.doesNotMatch(help, /[“”‘’]/);
        assert.ok(!help.includes(text), 'the help only repeats the question');
        assert.equal(help.includes('own line'), inline ?? false, 'whether the answer stands on the line');
        assert.equal(help.includes('may stay empty'), !required, 'whether the answer may stay empty');
      });
    }
  });

  describe('can be looked up', () => {
    it('by the number of a question', () => {
      assert.equal(questionByNumber(atopInstrument, 24)?.label, 'Symmetric obligations');
      assert.equal(questionByNumber(atopInstrument, 0), undefined);
      assert.equal(questionByNumber(atopInstrument, 62), undefined);
    });

    it('by the section that holds a question', () => {
      assert.equal(sectionOf(atopInstrument, 15)?.numeral, 'I');
      assert.equal(sectionOf(atopInstrument, 16)?.numeral, 'II');
      assert.equal(sectionOf(atopInstrument, 61)?.numeral, 'V');
      assert.equal(sectionOf(atopInstrument, 62), undefined);
    });

    it('by a variable, which several questions may feed', () => {
      const feeding = questionsFeeding(atopInstrument, 'natrefal').map(question => question.number);
      assert.deepEqual(feeding, [44, 45, 46, 48]);
      assert.deepEqual(questionsFeeding(atopInstrument, 'no such variable'), []);
    });

    it('beside another instrument, without mixing the two', () => {
      const [first] = atopInstrument.sections;
      assert.ok(first);
      const short: Instrument = { id: 'short', name: 'A short sheet', sections: [first] };
      assert.equal(allQuestions(short).length, 15);
      assert.equal(questionByNumber(short, 16), undefined);
      assert.equal(allQuestions(atopInstrument).length, 61);
    });
  });
});
