import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import Ajv from 'ajv';
import { isIgnored, readProjectFile } from '../../../server/src/configuration';
import { rules } from '../../../server/src/rules';
import { projectFileSchema } from '../../../scripts/docs/projectFileSchema';

const problemsOf = (text: string) =>
  readProjectFile(text).problems.map(({ line, column, message }) => `${line}:${column} ${message}`);

describe('the project file', () => {
  it('sets severities and leaves sheets out', () => {
    const { settings, problems } = readProjectFile(
      '{"severity": {"missing-answer": "error", "bad-date": "off"}, "ignore": ["drafts/"]}',
    );
    assert.deepEqual(settings, {
      severities: { 'missing-answer': 'error', 'bad-date': 'off' },
      ignore: ['drafts/'],
    });
    assert.deepEqual(problems, []);
  });

  it('may say that a rule keeps its own severity, hold comments, and name its schema', () => {
    const { settings, problems } = readProjectFile(
      '// quiet\n{\n  "$schema": "x",\n  "severity": { "missing-answer": "default", },\n}',
    );
    assert.deepEqual(settings, { severities: { 'missing-answer': 'warning' }, ignore: [] });
    assert.deepEqual(problems, []);
  });

  it('says which questions may stay empty, none included', () => {
    for (const numbers of [[57, 13], []]) {
      const { settings, problems } = readProjectFile(JSON.stringify({ optionalQuestions: numbers }));
      assert.deepEqual(settings, { severities: {}, ignore: [], optionalQuestions: numbers });
      assert.deepEqual(problems, []);
    }
  });

  it('may be an empty object', () => {
    assert.deepEqual(readProjectFile('{}'), { settings: { severities: {}, ignore: [] }, problems: [] });
  });

  const WRONG: readonly (readonly [text: string, ...problems: string[]])[] = [
    ['{"severty": {}}', '1:2 “severty” is no key that is known here; did you mean “severity”?'],
    [
      '{"width": 80}',
      '1:2 “width” is no key that is known here; known are “$schema”, “severity”, “optionalQuestions”, “ignore”.',
    ],
    [
      '{\n "severity": []}',
      '2:14 Rules and their severities are expected here: {"missing-answer": "error"}.',
    ],
    [
      '{"severity": {"bad-dates": "off"}}',
      '1:15 “bad-dates” is no rule that is known here; did you mean “bad-date”?',
    ],
    [
      '{"severity": {"bad-date": true}}',
      '1:27 A severity is expected here: “error”, “warning”, “information”, “hint”, “off”, “default”.',
    ],
    ['{"ignore": "drafts"}', '1:12 Patterns of files are expected here: ["drafts/", "*.old.atop"].'],
    [
      '{"ignore": ["a", 1, ""]}',
      '1:18 Patterns of files are expected here: ["drafts/", "*.old.atop"].',
      '1:21 Patterns of files are expected here: ["drafts/", "*.old.atop"].',
    ],
    ['{"optionalQuestions": 13}', '1:23 Numbers of questions, 1 to 61, are expected here: [28, 43, 57].'],
    [
      '{"optionalQuestions": [13, 62, "14"]}',
      '1:28 Numbers of questions, 1 to 61, are expected here: [28, 43, 57].',
      '1:32 Numbers of questions, 1 to 61, are expected here: [28, 43, 57].',
    ],
    ['{"$schema": 1}', '1:13 The address of a schema is expected here, in quotes.'],
    ['[]', '1:1 The file has to hold one object: {"severity": {}, "ignore": []}.'],
    ['', '1:1 This is not JSON: value expected.'],
    ['{"severity": {"bad-date": "off"}', '1:33 This is not JSON: close brace expected.'],
  ];
  for (const [text, ...problems] of WRONG) {
    it(`says what is wrong with ${JSON.stringify(text)}`, () => assert.deepEqual(problemsOf(text), problems));
  }

  it('is used as far as it can be meant', () => {
    const { settings } = readProjectFile(
      '{"severity": {"bad-date": "off", "nonsense": "off"}, "ignore": ["a", 1], "optionalQuestions": [0, 13]}',
    );
    assert.deepEqual(settings, {
      severities: { 'bad-date': 'off' },
      ignore: ['a'],
      optionalQuestions: [13],
    });
  });

  it('never throws, and every problem lies inside the text', () => {
    const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.json());
    fc.assert(
      fc.property(texts, text => {
        for (const { start, end } of readProjectFile(text).problems)
          assert.ok(0 <= start && start <= end && end <= text.length);
      }),
    );
  });
});

describe('what a project file leaves out', () => {
  const CASES: readonly (readonly [patterns: readonly string[], path: string, isLeftOut: boolean])[] = [
    [[], '4765.atop', false],
    [['drafts/'], 'drafts/4765.atop', true],
    [['drafts/'], 'a/drafts/b/4765.atop', true],
    [['/drafts/'], 'a/drafts/4765.atop', false],
    [['*.old.atop'], 'a/4765.old.atop', true],
    [['*.atop', '!4765.atop'], '4765.atop', false],
    [['**/old/**'], 'a/old/4765.atop', true],
    [['*'], '../4765.atop', false],
    [['*'], '', false],
  ];
  for (const [patterns, path, isLeftOut] of CASES) {
    it(`${isLeftOut ? 'holds' : 'does not hold'} “${path}” for ${JSON.stringify(patterns)}`, () =>
      assert.equal(isIgnored(patterns, path), isLeftOut));
  }
});

describe('the schema of the project file', () => {
  const ajv = new Ajv({ strict: false });
  const validate = ajv.compile(JSON.parse(projectFileSchema()) as object);

  it('takes what the reader takes, and no other keys', () => {
    const everyRule = Object.fromEntries(rules.map(({ id }) => [id, 'off']));
    for (const [settings, isValid] of [
      [{}, true],
      [{ severity: everyRule, ignore: ['a'] }, true],
      [{ severity: { 'bad-date': 'default' } }, true],
      [{ severity: { 'bad-dates': 'off' } }, false],
      [{ severity: { 'bad-date': 'fatal' } }, false],
      [{ optionalQuestions: [1, 61] }, true],
      [{ optionalQuestions: [] }, true],
      [{ optionalQuestions: [0] }, false],
      [{ optionalQuestions: [62] }, false],
      [{ optionalQuestions: [1.5] }, false],
      [{ optionalQuestions: '13' }, false],
      [{ ignore: [''] }, false],
      [{ width: 80 }, false],
    ] as const) {
      assert.equal(validate(settings), isValid, JSON.stringify(settings));
      assert.equal(readProjectFile(JSON.stringify(settings)).problems.length === 0, isValid);
    }
  });

  it('describes every rule and every severity', () => {
    assert.doesNotMatch(projectFileSchema(), /"description": ""|"enumDescriptions": \[[^\]]*""/);
  });
});
