import type { SemanticTokensLegend } from 'vscode-languageserver-types';
import type { Span } from '../syntax';

/**
 * What the words of a sheet are, each with the type of LSP's own that comes nearest. An answer has none:
 * it is what the other words stand out from or stay behind.
 */
const STANDARD_TYPES = {
  heading: 'namespace',
  questionNumber: 'property',
  question: 'comment',
  answer: 'answer',
  quotation: 'string',
  yesNo: 'keyword',
  notApplicable: 'keyword',
  identifier: 'number',
  stateCode: 'number',
  stateName: 'type',
  date: 'number',
  value: 'enumMember',
  citation: 'string',
  link: 'string',
} as const;

export type TokenType = keyof typeof STANDARD_TYPES;

/** In the order of the numbers that stand for them. */
const TYPES = Object.keys(STANDARD_TYPES) as TokenType[];

const MODIFIERS = [
  /** The sheet's own ID and its members: what other answers and other sheets refer to. */
  'declaration',
  /** A question that needs an answer and has none. */
  'unanswered',
] as const;

export type TokenModifier = (typeof MODIFIERS)[number];

/** A stretch of the sheet and what it is. */
export interface Token extends Span {
  readonly type: TokenType;
  readonly modifier?: TokenModifier | undefined;
}

/**
 * The names that the numbers in encoded tokens stand for: the sheet language's own, for a client that
 * has colours for them, or those of LSP for any other.
 */
export function semanticTokensLegend(areOwnTypesKnown: boolean): SemanticTokensLegend {
  return {
    tokenTypes: areOwnTypesKnown ? TYPES : Object.values(STANDARD_TYPES),
    tokenModifiers: [...MODIFIERS],
  };
}

/** The numbers of a token's type and, as a bit, of its modifier. */
export function encodedType({ type, modifier }: Token): [type: number, modifiers: number] {
  return [TYPES.indexOf(type), modifier === undefined ? 0 : 1 << MODIFIERS.indexOf(modifier)];
}
