/** Everything that the page of the agreement says; `{0}` … stand for values. See the dataset panel's. */
export interface AgreementTexts {
  readonly refresh: string;
  readonly copy: string;
  readonly compare: string;
  /** {0}: how many alliances. */
  readonly compared: string;
  readonly nothing: string;
  readonly agreed: string;
  /** {0} of {1} answers. */
  readonly agreedOf: string;
  readonly kappa: string;
  readonly alpha: string;
  readonly noVariation: string;
  readonly noPairs: string;
  /** Why a single alliance has no coefficients. */
  readonly single: string;
  readonly questions: string;
  readonly columns: Readonly<
    Record<'question' | 'pairs' | 'agreed' | 'percent' | 'kappa' | 'alpha' | 'givenByOne' | 'unclear', string>
  >;
  readonly leftOut: string;
  readonly disagreements: string;
  readonly noDisagreements: string;
  /** {0}: the question. */
  readonly onQuestion: string;
  readonly all: string;
  readonly kinds: Readonly<Record<'category' | 'missing' | 'unclear' | 'wording', string>>;
  readonly noAnswer: string;
  /** {0}: how many more. */
  readonly more: string;
  readonly notCompared: string;
  /** {0}: the ATOP ID, {1}: the file. */
  readonly onlyA: string;
  readonly onlyB: string;
  /** {0}: the ATOP ID, {1}: the files. */
  readonly duplicate: string;
  /** {0}: the file. */
  readonly withoutId: string;
  readonly unreadable: string;
  /** {0}: `A` or `B`. */
  readonly open: string;
}
