/** A period of membership in the COW interstate system, both days included. */
export interface MembershipSpell {
  /** ISO day: `1991-08-25`. */
  readonly from: string;
  /** ISO day, or `undefined` where the spell was open when the list ended (2016-12-31). */
  readonly to?: string;
}

/** A state of the COW State System Membership list, v2016. */
export interface State {
  /** COW code, 2 to 990. */
  readonly code: number;
  /** COW abbreviation, three capital letters: `BLR`. */
  readonly abbreviation: string;
  /** Name as the COW list has it. */
  readonly name: string;
  /** Other names that coders meet, in no order; a name may belong to several states. */
  readonly otherNames: readonly string[];
  /** In order of time, never overlapping. */
  readonly spells: readonly MembershipSpell[];
}
