import type { Cell } from './memberCells';
import { belong, type MemberEntry } from './memberEntries';
import type { Part } from './memberParts';

/** A code and a name that stand side by side, or one of them alone. */
export type Pair = Pick<MemberEntry, 'code' | 'name'>;

/**
 * The parts of a cell in pairs. In `Portugal 255 Germany 260 German Federal Republic 290`, where the
 * code of Portugal ends the line before, the first part is left alone, as the others then belong together.
 */
export function pairsOf(parts: readonly Part[]): readonly Pair[] {
  const inOrder = pairedInOrder(parts);
  if (parts.length < 3) return inOrder;
  const shifted = [...pairedInOrder(parts.slice(0, 1)), ...pairedInOrder(parts.slice(1))];
  const ownPairs = (pairs: readonly Pair[]): number =>
    pairs.filter(({ code, name }) => code && name && belong(code, name)).length;
  return ownPairs(shifted) > ownPairs(inOrder) ? shifted : inOrder;
}

function pairedInOrder(parts: readonly Part[]): Pair[] {
  const pairs: Pair[] = [];
  let open: Pair | undefined;
  for (const { code, name } of parts) {
    const other: Pair | undefined = open;
    const isSecond = other !== undefined && (code ? !other.code : !other.name);
    if (isSecond) {
      pairs[pairs.length - 1] = { code: code ?? other.code, name: name ?? other.name };
      open = undefined;
    } else {
      open = { code, name };
      pairs.push(open);
    }
  }
  return pairs;
}

const TELLS_OF = /^(?:did|does|was|were|is|has|had|would|could|never|refused|declined|not)$/;

/** `200 UK. Poland did not sign`: of a state whose name a verb follows something is told. */
export function withoutSubjects(text: string, { tokens }: Cell, pairs: readonly Pair[]): readonly Pair[] {
  let at = 0;
  return pairs.filter(({ code, name }) => {
    if (code || !name) return true;
    while ((tokens[at]?.start ?? Infinity) < name.end) at++;
    const next = tokens[at];
    return !(next?.kind === 'word' && TELLS_OF.test(text.slice(next.start, next.end)));
  });
}
