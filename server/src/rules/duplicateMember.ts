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
    return foundIn(membersOf(answer), entry => {
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
            changes: [removal(sheet, entry)],
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
function removal({ text }: Sheet, entry: MemberEntry): TextChange {
  let { start } = entry;
  start -= LIST_MARK.exec(text.slice(Math.max(0, start - LONGEST_MARK), start))?.[1]?.length ?? 0;
  while (start > 0 && ' \t,;'.includes(text.charAt(start - 1))) start--;
  const standsOnOwnLine = isLineEnd(text.charCodeAt(start - 1)) && isLineEnd(text.charCodeAt(entry.end));
  if (standsOnOwnLine || entry.end === text.length) {
    if (text[start - 1] === '\n') start--;
    if (text[start - 1] === '\r') start--;
  }
  return { start, end: entry.end, newText: '' };
}

/** `3. `, `(3) `, `- ` at the beginning of a line. */
const LIST_MARK =
  /(?:^|[\n\r])([ \t]{0,8}(?:[([#]?\d{1,3}(?:[.)\]:]{1,2}|[ ]?[-\u2013\u2014])|[-\u2013\u2014*\u2022\u00b7])[ \t]{0,4})$/;
const LONGEST_MARK = 20;

/** Without a note of its own, which a removal would leave behind. */
function isBare({ text }: Sheet, entry: MemberEntry): boolean {
  return entry.dates.length === 0 && !/^[ \t]*[([]/.test(text.slice(entry.end, entry.end + 20));
}
