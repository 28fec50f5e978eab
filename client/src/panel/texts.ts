import type { QuestionState } from './questionState';

/**
 * Everything that the panel's page says, in the user's language. The page has no access to the
 * extension's translations, so it is told. `{0}`, `{1}` … stand for what {@link fill} puts in.
 */
export interface PanelTexts {
  readonly title: string;
  readonly search: string;
  readonly searchHint: string;
  readonly sortBy: string;
  readonly orders: {
    readonly id: string;
    readonly members: string;
    readonly open: string;
    readonly problems: string;
    /** {0}: the question's number. */
    readonly question: string;
  };
  readonly onlyOpen: string;
  readonly onlyProblems: string;
  readonly commands: Readonly<Record<'export' | 'compare' | 'newSheet' | 'restart', string>>;
  /** Above the grid. */
  readonly summary: {
    readonly oneSheet: string;
    /** {0}: how many. */
    readonly sheets: string;
    /** {0}: how many are shown, {1}: how many there are. */
    readonly filteredSheets: string;
    /** {0}: whole percent. */
    readonly done: string;
    /** {0}: how many. */
    readonly open: string;
    /** {0}: how many. */
    readonly unchecked: string;
  };
  readonly waiting: string;
  readonly none: string;
  readonly noneFound: string;
  readonly unavailable: string;
  readonly states: Readonly<Record<QuestionState, string>>;
  readonly legend: string;
  readonly grid: string;
  /** Below the grid, and what a screen reader says of a cell. */
  readonly keys: string;
  readonly cell: {
    /** {0}: the number, {1}: the question's name. */
    readonly question: string;
    /** {0}: the ATOP ID. */
    readonly sheet: string;
    /** {0}: the name of the file. */
    readonly sheetWithoutId: string;
    /** {0}: answered, {1}: all questions, {2}: open. */
    readonly sheetProgress: string;
    /** {0}, {1}, {2}: how many. */
    readonly problems: string;
    /** Of a sheet whose problems are not known yet. */
    readonly unchecked: string;
    /** {0}: the numeral, {1}: the title. */
    readonly section: string;
    /** {0}: sheets that answer it, {1}: all sheets, {2}: sheets where it is open. */
    readonly questionProgress: string;
    /** {0}: whole percent. */
    readonly sectionProgress: string;
    readonly optional: string;
  };
  readonly columns: { readonly sheet: string; readonly answered: string };
}

/** Puts the values into the places of a text. */
export function fill(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d+)\}/g, (place, index: string) => String(values[Number(index)] ?? place));
}
