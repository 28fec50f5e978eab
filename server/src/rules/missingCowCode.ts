import type { AnswerOf, MemberEntry, Sheet, WrittenName } from '../answers';
import { type State, isMemberOn } from '../reference';
import { foundIn } from './found';
import { replace } from './sheetEdits';
import { membersOf, signaturePeriod } from './sheetFacts';
import type { AnswerRule, Found } from './types';

/** A member named, or given by its abbreviation, without its COW code. */
export const missingCowCode: AnswerRule<AnswerOf<'members'>> = {
  id: 'missing-cow-code',
  severity: 'warning',
  kind: 'members',
  checkAnswer: (answer, sheet) =>
    foundIn(membersOf(answer), entry => {
      const { code, name } = entry;
      return !code && name && name.states.length > 0 ? finding(sheet, entry, name) : undefined;
    }),
};

function finding(sheet: Sheet, entry: MemberEntry, name: WrittenName): Found {
  const codes = name.states.map(state => state.code).join(' or ');
  return {
    start: entry.start,
    end: entry.end,
    message: `“${name.text}” stands without its COW code (${codes}).`,
    fixes: () => {
      const likely = inSystemAtSignature(sheet, name.states);
      return likely.map(state => {
        const written = `${state.code} ${name.isAbbreviation ? state.name : name.text}`;
        return {
          title: `Write “${written}”`,
          changes: [replace(name, written)],
          preferred: likely.length === 1,
          safe: name.states.length === 1,
        };
      });
    },
  };
}

/** Of several states with the name, those in the system when the alliance was signed; all if none was. */
function inSystemAtSignature(sheet: Sheet, states: readonly State[]): readonly State[] {
  const signed = signaturePeriod(sheet);
  const members = signed ? states.filter(state => isMemberOn(state, signed.first, signed.last)) : [];
  return members.length > 0 ? members : states;
}
