import type { Answer, KnownDate, MemberEntry, Sheet } from '../answers';
import { isAtopOnlyCode, matchNameAt, nameWords, stateByCode, type NameWord, type State } from '../reference';
import type { Span } from '../syntax';
import { bareCodesIn } from './bareCodes';

/** A code or a name in an answer that stands for a state. */
export interface StateMention extends Span {
  readonly question: number;
  readonly kind: 'code' | 'name';
  /** Several for a name that states share, none for a code or a name that is not known. */
  readonly states: readonly State[];
  /** True for a code of ATOP's data that the COW list lacks. */
  readonly atopOnly: boolean;
  /** A name's code, where one is written beside it; it may be another state's. */
  readonly code?: Span;
}

const MEMBERS = 4;
const SIGNATURE = 3;

/** The states that the sheet lists as members, each once, in its order. */
export function membersOf(sheet: Sheet): readonly State[] {
  const states = memberEntries(sheet.answerTo(MEMBERS)).flatMap(({ state }) => (state ? [state] : []));
  return [...new Set(states)];
}

function memberEntries(answer: Answer | undefined): readonly MemberEntry[] {
  return answer?.reading.kind === 'members' ? answer.reading.entries : [];
}

/** The dates on which the alliance was signed, as far as each can be read in one way only. */
export function signatureDates(sheet: Sheet): readonly KnownDate[] {
  const reading = sheet.answerTo(SIGNATURE)?.reading;
  return reading?.kind === 'dates' ? reading.dates.filter(date => date.kind === 'date') : [];
}

const mentionsIn = new WeakMap<Sheet, readonly StateMention[]>();

/** Every mention of a state in the sheet's answers, in order; read once for each sheet. */
export function stateMentions(sheet: Sheet): readonly StateMention[] {
  const known = mentionsIn.get(sheet);
  if (known) return known;
  const mentions = sheet.answers.flatMap(answer => stateMentionsIn(answer));
  mentionsIn.set(sheet, mentions);
  return mentions;
}

/** Every mention of a state in one answer, in order. */
export function stateMentionsIn(answer: Answer): StateMention[] {
  const { question } = answer;
  if (question.kind === 'members') {
    return memberEntries(answer).flatMap(entry => mentionsInEntry(entry, question.number));
  }
  // What stands on a question's own line is about the sheet: numbers, sources, its coders' names.
  if (question.inline) return [];
  const mentions = mentionsInProse(answer);
  return question.states ? withBareCodes(answer, mentions) : mentions;
}

/** Where codes are asked for, those without a name beside them count too. */
function withBareCodes(answer: Answer, mentions: StateMention[]): StateMention[] {
  const known = new Set(mentions.map(({ start }) => start));
  const bare = bareCodesIn(answer).filter(({ start }) => !known.has(start));
  if (bare.length === 0) return mentions;
  const { number } = answer.question;
  return [...mentions, ...bare.map(code => codeMention(code, number, code.state))].sort(
    (a, b) => a.start - b.start,
  );
}

function mentionsInEntry({ code, name }: MemberEntry, question: number): StateMention[] {
  const written = code && codeMention(code, question, code.state, isAtopOnlyCode(Number(code.digits)));
  const named = name && nameMention(name, question, name.states, written);
  if (!written) return named ? [named] : [];
  if (!named) return [written];
  return named.start < written.start ? [named, written] : [written, named];
}

function codeMention(
  { start, end }: Span,
  question: number,
  state: State | undefined,
  atopOnly = false,
): StateMention {
  return { kind: 'code', start, end, question, states: state ? [state] : [], atopOnly };
}

/** A name that states share stands for the one whose code is beside it. */
function nameMention(
  { start, end }: Span,
  question: number,
  states: readonly State[],
  code: StateMention | undefined,
): StateMention {
  const own = states.length > 1 ? states.filter(state => code?.states.includes(state)) : states;
  const meant = own.length > 0 ? own : states;
  // Written out twice: copying an object by its properties takes ten times longer.
  return code
    ? { kind: 'name', start, end, question, states: meant, atopOnly: false, code }
    : { kind: 'name', start, end, question, states: meant, atopOnly: false };
}

/** Names that begin with a capital, and a code that stands directly beside one. */
function mentionsInProse(answer: Answer): StateMention[] {
  const { text, start } = answer;
  const { number } = answer.question;
  const words = nameWords(text);
  const keys = words.map(({ word }) => word);
  const mentions: StateMention[] = [];
  for (let at = 0; at < words.length;) {
    const match = matchNameAt(keys, at);
    const first = words[at];
    const last = words[at + (match?.length ?? 1) - 1];
    if (!match || !first || !last || !isWrittenAsName(text.slice(first.start, last.end))) {
      at++;
      continue;
    }
    const name = { start: start + first.start, end: start + last.end };
    const before = codeBeside(answer, words[at - 1], first.start, BEFORE_NAME);
    const after = before ? undefined : codeBeside(answer, words[at + match.length], last.end, AFTER_NAME);
    if (before) mentions.push(before);
    mentions.push(nameMention(name, number, match.states, before ?? after));
    if (after) mentions.push(after);
    at += match.length;
  }
  return mentions;
}

/** `Belarus`, `US`; `us` and `chad` are words. */
function isWrittenAsName(name: string): boolean {
  return /^\p{Lu}/u.test(name) && (name.length > 3 || name === name.toUpperCase());
}

const BEFORE_NAME = /^[ \t\u00a0]*(?:[(:=-][ \t\u00a0]*)?$/;
const AFTER_NAME = /^[ \t\u00a0]*[[(][ \t\u00a0]*$/;

/** The state's code that the word is, if nothing but `gap` stands between it and the name's edge. */
function codeBeside(
  { text, start, question }: Answer,
  word: NameWord | undefined,
  edge: number,
  gap: RegExp,
): StateMention | undefined {
  const state = word && /^\d{1,3}$/.test(word.word) ? stateByCode(Number(word.word)) : undefined;
  if (!word || !state) return undefined;
  const between = word.end <= edge ? text.slice(word.end, edge) : text.slice(edge, word.start);
  if (!gap.test(between)) return undefined;
  const code = { start: start + word.start, end: start + word.end };
  return codeMention(code, question.number, state);
}
