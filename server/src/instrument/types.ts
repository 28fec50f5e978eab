/**
 * The shape of an instrument: the fixed set of questions that a coding sheet answers.
 *
 * An instrument is plain, serialisable data, so that another one can come from a file.
 */

/** How a question's answer is read; see `answers/`. */
export type AnswerKind =
  /** ATOP ID: four digits, with a decimal phase where the project split an alliance (`1020.1`). */
  | 'atop-id'
  /** A COW alliance number or type, or `NA`. */
  | 'cow-alliance'
  /** One or more dates, with text around them. */
  | 'dates'
  /** Member states by COW code and name. */
  | 'members'
  /** `Yes` or `No`, then a description. */
  | 'yes-no'
  /** One or more of the values that the question names. */
  | 'values'
  /** Free text. */
  | 'text';

/** One of the values that a question names. */
export interface InstrumentValue {
  /** As a coder writes it, first letter in the case that published sheets use: `Defense pact`. */
  readonly text: string;
  /** Other spellings that mean the same, lower case: `defence pact`, `defensive`. */
  readonly otherSpellings: readonly string[];
  /** One sentence in the project's own words: what the value means. */
  readonly help: string;
  /** True where the value denies all the others and cannot stand beside one of them: `None` (19). */
  readonly alone?: boolean;
}

export interface Question {
  /** The printed number, 1 to 61. */
  readonly number: number;
  /** A few words that name the question in the outline: `Signature dates`. */
  readonly label: string;
  /** The printed text without its number, on one line, straight quotes. */
  readonly text: string;
  readonly kind: AnswerKind;
  /** False where an empty answer is a complete one (coder comments). */
  readonly required: boolean;
  /** How to answer, in the project's own words; Markdown, one to four sentences. */
  readonly help: string;
  /**
   * The ATOP variables that this question feeds, by their published names, each spelled out
   * (`mem1`, `mem2` … `mem59`). Several questions may feed one variable.
   */
  readonly variables: readonly string[];

  /** `values`: what the question names, in its order. */
  readonly values?: readonly InstrumentValue[];
  /** `values`: true where several may be listed. */
  readonly several?: boolean;
  /**
   * `values`: true where the question's list ends in "etc.": an answer of other words is then
   * no error, and only near misses of a named value are reported.
   */
  readonly open?: boolean;
  /** `yes-no`: the answer that the question asks to be described. `undefined`: neither. */
  readonly describe?: 'yes' | 'no';
  /** True where states may be named by COW code within the answer (4, 9, 23). */
  readonly states?: boolean;
  /** True where published sheets put the answer on the question's own line (1, 58 to 61). */
  readonly inline?: boolean;
}

export interface Section {
  /** `I` … `V`. */
  readonly numeral: string;
  /** As printed after the numeral: `FORMATION, MEMBERS, AND DURATION`. */
  readonly title: string;
  readonly questions: readonly Question[];
}

export interface Instrument {
  /** `atop`. */
  readonly id: string;
  /** `ATOP coding sheet`. */
  readonly name: string;
  readonly sections: readonly Section[];
}
