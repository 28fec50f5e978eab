import type { AnswerOf, MemberEntry, WrittenCode, WrittenName } from '../answers';
import {
  A_SLIP,
  completionNames,
  nearestNameOf,
  nearestStates,
  normalizeName,
  type State,
} from '../reference';
import { foundIn } from './found';
import { replace } from './sheetEdits';
import { membersOf } from './sheetFacts';
import type { AnswerRule, Found } from './types';

/** A code beside the name of another state, or beside a misspelt name. */
export const cowCodeNameMismatch: AnswerRule<AnswerOf<'members'>> = {
  id: 'cow-code-name-mismatch',
  severity: 'error',
  kind: 'members',
  checkAnswer: answer =>
    foundIn(membersOf(answer), entry => {
      const { code, name } = entry;
      if (!code?.state || !name || name.states.includes(code.state)) return undefined;
      return name.states.length > 0
        ? mismatch(entry, code, code.state, name)
        : misspelling(entry, code.state, name);
    }),
};

/** Either half may be the slip, so both are underlined and both ways out are offered. */
function mismatch(entry: MemberEntry, code: WrittenCode, state: State, name: WrittenName): Found {
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
function misspelling(entry: MemberEntry, state: State, name: WrittenName): Found | undefined {
  if (ACRONYM.test(name.text)) return undefined;
  const own = nearestNameOf(state, name.text);
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
          safe: own.distance <= A_SLIP,
        },
      ],
    };
  }
  const [nearest] = nearestStates(name.text, 1);
  if (!nearest || !entry.code || nearest.distance > A_SLIP || abbreviates(name.text, state)) return undefined;
  const { code } = entry;
  const meant = `${nearest.state.code} ${nearest.name}`;
  return {
    start: entry.start,
    end: entry.end,
    message: `COW code ${code.digits} is ${state.name}; “${name.text}” is nearly ${nearest.name} (${nearest.state.code}).`,
    fixes: () => [
      {
        title: `Write “${meant}”`,
        changes: [replace(code, String(nearest.state.code)), replace(name, nearest.name)],
      },
      { title: `Keep ${code.digits}: write ${state.name}`, changes: [replace(name, state.name)] },
    ],
  };
}

/** Of few letters, `RPR` is near to any other. */
const ACRONYM = /^\p{Lu}{2,4}$/u;

/** `370 Bela`, `160 Arg.`: the beginning of the name, cut short on purpose. */
function abbreviates(written: string, state: State): boolean {
  const short = normalizeName(written);
  return completionNames(state).some(name => normalizeName(name).startsWith(short));
}
