import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import manifest from '../../../package.json';
import { readSettings, SETTINGS_SECTION, USUAL_SETTINGS } from '../../../server/src/connection/settings';

describe('the settings', () => {
  it('are taken as they are given', () => {
    assert.deepEqual(
      readSettings({
        severity: { 'missing-answer': 'error', 'bad-date': 'off' },
        inlayHints: { stateNames: false },
        codeLens: { enabled: false },
        format: { width: 100, dates: 'written' },
        diagnostics: { scope: 'workspace' },
        optionalQuestions: [57, 13],
      }),
      {
        severities: { 'missing-answer': 'error', 'bad-date': 'off' },
        inlayHints: { stateNames: false },
        codeLens: { enabled: false },
        format: { width: 100, dates: 'written' },
        scope: 'workspace',
        optionalQuestions: [57, 13],
      },
    );
  });

  for (const slip of [
    undefined,
    null,
    7,
    'off',
    [],
    { severity: 'off', inlayHints: true, codeLens: 'no', format: 80 },
    { severity: { 'missing-answer': 'fatal', unheardOf: 'off' }, format: { width: '80', dates: 'french' } },
    { format: { width: -1, dates: null }, inlayHints: { stateNames: 'no' }, codeLens: { enabled: 0 } },
    { format: { width: Number.NaN }, diagnostics: { scope: 'everywhere' } },
    { format: { width: 1_000_000 } },
    { diagnostics: { scope: 'everything' } },
    { diagnostics: 'workspace' },
    { optionalQuestions: 13 },
    { optionalQuestions: { 13: true } },
  ]) {
    it(`keep their defaults where they hold a slip: ${JSON.stringify(slip)}`, () => {
      assert.deepEqual(readSettings(slip), USUAL_SETTINGS);
    });
  }

  it('may say that no question is optional, and pass over what is no question', () => {
    assert.deepEqual(readSettings({ optionalQuestions: [] }).optionalQuestions, []);
    const numbers = [0, 62, 1.5, '13', null, [14], Number.NaN, 61];
    assert.deepEqual(readSettings({ optionalQuestions: numbers }).optionalQuestions, [61]);
  });

  it('have the defaults that the manifest says', () => {
    const values: Record<string, unknown> = {};
    for (const { properties } of manifest.contributes.configuration) {
      for (const [name, { default: value }] of Object.entries<{ default: unknown }>(properties)) {
        const [group = '', setting] = name.slice(SETTINGS_SECTION.length + 1).split('.');
        values[group] =
          setting === undefined ? value : { ...(values[group] as object | undefined), [setting]: value };
      }
    }
    assert.deepEqual(values['optionalQuestions'], [28, 43, 57]);
    assert.deepEqual(readSettings(values), USUAL_SETTINGS);
  });
});
