import type { AnswerOf, MemberEntry, Sheet } from '../answers';
import { isLineEnd } from '../syntax';
import { foundIn } from './found';
import { membersOf } from './sheetFacts';
import type { AnswerRule, TextChange } from './types';

/** A state listed twice. */
export const duplicateMember: AnswerRule<AnswerOf<'members'>> = {
  id: 'duplicate-member',
  severity: 'warning',
  kind: 'members',
  checkAnswer(answer, sheet) {
    const firsts = new Map<number, MemberEntry>();
    let end = answer.start;
    return foundIn(membersOf(answer), entry => {
      const previousEnd = end;
      ({ end } = entry);
      if (!entry.state || isMismatched(entry)) return undefined;
      const { code, name } = entry.state;
      const first = firsts.get(code);
      if (!first) {
        firsts.set(code, entry);
        return undefined;
      }
      return {
        start: entry.start,
        end: entry.end,
        message: `${name} (${code}) is listed twice.`,
        related: [{ start: first.start, end: first.end, message: `${name} stands here first.` }],
        unnecessary: true,
        fixes: () => [
          {
            title: `Remove the second ${name}`,
            changes: [removal(sheet, entry, previousEnd)],
            preferred: true,
            safe: isBare(sheet, entry),
          },
        ],
      };
    });
  },
};

/** `651 Syria` is one state or the other; until that is settled it is no double. */
function isMismatched({ code, name }: MemberEntry): boolean {
  return code?.state !== undefined && (name?.states ?? []).length > 0 && !name?.states.includes(code.state);
}

/** The entry with its number in a list and what separates it from the one before: a line's end, a comma. */
function removal({ text }: Sheet, entry: MemberEntry, previousEnd: number): TextChange {
  let { start } = entry;
  const between = text.slice(Math.max(previousEnd, start - LONGEST_MARK), start);
  start -= LIST_MARK.exec(between)?.[0].length ?? 0;
  while (start > 0 && ' \t,;'.includes(text.charAt(start - 1))) start--;
  const standsOnOwnLine = isLineEnd(text.charCodeAt(start - 1)) && isLineEnd(text.charCodeAt(entry.end));
  if (standsOnOwnLine || entry.end === text.length) {
    if (text[start - 1] === '\n') start--;
    if (text[start - 1] === '\r') start--;
  }
  return { start, end: entry.end, newText: '' };
}

/** `3. `, `(3) `, `- `, or on a line of its own `3 `: no entry, as it stands between two. */
const LIST_MARK =
  /(?:(?<=^|[\s,;])(?:[([#]?\d{1,3}(?:[.)\]:]{1,2}|[ ]?[-\u2013\u2014])|[-\u2013\u2014*\u2022\u00b7])|(?<=[\n\r][ \t]{0,8})\d{1,3})[ \t]{0,4}$/;
const LONGEST_MARK = 20;

/** Without a note of its own, which a removal would leave behind. */
function isBare({ text }: Sheet, entry: MemberEntry): boolean {
  return entry.dates.length === 0 && !/^[ \t]*[([]/.test(text.slice(entry.end, entry.end + 20));
}
