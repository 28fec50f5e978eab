import type { Range } from 'vscode-languageserver-types';
import type { Answer, Sheet } from '../answers';
import type { Span } from '../syntax';

export type RuleId =
  | 'missing-answer'
  | 'missing-question'
  | 'missing-section'
  | 'misplaced-question'
  | 'duplicate-question'
  | 'misspelled-heading'
  | 'reworded-question'
  | 'unknown-cow-code'
  | 'cow-code-name-mismatch'
  | 'missing-cow-code'
  | 'unknown-state'
  | 'not-a-system-member'
  | 'duplicate-member'
  | 'too-few-members'
  | 'bad-date'
  | 'ambiguous-date'
  | 'date-out-of-range'
  | 'date-order'
  | 'yes-no-expected'
  | 'yes-needs-description'
  | 'unknown-value'
  | 'contradiction'
  | 'bad-identifier'
  | 'duplicate-sheet'
  | 'stray-link'
  | 'broken-link'
  | 'unknown-instrument';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A change of the text: the stretch is replaced. The stretches of one fix never overlap. */
export interface TextChange extends Span {
  readonly newText: string;
}

/** One way to mend a finding. */
export interface Fix {
  /** What a coder reads in the menu: an order, with the result in quotes where it is short. */
  readonly title: string;
  readonly changes: readonly TextChange[];
  /** True for the one fix that a coder would take nearly always. */
  readonly preferred?: boolean;
  /** True where nothing a coder meant can be lost, so that *Fix All* may take it unasked. */
  readonly safe?: boolean;
  /**
   * Where the coder is to fill something in: the same single change in LSP's snippet syntax, for
   * editors that have it; `changes` then holds the snippet with its placeholders' words.
   */
  readonly snippet?: string;
}

export interface RelatedPlace extends Span {
  readonly message: string;
}

/** A stretch of a sheet of the workspace: of this one or of another. */
export interface SheetPlace {
  readonly uri: string;
  readonly range: Range;
}

/** A place in another sheet that explains a finding. */
export interface PlaceElsewhere extends SheetPlace {
  readonly message: string;
}

/** One thing a rule found. */
export interface Finding extends Span {
  readonly rule: RuleId;
  /** A sentence or two: what is wrong, and what is expected. */
  readonly message: string;
  readonly related?: readonly RelatedPlace[];
  readonly elsewhere?: readonly PlaceElsewhere[];
  /** True for text that can go: editors show it faded. */
  readonly unnecessary?: boolean;
  /** True where the answer as a whole is to be mended: the fixes are offered anywhere in its question. */
  readonly ofWholeAnswer?: boolean;
  /** Made on demand: most findings are shown and never asked for their fixes. */
  readonly fixes?: () => readonly Fix[];
}

/** What a rule may know besides the sheet. */
export interface RuleContext {
  /** Today as an ISO day, for dates in the future. */
  readonly today: string;
  /** The sheet's own URI; `undefined` for a text that is no document. */
  readonly uri?: string | undefined;
  /**
   * The sheets of the workspace that bear an ATOP ID at question 1, this one among them, in the order of
   * their URIs, each with the range of its ID; `undefined` where no workspace is known.
   */
  readonly sheetsWithId?: ((id: string) => Iterable<SheetPlace>) | undefined;
}

/** What a rule finds, before it is known whose finding it is. */
export type Found = Omit<Finding, 'rule'>;

interface RuleBase {
  readonly id: RuleId;
  readonly severity: Severity;
}

/** A rule that looks at one answer after the other, each for itself. */
export interface AnswerRule<A extends Answer = Answer> extends RuleBase {
  /** The kind of the answers that it looks at; `'any'` where it looks at all. */
  readonly kind: A['reading']['kind'] | 'any';
  /**
   * Looks at one answer and its question; finds in the order of the text. Never throws.
   *
   * Where a sheet has every question once, what is found depends on these, on today and on the period of
   * signature, and on nothing else: it is not asked for again while they stay the same. Fixes, which are
   * made on demand, may look at all of the sheet.
   */
  checkAnswer(answer: A, sheet: Sheet, context: RuleContext): readonly Found[];
}

/** A rule that compares answers with each other or with other sheets, or looks at what is no answer. */
export interface SheetRule extends RuleBase {
  /** Looks at the whole sheet; yields in the order of the text. Never throws. */
  check(sheet: Sheet, context: RuleContext): Iterable<Found>;
  /**
   * Whether an answer has a part in what is found where a sheet has every question once: while only others
   * change, and the same other sheets bear its ATOP ID, what a rule has found stays. The log belongs to the last
   * answer.
   */
  looksAt(answer: Answer): boolean;
}

export type Rule = AnswerRule | SheetRule;
