import { type Answer, type MemberEntry } from '../answers';
import { isAtopOnlyCode, matchNameAt, nameWords, nearestStates } from '../reference';
import { isSettled, readOnce, type Settled, type SheetFacts } from './sheetFacts';
import { excerpt, withoutBrackets } from './wording';

const MEMBERS = 4;

/** A member whose code is settled. */
export interface Member {
  readonly code: number;
  readonly entry: MemberEntry;
  /** What the coder noted beside it: `(joined 1949)`. */
  readonly note: string;
}

export interface MemberList {
  readonly answer: Answer;
  /** In the sheet's order, up to the first entry that names no certain state. */
  readonly entries: readonly Member[];
  /** Why the list goes on without being read; `undefined` where it was read to its end. */
  readonly broken: string | undefined;
}

/**
 * The members of the alliance. An entry that settles no state ends the list: which place the members
 * behind it have then depends on what a coder makes of it.
 */
export const membersOf = readOnce((facts: SheetFacts): Settled<MemberList> => {
  const given = facts.answer(MEMBERS);
  if (!isSettled(given)) return given;
  const answer = given.is;
  const listed = answer.reading.kind === 'members' && !answer.isNotApplicable ? answer.reading.entries : [];
  if (listed.length === 0)
    return {
      unsettled: `Question ${MEMBERS} is answered “${excerpt(answer.text)}”, in which no member can be read.`,
    };
  const unread = firstUnread(answer, listed);
  const entries: Member[] = [];
  const codes = new Set<number>();
  for (const [index, entry] of listed.entries()) {
    if (unread && unread.at < entry.start) return { is: { answer, entries, broken: unread.why } };
    const member = settledCode(entry);
    if (!isSettled(member)) return { is: { answer, entries, broken: member.unsettled } };
    const code = member.is;
    if (codes.has(code))
      return { is: { answer, entries, broken: `Question ${MEMBERS} lists ${code} twice.` } };
    codes.add(code);
    const next = listed[index + 1]?.start ?? answer.end;
    entries.push({ code, entry, note: facts.sheet.text.slice(entry.end, next) });
  }
  return { is: { answer, entries, broken: unread?.why } };
});

function settledCode(entry: MemberEntry): Settled<number> {
  const { code, name, state } = entry;
  const unsettled = (why: string): Settled<number> => ({ unsettled: `Question ${MEMBERS}: ${why}` });
  if (!code) {
    if (state) return { is: state.code };
    const shown = excerpt(name?.text ?? '');
    return unsettled(
      (name?.states.length ?? 0) > 1
        ? `“${shown}” is the name of several states; only a code says which.`
        : `“${shown}” is the name of no state.`,
    );
  }
  const value = Number(code.digits);
  if (!code.state && isAtopOnlyCode(value)) return { is: value };
  if (!code.state) return unsettled(`${code.digits} is the code of no state.`);
  if (name && name.states.length > 0 && !name.states.includes(code.state))
    return unsettled(`${code.digits} is the code of ${code.state.name}, not of ${name.text}.`);
  if (name?.states.length === 0) {
    const [nearest] = nearestStates(name.text, 1);
    if (nearest && nearest.distance <= 2 && nearest.state !== code.state)
      return unsettled(`${code.digits} is the code of ${code.state.name}, not of ${excerpt(name.text)}.`);
  }
  return { is: code.state.code };
}

/** The first state that the answer names in passing, where the list does not hold it: `later also Russia`. */
function firstUnread(
  { text, start }: Answer,
  listed: readonly MemberEntry[],
): { readonly at: number; readonly why: string } | undefined {
  const plain = withoutBrackets(text);
  const words = nameWords(plain);
  const keys = words.map(({ word }) => word);
  let next = 0;
  for (let at = 0; at < words.length; at++) {
    const first = words[at];
    const match = matchNameAt(keys, at);
    const last = words[at + (match?.length ?? 1) - 1];
    if (!match || !first || !last) continue;
    const from = start + first.start;
    while (next < listed.length && (listed[next]?.end ?? 0) <= from) next++;
    const entry = listed[next];
    const isListed = entry !== undefined && entry.start < start + last.end;
    const name = plain.slice(first.start, last.end);
    if (!isListed && name.length > 3 && /^\p{Lu}/u.test(name))
      return { at: from, why: `Question ${MEMBERS} names ${name} outside its list of members.` };
    at += match.length - 1;
  }
  return undefined;
}
