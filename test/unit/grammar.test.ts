import assert from 'node:assert/strict';
import { Linter } from 'eslint';
import regexp from 'eslint-plugin-regexp';
import { describe, it } from 'mocha';
import grammar from '../../syntaxes/atop.tmLanguage.json';

/** Every pattern of the grammar. */
function patternsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' && ['match', 'begin', 'end', 'while'].includes(key)
      ? [inner]
      : patternsIn(inner),
  );
}

/** A pattern of the grammar as JavaScript has it: `(?i)` at its beginning is a flag there. */
function literal(pattern: string): string {
  const body = pattern.replace(/^\(\?i\)/, '').replace(/(?<!\\)\//g, '\\/');
  return `/${body}/${pattern.startsWith('(?i)') ? 'iu' : 'u'}`;
}

describe('the grammar', () => {
  it('takes time in proportion to the line, whatever stands there', () => {
    const patterns = patternsIn(grammar);
    assert.ok(patterns.length > 15);
    const linter = new Linter();
    for (const pattern of patterns) {
      const problems = linter.verify(`${literal(pattern)};`, [
        {
          plugins: { regexp },
          rules: {
            'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
            'regexp/no-super-linear-move': ['error', { report: 'potential' }],
          },
        },
      ]);
      assert.deepEqual(
        problems.map(({ message }) => message),
        [],
        pattern,
      );
    }
  });
});
