import { nearestStates } from '../reference';
import { replace } from './sheetEdits';
import { memberLists } from './sheetFacts';
import type { Rule } from './types';

/** Edits that a slip of the pen makes; a name further off is a guess. */
const A_SLIP = 2;

/** A member with neither a code nor a name that the COW list knows. */
export const unknownState: Rule = {
  id: 'unknown-state',
  severity: 'warning',
  *check(sheet) {
    for (const { entries } of memberLists(sheet)) {
      for (const { code, name } of entries) {
        if (code || !name || name.states.length > 0) continue;
        yield {
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
      }
    }
  },
};
