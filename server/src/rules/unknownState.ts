import type { AnswerOf } from '../answers';
import { A_SLIP, nearestStates } from '../reference';
import { foundIn } from './found';
import { replace } from './sheetEdits';
import { membersOf } from './sheetFacts';
import type { AnswerRule } from './types';

/** A member with neither a code nor a name that the COW list knows. */
export const unknownState: AnswerRule<AnswerOf<'members'>> = {
  id: 'unknown-state',
  severity: 'warning',
  kind: 'members',
  checkAnswer: answer =>
    foundIn(membersOf(answer), ({ code, name }) => {
      if (code || !name || name.states.length > 0) return undefined;
      return {
        start: name.start,
        end: name.end,
        message: `“${name.text}” has no COW code and is not the name of a state in the COW list.`,
        fixes: () =>
          nearestStates(name.text).map((near, index, all) => {
            const written = `${near.state.code} ${near.name}`;
            return {
              title: `Write “${written}”`,
              changes: [replace(name, written)],
              preferred:
                index === 0 && near.distance <= A_SLIP && near.distance < (all[1]?.distance ?? Infinity),
            };
          }),
      };
    }),
};
