/** Names of a list of members that are one member's, though each would be a state's by itself. */
import type { State } from '../reference';
import type { Span } from '../syntax';
import type { Token } from './memberCells';
import { writtenCode } from './memberEntries';

/** What joins two names of one state: `UAR/Syria`, `UAR (Syria)`. */
const STROKE = /^ ?\/ ?$/;
const OPENING = /^\s{0,18}[([]\s{0,8}$/;
const CLOSING = /^\s{0,8}[)\]]/;

type Name = Extract<Token, { readonly kind: 'name' }>;

/** Names that belong to one member where its code says so. */
interface JoinedNames {
  /** The first, and those that strokes join to it. */
  readonly names: readonly Name[];
  /** The one behind them in brackets, to the closing one. */
  readonly bracketed: Name | undefined;
}

/** The names from a place on that strokes join, with the one in brackets behind them. */
function joinedNames(text: string, tokens: readonly Token[], from: number): JoinedNames {
  const names: Name[] = [];
  for (let at = from; ; at++) {
    const token = tokens[at];
    const last = names.at(-1);
    if (token?.kind !== 'name') return { names, bracketed: undefined };
    if (last && !STROKE.test(text.slice(last.end, token.start)))
      return { names, bracketed: inBrackets(text, last, token) };
    names.push(token);
  }
}

/** A name that stands in brackets right behind something, to the closing bracket. */
function inBrackets(text: string, before: Span, name: Name): Name | undefined {
  const end = behindBracket(text, name.end);
  return end > name.end && OPENING.test(text.slice(before.end, name.start)) ? { ...name, end } : undefined;
}

/** Behind the closing bracket that stands at an offset, or the offset itself. */
export function behindBracket(text: string, at: number): number {
  return at + (CLOSING.exec(text.slice(at, at + 9))?.[0].length ?? 0);
}

/**
 * `652 UAR/Syria`, `652 UAR (Syria)`: names that strokes or brackets join are one member's where the code
 * beside them is that of one of the states. Without it, those that strokes join may be two members; the one
 * in brackets is a remark, as it is in `Germany 255 (Prussia)`.
 */
export function withJoinedNames(text: string, tokens: readonly Token[]): readonly Token[] {
  const [from, to] = [tokens[0], tokens.at(-1)];
  if (!from || !to || !/[/([]/.test(text.slice(from.end, to.start))) return tokens;
  const joined: Token[] = [];
  for (let at = 0, token = tokens[0]; token; token = tokens[at]) {
    const { names, bracketed } = joinedNames(text, tokens, at);
    if (names.length === 0) {
      joined.push(token);
      at += isRemarkedPair(text, tokens, at) ? 2 : 1;
      continue;
    }
    const all = bracketed ? [...names, bracketed] : names;
    const beside = [tokens[at - 1], tokens[at + all.length]];
    const own = asOneName(names, beside) ?? asOneName(all, beside) ?? withNarrowed(names, bracketed);
    for (const name of own) joined.push(name);
    at += all.length;
  }
  return joined;
}

/** `220 FRN France`: a state's name and its abbreviation side by side are one name. */
export function withAliases(text: string, tokens: readonly Token[]): readonly Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const last = joined.at(-1);
    const states = aliasStates(last, token);
    if (last?.kind === 'name' && states.length > 0 && /^[ -]{1,3}$/.test(text.slice(last.end, token.start)))
      joined[joined.length - 1] = { ...last, end: token.end, states, isAbbreviation: false };
    else joined.push(token);
  }
  return joined.length < tokens.length ? joined : tokens;
}

/** The states that both name, one of them by an abbreviation. */
function aliasStates(first: Token | undefined, second: Token): readonly State[] {
  if (first?.kind !== 'name' || second.kind !== 'name' || first.isAbbreviation === second.isAbbreviation)
    return [];
  return first.states.filter(state => second.states.includes(state));
}

/** Several names as one that stands for all their states, where a code beside them is that of one. */
function asOneName(
  names: readonly Name[],
  beside: readonly (Token | undefined)[],
): readonly [Name] | undefined {
  const [first, last] = [names[0], names.at(-1)];
  const states = [...new Set(names.flatMap(name => name.states))];
  if (!first || !last || !beside.some(token => isCodeOf(token, states))) return undefined;
  return first === last ? [first] : [{ ...first, end: last.end, states, isAbbreviation: false }];
}

/** `Germany (GMY)`: what stands in brackets behind a name tells which of its states is meant. */
function withNarrowed(names: readonly Name[], bracketed: Name | undefined): readonly Name[] {
  const last = names.at(-1);
  const states = last?.states.filter(state => bracketed?.states.includes(state)) ?? [];
  if (!last || !bracketed || states.length === 0) return names;
  return [...names.slice(0, -1), { ...last, end: bracketed.end, states, isAbbreviation: false }];
}

export function isCodeOf(token: Token | undefined, states: readonly State[]): boolean {
  return token?.kind === 'code' && states.some(state => state === writtenCode(token).state);
}

/** `Germany 255 (Prussia)`, `Germany (255) (Prussia)`: a name and its code at `at`, and another name of it in brackets. */
function isRemarkedPair(text: string, tokens: readonly Token[], at: number): boolean {
  const [name, code, remark] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  // In `484 (Congo) 490 (Zaire)` the first name has a code of its own, though it fits the second too.
  return (
    name?.kind === 'name' &&
    code?.kind === 'code' &&
    remark?.kind === 'name' &&
    isCodeOf(code, name.states) &&
    !isCodeOf(tokens[at - 2], name.states) &&
    inBrackets(text, { start: code.start, end: behindBracket(text, code.end) }, remark) !== undefined
  );
}
