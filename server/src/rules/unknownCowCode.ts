import { type Sheet, type WrittenCode, type MemberEntry } from '../answers';
import { nearestCodes, stateByCode, type State } from '../reference';
import { replace } from './sheetEdits';
import { memberLists } from './sheetFacts';
import type { Finding, Fix, Rule } from './types';

/** A code that no state of the COW system has. */
export const unknownCowCode: Rule = {
  id: 'unknown-cow-code',
  severity: 'error',
  *check(sheet) {
    for (const { entries } of memberLists(sheet)) {
      for (const entry of entries) {
        const { code } = entry;
        if (code && !code.state && !code.atopOnly) yield finding(sheet, entry, code);
      }
    }
  },
};

function finding(sheet: Sheet, entry: MemberEntry, code: WrittenCode): Omit<Finding, 'rule'> {
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
