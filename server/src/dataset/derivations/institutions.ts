import type { Derivation } from '../derivation';
import { binary, noneUnlessYes } from './shared';

/** Questions 29 to 41: the machinery that the treaty sets up. */
export const institutions: readonly Derivation[] = [
  noneUnlessYes('conwtin', 29),
  binary('medarb', 30),
  noneUnlessYes('milcon', 31),
  noneUnlessYes('milaid', 32),
  binary('intcom', 33),
  noneUnlessYes('subord', 34),
  noneUnlessYes('organ1', 35),
  noneUnlessYes('orgpurp1', 35),
  noneUnlessYes('organ2', 35),
  noneUnlessYes('orgpurp2', 35),
  noneUnlessYes('base', 36),
  binary('contrib', 37),
  noneUnlessYes('armred', 38),
  noneUnlessYes('acqterr', 39),
  binary('divgains', 40),
  binary('demwith', 41),
];
