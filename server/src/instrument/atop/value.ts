import type { InstrumentValue } from '../types';

/**
 * A value that a question names. Its other spellings are given as patterns, lower case, in which brackets
 * hold alternatives, one of them possibly empty, and may be nested: `non[|-| ]aggression[| pact]` stands
 * for six spellings. The value's own text and repeats are dropped, so that patterns may overlap.
 */
export function value(text: string, help: string, patterns: readonly string[]): InstrumentValue {
  const spellings = new Set(patterns.flatMap(spellingsOf));
  spellings.delete(text.toLowerCase());
  return { text, otherSpellings: [...spellings], help };
}

/** Every spelling that a pattern stands for, each once; inner brackets are written out before outer ones. */
export function spellingsOf(pattern: string): string[] {
  const [brackets, alternatives] = /\[([^[\]]*)\]/.exec(pattern) ?? [];
  if (brackets === undefined || alternatives === undefined) return [pattern];
  const spellings = alternatives
    .split('|')
    .flatMap(choice => spellingsOf(pattern.replace(brackets, () => choice)));
  return [...new Set(spellings)];
}
