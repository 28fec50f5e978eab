/**
 * What the variables of ATOP's alliance-level data hold, in this project's own words.
 *
 * Source of names, order and published codes: Alliance Treaty Obligations and Provisions project, ATOP v4
 * alliance-level data (Leeds, Ritter, Mitchell and Long 2002, "Alliance Treaty Obligations and Provisions,
 * 1815-1944", International Interactions 28: 237-260). A code is explained here only where the question
 * and the data leave no doubt about it; for the others, ATOP's codebook is the authority.
 */

export type VariableScale =
  /** 0 or 1. */
  | 'binary'
  /** One of several codes that stand for categories. */
  | 'codes'
  /** A number that means itself: a year, a day, a count of months, an identifier. */
  | 'number'
  /** The Correlates of War code of a state. */
  | 'state';

export interface Variable {
  /** As published, lower case: `natrefal`. */
  readonly name: string;
  /** One short phrase that can follow the name and a colon. */
  readonly meaning: string;
  readonly scale: VariableScale;
  /** What single codes mean, as far as that is beyond doubt. */
  readonly codes?: Readonly<Record<number, string>>;
  /** True where ATOP publishes further codes, which only its codebook explains. */
  readonly furtherCodes?: boolean;
}

/** `mem1` to `mem59`: ATOP's data have room for 59 members of one alliance. */
export const memberVariables: readonly string[] = Array.from({ length: 59 }, (_, index) => `mem${index + 1}`);

/** All variables, in the order in which ATOP publishes them. */
export const variables: readonly Variable[] = [
  numeric('atopid', "the alliance's number in ATOP"),
  numeric('cowid', "the alliance's number in the Correlates of War list of formal alliances"),
  numeric('begyr', 'the year of signature'),
  numeric('begmo', 'the month of signature'),
  numeric('begday', 'the day of the month of signature'),
  numeric('endyr', 'the year in which the alliance ended', { 0: 'still in effect' }),
  numeric('endmo', 'the month in which the alliance ended', { 0: 'still in effect' }),
  numeric('endday', 'the day of the month on which the alliance ended', { 0: 'still in effect' }),
  yesNo('ineffect', 'whether the alliance was still in effect when the data were closed'),
  yesNo('bilat', 'whether the alliance was made between two states only'),
  yesNo('wartime', 'whether the alliance was signed while a member was at war'),
  binary('estmode', 'by what means the alliance was made', {
    0: 'other than by treaty',
    1: 'by a treaty that requires ratification',
  }),
  {
    name: 'pubsecr',
    meaning: 'whether the treaty was public or secret',
    scale: 'codes',
    codes: { 0: 'public', 1: 'public but with secret articles', 2: 'secret' },
  },
  categories('secrart', 'what the secret articles are about', {
    0: 'there are none',
    8: 'the whole treaty is secret',
  }),
  categories('proadd', 'provisions for taking in further members', { 0: 'none' }),
  categories('futmem', 'states named as possible future members', { 0: 'none' }),
  categories('speclgth', 'what the treaty says about how long it lasts', {
    0: 'nothing',
    1: 'a length of time, given in `length`',
  }),
  numeric('length', 'how long the treaty is to last, in months', { 0: 'no length of time is given' }),
  categories('renounce', 'conditions under which a member may renounce the treaty', { 0: 'none are given' }),
  categories('proren', 'provisions for renewal', { 0: 'none' }),
  numeric('renewlgt', 'how long each renewal lasts, in months', { 0: 'no length of time is given' }),
  { name: 'term', meaning: 'what ended the alliance', scale: 'codes', furtherCodes: true },
  yesNo('defense', 'whether any member owes another help against attack'),
  yesNo('offense', 'whether any member owes another help in a war that is not only defensive'),
  yesNo('neutral', "whether any member must stay neutral in another's war"),
  yesNo('nonagg', 'whether any member must refrain from force against another'),
  yesNo('consul', 'whether any member must confer with another in a crisis'),
  yesNo('active', 'whether any member promises active military help'),
  yesNo('conditio', 'whether any of the obligations depends on conditions'),
  yesNo('defcon', 'whether a defense obligation depends on conditions'),
  yesNo('offcon', 'whether an offense obligation depends on conditions'),
  yesNo('neucon', 'whether a neutrality obligation depends on conditions'),
  yesNo('concon', 'whether a consultation obligation depends on conditions'),
  binary('asymm', 'whether members owe different things', {
    0: 'all members owe the same',
    1: 'obligations differ between members',
  }),
  categories('notaiden', 'promises to give no help to an enemy of a member', { 0: 'none' }),
  yesNo('dipaid', 'whether members promise each other diplomatic help'),
  yesNo('terrres', 'whether a member opens its territory or resources to another'),
  categories('seppeace', 'promises to make no separate peace', { 0: 'none' }),
  yesNo('thirdcom', 'whether members must consult before they commit themselves to third parties'),
  yesNo('noothall', 'whether members must stay out of alliances directed against this one'),
  categories('specthrt', 'the target or threat that the treaty names', { 0: 'none' }),
  stateCode('statthr1', 'the first state that the treaty names as a target or threat', { 0: 'no state' }),
  stateCode('statthr2', 'the second state that the treaty names as a target or threat', {
    0: 'no second state',
  }),
  categories('conwtin', 'references to possible conflict among the members', { 0: 'none' }),
  yesNo('medarb', 'whether the treaty offers mediation, arbitration or another way to settle disputes'),
  categories('milcon', 'official contact that the treaty requires between armed forces', { 0: 'none' }),
  categories('milaid', 'military aid', { 0: 'none' }),
  yesNo('intcom', 'whether forces come under an integrated command in peace and war'),
  categories('subord', "whether some members' forces come under another's command in war", { 0: 'no' }),
  categories('organ1', 'the first organization that the treaty sets up', { 0: 'none' }),
  categories('orgpurp1', 'the purpose of the first organization', { 0: 'no organization' }),
  categories('organ2', 'the second organization that the treaty sets up', { 0: 'none' }),
  categories('orgpurp2', 'the purpose of the second organization', { 0: 'no second organization' }),
  categories('base', "joint bases, or troops on another member's territory", { 0: 'none' }),
  yesNo('contrib', 'whether the treaty fixes what each member contributes'),
  categories('armred', 'provisions on armaments, forbidden weapons or rules of warfare', { 0: 'none' }),
  categories('acqterr', 'whether members may acquire territory that none of them holds', {
    0: 'the treaty does not say',
  }),
  yesNo('divgains', 'whether the treaty discusses how gains from a conflict would be divided'),
  yesNo('demwith', 'whether the treaty discusses demobilization or withdrawal after a conflict'),
  {
    name: 'reflnun',
    meaning: 'references to the League of Nations or the United Nations',
    scale: 'codes',
    codes: { 0: 'neither', 1: 'the League of Nations', 2: 'the United Nations' },
  },
  yesNo('refothio', 'whether the treaty refers to another international organization'),
  categories('natrefal', 'how the treaty bears on existing treaties and alliances', {
    0: 'it mentions none',
  }),
  categories('compag', 'companion agreements that the treaty refers to', { 0: 'none' }),
  yesNo('nomicoop', 'whether the treaty covers non-military cooperation'),
  categories('conres', 'conflicts that the treaty resolves, among members or between others', { 0: 'none' }),
  categories('agprois', 'further agreements that the treaty proposes', { 0: 'none' }),
  yesNo('conmen', 'whether the treaty mentions unresolved conflicts among its members'),
  categories('ecaid', 'economic aid and other inducements', { 0: 'none' }),
  categories('interv', "intervention or non-intervention in members' internal politics", {
    0: 'not mentioned',
  }),
  { name: 'source', meaning: 'what the coding was made from', scale: 'codes', furtherCodes: true },
  ...memberVariables.map((name, index) => stateCode(name, `member ${index + 1} of the alliance`)),
];

/** The variable of this published name, in either case. */
export function variableByName(name: string): Variable | undefined {
  return byName.get(name.toLowerCase());
}

const byName: ReadonlyMap<string, Variable> = new Map(variables.map(variable => [variable.name, variable]));

type Codes = Readonly<Record<number, string>>;

function numeric(name: string, meaning: string, codes?: Codes): Variable {
  return { name, meaning, scale: 'number', ...(codes && { codes }) };
}

function stateCode(name: string, meaning: string, codes?: Codes): Variable {
  return { name, meaning, scale: 'state', ...(codes && { codes }) };
}

function binary(name: string, meaning: string, codes: Codes): Variable {
  return { name, meaning, scale: 'binary', codes };
}

function yesNo(name: string, meaning: string): Variable {
  return binary(name, meaning, { 0: 'no', 1: 'yes' });
}

/** Categories of which only some are explained here. */
function categories(name: string, meaning: string, codes: Codes): Variable {
  return { name, meaning, scale: 'codes', codes, furtherCodes: true };
}
