import { allQuestions } from '../instrument';
import type { Instrument, Question } from '../instrument/types';
import { parseSheet, type QuestionNode, type SheetTree, type Span } from '../syntax';
import { readDates, type DateReading } from './dates';
import { readAtopId, type AtopIdReading, type CowAllianceReading } from './identifier';
import { readLinks, type Link } from './links';
import { isNotApplicable, saysSomething } from './marks';
import { readMembers, type MembersReading } from './members';
import { readValues, type ValuesReading } from './values';
import { readYesNo, type YesNoReading } from './yesNo';

export interface DatesReading {
  readonly kind: 'dates';
  readonly dates: readonly DateReading[];
}

export interface TextReading {
  readonly kind: 'text';
}

/** An answer as its question's kind reads it. */
export type Reading =
  | AtopIdReading
  | CowAllianceReading
  | DatesReading
  | MembersReading
  | YesNoReading
  | ValuesReading
  | TextReading;

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

/** A parsed sheet with its answers read. */
export interface Sheet {
  readonly text: string;
  readonly instrument: Instrument;
  readonly tree: SheetTree;
  /** All answers in the file's order; a doubled question has two. */
  readonly answers: readonly Answer[];
  /** The dates of the amendment log. */
  readonly logDates: readonly DateReading[];
  /** The first answer to a question; `undefined` where the file lacks the question. */
  answerTo(number: number): Answer | undefined;
}

/** Parses and reads any text at all. Never throws; linear in the text. */
export function readSheet(text: string, instrument: Instrument): Sheet {
  const tree = parseSheet(text, instrument);
  const answers = tree.questions.map(node => readAnswer(text, node));
  const byNumber = new Map<number, Answer>();
  for (const answer of answers) {
    if (!byNumber.has(answer.question.number)) byNumber.set(answer.question.number, answer);
  }
  const logDates = tree.log ? readDates(text, tree.log.start, tree.log.end) : [];
  return { text, instrument, tree, answers, logDates, answerTo: number => byNumber.get(number) };
}

function readAnswer(text: string, node: QuestionNode): Answer {
  const { start, end } = node.answer;
  const written = text.slice(start, end);
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
      return { kind: 'dates', dates: readDates(text, start, end) };
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

/** How far a sheet is filled in; only required questions count. */
export interface Progress {
  readonly answered: number;
  readonly total: number;
}

/** Counts the required questions of an instrument that a sheet answers; a doubled one counts once. */
export function progressOf(
  sheet: Sheet,
  questions: readonly Question[] = allQuestions(sheet.instrument),
): Progress {
  const required = questions.filter(question => question.required);
  const answered = required.filter(({ number }) =>
    sheet.answers.some(answer => answer.question.number === number && answer.isGiven),
  );
  return { answered: answered.length, total: required.length };
}
