/** Facts about states. Pure functions over tables that never change. */
export {
  completionNames,
  isAtopOnlyCode,
  matchNameAt,
  mayNameStates,
  stateByAbbreviation,
  stateByCode,
  statesByName,
} from './lookup';
export type { NameMatch } from './lookup';
export { isMemberOn, membersOn } from './membership';
export { COMMA, HARD_BREAK, SOFT_BREAK, nameWords, normalizeName } from './names';
export type { NameWord } from './names';
export { A_SLIP, nearestCodes, nearestNameOf, nearestStates } from './nearest';
export type { NearState } from './nearest';
export { allStates } from './states';
export type { MembershipSpell, State } from './types';
