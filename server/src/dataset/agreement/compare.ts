import { allQuestions, type Instrument, type Question } from '../../instrument';
import { reasonLeftOut, type Coding } from './categories';
import type { CodedAnswer, CodedSheet } from './codedSheet';
import {
  cohenKappa,
  krippendorffAlpha,
  percentAgreement,
  pooledAlpha,
  pooledKappa,
  type Measure,
  type Pair,
} from './measures';

/** Two codings of one alliance. */
export interface MatchedSheets {
  readonly id: string;
  readonly a: CodedSheet;
  readonly b: CodedSheet;
}

/** Which sheets of two coders belong together. Every sheet is in one of the lists. */
export interface Matching {
  /** In the order of their IDs. */
  readonly matched: readonly MatchedSheets[];
  /** Sheets whose ID the other coder has no sheet of. */
  readonly onlyA: readonly CodedSheet[];
  readonly onlyB: readonly CodedSheet[];
  /**
   * Sheets of an ID that one coder has several of, the other coder's with them: which of them is meant
   * is not known.
   */
  readonly duplicates: readonly { readonly id: string; readonly sheets: readonly CodedSheet[] }[];
  /** Sheets without an ATOP ID. */
  readonly withoutId: readonly CodedSheet[];
}

export interface AgreementMeasures {
  /** Answers that both coders gave. */
  readonly pairs: number;
  /** Those that say the same. */
  readonly agreed: number;
  /** `agreed / pairs`; undefined without pairs. */
  readonly percent: number | undefined;
  readonly kappa: Measure;
  readonly alpha: Measure;
}

export interface QuestionAgreement extends AgreementMeasures {
  readonly question: Question;
  /** Answers that one coder gave and the other did not. */
  readonly givenByOne: number;
  /** Answers that could not be counted without guessing. */
  readonly unclear: number;
}

/** One question on which two codings of an alliance differ. */
export interface Disagreement {
  readonly id: string;
  readonly question: Question;
  /**
   * `category`: they say different things, and this is in the coefficients. `missing`: one coder gave
   * no answer. `unclear`: an answer cannot be counted. `wording`: a question outside the coefficients
   * whose answers differ in more than case, space and punctuation.
   */
  readonly kind: 'category' | 'missing' | 'unclear' | 'wording';
  readonly a: DisagreeingAnswer;
  readonly b: DisagreeingAnswer;
}

export interface DisagreeingAnswer extends CodedAnswer {
  readonly path: string;
}

export interface AgreementReport extends Matching {
  /** The questions that are in the coefficients, in the order of the instrument. */
  readonly questions: readonly QuestionAgreement[];
  /** The questions that are not, and why. */
  readonly leftOut: readonly { readonly question: Question; readonly reason: string }[];
  /** All questions of `questions` together. */
  readonly overall: AgreementMeasures;
  /** By ID, then in the order of the instrument. */
  readonly disagreements: readonly Disagreement[];
}

/**
 * Matches two coders' sheets by ATOP ID and measures how far they agree. What cannot be matched is
 * listed and compared with nothing.
 */
export function compareCoders(
  instrument: Instrument,
  sheetsA: readonly CodedSheet[],
  sheetsB: readonly CodedSheet[],
): AgreementReport {
  const matching = matchSheets(sheetsA, sheetsB);
  const asked = allQuestions(instrument);
  const counted = asked.filter(question => reasonLeftOut(question) === undefined);
  const questions = counted.map(question => questionAgreement(question, matching.matched));
  return {
    ...matching,
    questions,
    leftOut: asked.flatMap(question => {
      const reason = reasonLeftOut(question);
      return reason === undefined ? [] : [{ question, reason }];
    }),
    overall: overallAgreement(questions),
    disagreements: matching.matched.flatMap(sheets => disagreementsIn(asked, sheets)),
  };
}

export function matchSheets(sheetsA: readonly CodedSheet[], sheetsB: readonly CodedSheet[]): Matching {
  const groupsA = byId(sheetsA);
  const groupsB = byId(sheetsB);
  const matched: MatchedSheets[] = [];
  const onlyA: CodedSheet[] = [];
  const onlyB: CodedSheet[] = [];
  const duplicates: Matching['duplicates'][number][] = [];
  const ids = [...new Set([...groupsA.keys(), ...groupsB.keys()])].sort(compareIds);
  for (const id of ids) {
    const ownA = groupsA.get(id) ?? [];
    const ownB = groupsB.get(id) ?? [];
    const [a] = ownA;
    const [b] = ownB;
    if (ownA.length > 1 || ownB.length > 1) duplicates.push({ id, sheets: [...ownA, ...ownB] });
    else if (a && b) matched.push({ id, a, b });
    else {
      onlyA.push(...ownA);
      onlyB.push(...ownB);
    }
  }
  const withoutId = [...sheetsA, ...sheetsB].filter(sheet => sheet.id === undefined);
  return { matched, onlyA, onlyB, duplicates, withoutId };
}

/**
 * Two files that were named to be compared belong together even where one of them gives no ATOP ID:
 * it is then taken to be the other's. Where both give one, it must be the same.
 */
export function asOnePair(a: CodedSheet, b: CodedSheet): readonly [CodedSheet, CodedSheet] {
  const id = a.id ?? b.id ?? 'without ATOP ID';
  return [a.id === undefined ? { ...a, id } : a, b.id === undefined ? { ...b, id } : b];
}

function byId(sheets: readonly CodedSheet[]): Map<string, CodedSheet[]> {
  const groups = new Map<string, CodedSheet[]>();
  for (const sheet of sheets) {
    if (sheet.id === undefined) continue;
    const group = groups.get(sheet.id);
    if (group) group.push(sheet);
    else groups.set(sheet.id, [sheet]);
  }
  return groups;
}

function compareIds(a: string, b: string): number {
  return Number(a) - Number(b) || (a < b ? -1 : a > b ? 1 : 0);
}

function questionAgreement(question: Question, matched: readonly MatchedSheets[]): QuestionAgreement {
  const codings = matched.map(({ a, b }) => [codingIn(a, question), codingIn(b, question)] as const);
  const pairs = codings.flatMap(([a, b]): Pair[] =>
    a.kind === 'category' && b.kind === 'category' ? [[a.category, b.category]] : [],
  );
  return {
    question,
    pairs: pairs.length,
    agreed: pairs.filter(([a, b]) => a === b).length,
    percent: percentAgreement(pairs),
    kappa: cohenKappa(pairs),
    alpha: krippendorffAlpha(codings.map(units => units.map(categoryOf))),
    givenByOne: codings.filter(([a, b]) => (a.kind === 'missing') !== (b.kind === 'missing')).length,
    unclear: codings.flat().filter(({ kind }) => kind === 'unclear').length,
  };
}

function codingIn(sheet: CodedSheet, { number }: Question): Coding {
  return sheet.answers.get(number)?.coding ?? { kind: 'missing' };
}

function categoryOf(coding: Coding): string | undefined {
  return coding.kind === 'category' ? coding.category : undefined;
}

function overallAgreement(questions: readonly QuestionAgreement[]): AgreementMeasures {
  const pairs = questions.reduce((sum, question) => sum + question.pairs, 0);
  const agreed = questions.reduce((sum, question) => sum + question.agreed, 0);
  return {
    pairs,
    agreed,
    percent: pairs === 0 ? undefined : agreed / pairs,
    kappa: pooledKappa(questions.map(({ kappa }) => kappa)),
    alpha: pooledAlpha(questions.map(({ alpha }) => alpha)),
  };
}

const NO_ANSWER: CodedAnswer = { coding: { kind: 'missing' }, text: '', line: 1 };

function disagreementsIn(asked: readonly Question[], { id, a, b }: MatchedSheets): Disagreement[] {
  return asked.flatMap(question => {
    const answerA = a.answers.get(question.number) ?? NO_ANSWER;
    const answerB = b.answers.get(question.number) ?? NO_ANSWER;
    const kind = difference(question, answerA.coding, answerB.coding);
    if (!kind) return [];
    return [{ id, question, kind, a: { path: a.path, ...answerA }, b: { path: b.path, ...answerB } }];
  });
}

function difference(question: Question, a: Coding, b: Coding): Disagreement['kind'] | undefined {
  if (a.kind === 'missing' || b.kind === 'missing') return a.kind === b.kind ? undefined : 'missing';
  if (a.kind === 'unclear' || b.kind === 'unclear') return 'unclear';
  if (a.category === b.category) return undefined;
  return reasonLeftOut(question) === undefined ? 'category' : 'wording';
}
