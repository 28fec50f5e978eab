import { allQuestions } from '../instrument';
import type { Instrument, Question } from '../instrument/types';
import {
  parseBeginning,
  parseSheet,
  type Leaf,
  type QuestionNode,
  type SheetTree,
  type Span,
} from '../syntax';
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
  const isUsable =
    earlier instanceof ReadSheet && earlier.instrument === instrument && text.length <= MAX_KEPT;
  return new ReadSheet(text, instrument, isUsable ? earlier : undefined);
}

/**
 * The answers to some questions, by their numbers, from the beginning of a text alone: the same as those of
 * the whole sheet up to the first place by which each of them has been found. `undefined` where the
 * beginning does not tell, see `parseBeginning`.
 */
export function readBeginning(
  text: string,
  instrument: Instrument,
  numbers: readonly number[],
): Answer[] | undefined {
  return parseBeginning(text, instrument, numbers)?.map(node => new WrittenAnswer(text, node));
}

/**
 * Larger texts are read anew: what is taken over may keep the text that it was read in alive, and with
 * it as many versions as there are answers.
 */
const MAX_KEPT = 200_000;

/** A sheet whose answers are found; what they mean is read when someone asks. Keeps no earlier version alive. */
class ReadSheet implements Sheet {
  readonly text: string;
  readonly instrument: Instrument;
  readonly tree: SheetTree;
  readonly answers: readonly Answer[];
  readonly #firsts: (Answer | undefined)[] = [];
  #byKind: AnswersByKind | undefined;
  #logDates: readonly DateReading[] | undefined;

  constructor(text: string, instrument: Instrument, earlier: ReadSheet | undefined) {
    this.text = text;
    this.instrument = instrument;
    this.tree = parseSheet(text, instrument, earlier?.tree);
    this.answers = this.tree.questions.map(node => readAnswer(text, node, earlier));
    for (const answer of this.answers) this.#firsts[answer.question.number] ??= answer;
    this.#logDates = earlier?.movedLogDates(text, this.tree.log);
  }

  get byKind(): AnswersByKind {
    return (this.#byKind ??= sortByKind(this.answers));
  }

  get logDates(): readonly DateReading[] {
    const { log } = this.tree;
    return (this.#logDates ??= log ? readDates(this.text, log.start, log.end) : []);
  }

  answerTo(number: number): Answer | undefined {
    return this.#firsts[number];
  }

  /** The dates of the log where they were read here and stand in the same words in a later text. */
  private movedLogDates(text: string, log: Leaf | undefined): readonly DateReading[] | undefined {
    const known = this.tree.log;
    if (!this.#logDates || !known || !log) return undefined;
    const isSame = this.text.slice(known.start, known.end) === text.slice(log.start, log.end);
    return isSame ? movedDates(this.#logDates, log.start - known.start) : undefined;
  }
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
  for (const answer of answers) byKind[answer.question.kind].push(answer);
  return byKind as AnswersByKind;
}

function readAnswer(text: string, node: QuestionNode, earlier: ReadSheet | undefined): Answer {
  const known = earlier?.answerTo(node.question.number);
  if (known?.node === node) return known;
  if (!(known instanceof WrittenAnswer) || known.question !== node.question) {
    return new WrittenAnswer(text, node);
  }
  if (known.node.origin === node.origin) return known.movedTo(text, node);
  const written = text.slice(node.answer.start, node.answer.end);
  return known.text === written ? known.movedTo(text, node) : new WrittenAnswer(text, node, written);
}

/**
 * An answer that is read when someone asks what it means: a list of ten thousand sheets asks that of few
 * answers of each.
 */
class WrittenAnswer implements Answer {
  readonly start: number;
  readonly end: number;
  readonly question: Question;
  readonly node: QuestionNode;
  readonly text: string;
  readonly isGiven: boolean;
  readonly #sheetText: string;
  #isNotApplicable: boolean | undefined;
  #links: readonly Link[] | undefined;
  #reading: Reading | undefined;
  /** Where the answer stood when its links and its reading were read. */
  #readAt: number;

  constructor(sheetText: string, node: QuestionNode, text?: string, isGiven?: boolean) {
    const { start, end } = node.answer;
    this.start = start;
    this.end = end;
    this.question = node.question;
    this.node = node;
    this.text = text ?? sheetText.slice(start, end);
    this.isGiven = isGiven ?? saysSomething(this.text);
    this.#sheetText = sheetText;
    this.#readAt = start;
  }

  get isNotApplicable(): boolean {
    return (this.#isNotApplicable ??= isNotApplicable(this.text));
  }

  get links(): readonly Link[] {
    // Most answers have none, wherever they stand.
    if (this.#links?.length === 0) return this.#links;
    this.#settle();
    return (this.#links ??= readLinks(this.#sheetText, this.start, this.end));
  }

  get reading(): Reading {
    this.#settle();
    return (this.#reading ??= readAs(this, this.#sheetText));
  }

  /** The same answer in another version of the sheet. */
  movedTo(sheetText: string, node: QuestionNode): WrittenAnswer {
    const moved = new WrittenAnswer(sheetText, node, this.text, this.isGiven);
    moved.#isNotApplicable = this.#isNotApplicable;
    moved.#links = this.#links;
    moved.#reading = this.#reading;
    moved.#readAt = this.#readAt;
    return moved;
  }

  /** Moves what was read before to where the answer stands by now: of most answers nobody asks it. */
  #settle(): void {
    const by = this.start - this.#readAt;
    if (by === 0) return;
    this.#readAt = this.start;
    this.#links = this.#links && movedLinks(this.#links, by);
    this.#reading = this.#reading && movedReading(this.#reading, by);
  }
}

function readAs(answer: Answer, text: string): Reading {
  const { question, start, end } = answer;
  switch (question.kind) {
    case 'atop-id':
      return readAtopId(text, start, end);
    case 'cow-alliance': {
      const isNothing = answer.isNotApplicable || !answer.isGiven;
      return { kind: 'cow-alliance', value: isNothing ? undefined : answer.text };
    }
    case 'dates':
      return { kind: 'dates', dates: outsideLinks(readDates(text, start, end), answer.links) };
    case 'members':
      return readMembers(text, start, end, () => readDates(text, start, end), answer.links);
    case 'yes-no':
      return readYesNo(text, start, end);
    case 'values':
      return readValues(text, start, end, question, answer.links);
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
