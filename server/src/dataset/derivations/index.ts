import { variables } from '../../instrument';
import type { Derivation } from '../derivation';
import { context } from './context';
import { dates } from './dates';
import { documentation } from './documentation';
import { formation } from './formation';
import { identity } from './identity';
import { institutions } from './institutions';
import { members } from './members';
import { obligations } from './obligations';

const byVariable: ReadonlyMap<string, Derivation> = new Map(
  [identity, dates, members, formation, obligations, institutions, context, documentation]
    .flat()
    .map(derivation => [derivation.variable, derivation]),
);

/** How each variable is derived, in the order in which ATOP publishes them. */
export const derivations: readonly Derivation[] = variables.flatMap(({ name }) => byVariable.get(name) ?? []);
