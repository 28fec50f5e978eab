import { filled, forCoder, type Derivation, type Outcome } from '../derivation';
import { isSettled, type SheetFacts } from '../sheetFacts';
import { signature } from '../signature';
import { doubts, withoutQuotations } from '../wording';
import { yesOrNo } from '../yesNo';
import { binary, noneUnlessYes } from './shared';

const ORGANIZATIONS = 47;

/** Questions 44 to 56: what else the treaty touches. */
export const context: readonly Derivation[] = [
  {
    variable: 'reflnun',
    questions: [ORGANIZATIONS, 3],
    how: 'No is 0. A description that names the League of Nations is 1, and one that names the United Nations is 2.',
    staysBlank:
      'The description names both or neither, or says that one is not mentioned; the League is named in a treaty that was not signed from 1920 to 1940, or the United Nations in one signed before 1944.',
    derive: deriveReflnun,
  },
  noneUnlessYes('refothio', ORGANIZATIONS),
  noneUnlessYes('natrefal', 44, 45, 46, 48),
  noneUnlessYes('compag', 49),
  binary('nomicoop', 50),
  noneUnlessYes('conres', 51, 52),
  noneUnlessYes('agprois', 53),
  binary('conmen', 54),
  noneUnlessYes('ecaid', 55),
  noneUnlessYes('interv', 56),
];

const LEAGUE = /\bleague\s{1,4}of\s{1,4}nations\b/i;
const UNITED_NATIONS = /\bunited\s{1,4}nations\b/i;
/** Capitals only: `un` is a word. */
const UN = /\b(?:UN|U\.N\.)(?=\W|$)/;

/** `The United Nations are not mentioned`; that nothing affects the Charter is a mention. */
const NOT_MENTIONED = /\b(?:no|not|never|nor|without)\b[^.;]{0,30}\b(?:mention|refer|name|speak|spoke|cite)/i;

/** The years in which ATOP’s data have a treaty refer to each. */
const LEAGUE_YEARS = { first: 1920, last: 1940 };
const UNITED_NATIONS_SINCE = 1944;

function deriveReflnun(facts: SheetFacts): Outcome {
  const said = yesOrNo(facts, ORGANIZATIONS);
  if (!isSettled(said)) return forCoder(said.unsettled);
  if (said.is === 'no') return filled(0);
  const given = facts.answer(ORGANIZATIONS);
  const text = isSettled(given) ? given.is.text : '';
  const league = LEAGUE.test(text);
  const unitedNations = UNITED_NATIONS.test(text) || UN.test(text);
  const own = withoutQuotations(text);
  if (league === unitedNations || NOT_MENTIONED.test(own) || doubts(own))
    return forCoder(
      `Whether the organizations that question ${ORGANIZATIONS} describes are the League of Nations or the United Nations is for a coder to decide.`,
    );
  return fitsTheTime(facts, league)
    ? filled(league ? 1 : 2)
    : forCoder(
        league
          ? `Question ${ORGANIZATIONS} names the League of Nations, but the treaty was not signed in its time.`
          : `Question ${ORGANIZATIONS} names the United Nations, but the treaty was signed before ${UNITED_NATIONS_SINCE}.`,
      );
}

function fitsTheTime(facts: SheetFacts, league: boolean): boolean {
  const signed = signature(facts);
  const year = isSettled(signed) ? signed.is.year : undefined;
  if (year === undefined) return true;
  return league ? year >= LEAGUE_YEARS.first && year <= LEAGUE_YEARS.last : year >= UNITED_NATIONS_SINCE;
}
