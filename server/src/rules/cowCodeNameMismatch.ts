import type { MemberEntry, WrittenCode, WrittenName } from '../answers';
import { nearestStates, type State } from '../reference';
import { replace } from './sheetEdits';
import { memberLists } from './sheetFacts';
import type { Finding, Rule } from './types';

/** A code beside the name of another state, or beside a misspelt name. */
export const cowCodeNameMismatch: Rule = {
  id: 'cow-code-name-mismatch',
  severity: 'error',
  *check(sheet) {
    for (const { entries } of memberLists(sheet)) {
      for (const entry of entries) {
        const { code, name } = entry;
        if (!code?.state || !name || name.states.includes(code.state)) continue;
        const found =
          name.states.length > 0
            ? mismatch(entry, code, code.state, name)
            : misspelling(entry, code.state, name);
        if (found) yield found;
      }
    }
  },
};

/** Either half may be the slip, so both are underlined and both ways out are offered. */
function mismatch(
  entry: MemberEntry,
  code: WrittenCode,
  state: State,
  name: WrittenName,
): Omit<Finding, 'rule'> {
  const named = name.states;
  const theirs = named.map(other => `${other.code}`).join(' or ');
  return {
    start: entry.start,
    end: entry.end,
    message: `COW code ${code.digits} is ${state.name}; ${name.text} has ${theirs}.`,
    fixes: () => [
      ...named.map(other => ({
        title: `Keep ${name.text}: write ${other.code}`,
        changes: [replace(code, String(other.code))],
      })),
      { title: `Keep ${code.digits}: write ${state.name}`, changes: [replace(name, state.name)] },
    ],
  };
}

/**
 * A name that no state bears is only called wrong where it is nearly one that some state bears: an
 * unfamiliar name beside a valid code is the coder's affair.
 */
function misspelling(entry: MemberEntry, state: State, name: WrittenName): Omit<Finding, 'rule'> | undefined {
  const near = nearestStates(name.text, 5);
  const own = near.find(candidate => candidate.state === state);
  const nearest = near[0];
  if (own) {
    return {
      start: name.start,
      end: name.end,
      message: `“${name.text}” is not how ${own.name} (${state.code}) is spelt.`,
      fixes: () => [
        {
          title: `Correct to “${own.name}”`,
          changes: [replace(name, own.name)],
          preferred: true,
          safe: own.distance <= 2,
        },
      ],
    };
  }
  if (!nearest || !entry.code || nearest.distance > 2) return undefined;
  return mismatch(entry, entry.code, state, { ...name, states: [nearest.state] });
}
