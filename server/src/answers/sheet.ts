import { allQuestions } from '../instrument';
import type { Instrument, Question } from '../instrument/types';
import { parseSheet, type Leaf, type QuestionNode, type SheetTree, type Span } from '../syntax';
import { readDates, type DateReading } from './dates';
import { readAtopId } from './identifier';
import { readLinks, type Link } from './links';
import { isNotApplicable, saysSomething } from './marks';
import { readMembers } from './members';
import { movedDates, movedLinks, movedReading, type Reading } from './reading';
import { readValues } from './values';
import { readYesNo } from './yesNo';

/** An answer of the sheet: its stretch is what the coder wrote, empty where nothing was. */
export interface Answer extends Span {
  readonly question: Question;
  readonly node: QuestionNode;
  readonly text: string;
  /** False for an empty answer and for one that holds no letter and no digit. */
  readonly isGiven: boolean;
  /** True for `NA`, `N/A`, `none` and the like. */
  readonly isNotApplicable: boolean;
  readonly reading: Reading;
  readonly links: readonly Link[];
}

/** An answer whose reading is of one kind. */
export type AnswerOf<K extends Reading['kind']> = Answer & {
  readonly reading: Extract<Reading, { readonly kind: K }>;
};

type AnswersByKind = { readonly [K in Reading['kind']]: readonly AnswerOf<K>[] };

/** A parsed sheet with its answers read. */
export interface Sheet {
  readonly text: string;
  readonly instrument: Instrument;
  readonly tree: SheetTree;
  /** All answers in the file's order; a doubled question has two. */
  readonly answers: readonly Answer[];
  /** The answers that are read as one kind, in the file's order. */
  readonly byKind: AnswersByKind;
  /** The dates of the amendment log. */
  readonly logDates: readonly DateReading[];
  /** The first answer to a question; `undefined` where the file lacks the question. */
  answerTo(number: number): Answer | undefined;
}

/**
 * Parses and reads any text at all. Never throws; linear in the text. Where an earlier version of
 * the sheet is given, what it has in the same words is taken from there: the result is the same, and
 * an edit costs the reading of one answer.
 */
export function readSheet(text: string, instrument: Instrument, earlier?: Sheet): Sheet {
  const known = earlier?.instrument === instrument && text.length <= MAX_KEPT ? earlier : undefined;
  const tree = parseSheet(text, instrument, known?.tree);
  const answers = tree.questions.map(node => readAnswer(text, node, known));
  return {
    text,
    instrument,
    tree,
    answers,
    byKind: sortByKind(answers),
    logDates: readLogDates(text, tree.log, known),
    answerTo: answerFinder(answers),
  };
}

/**
 * Larger texts are read anew: what is taken over may keep the text that it was read in alive, and with
 * it as many versions as there are answers.
 */
const MAX_KEPT = 200_000;

/** A function of its own: made within `readSheet`, it would keep every earlier version alive. */
function answerFinder(answers: readonly Answer[]): Sheet['answerTo'] {
  const firsts: (Answer | undefined)[] = [];
  for (const answer of answers) firsts[answer.question.number] ??= answer;
  return number => firsts[number];
}

function sortByKind(answers: readonly Answer[]): AnswersByKind {
  const byKind: Record<Reading['kind'], Answer[]> = {
    'atop-id': [],
    'cow-alliance': [],
    dates: [],
    members: [],
    'yes-no': [],
    values: [],
    text: [],
  };
  for (const answer of answers) byKind[answer.reading.kind].push(answer);
  return byKind as AnswersByKind;
}

function readLogDates(
  text: string,
  log: Leaf | undefined,
  earlier: Sheet | undefined,
): readonly DateReading[] {
  if (!log) return [];
  const { start, end } = log;
  const known = earlier?.tree.log;
  if (known && earlier.text.slice(known.start, known.end) === text.slice(start, end))
    return movedDates(earlier.logDates, start - known.start);
  return readDates(text, start, end);
}

function readAnswer(text: string, node: QuestionNode, earlier: Sheet | undefined): Answer {
  const { start, end } = node.answer;
  const written = text.slice(start, end);
  const known = earlier?.answerTo(node.question.number);
  if (known?.node === node) return known;
  if (known?.text === written && known.question === node.question) return movedAnswer(known, node);
  const links = readLinks(text, start, end);
  return {
    start,
    end,
    question: node.question,
    node,
    text: written,
    isGiven: saysSomething(written),
    isNotApplicable: isNotApplicable(written),
    reading: readAs(node.question, text, start, end, links),
    links,
  };
}

/** The same answer in another version of the sheet. */
function movedAnswer(answer: Answer, node: QuestionNode): Answer {
  const { start, end } = node.answer;
  const by = start - answer.start;
  return {
    start,
    end,
    question: answer.question,
    node,
    text: answer.text,
    isGiven: answer.isGiven,
    isNotApplicable: answer.isNotApplicable,
    reading: by === 0 ? answer.reading : movedReading(answer.reading, by),
    links: by === 0 ? answer.links : movedLinks(answer.links, by),
  };
}

function readAs(
  question: Question,
  text: string,
  start: number,
  end: number,
  links: readonly Link[],
): Reading {
  switch (question.kind) {
    case 'atop-id':
      return readAtopId(text, start, end);
    case 'cow-alliance': {
      const written = text.slice(start, end);
      return { kind: 'cow-alliance', value: isNotApplicable(written) || start === end ? undefined : written };
    }
    case 'dates':
      return { kind: 'dates', dates: outsideLinks(readDates(text, start, end), links) };
    case 'members':
      return readMembers(text, start, end, readDates(text, start, end), links);
    case 'yes-no':
      return readYesNo(text, start, end);
    case 'values':
      return readValues(text, start, end, question, links);
    case 'text':
      return { kind: 'text' };
  }
}

/** The dates without those that are part of an address. */
function outsideLinks(dates: readonly DateReading[], links: readonly Link[]): readonly DateReading[] {
  if (links.length === 0) return dates;
  let next = 0;
  return dates.filter(date => {
    while (next < links.length && (links[next]?.end ?? 0) <= date.start) next++;
    const link = links[next];
    return link === undefined || date.end <= link.start;
  });
}

/** How far a sheet is filled in. */
export interface Progress {
  /** Questions with an answer; a doubled one counts once. */
  readonly answered: number;
  /** All questions of the instrument, or of one section. */
  readonly total: number;
  /** Required questions without an answer, those that the file lacks included: at 0 the sheet is complete. */
  readonly open: number;
}

/** Counts how many of the questions (all of the instrument's, where none are given) a sheet answers. */
export function progressOf(
  sheet: Sheet,
  questions: readonly Question[] = allQuestions(sheet.instrument),
): Progress {
  const given = new Set(sheet.answers.filter(answer => answer.isGiven).map(answer => answer.question.number));
  const unanswered = questions.filter(({ number }) => !given.has(number));
  return {
    answered: questions.length - unanswered.length,
    total: questions.length,
    open: unanswered.filter(question => question.required).length,
  };
}
