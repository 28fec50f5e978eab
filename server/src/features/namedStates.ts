import type { Answer, Sheet } from '../answers';
import type { State } from '../reference';
import type { Span } from '../syntax';
import { stateMentionsIn, type StateMention } from './stateMentions';

/** A state where an answer that asks for states names it: by its code, its name, or both. */
export interface NamedState extends Span {
  readonly question: number;
  /** Several for a name that states share. */
  readonly states: readonly State[];
  readonly code: Span | undefined;
  readonly name: Span | undefined;
}

/**
 * The states that a sheet names as members, as possible members or as targets, in order; codes and names
 * that are not known are left out. A code beside the name of another state is two states.
 */
export function namedStates(sheet: Sheet): NamedState[] {
  return sheet.answers.flatMap(answer => namedStatesIn(sheet.text, answer));
}

/** Those that one answer of a sheet's text names. */
export function namedStatesIn(text: string, answer: Answer): NamedState[] {
  if (!answer.question.states) return [];
  return inOwnPairs(text, answer) ?? paired(text, stateMentionsIn(answer));
}

/** Of a list of which each entry is a code with its own state's name, as most are, the same in less time. */
function inOwnPairs(text: string, { question, reading }: Answer): NamedState[] | undefined {
  if (reading.kind !== 'members') return undefined;
  const named: NamedState[] = [];
  for (const { code, name } of reading.entries) {
    if (!code?.state || name?.states.includes(code.state) !== true) return undefined;
    named.push(pair(text, question.number, code, name, code.state));
  }
  return named;
}

/** Puts a name and the code beside it together, where they are one state's. */
function paired(text: string, mentions: readonly StateMention[]): NamedState[] {
  const codes = new Map<number, StateMention>();
  const names = new Map<number, StateMention>();
  for (const mention of mentions) {
    if (mention.kind === 'code') codes.set(mention.start, mention);
    else if (mention.code) names.set(mention.code.start, mention);
  }
  const named: NamedState[] = [];
  const taken = new Set<StateMention>();
  for (const mention of mentions) {
    const [state] = mention.states;
    if (!state || taken.has(mention)) continue;
    const isCode = mention.kind === 'code';
    const partner = isCode ? names.get(mention.start) : mention.code && codes.get(mention.code.start);
    if (!partner?.states.includes(state)) {
      named.push(alone(mention));
      continue;
    }
    taken.add(partner);
    const [code, name] = isCode ? [mention, partner] : [partner, mention];
    named.push(pair(text, mention.question, code, name, state));
  }
  return named;
}

function pair(text: string, question: number, code: Span, name: Span, state: State): NamedState {
  const end = Math.max(code.end, name.end);
  // `Belarus (370)`: the bracket that opens between the two closes behind the second.
  const isBracketed = /[([]/.test(text.slice(Math.min(code.end, name.end), Math.max(code.start, name.start)));
  return {
    start: Math.min(code.start, name.start),
    end: isBracketed && /^[)\]]/.test(text.charAt(end)) ? end + 1 : end,
    question,
    states: [state],
    code: { start: code.start, end: code.end },
    name: { start: name.start, end: name.end },
  };
}

function alone({ kind, start, end, question, states }: StateMention): NamedState {
  const span = { start, end };
  const [code, name] = kind === 'code' ? [span, undefined] : [undefined, span];
  return { start, end, question, states, code, name };
}
