import type { AnswerOf, MemberEntry, WrittenCode } from '../answers';
import { nearestCodes, stateByCode, type State } from '../reference';
import { foundIn } from './found';
import { replace } from './sheetEdits';
import { membersOf } from './sheetFacts';
import type { AnswerRule, Fix, Found } from './types';

/** A code that no state of the COW system has. */
export const unknownCowCode: AnswerRule<AnswerOf<'members'>> = {
  id: 'unknown-cow-code',
  severity: 'error',
  kind: 'members',
  checkAnswer: answer =>
    foundIn(membersOf(answer), entry => {
      const { code } = entry;
      return code && !code.state && !code.atopOnly ? finding(entry, code) : undefined;
    }),
};

function finding(entry: MemberEntry, code: WrittenCode): Found {
  return {
    start: code.start,
    end: code.end,
    message: `No state has the COW code ${code.digits}.`,
    fixes: () => fixes(entry, code),
  };
}

/** The code of the name beside it is what was meant; without a name, the nearest codes are guesses. */
function fixes(entry: MemberEntry, code: WrittenCode): Fix[] {
  const named = entry.name?.states ?? [];
  if (named.length > 0) {
    return named.map(state => ({
      title: `Write ${state.code}, the code of ${entry.name?.text ?? state.name}`,
      changes: [replace(code, String(state.code))],
      preferred: named.length === 1,
      safe: named.length === 1,
    }));
  }
  const name = entry.name;
  return nearestCodes(code.digits).flatMap(nearest => {
    const state = stateByCode(nearest);
    return state ? [name ? withCode(code, state) : withCodeAndName(code, state)] : [];
  });
}

function withCode(code: WrittenCode, state: State): Fix {
  return { title: `Write ${state.code}, ${state.name}`, changes: [replace(code, String(state.code))] };
}

function withCodeAndName(code: WrittenCode, state: State): Fix {
  const written = `${state.code} ${state.name}`;
  return { title: `Write “${written}”`, changes: [replace(code, written)] };
}
