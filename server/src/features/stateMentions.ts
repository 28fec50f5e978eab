import type { Answer, KnownDate, MemberEntry, Sheet } from '../answers';
import { isAtopOnlyCode, matchNameAt, nameWords, stateByCode, type NameWord, type State } from '../reference';
import type { Span } from '../syntax';

/** A code or a name in an answer that stands for a state. */
export interface StateMention extends Span {
  readonly question: number;
  readonly kind: 'code' | 'name';
  /** Several for a name that states share, none for a code or a name that is not known. */
  readonly states: readonly State[];
  /** True for a code of ATOP's data that the COW list lacks. */
  readonly atopOnly: boolean;
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
  const mentions = sheet.answers.flatMap(answer => mentionsOf(answer));
  mentionsIn.set(sheet, mentions);
  return mentions;
}

function mentionsOf(answer: Answer): StateMention[] {
  if (answer.reading.kind === 'members') return answer.reading.entries.flatMap(memberMentions);
  // What stands on a question's own line is about the sheet: numbers, sources, its coders' names.
  return answer.question.inline ? [] : mentionsInProse(answer);

  function memberMentions({ code, name }: MemberEntry): StateMention[] {
    const question = answer.question.number;
    const written: StateMention[] = [];
    if (code) written.push(codeMention(code, question));
    if (name) {
      const { start, end, states } = name;
      written.push({ kind: 'name', start, end, question, states, atopOnly: false });
    }
    return written.sort((a, b) => a.start - b.start);
  }
}

function codeMention(code: Span & { readonly digits: string }, question: number): StateMention {
  const { start, end, digits } = code;
  const state = stateByCode(Number(digits));
  const atopOnly = isAtopOnlyCode(Number(digits));
  return { kind: 'code', start, end, question, states: state ? [state] : [], atopOnly };
}

/** Names that begin with a capital, and a code that stands directly beside one. */
function mentionsInProse({ text, start, question }: Answer): StateMention[] {
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
    const before = codeBeside(text, words[at - 1], first.start, BEFORE_NAME);
    const after = before ? undefined : codeBeside(text, words[at + match.length], last.end, AFTER_NAME);
    if (before) mentions.push(codeMention(shifted(before, start), question.number));
    mentions.push({
      kind: 'name',
      ...name,
      question: question.number,
      states: match.states,
      atopOnly: false,
    });
    if (after) mentions.push(codeMention(shifted(after, start), question.number));
    at += match.length;
  }
  return mentions;
}

/** `Belarus`, `US`; `us` and `chad` are words. */
function isWrittenAsName(name: string): boolean {
  return /^\p{Lu}/u.test(name) && (name.length > 3 || name === name.toUpperCase());
}

const BEFORE_NAME = /^[ \t\u00a0]*[(:=-]?[ \t\u00a0]*$/;
const AFTER_NAME = /^[ \t\u00a0]*[[(][ \t\u00a0]*$/;

interface Code extends Span {
  readonly digits: string;
}

/** The state's code that the word is, if nothing but `gap` stands between it and the name. */
function codeBeside(text: string, word: NameWord | undefined, edge: number, gap: RegExp): Code | undefined {
  if (!word || !/^\d{1,3}$/.test(word.word) || !stateByCode(Number(word.word))) return undefined;
  const between = word.end <= edge ? text.slice(word.end, edge) : text.slice(edge, word.start);
  return gap.test(between) ? { start: word.start, end: word.end, digits: word.word } : undefined;
}

function shifted({ start, end, digits }: Code, by: number): Code {
  return { start: start + by, end: end + by, digits };
}
