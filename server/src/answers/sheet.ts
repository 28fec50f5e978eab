import { allQuestions } from '../instrument';
import type { Instrument, Question } from '../instrument/types';
import {
  parseBeginning,
  parseSheet,
  sameBefore,
  sameBehind,
  spliced,
  type Leaf,
  type QuestionNode,
  type SheetTree,
  type Span,
} from '../syntax';
import type { DateReading } from './dateReadings';
import { readDates } from './dates';
import { readAtopId, type AtopIdReading } from './identifier';
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

/** A parsed sheet with its answers read. */
export interface Sheet {
  readonly text: string;
  readonly instrument: Instrument;
  readonly tree: SheetTree;
  /** All answers in the file's order; a doubled question has two. */
  readonly answers: readonly Answer[];
  /** The answers that are read as one kind, in the file's order. */
  answersOf<K extends Reading['kind']>(kind: K): readonly AnswerOf<K>[];
  /** The answers that hold links, in the file's order. */
  readonly linked: readonly Answer[];
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
  return parseBeginning(text, instrument, numbers)?.map(
    node => new WrittenAnswer(node, wordingOf(text, node, 0, undefined)),
  );
}

/**
 * Larger texts are read anew: what is taken over may keep the text that it was read in alive, and with
 * it as many versions as there are answers.
 */
const MAX_KEPT = 200_000;

/**
 * A sheet whose answers are found. Where each stands and what it means is worked out when someone asks: an
 * edit asks that of few, and a list of ten thousand sheets of few in each. Keeps no earlier version alive.
 */
class ReadSheet implements Sheet {
  readonly text: string;
  readonly instrument: Instrument;
  readonly tree: SheetTree;
  private readonly wordings: readonly Wording[];
  readonly #written: (Answer | undefined)[] = [];
  private readonly asked: AskedQuestions;
  #answers: readonly Answer[] | undefined;
  #linked: readonly Answer[] | undefined;
  readonly #byKind = new Map<Reading['kind'], readonly Answer[]>();
  #logDates: readonly DateReading[] | undefined;

  constructor(text: string, instrument: Instrument, earlier: ReadSheet | undefined) {
    this.text = text;
    this.instrument = instrument;
    this.tree = parseSheet(text, instrument, earlier?.tree);
    const { origins, starts } = this.tree;
    const earlierOrigins = earlier?.tree.origins ?? [];
    const before = sameBefore(earlierOrigins, origins);
    const behind = sameBehind(earlierOrigins, origins, before);
    const end = origins.length - behind;
    const asked = earlier && asksTheSame(earlierOrigins, origins, before, end) ? earlier.asked : undefined;
    this.asked = asked ?? new AskedQuestions(origins);
    const between = origins.slice(before, end).map((origin, place) => {
      const index = before + place;
      const first = asked ? index : earlier?.asked.firsts[origin.question.number];
      const known = first === undefined ? undefined : earlier?.wordings[first];
      return wordingOf(text, origin, (starts[index] ?? 0) - origin.start, known);
    });
    const known = earlier?.wordings ?? [];
    this.wordings = spliced(known, before, known.length - behind, between);
    this.#logDates = earlier?.movedLogDates(text, this.tree.log);
  }

  get answers(): readonly Answer[] {
    return (this.#answers ??= this.#answersWhere(() => true));
  }

  get linked(): readonly Answer[] {
    return (this.#linked ??= this.#answersWhere(wording => wording.hasLinks));
  }

  answersOf<K extends Reading['kind']>(kind: K): readonly AnswerOf<K>[] {
    let answers = this.#byKind.get(kind);
    if (!answers) {
      const found = this.asked.indicesOf(kind).map(index => this.#answerAt(index));
      answers = found.filter(answer => answer !== undefined);
      this.#byKind.set(kind, answers);
    }
    return answers as readonly AnswerOf<K>[];
  }

  get logDates(): readonly DateReading[] {
    const { log } = this.tree;
    return (this.#logDates ??= log ? readDates(this.text, log.start, log.end) : []);
  }

  answerTo(number: number): Answer | undefined {
    const index = this.asked.firsts[number];
    return index === undefined ? undefined : this.#answerAt(index);
  }

  #answerAt(index: number): Answer | undefined {
    const known = this.#written[index];
    if (known) return known;
    const node = this.tree.question(index);
    const wording = this.wordings[index];
    return node && wording && (this.#written[index] = new WrittenAnswer(node, wording));
  }

  #answersWhere(isWanted: (wording: Wording) => boolean): readonly Answer[] {
    const answers: Answer[] = [];
    this.wordings.forEach((wording, index) => {
      const answer = isWanted(wording) ? this.#answerAt(index) : undefined;
      if (answer) answers.push(answer);
    });
    return answers;
  }

  /** The dates of the log where they were read here and stand in the same words in a later text. */
  private movedLogDates(text: string, log: Leaf | undefined): readonly DateReading[] | undefined {
    const known = this.tree.log;
    if (!this.#logDates || !known || !log) return undefined;
    const isSame = this.text.slice(known.start, known.end) === text.slice(log.start, log.end);
    return isSame ? movedDates(this.#logDates, log.start - known.start) : undefined;
  }
}

/** Whether two sheets have the same questions in the same order, where that is open but for a stretch. */
function asksTheSame(
  a: readonly QuestionNode[],
  b: readonly QuestionNode[],
  from: number,
  to: number,
): boolean {
  if (a.length !== b.length) return false;
  for (let index = from; index < to; index++) if (a[index]?.question !== b[index]?.question) return false;
  return true;
}

/** Which questions a sheet has, in the file's order: versions share it as long as it stays the same. */
class AskedQuestions {
  /** The index of the first of each, by its number. */
  readonly firsts: readonly (number | undefined)[];
  /** The indices of those of each kind. */
  readonly #byKind = new Map<Reading['kind'], number[]>();

  constructor(nodes: readonly QuestionNode[]) {
    const firsts: (number | undefined)[] = [];
    nodes.forEach(({ question: { number, kind } }, index) => {
      firsts[number] ??= index;
      const indices = this.#byKind.get(kind);
      if (indices) indices.push(index);
      else this.#byKind.set(kind, [index]);
    });
    this.firsts = firsts;
  }

  /** The indices of those of a kind. */
  indicesOf(kind: Reading['kind']): readonly number[] {
    return this.#byKind.get(kind) ?? [];
  }
}

/** What is written in a question's answer: `known` where that is the same to the letter. */
function wordingOf(
  text: string,
  { answer, question }: QuestionNode,
  by: number,
  known: Wording | undefined,
): Wording {
  const start = answer.start + by;
  const written = text.slice(start, answer.end + by);
  return known?.question === question && known.text === written
    ? known
    : new Wording(text, question, start, written);
}

/**
 * What is written in an answer and what it means, wherever it stands: versions of a sheet share it as long
 * as it stays the same to the letter. It is read when someone asks.
 */
class Wording {
  readonly question: Question;
  readonly text: string;
  readonly isGiven: boolean;
  /** A text in which the answer stands so, and where. */
  readonly #sheetText: string;
  readonly #start: number;
  #isNotApplicable: boolean | undefined;
  #links: readonly Link[] | undefined;
  #reading: Reading | undefined;

  constructor(sheetText: string, question: Question, start: number, text: string) {
    this.question = question;
    this.text = text;
    this.isGiven = saysSomething(text);
    this.#sheetText = sheetText;
    this.#start = start;
  }

  get isNotApplicable(): boolean {
    return (this.#isNotApplicable ??= isNotApplicable(this.text));
  }

  get hasLinks(): boolean {
    return this.#readLinks().length > 0;
  }

  /** The links of the answer where it begins at an offset. */
  linksAt(start: number): readonly Link[] {
    const by = start - this.#start;
    return by === 0 ? this.#readLinks() : movedLinks(this.#readLinks(), by);
  }

  /** The reading of the answer where it begins at an offset. */
  readingAt(start: number): Reading {
    const by = start - this.#start;
    const reading = (this.#reading ??= this.#read());
    return by === 0 ? reading : movedReading(reading, by);
  }

  #readLinks(): readonly Link[] {
    return (this.#links ??= readLinks(this.#sheetText, this.#start, this.#start + this.text.length));
  }

  #read(): Reading {
    const text = this.#sheetText;
    const start = this.#start;
    const end = start + this.text.length;
    switch (this.question.kind) {
      case 'atop-id':
        return readAtopId(text, start, end);
      case 'cow-alliance': {
        const isNothing = this.isNotApplicable || !this.isGiven;
        return { kind: 'cow-alliance', value: isNothing ? undefined : this.text };
      }
      case 'dates':
        return { kind: 'dates', dates: outsideLinks(readDates(text, start, end), this.#readLinks()) };
      case 'members':
        return readMembers(text, start, end, () => readDates(text, start, end), this.#readLinks());
      case 'yes-no':
        return readYesNo(text, start, end);
      case 'values':
        return readValues(text, start, end, this.question, this.#readLinks());
      case 'text':
        return { kind: 'text' };
    }
  }
}

/** An answer in one version of a sheet. */
class WrittenAnswer implements Answer {
  readonly start: number;
  readonly end: number;
  readonly question: Question;
  readonly node: QuestionNode;
  readonly text: string;
  readonly isGiven: boolean;
  readonly #wording: Wording;
  #links: readonly Link[] | undefined;
  #reading: Reading | undefined;

  constructor(node: QuestionNode, wording: Wording) {
    this.start = node.answer.start;
    this.end = node.answer.end;
    this.question = node.question;
    this.node = node;
    this.text = wording.text;
    this.isGiven = wording.isGiven;
    this.#wording = wording;
  }

  get isNotApplicable(): boolean {
    return this.#wording.isNotApplicable;
  }

  get links(): readonly Link[] {
    return (this.#links ??= this.#wording.linksAt(this.start));
  }

  get reading(): Reading {
    return (this.#reading ??= this.#wording.readingAt(this.start));
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

/** The first ATOP ID that the answers give; `undefined` where none does, or none of the right form. */
export function atopIdIn(answers: readonly Answer[]): AtopIdReading['id'] {
  for (const { question, reading } of answers) {
    if (question.kind === 'atop-id' && reading.kind === 'atop-id' && reading.id) return reading.id;
  }
  return undefined;
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
