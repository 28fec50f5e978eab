import type { Answer, Sheet, ValueEntry } from '../answers';
import { statesByName } from '../reference';
import type { Span } from '../syntax';
import { ASKED, saysInEffect, listsMembers } from './sheetFacts';
import type { Found, SheetRule } from './types';

const COMPARED: ReadonlySet<number> = new Set([
  ASKED.cowNumber,
  ASKED.members,
  ASKED.means,
  ASKED.termination,
  ASKED.cause,
  ASKED.types,
  ASKED.cowType,
  ASKED.conditions,
  ASKED.limits,
  ASKED.symmetry,
]);

/** Answers that cannot both hold. Each check is sure of its case; what is merely odd is let be. */
export const contradiction: SheetRule = {
  id: 'contradiction',
  severity: 'warning',
  looksAt: ({ question }) => COMPARED.has(question.number),
  *check(sheet) {
    for (const findConflict of CONFLICTS) {
      const conflict = findConflict(sheet);
      if (!conflict) continue;
      const { at, against, message } = conflict;
      yield {
        start: at.start,
        end: at.end,
        message,
        related: [
          {
            start: against.start,
            end: against.end,
            message: `The other answer (question ${against.question.number}).`,
          },
        ],
      } satisfies Found;
    }
  },
};

interface Conflict {
  readonly at: Span;
  readonly against: Answer;
  readonly message: string;
}

function given(sheet: Sheet, number: number): Answer | undefined {
  const answer = sheet.answerTo(number);
  return answer?.isGiven === true ? answer : undefined;
}

/** An alliance without a number is none of COW's, and so has no type there. */
function cowTypeWithoutNumber(sheet: Sheet): Conflict | undefined {
  const number = given(sheet, ASKED.cowNumber);
  const type = given(sheet, ASKED.cowType);
  if (number?.isNotApplicable !== true || !type || type.isNotApplicable) return undefined;
  // What is said of the list in words (`not in COW`) is no type.
  if (DENIES.test(type.text)) return undefined;
  return {
    at: type,
    against: number,
    message: 'A COW type is given here, but question 2 says that the alliance has no COW number.',
  };
}

const DENIES = /\b(?:not?|none|never|n\/a|na|nothing)\b|n['\u2019]t\b/i;
const NO_CAUSE =
  /^\W*(?:no|none|n\s?\/?\s?a)\b|\b(?:still|in\s+(?:effect|force)|active|ongoing|(?:has|did|does|was|is)\s*(?:not|n['\u2019]t)|never|no\s+termination|not\s+(?:yet\s+)?terminated|will|would|may|might|can)\b/i;
/** A member may have left an alliance that goes on without it. */
const LEFT = /\b(?:left|exit(?:s|ed)?|except|withdr[ae]w\w*|denounced|renounced|expelled|suspended)\b/i;

/** An alliance in effect has not ended, so nothing has caused its end. */
function inEffectWithCause(sheet: Sheet): Conflict | undefined {
  const termination = given(sheet, ASKED.termination);
  const cause = given(sheet, ASKED.cause);
  if (!termination || !cause || cause.isNotApplicable || NO_CAUSE.test(cause.text)) return undefined;
  if (!saysInEffect(termination.text) || LEFT.test(termination.text) || LEFT.test(cause.text))
    return undefined;
  return {
    at: cause,
    against: termination,
    message: 'A cause of termination is described here, but question 14 says that the alliance is in effect.',
  };
}

function valuesOf(answer: Answer | undefined): readonly ValueEntry[] {
  return answer?.reading.kind === 'values' ? answer.reading.entries : [];
}

function noneEntry(answer: Answer | undefined): ValueEntry | undefined {
  return valuesOf(answer).find(entry => entry.value?.alone === true);
}

/** `None` beside a condition. `Consultation: none; defense: attack` says each of another obligation. */
function noneAmongConditions(sheet: Sheet): Conflict | undefined {
  const conditions = given(sheet, ASKED.conditions);
  const none = noneEntry(conditions);
  const other = valuesOf(conditions).find(entry => entry.value && entry.value.alone !== true);
  if (!conditions || !none || !other || none.note !== '' || !beginsEntry(conditions, none)) return undefined;
  return {
    at: none,
    against: conditions,
    message: `“${none.text}” cannot stand beside “${other.text}”.`,
  };
}

/** True where nothing of the answer's own stands between the value and the separator before it. */
function beginsEntry(answer: Answer, { start }: ValueEntry): boolean {
  const at = start - answer.start;
  return /(?:^|[,;.\n\r]|\band)\W{0,10}$/i.test(answer.text.slice(Math.max(0, at - 10), at));
}

/** Words of an answer about limits that says there are none: `All obligations hold`, `See #22`. */
const UNLIMITED = /\b(?:all|always|any|every|general|see|unconditional\w*|unlimited|without)\b/i;

/** Limits described where no obligation is said to be limited. */
function limitsWithoutConditions(sheet: Sheet): Conflict | undefined {
  const conditions = given(sheet, ASKED.conditions);
  const limits = given(sheet, ASKED.limits);
  if (!conditions || !limits || limits.isNotApplicable) return undefined;
  const beginning = limits.text.slice(0, 60);
  if (DENIES.test(beginning) || UNLIMITED.test(beginning)) return undefined;
  const onlyNone = valuesOf(conditions).length === 1 && noneEntry(conditions) !== undefined;
  if (!onlyNone) return undefined;
  return {
    at: limits,
    against: conditions,
    message: 'Limits are described here, but question 19 lists none.',
  };
}

/** One bilateral treaty, not several that together make the alliance. */
const BILATERAL =
  /(?<!\b(?:not|three|several|of)\s{1,4}(?:a\s{1,4})?)\bbilateral\b(?!\s{1,4}(?:\w{1,30}\s{1,4})?(?:treaties|pacts|notes|agreements|conventions|protocols))/i;

/** A bilateral treaty with three members or more, unless some joined later. */
function bilateralWithMore(sheet: Sheet): Conflict | undefined {
  const means = given(sheet, ASKED.means);
  const members = sheet.answersOf('members').find(listsMembers);
  if (!means || !members || members.reading.entries.length < 3) return undefined;
  const { entries } = members.reading;
  const bilateral = BILATERAL.exec(means.text);
  if (!bilateral || /\b(?:join|acce|adher)/i.test(members.text)) return undefined;
  if (entries.some(({ dates }) => dates.length > 0)) return undefined;
  const start = means.start + bilateral.index;
  return {
    at: { start, end: start + bilateral[0].length },
    against: members,
    message: `Question 4 lists ${entries.length} members; a bilateral treaty has two.`,
  };
}

const ONLY =
  /^\W*(?:only\s+(?:by\s+)?)?([\p{L}][\p{L} .'-]{1,40}?)\s+only\W*$|^\W*only\s+(?:by\s+|for\s+)?([\p{L}][\p{L} .'-]{1,40})\W*$/iu;

/** Obligations that are the same for all, and a type that binds one state alone. */
function symmetricWithOneSided(sheet: Sheet): Conflict | undefined {
  const symmetry = given(sheet, ASKED.symmetry);
  const types = given(sheet, ASKED.types);
  if (!symmetry || !types || symmetry.reading.kind !== 'yes-no') return undefined;
  const { word, description } = symmetry.reading;
  // A Yes that is explained may make its own exceptions.
  if (word?.value !== 'yes' || description.start < description.end) return undefined;
  const oneSided = valuesOf(types).find(entry => {
    const match = ONLY.exec(entry.note);
    return match !== null && statesByName((match[1] ?? match[2] ?? '').trim()).length > 0;
  });
  if (!oneSided) return undefined;
  return {
    at: word,
    against: types,
    message: `Question 16 binds one member alone (“${oneSided.text} ${oneSided.note}”), so the obligations are not symmetric.`,
  };
}

const CONFLICTS: readonly ((sheet: Sheet) => Conflict | undefined)[] = [
  bilateralWithMore,
  inEffectWithCause,
  cowTypeWithoutNumber,
  noneAmongConditions,
  limitsWithoutConditions,
  symmetricWithOneSided,
];
