import { isSettled, type SheetFacts } from '../sheetFacts';
import { memberVariables } from '../../instrument';
import { filled, forCoder, notCoded, type Derivation, type Outcome } from '../derivation';
import { membersOf, type Member } from '../members';
import { labelOf, signatureDates } from '../signature';
import { matchNameAt, nameWords, stateByCode } from '../../reference';

/** Question 4: who belongs to the alliance. */
export const members: readonly Derivation[] = [
  {
    variable: 'bilat',
    questions: [4, 3, 6],
    how: '1 for two members, 0 for three or more that were in it from the beginning.',
    staysBlank:
      'The list cannot be read to its end, or holds fewer than two members; three or more are listed, and all but two may have joined later; question 6 calls a treaty of more than two members bilateral.',
    derive: deriveBilat,
  },
  ...memberVariables.map((variable, index): Derivation => ({
    variable,
    questions: [4],
    how: `The COW code of entry ${index + 1} of the list, in the sheet’s order. A name alone is taken where only one state bears it.`,
    staysBlank:
      'The list is shorter. It also stays blank from the first entry on that settles no state: an unknown code or name, a code beside the name of another state, a state listed twice. The last variable stays blank where there are more members than variables.',
    derive: facts => deriveMember(facts, index),
  })),
];

function deriveMember(facts: SheetFacts, index: number): Outcome {
  const list = membersOf(facts);
  if (!isSettled(list))
    // One entry in the report is enough for a list that is missing.
    return index === 0 ? forCoder(list.unsettled) : notCoded(list.unsettled);
  const { entries, broken } = list.is;
  const most = memberVariables.length;
  if (entries.length > most && index === most - 1)
    return forCoder(`Question 4 lists ${entries.length} members; there are variables for ${most}.`);
  const member = entries[index];
  if (member) return filled(member.code);
  if (broken !== undefined)
    return index === entries.length
      ? forCoder(broken)
      : notCoded(`An earlier member is not settled: ${broken}`);
  return notCoded(`Question 4 lists ${entries.length} ${entries.length === 1 ? 'member' : 'members'}.`);
}

function deriveBilat(facts: SheetFacts): Outcome {
  const list = membersOf(facts);
  if (!isSettled(list)) return forCoder(list.unsettled);
  const { entries, broken } = list.is;
  if (broken !== undefined) return forCoder(broken);
  if (entries.length < 2) return forCoder('Question 4 lists fewer than two members.');
  if (entries.length === 2) return filled(1);
  const means = facts.answer(6);
  if (isSettled(means) && /\bbilateral\b/i.test(means.is.text))
    return forCoder(
      `Question 6 speaks of a bilateral treaty, and question 4 lists ${entries.length} members.`,
    );
  return isOfThreeFromTheBeginning(facts, entries)
    ? filled(0)
    : forCoder(
        'Question 4 lists members that may have joined later; how many there were at first is for a coder to decide.',
      );
}

/** `(joined 1949)`, `(accession of May 6, 1955)`, `(from 1990)` */
const CAME_LATER =
  /\b(?:join\w{0,4}|acce(?:ssion|ded?s?)\w{0,3}|adher\w{1,5}|admi(?:tted|ssion)|since|from|later|became|entered|added)\b/i;

function isOfThreeFromTheBeginning(facts: SheetFacts, entries: readonly Member[]): boolean {
  const later = entries.filter(({ note }) => CAME_LATER.test(note));
  const founders = entries.length - later.length;
  if (later.length > 0 || hasOneSignature(facts)) return founders >= 3;
  return statesBesideFirstDate(facts, entries) >= 3;
}

function hasOneSignature(facts: SheetFacts): boolean {
  const dated = signatureDates(facts);
  return isSettled(dated) && dated.is.dates.length === 1;
}

/** How many of the members are named beside the first date of signature. */
function statesBesideFirstDate(facts: SheetFacts, entries: readonly Member[]): number {
  const dated = signatureDates(facts);
  if (!isSettled(dated)) return 0;
  const words = nameWords(labelOf(dated.is.answer, dated.is.dates, 0)).map(({ word }) => word);
  const named = new Set(words.flatMap((_, at) => matchNameAt(words, at)?.states ?? []));
  return entries.filter(({ code }) => {
    const state = stateByCode(code);
    return state !== undefined && named.has(state);
  }).length;
}
